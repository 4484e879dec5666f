/** Below the search box: what is wrong with its words, with what was meant, and what Enter will do. */
import { formatQuery, isUnfinished, type LocatedProblem } from '../../../core/query';
import { problemSentence } from '../../../i18n/query-problem';
import { useDashboard } from '../actions/dashboard-context';
import { Icon } from '../../parts/icon';
import { MOST_TOLD } from '../../saved-queries/query-problems';

interface SearchNotesProps {
  readonly id: string;
  readonly line: string;
  /** Whether somebody may not have typed it to its end. */
  readonly isTyping: boolean;
  /** Puts another line in the box. */
  readonly onWrite: (line: string) => void;
  readonly onCarryOut: () => void;
}

export function SearchNotes({ id, line, isTyping, onWrite, onCarryOut }: SearchNotesProps) {
  const { model, strings } = useDashboard();
  const { problems, instructions } = model.query.readLine(line);
  const told = problems.filter((problem) => !isTyping || !isUnfinished(problem, line));
  return (
    <div id={id} class="question-stance-search-notes" role="status">
      {told.slice(0, MOST_TOLD).map((problem) => (
        <Problem
          key={`${problem.code} ${String(problem.from)}`}
          problem={problem}
          line={line}
          onWrite={onWrite}
        />
      ))}
      {instructions && told.length === 0 && (
        <button type="button" class="question-stance-carry-out" onClick={onCarryOut}>
          <Icon name="corner-down-left" />
          <span>
            {strings.dashboard.carryOut(formatQuery(instructions).split('\n').join(' · '))}
          </span>
        </button>
      )}
    </div>
  );
}

interface ProblemProps {
  readonly problem: LocatedProblem;
  readonly line: string;
  readonly onWrite: (line: string) => void;
}

function Problem({ problem, line, onWrite }: ProblemProps) {
  const { strings } = useDashboard();
  const { nearest, from, to } = problem;
  return (
    <p class="question-stance-query-problem">
      <Icon name="alert-circle" />
      <span dir="auto">{problemSentence(problem, strings.query)}</span>
      {nearest !== null && (
        <button
          type="button"
          onClick={() => onWrite(`${line.slice(0, from)}${nearest}${line.slice(to)}`)}
        >
          {strings.query.write(nearest)}
        </button>
      )}
    </p>
  );
}

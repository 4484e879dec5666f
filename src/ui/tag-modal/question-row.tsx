/** One question of the list, with its tag: as it is, and, dashed, as it is to be. */
import { isConflict, markOf, type MarkValue, type Question } from '../../core/model/question';
import { holdsGap } from '../../core/text/gap';
import { markPath, StanceChip } from '../parts/stance-chip';
import { hiddenAs } from './tag-state';
import type { Choices } from './choices';
import type { ModalEnvironment } from './modal-environment';

interface QuestionRowProps {
  readonly environment: ModalEnvironment;
  readonly id: string;
  readonly question: Question;
  readonly index: number;
  readonly choices: Choices;
  /** Its place among the questions listed, from 1, and how many those are. */
  readonly position: number;
  readonly total: number;
  readonly isCursor: boolean;
  readonly isSelected: boolean;
  readonly leavesLabel: boolean;
}

export function QuestionRow(props: QuestionRowProps) {
  const { environment, question, index, isCursor, isSelected } = props;
  const { act } = environment;
  const classes = [
    'question-stance-tag-row',
    isCursor && 'is-cursor',
    isSelected && 'is-selected',
    props.leavesLabel && 'is-apart',
  ];
  return (
    <div
      id={props.id}
      role="option"
      aria-selected={isSelected}
      aria-posinset={props.position}
      aria-setsize={props.total}
      class={classes.filter(Boolean).join(' ')}
      onClick={(event) =>
        act({
          type: 'point',
          index,
          how: event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'move',
        })
      }
      onDblClick={(event) => environment.open(index, event)}
    >
      <span
        class="question-stance-tag-check"
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          act({ type: 'point', index, how: event.shiftKey ? 'extend' : 'toggle' });
        }}
        onDblClick={(event) => event.stopPropagation()}
      >
        <span class={`question-stance-check ${isSelected ? 'is-checked' : ''}`} />
      </span>
      <span class="question-stance-tag-question">
        <span dir="auto">{question.text}</span>{' '}
        <Meta environment={environment} question={question} />
      </span>
      <Tag environment={environment} question={question} chosen={props.choices.get(index)} />
    </div>
  );
}

function Meta({ environment, question }: Pick<QuestionRowProps, 'environment' | 'question'>) {
  const { strings } = environment;
  const hidden = hiddenAs(question);
  const parts = [question.speaker, hidden && strings.tagging.kinds[hidden]].filter(
    (part) => part !== null,
  );
  return (
    <>
      {question.label !== null && (
        <span class="question-stance-for-screen-readers"> ({question.label})</span>
      )}
      {parts.length > 0 && (
        <span class="question-stance-tag-meta" dir="auto">
          {parts.join(' · ')}
        </span>
      )}
    </>
  );
}

interface TagProps extends Pick<QuestionRowProps, 'environment' | 'question'> {
  /** The choice that is to be written; undefined where there is none. */
  readonly chosen: ReturnType<Choices['get']>;
}

function Tag({ environment, question, chosen }: TagProps) {
  const { taxonomy, language, strings } = environment;
  const mark = markOf(question);
  const path = (value: MarkValue | null) => markPath(value, taxonomy, language, strings);
  const isBegun = mark !== null && holdsGap(question.text);
  const own = isBegun ? strings.common.begun(path(mark)) : path(mark);
  const now = isConflict(question)
    ? strings.tagging.tags(question.marks.map(path).join(', '))
    : own;
  const chip = { taxonomy, language, strings };
  const isPending = chosen !== undefined;
  return (
    <span class="question-stance-tag-marks">
      <span class="question-stance-for-screen-readers">
        {isPending ? strings.tagging.becomes(now, path(chosen)) : now}
      </span>
      <span class="question-stance-tag-chips" aria-hidden="true">
        {isConflict(question) && (
          <span class="question-stance-chip is-conflict">{strings.common.conflict}</span>
        )}
        {(!isPending || mark) && (
          <span class={`question-stance-tag-now ${isPending ? 'is-replaced' : ''}`}>
            {question.marks.length > 1 ? (
              question.marks.map((one) => <StanceChip key={one.from} mark={one} {...chip} />)
            ) : (
              <StanceChip mark={mark} pending={isBegun} {...chip} />
            )}
          </span>
        )}
        {isPending && mark && <span class="question-stance-tag-arrow">→</span>}
        {isPending && <StanceChip mark={chosen} pending {...chip} />}
      </span>
    </span>
  );
}

/** One question of the list, with its tag: as it is, and, dashed, as it is to be; and what is suggested for it. */
import { isConflict, markOf, type MarkValue, type Question } from '../../core/model/question';
import { sameMark } from '../../core/model/mark';
import { stageKey } from '../../core/model/stage-key';
import type { Proposal } from '../../core/suggest/proposals';
import { holdsGap } from '../../core/text/gap';
import { Icon } from '../parts/icon';
import { colorClass, markLabel, markPath, StanceChip } from '../parts/stance-chip';
import { whyLines } from '../suggest/why-line';
import { hiddenAs } from './tag-state';
import type { Choices } from './choices';
import { PROPOSAL_KEYS } from './keys';
import type { ModalEnvironment } from './modal-environment';
import { likelihoodOf, type StandingGhost } from './suggested';

interface TagQuestionRowProps {
  readonly environment: ModalEnvironment;
  readonly id: string;
  readonly question: Question;
  readonly index: number;
  readonly choices: Choices;
  /** Its position among the questions listed, from 1, and how many those are. */
  readonly position: number;
  readonly total: number;
  readonly isCursor: boolean;
  readonly isSelected: boolean;
  readonly leavesLabel: boolean;
  readonly ghost: StandingGhost | null;
  /** What the keys of proposals choose here: at the cursor only. */
  readonly proposals: readonly Proposal[];
}

export function TagQuestionRow(props: TagQuestionRowProps) {
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
      onClick={(event) => {
        if (isSecond(event)) return;
        environment.clicked.row = index;
        act({
          type: 'point',
          index,
          how: event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'move',
        });
      }}
    >
      <span
        class="question-stance-tag-check"
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          act({ type: 'point', index, how: event.shiftKey ? 'extend' : 'toggle' });
        }}
      >
        <span class={`question-stance-check ${isSelected ? 'is-checked' : ''}`} />
      </span>
      <span class="question-stance-tag-question">
        <span dir="auto">{question.text}</span>{' '}
        <Meta environment={environment} question={question} />
      </span>
      <Tag {...props} chosen={props.choices.get(index)} />
      {props.proposals.length > 0 && (
        <Proposals
          environment={environment}
          proposals={props.proposals}
          ghost={props.ghost}
          chosen={props.choices.get(index)}
        />
      )}
    </div>
  );
}

function Meta({ environment, question }: Pick<TagQuestionRowProps, 'environment' | 'question'>) {
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

interface TagProps extends Pick<
  TagQuestionRowProps,
  'environment' | 'question' | 'index' | 'ghost' | 'isCursor'
> {
  /** The choice that is to be written; undefined where there is none. */
  readonly chosen: ReturnType<Choices['get']>;
}

function Tag(props: TagProps) {
  const { environment, question, ghost, chosen } = props;
  const { taxonomy, language, strings } = environment;
  const mark = markOf(question);
  const path = (value: MarkValue | null) => markPath(value, taxonomy, language, strings);
  const isBegun = mark !== null && holdsGap(question.text);
  const own = isBegun ? strings.common.begun(path(mark)) : path(mark);
  const now = isConflict(question)
    ? strings.tagging.tags(question.marks.map(path).join(strings.common.listed))
    : own;
  const chip = { taxonomy, language, strings };
  const isPending = chosen !== undefined;
  return (
    <span class="question-stance-tag-marks">
      <span class="question-stance-for-screen-readers">
        {isPending ? strings.tagging.becomes(now, path(chosen)) : now}
        {ghost && `, ${strings.common.suggested(path(ghost.mark))}`}
      </span>
      <span class="question-stance-tag-chips" aria-hidden="true">
        {isConflict(question) && (
          <span class="question-stance-chip is-conflict">{strings.common.conflict}</span>
        )}
        {ghost && <Ghost {...props} ghost={ghost} />}
        {!ghost && (!isPending || mark) && (
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

/** What is pressed by the mouse alone: the keyboard stays on the list, and the row hears nothing of it. */
function pressed(act: () => void) {
  return {
    onClick: (event: MouseEvent) => {
      event.stopPropagation();
      if (isSecond(event)) return;
      act();
    },
  };
}

/** Of two quick clicks at one place, where something else may stand by now. */
export function isSecond({ detail }: MouseEvent): boolean {
  return detail > 1;
}

interface GhostProps extends Pick<TagQuestionRowProps, 'environment' | 'index' | 'isCursor'> {
  readonly ghost: StandingGhost;
}

function Ghost({ environment, index, isCursor, ghost }: GhostProps) {
  const { taxonomy, language, strings, act } = environment;
  const chip = { taxonomy, language, strings };
  return (
    <>
      <span
        class="question-stance-tag-ghost"
        title={titleOf(ghost, environment)}
        {...pressed(() => act({ type: 'accept-ghost', index }))}
      >
        {isCursor && <kbd class="question-stance-key">y</kbd>}
        <StanceChip mark={ghost.mark} ghost {...chip} />
      </span>
      {isCursor && (
        <span
          class="question-stance-tag-reject"
          title={strings.tagging.suggest.reject}
          {...pressed(() => act({ type: 'reject-ghost' }))}
        >
          <kbd class="question-stance-key">n</kbd>
          <Icon name="x" />
        </span>
      )}
    </>
  );
}

interface ProposalsProps extends Pick<TagQuestionRowProps, 'environment' | 'proposals' | 'ghost'> {
  readonly chosen: ReturnType<Choices['get']>;
}

/** The likeliest stages, each with its key, and what speaks for the first. */
function Proposals({ environment, proposals, ghost, chosen }: ProposalsProps) {
  const { taxonomy, language, strings, act } = environment;
  const words = strings.tagging.suggest;
  const [first] = proposals;
  const [why = ''] = first ? whyLines(first, environment) : [];
  const said = proposals.map((proposal, position) =>
    words.proposal(
      PROPOSAL_KEYS[position] ?? '',
      markPath(proposal.mark, taxonomy, language, strings),
      words.likely[likelihoodOf(proposal)],
    ),
  );
  return (
    <>
      <span class="question-stance-for-screen-readers">
        {words.proposed(said.join(words.betweenProposals), why)}
      </span>
      <span class="question-stance-tag-proposals" aria-hidden="true">
        {proposals.map((proposal, position) => {
          const isChosen = chosen !== undefined && sameMark(chosen, proposal.mark);
          const classes = [
            'question-stance-tag-proposal',
            colorClass(proposal.mark, taxonomy),
            `is-${likelihoodOf(proposal)}`,
            isChosen && 'is-pressed',
            ghost && sameMark(ghost.mark, proposal.mark) && 'is-ghost',
          ];
          return (
            <span
              key={stageKey(proposal.mark)}
              class={classes.filter(Boolean).join(' ')}
              title={titleOf(proposal, environment)}
              {...pressed(() => act({ type: 'accept-proposal', position }))}
            >
              <kbd class="question-stance-key">{PROPOSAL_KEYS[position]}</kbd>
              <span class="question-stance-ellipsis">
                {markLabel(proposal.mark, taxonomy, language, strings)}
              </span>
            </span>
          );
        })}
        <span class="question-stance-tag-why" title={first && titleOf(first, environment)}>
          {why}
        </span>
      </span>
    </>
  );
}

/** How likely it is, and all that speaks for it. */
function titleOf(proposal: Proposal, environment: ModalEnvironment): string {
  const { taxonomy, language, strings } = environment;
  const path = markPath(proposal.mark, taxonomy, language, strings);
  const likely = strings.tagging.suggest.likely[likelihoodOf(proposal)];
  return [`${path} · ${likely}`, ...whyLines(proposal, environment)].join('\n');
}

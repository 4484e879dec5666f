/**
 * The stance × stage matrix: each stance a path of its stages in order, every cell a button with its
 * count, shaded by it. A click shows that cell alone, with Shift or Ctrl/Cmd it is added or taken away.
 */
import { SKIP } from '../../../core/model/question';
import { stageKey } from '../../../core/model/stage-key';
import { type Filter, type Term, sameCondition, unknownCells } from '../../../core/query';
import { localized, type Stance } from '../../../core/model/taxonomy';
import { onKey } from '../../../keys/key-press';
import { SpokenName } from '../../parts/spoken-name';
import { useDashboard, useWords } from '../actions/dashboard-context';
import { markName, termMark } from '../model/term-label';
import { activeTaxonomy } from '../../../settings/taxonomies';

const UNTAGGED: Term = { field: 'is', value: 'untagged' };
const CONFLICT: Term = { field: 'is', value: 'conflict' };
const SKIPPED: Term = { field: 'is', value: 'skipped' };

interface MatrixSectionProps {
  readonly class?: string;
  readonly element?: preact.RefObject<HTMLElement>;
  readonly children: preact.ComponentChildren;
}

export function MatrixSection({ class: more = '', element, children }: MatrixSectionProps) {
  const { id, strings } = useDashboard();
  return (
    <section
      ref={element ?? null}
      class={`question-stance-matrix ${more}`}
      aria-labelledby={`${id}-matrix`}
    >
      <SpokenName id={`${id}-matrix`} name={strings.dashboard.matrix} />
      {children}
    </section>
  );
}

export function MatrixCells() {
  const { model, strings } = useDashboard();
  const { stances } = activeTaxonomy(model.settings.value);
  const { byStage, untagged } = model.shown.matrix.value;
  const most = Math.max(1, ...byStage.values());
  return (
    <>
      {stances.map((stance) => (
        <StancePath key={stance.id} stance={stance} most={most} />
      ))}
      <div class="question-stance-matrix-rest">
        <SmallCell term={UNTAGGED} name={strings.common.untagged} count={untagged} />
        <RareCell
          term={CONFLICT}
          name={strings.common.conflict}
          count={model.shown.conflicts.value}
        />
        <RareCell term={SKIPPED} name={strings.common.skip} count={model.shown.skipped.value} />
        <OtherTags />
      </div>
    </>
  );
}

interface StancePathProps {
  readonly stance: Stance;
  /** The count of the fullest cell. */
  readonly most: number;
}

function StancePath({ stance, most }: StancePathProps) {
  const { id, model, strings } = useDashboard();
  const { language } = useWords();
  const { byStage, byStance } = model.shown.matrix.value;
  const name = localized(stance.label, language);
  const stageless = stageKey({ stance: stance.id, stage: null });
  const withoutStage = byStage.get(stageless) ?? 0;
  return (
    <div class={`question-stance-stance question-stance-color-${stance.color}`}>
      <CellButton
        class="question-stance-stance-name"
        term={{ field: 'stance', value: stance.id }}
        name={name}
        count={byStance.get(stance.id) ?? 0}
      >
        <span class="question-stance-dot" />
        <span class="question-stance-stance-label">{name}</span>
      </CellButton>
      <div
        class="question-stance-path"
        role="group"
        aria-labelledby={`${id}-path-${stance.id}`}
        style={{ '--question-stance-arrows-per-line': arrowsPerLine(stance.stages.length) }}
      >
        {stance.stages.map((stage) => {
          const value = stageKey({ stance: stance.id, stage: stage.id });
          const count = byStage.get(value) ?? 0;
          const label = localized(stage.label, language);
          const asks = localized(stage.asks, language);
          return (
            <CellButton
              key={stage.id}
              class="question-stance-arrow"
              term={{ field: 'stage', value }}
              name={label}
              hint={asks}
              count={count}
              shade={count / most}
            >
              {asks !== '' && <small>{asks}</small>}
              <span>{label}</span> <b>{strings.dashboard.number(count)}</b>
            </CellButton>
          );
        })}
        <SpokenName id={`${id}-path-${stance.id}`} name={name} />
      </div>
      <div class="question-stance-stance-total">
        {(withoutStage > 0 || isChosen(model.state.value.filter, stageless)) && (
          <SmallCell
            term={{ field: 'stage', value: stageless }}
            name={strings.dashboard.noStage}
            count={withoutStage}
          />
        )}
        <span aria-hidden="true">{strings.dashboard.number(byStance.get(stance.id) ?? 0)}</span>
      </div>
    </div>
  );
}

/** More than this many stages go on in a second line. */
const ONE_LINE = 6;

/** Two lines of many stages are about as long as each other. */
function arrowsPerLine(stages: number): number {
  return stages > ONE_LINE ? Math.ceil(stages / 2) : Math.max(1, stages);
}

/** A cell that is there only where it counts something, or is chosen. */
function RareCell(props: SmallCellProps) {
  const { filter } = useDashboard().model.state.value;
  if (props.count === 0 && !filter.some((term) => sameCondition(term, props.term))) return null;
  return <SmallCell {...props} />;
}

/** Stances and stages that notes use and the taxonomy does not know. */
function OtherTags() {
  const { model, actions, strings } = useDashboard();
  const words = useWords();
  const { byStage } = model.shown.matrix.value;
  const { filter } = model.state.value;
  const cells = unknownCells(model.shown.matrix.value, words.taxonomy).filter(
    (cell) => termMark({ field: 'stage', value: cell })?.stance !== SKIP,
  );
  if (cells.length === 0) return null;
  const { shown, more } = commonest(cells, byStage, (cell) => isChosen(filter, cell));
  return (
    <span class="question-stance-other-tags">
      <span class="question-stance-faint">{strings.dashboard.otherTags}</span>
      {shown.map((cell) => {
        const term: Term = { field: 'stage', value: cell };
        const mark = termMark(term);
        const name = mark ? markName(mark, true, words) : cell;
        return <SmallCell key={cell} term={term} name={name} count={byStage.get(cell) ?? 0} />;
      })}
      {more > 0 && (
        <button
          type="button"
          class="question-stance-small-cell is-more"
          aria-haspopup="dialog"
          onClick={() => actions.pickStage()}
        >
          {strings.common.andMore(more)}
        </button>
      )}
    </span>
  );
}

/** Shown of the tags that the taxonomy does not know, where there are more of them than fit a line. */
const FEW_TAGS = 3;
const LINE_OF_TAGS = 6;

/** The tags used most, those that are chosen among them, and how many others there are. */
function commonest(
  cells: readonly string[],
  counts: ReadonlyMap<string, number>,
  isWanted: (cell: string) => boolean,
): { readonly shown: readonly string[]; readonly more: number } {
  if (cells.length <= LINE_OF_TAGS) return { shown: cells, more: 0 };
  const byCount = [...cells].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const shown = byCount.filter((cell, at) => at < FEW_TAGS || isWanted(cell));
  return { shown, more: cells.length - shown.length };
}

interface SmallCellProps {
  readonly term: Term;
  readonly name: string;
  readonly count: number;
}

function SmallCell({ term, name, count }: SmallCellProps) {
  const { strings } = useDashboard();
  return (
    <CellButton class="question-stance-small-cell" term={term} name={name} count={count}>
      {name} <b>{strings.dashboard.number(count)}</b>
    </CellButton>
  );
}

interface CellButtonProps extends SmallCellProps {
  readonly class: string;
  /** What the stage asks: it stands in the cell, before the cell's name, and is said as it stands there. */
  readonly hint?: string;
  /** The cell's share of the fullest one, 0 to 1. */
  readonly shade?: number;
  readonly children: preact.ComponentChildren;
}

function CellButton(props: CellButtonProps) {
  const { term, name, count, hint, shade = 0, children } = props;
  const { actions, model, strings } = useDashboard();
  const words = strings.dashboard;
  const pressed = model.state.value.filter.some((other) => sameCondition(other, term));
  const isStage = hint !== undefined;
  const other = isStage ? strings.learning.othersHint : '';
  const lines = [hint, words.cell(name, count), words.matrixHint, other].filter((line) => line);
  return (
    <button
      type="button"
      class={`${props.class} ${count === 0 ? 'is-empty' : ''}`}
      style={{ '--question-stance-shade': shade.toFixed(3) }}
      data-term={`${term.field}:${term.value}`}
      aria-pressed={pressed}
      aria-label={lines.join('\n')}
      data-tooltip-position="top"
      onClick={(event) => model.chooseCell(term, event.shiftKey || event.ctrlKey || event.metaKey)}
      {...(isStage && {
        onContextMenu: (event: MouseEvent) => actions.menus.showForStage(term.value, event),
        onKeyDown: onKey((press, event: KeyboardEvent) =>
          actions.onStageKey(term.value, press, event),
        ),
      })}
    >
      {children}
    </button>
  );
}

function isChosen(filter: Filter, stage: string): boolean {
  return filter.some((term) => sameCondition(term, { field: 'stage', value: stage }));
}

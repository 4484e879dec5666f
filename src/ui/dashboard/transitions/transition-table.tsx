/** All pairs with their numbers, drawn as they come into sight; arrow keys go from row to row. */
import { useCallback, useMemo, useState } from 'preact/hooks';
import { onKey } from '../../../keys/key-press';
import type { TransitionPair } from '../../../core/query';
import { SpokenName } from '../../parts/spoken-name';
import { positionsAmong } from '../../list/drawn-rows';
import { VirtualList } from '../../list/virtual-list';
import { useDashboard } from '../actions/dashboard-context';
import { cellBeside } from '../compare/compare-keys';
import { FEW_ROWS } from '../compare/compare-table';
import { useFocusTip } from '../compare/focus-tip';
import { useFocusAtCursor, useKeyboardCursor } from '../compare/keyboard-cursor';
import { columnColor } from '../model/compare/table-look';
import {
  differenceText,
  expectedText,
  pairKey,
  pairTip,
  stageName,
} from '../model/transitions/shown-transitions';
import type { PairParts } from './transition-map';

/** What a row is high before it is measured, in pixels. */
const ROW_HEIGHT = 44;

interface TransitionTableProps extends PairParts {
  /** All rows are drawn, seen or not. */
  readonly isWhole: boolean;
}

export function TransitionTable({ shown, isPressed, onPress, isWhole }: TransitionTableProps) {
  const { pairs, transitions, words } = shown;
  const { id, strings } = useDashboard();
  const says = strings.transitions;
  const { number } = strings.dashboard;
  const [grid, setGrid] = useState<HTMLElement | null>(null);
  const last = pairs.length - 1;
  /** Pairs that are counted anew are the same rows. */
  const keyOf = useCallback((pair: TransitionPair) => pairKey(shown, pair), [shown]);
  const keys = useMemo(() => pairs.map(keyOf), [pairs, keyOf]);
  const positions = useMemo(() => positionsAmong(keys), [keys]);
  const [cursor, moveTo] = useKeyboardCursor(keys, 0);
  const follow = useFocusAtCursor(grid, `[data-row='${String(cursor)}']`);
  const tip = useFocusTip();
  const onKeyDown = onKey((press, event: KeyboardEvent): void => {
    if (press.name === 'Escape') tip.hide();
    const ends = { Home: 0, End: last }[press.name];
    const next = cellBeside({ row: cursor, column: 0 }, press, { row: last, column: 0 }, false);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(ends ?? next.row);
    follow();
  });
  const renderRow = useCallback(
    (pair: TransitionPair, index: number) => {
      const { count, from, isJudged, leaning, to } = pair;
      const column = transitions.columns[from];
      return (
        <div
          role="row"
          aria-rowindex={index + 2}
          class={`question-stance-pairs-row ${column ? columnColor(column, words) : ''} ${leaning === 0 ? '' : 'is-leaning'}`}
        >
          <div role="rowheader" aria-colindex={1}>
            <button
              type="button"
              data-row={index}
              tabIndex={index === cursor ? 0 : -1}
              aria-pressed={isPressed(pair)}
              aria-disabled={count === 0}
              aria-label={pairTip(shown, pair)}
              data-tooltip-position="top"
              onClick={() => onPress(pair)}
              onFocus={({ currentTarget }) => {
                moveTo(index);
                if (currentTarget.matches(':focus-visible')) {
                  tip.show(currentTarget, grid?.parentElement);
                }
              }}
              onBlur={tip.hide}
            >
              <span>{stageName(shown, from)}</span>
              <span>{from === to ? says.stays : says.to(stageName(shown, to))}</span>
            </button>
          </div>
          <b role="gridcell" aria-colindex={2}>
            {number(count)}
          </b>
          <span role="gridcell" aria-colindex={3}>
            {expectedText(shown, pair)}
          </span>
          <span role="gridcell" aria-colindex={4}>
            {differenceText(shown, pair)}
            {!isJudged && <small> {says.few}</small>}
          </span>
        </div>
      );
    },
    [shown, isPressed, onPress, cursor, grid],
  );
  return (
    <div class="question-stance-pairs-frame">
      <SpokenName id={`${id}-steps`} name={says.table} />
      <div
        ref={setGrid}
        class={`question-stance-pairs ${pairs.length > FEW_ROWS ? 'is-long' : ''}`}
        role="grid"
        aria-labelledby={`${id}-steps`}
        aria-rowcount={pairs.length + 2}
        aria-colcount={4}
        onKeyDown={onKeyDown}
        onScroll={tip.hide}
      >
        <div role="row" aria-rowindex={1} class="question-stance-pairs-row is-heads">
          {Object.values(says.heads).map((head, at) => (
            <span key={head} role="columnheader" aria-colindex={at + 1}>
              {head}
            </span>
          ))}
        </div>
        <VirtualList
          items={pairs}
          positions={positions}
          keyOf={keyOf}
          estimateHeight={estimateHeight}
          renderRow={renderRow}
          active={cursor}
          margin={ROW_HEIGHT}
          {...((isWhole || pairs.length <= FEW_ROWS) && { overscan: Infinity })}
          scroller={grid}
          attributes={{ role: 'presentation' }}
        />
        <div role="row" aria-rowindex={pairs.length + 2} class="question-stance-pairs-row is-all">
          <span role="rowheader" aria-colindex={1}>
            {says.all}
          </span>
          <b role="gridcell" aria-colindex={2}>
            {number(transitions.all.total)}
          </b>
        </div>
      </div>
      {tip.drawn}
    </div>
  );
}

function estimateHeight(): number {
  return ROW_HEIGHT;
}

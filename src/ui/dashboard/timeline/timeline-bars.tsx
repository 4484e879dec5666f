/**
 * The bars over time as one list box: arrow keys go from bar to bar, with Shift they choose all between; a press chooses
 * one, or the one that was chosen no more, and dragging, by mouse or by a handle, several.
 */
import { useMemo, useRef, useState } from 'preact/hooks';
import { type Span, type TimelineBucket, UNDATED } from '../../../core/query';
import { onKey } from '../../../keys/key-press';
import { SpokenName } from '../../parts/spoken-name';
import { useDashboard } from '../actions/dashboard-context';
import { cellBeside } from '../compare/compare-keys';
import { useFocusTip } from '../compare/focus-tip';
import { useFocusAtCursor, useKeyboardCursor } from '../compare/keyboard-cursor';
import {
  isWithinSpan,
  type ShownTimeline,
  spanOf,
  widthOfBars,
} from '../model/timeline/timeline-look';
import { timelineRecords } from '../model/timeline/timeline-text';
import { useBarsInPlace } from './bars-in-place';
import { TimelineBar } from './timeline-bar';

const BAR = '[data-at]';

interface TimelineBarsProps {
  readonly shown: ShownTimeline;
  readonly span: Span | null;
  readonly onPress: (span: Span | null) => void;
}

/** Bars, where choosing began and where it is: by their keys, or by their positions as they are drawn now. */
interface Stretch<Bar> {
  readonly from: Bar;
  readonly to: Bar;
}

export function TimelineBars({ shown, span, onPress }: TimelineBarsProps) {
  const { id, strings } = useDashboard();
  const { timeline, buckets } = shown;
  const [bars, setBars] = useState<HTMLElement | null>(null);
  const last = buckets.length - 1;
  const keys = useMemo(() => buckets.map(keyOf), [buckets]);
  const [cursor, moveTo] = useKeyboardCursor(keys, last);
  useBarsInPlace(bars, timeline.unit, buckets);
  const follow = useFocusAtCursor(bars, `[data-at='${cursor}']`);
  const tip = useFocusTip();
  /** What is dragged over and not yet let go. */
  const [draggedKeys, setDragged] = useState<Stretch<string> | null>(null);
  const dragged = draggedKeys && stretchNow(draggedKeys);
  const pressedKey = useRef<string | null>(null);
  const chosen = buckets.map((bucket, at) =>
    dragged
      ? at >= Math.min(dragged.from, dragged.to) && at <= Math.max(dragged.from, dragged.to)
      : isWithinSpan(bucket, span),
  );
  const ends = { first: chosen.indexOf(true), last: chosen.lastIndexOf(true) };
  /** The key of the bar from which Shift goes on choosing. */
  const anchorKey = useRef<string | null>(null);

  function positionOf(key: string | null): number | null {
    const at = key === null ? -1 : keys.indexOf(key);
    return at === -1 ? null : at;
  }
  function stretchNow(stretch: Stretch<string>): Stretch<number> | null {
    const [from, to] = [positionOf(stretch.from), positionOf(stretch.to)];
    return from === null || to === null ? null : { from, to };
  }
  function chooseFrom(anchor: number, to: number): void {
    anchorKey.current = keys[anchor] ?? null;
    press({ from: anchor, to });
  }
  function press({ from, to }: Stretch<number>): void {
    const [first, end] = [buckets[Math.min(from, to)], buckets[Math.max(from, to)]];
    if (!first || !end) return;
    const [start, stop] = [spanOf(first), spanOf(end)];
    if (start === UNDATED) onPress(UNDATED);
    // What has no day lies in no span.
    else onPress({ from: start.from, to: stop === UNDATED ? (lastDated() ?? start.to) : stop.to });
  }
  function lastDated(): string | null {
    return timeline.buckets.at(-1)?.until ?? null;
  }
  function choose(at: number, extend: boolean): void {
    moveTo(at);
    if (extend) {
      chooseFrom(positionOf(anchorKey.current) ?? (ends.first === -1 ? at : ends.first), at);
      return;
    }
    anchorKey.current = keys[at] ?? null;
    if (buckets[at]?.total === 0) return;
    if (ends.first === at && ends.last === at) onPress(null);
    else press({ from: at, to: at });
  }
  const onKeyDown = onKey((key, event: KeyboardEvent): void => {
    if (key.name === 'Escape') {
      if (span === null) tip.hide();
      else onPress(null);
    } else if (key.name === 'Enter' || key.name === 'Space') {
      choose(cursor, key.shift);
    } else {
      const isRightToLeft = bars?.win.getComputedStyle(bars).direction === 'rtl';
      const ahead = { row: 0, column: last };
      const next = cellBeside({ row: 0, column: cursor }, key, ahead, isRightToLeft);
      if (!next) return;
      moveTo(next.column);
      follow();
      if (key.shift) {
        const anchor = positionOf(anchorKey.current);
        chooseFrom(anchor === null || !chosen[anchor] ? cursor : anchor, next.column);
      }
    }
    event.preventDefault();
    event.stopPropagation();
  });
  function barAt(target: EventTarget | null): number | null {
    const at = (target as HTMLElement | null)?.closest<HTMLElement>(BAR)?.dataset.at;
    return at === undefined ? null : Number(at);
  }
  /** The bar under the pointer, wherever it is above or below it. */
  function barUnder(x: number): number | null {
    for (const bar of bars?.querySelectorAll<HTMLElement>(BAR) ?? []) {
      const { left, right } = bar.getBoundingClientRect();
      if (x >= left && x <= right) return Number(bar.dataset.at);
    }
    return null;
  }
  function onPointerDown(event: PointerEvent): void {
    const at = barAt(event.target);
    const isHandle = (event.target as HTMLElement).matches('.question-stance-timeline-handle');
    // A finger scrolls, but by a handle.
    if (at === null || event.button !== 0 || (event.pointerType !== 'mouse' && !isHandle)) return;
    const { classList } = event.target as HTMLElement;
    const from = !isHandle ? at : classList.contains('is-from') ? ends.last : ends.first;
    pressedKey.current = keys[from] ?? null;
    if (isHandle) event.preventDefault();
  }
  function onPointerMove(event: PointerEvent): void {
    const from = pressedKey.current;
    const at = from === null ? null : barUnder(event.clientX);
    const to = at === null ? undefined : keys[at];
    if (from === null || to === undefined) return;
    if (to === (draggedKeys ? draggedKeys.to : from)) return;
    // Until then a press is a press, and its bar is told of it.
    if (!draggedKeys) bars?.setPointerCapture(event.pointerId);
    setDragged({ from, to });
  }
  function onPointerUp(): void {
    letGo();
    if (!dragged) return;
    moveTo(dragged.to);
    chooseFrom(dragged.from, dragged.to);
  }
  function letGo(): void {
    pressedKey.current = null;
    setDragged(null);
  }
  return (
    <div class="question-stance-compare-frame">
      <SpokenName id={`${id}-timeline`} name={strings.timeline.table} />
      <Axis {...shown} />
      <div
        ref={setBars}
        class="question-stance-timeline-bars"
        role="listbox"
        aria-multiselectable
        aria-orientation="horizontal"
        aria-labelledby={`${id}-timeline`}
        style={{ '--question-stance-bar': `${widthOfBars(shown)}px` }}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const at = barAt(event.target);
          const isHandle = (event.target as HTMLElement).matches(
            '.question-stance-timeline-handle',
          );
          if (at !== null && !isHandle) choose(at, event.shiftKey);
        }}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={letGo}
        onFocusCapture={({ target }: FocusEvent) => {
          const at = barAt(target);
          if (at === null) return;
          moveTo(at);
          const place = target as HTMLElement;
          if (place.matches(':focus-visible')) tip.show(place, bars?.parentElement);
        }}
        onBlurCapture={tip.hide}
        onScroll={tip.hide}
      >
        {buckets.map((bucket, at) => (
          <TimelineBar
            key={keyOf(bucket)}
            shown={shown}
            bucket={bucket}
            at={at}
            isCursor={at === cursor}
            isChosen={chosen[at] === true}
            isFirst={at === ends.first}
            isLast={at === ends.last}
          />
        ))}
      </div>
      <SpokenTable shown={shown} />
      {tip.drawn}
    </div>
  );
}

function keyOf({ key }: TimelineBucket): string {
  return key ?? UNDATED;
}

function Axis({ numbers, most, words }: ShownTimeline) {
  const { compare, dashboard } = words.strings;
  const marks =
    numbers === 'share' ? [100, 75, 50, 25, 0].map(compare.share) : [dashboard.number(most), '0'];
  return (
    <div class="question-stance-timeline-axis" aria-hidden="true">
      {marks.map((mark) => (
        <span key={mark}>{mark}</span>
      ))}
    </div>
  );
}

/** The figures, for who can't see the bars. */
function SpokenTable({ shown }: Pick<TimelineBarsProps, 'shown'>) {
  const [head = [], ...lines] = timelineRecords(shown, shown.words.strings.dashboard.number);
  return (
    <div class="question-stance-for-screen-readers">
      <table>
        <caption>{shown.words.strings.timeline.table}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, ...cells], at) => (
            <tr key={at}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

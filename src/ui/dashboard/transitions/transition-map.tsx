/**
 * The map: the stages on their paths, and what leads from one to the next. The lines are a picture; the number on each
 * is a button that says all of it, and arrow keys go from one to the other.
 */
import { useMemo, useState } from 'preact/hooks';
import { onKey } from '../../../keys/key-press';
import type { TransitionPair } from '../../../core/query';
import { SpokenName } from '../../parts/spoken-name';
import { useDashboard } from '../actions/dashboard-context';
import { useFocusTip } from '../compare/focus-tip';
import { useFocusAtCursor, useKeyboardCursor } from '../compare/keyboard-cursor';
import { columnColor } from '../model/compare/table-look';
import {
  COUNT_SIZE,
  type DrawnLink,
  LINE_HEIGHT,
  type MapLayout,
} from '../model/transitions/map-parts';
import { boxOf, headOf, outlineOf, wordsAt } from '../model/transitions/map-shapes';
import {
  pairKey,
  pairTip,
  type PairLink,
  type ShownTransitions,
} from '../model/transitions/shown-transitions';
import { areaBeside } from './map-keys';

export interface PairParts {
  readonly shown: ShownTransitions;
  readonly isPressed: (pair: TransitionPair) => boolean;
  readonly onPress: (pair: TransitionPair) => void;
}

interface TransitionMapProps extends PairParts {
  readonly layout: MapLayout<PairLink>;
  readonly isRightToLeft: boolean;
}

export function TransitionMap(props: TransitionMapProps) {
  const { shown, layout, isRightToLeft, isPressed, onPress } = props;
  const { id, strings } = useDashboard();
  const { columns, questions } = shown.transitions;
  const { height, links, stages, width } = layout;
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const keyOf = ({ link }: DrawnLink<PairLink>): string => pairKey(shown, link.pair);
  const keys = useMemo(() => links.map(keyOf), [shown, links]);
  const [cursor, moveTo] = useKeyboardCursor(keys, 0);
  const follow = useFocusAtCursor(frame, selectorOf(cursor));
  /** The key of the pair that is pointed at, or has the keyboard. */
  const [active, setActive] = useState<string | null>(null);
  const tip = useFocusTip();
  const around = () => frame?.closest('.question-stance-map-side');
  const leave = (): void => {
    setActive(null);
    tip.hide();
  };
  const onKeyDown = onKey(({ name, alt, mod }, event: KeyboardEvent): void => {
    if (name === 'Escape') tip.hide();
    const areas = links.map(({ label }) => label);
    const next = alt || mod ? null : areaBeside(areas, cursor, name);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(next);
    follow();
  });
  const color = (position: number): string => {
    const column = columns[position];
    return column ? columnColor(column, shown.words) : '';
  };
  const classOf = (drawn: DrawnLink<PairLink>): string => {
    const { kind, link } = drawn;
    return [
      `is-${kind}`,
      color(link.from),
      link.count === 0 ? 'is-zero' : '',
      keyOf(drawn) === active ? 'is-active' : '',
      isPressed(link.pair) ? 'is-pressed' : '',
    ].join(' ');
  };
  const map = (
    <div
      ref={setFrame}
      class="question-stance-map"
      role="group"
      aria-labelledby={`${id}-map`}
      style={{ width: `${String(width)}px`, aspectRatio: `${String(width)} / ${String(height)}` }}
      onKeyDown={onKeyDown}
    >
      <SpokenName id={`${id}-map`} name={strings.transitions.map} />
      <svg viewBox={`0 0 ${String(width)} ${String(height)}`} aria-hidden="true">
        {stages.map((stage) => {
          const words = wordsAt(stage, isRightToLeft);
          const { column } = stage.stage;
          return (
            <g key={column} class={`question-stance-map-stage ${color(column)}`}>
              <path d={boxOf(stage, isRightToLeft)} />
              <text x={words.x} y={words.y} font-size={COUNT_SIZE}>
                {strings.dashboard.number(questions[column] ?? 0)}
              </text>
              {stage.lines.map((line, at) => (
                <text key={at} x={words.x} y={words.y + 3 + LINE_HEIGHT * (at + 1)}>
                  {line}
                </text>
              ))}
            </g>
          );
        })}
        {[...links].reverse().map((drawn) => {
          const { link, line, ring, width: wide } = drawn;
          const outline = ring ? null : outlineOf(line);
          return (
            <g
              key={keyOf(drawn)}
              class={`question-stance-map-link ${classOf(drawn)}`}
              data-line={links.indexOf(drawn)}
              onClick={() => onPress(link.pair)}
              onPointerEnter={() => {
                setActive(keyOf(drawn));
                const button = frame?.querySelector<HTMLElement>(selectorOf(links.indexOf(drawn)));
                if (button) tip.show(button, around());
              }}
              onPointerLeave={leave}
            >
              {ring ? (
                <circle cx={ring.x} cy={ring.y} r={ring.radius} stroke-width={wide} />
              ) : (
                <>
                  <path d={outline ?? ''} class="is-reach" />
                  <path d={outline ?? ''} stroke-width={wide} />
                  {drawn.kind === 'back' && (
                    <path d={outline ?? ''} class="is-hollow" stroke-width={wide - 2} />
                  )}
                  <path d={headOf(drawn)} class="is-head" />
                </>
              )}
            </g>
          );
        })}
      </svg>
      {links.map((drawn, at) => {
        const { link, label } = drawn;
        return (
          <button
            key={keyOf(drawn)}
            type="button"
            class={`question-stance-map-number ${classOf(drawn)} ${link.pair.leaning === 0 ? '' : 'is-leaning'}`}
            style={{
              left: `${String((100 * label.x) / width)}%`,
              top: `${String((100 * label.y) / height)}%`,
              width: `${String(label.width)}px`,
              height: `${String(label.height)}px`,
            }}
            tabIndex={at === cursor ? 0 : -1}
            data-link={at}
            aria-pressed={isPressed(link.pair)}
            aria-disabled={link.count === 0}
            aria-label={pairTip(shown, link.pair)}
            data-tooltip-position="top"
            onClick={() => onPress(link.pair)}
            onPointerEnter={() => setActive(keyOf(drawn))}
            onPointerLeave={leave}
            onFocus={({ currentTarget }) => {
              moveTo(at);
              setActive(keyOf(drawn));
              if (currentTarget.matches(':focus-visible')) tip.show(currentTarget, around());
            }}
            onBlur={leave}
          >
            {link.label}
          </button>
        );
      })}
    </div>
  );
  // Beside what scrolls, so that nothing of it is cut off.
  return (
    <>
      <div class="question-stance-map-frame">{map}</div>
      {tip.drawn}
    </>
  );
}

/** Finds the number of the link at a position. */
function selectorOf(at: number): string {
  return `[data-link='${String(at)}']`;
}

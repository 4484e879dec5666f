/**
 * The map: the stages on their paths, and what leads from one to the next. The lines are a picture; the number on each
 * is a button that says all of it, and arrow keys go from one to the other.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { onKey } from '../../../keys/key-press';
import type { TransitionPair } from '../../../core/query';
import { SpokenName } from '../../parts/spoken-name';
import { useDashboard } from '../actions/dashboard-context';
import { useFocusTip } from '../compare/focus-tip';
import { columnColor } from '../model/compare/table-look';
import {
  COUNT_SIZE,
  type DrawnLink,
  LINE_HEIGHT,
  type MapLayout,
} from '../model/transitions/map-parts';
import { boxOf, headOf, outlineOf, wordsAt } from '../model/transitions/map-shapes';
import {
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
  const frame = useRef<HTMLDivElement>(null);
  const [wanted, setCursor] = useState(0);
  const [active, setActive] = useState<TransitionPair | null>(null);
  const tip = useFocusTip();
  /** A key has moved the cursor, and the keyboard is to follow. */
  const follows = useRef(false);
  const cursor = Math.min(wanted, links.length - 1);
  const buttonAt = (at: number) =>
    frame.current?.querySelector<HTMLElement>(`[data-link='${String(at)}']`);
  useLayoutEffect(() => {
    if (follows.current) buttonAt(cursor)?.focus();
    follows.current = false;
  });
  const around = () => frame.current?.closest('.question-stance-map-side');
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
    follows.current = true;
    setCursor(next);
  });
  const color = (position: number): string => {
    const column = columns[position];
    return column ? columnColor(column, shown.words) : '';
  };
  const classOf = ({ kind, link }: DrawnLink<PairLink>): string =>
    [
      `is-${kind}`,
      color(link.from),
      link.count === 0 ? 'is-zero' : '',
      link.pair === active ? 'is-active' : '',
      isPressed(link.pair) ? 'is-pressed' : '',
    ].join(' ');
  const map = (
    <div
      ref={frame}
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
              key={`${String(link.from)} ${String(link.to)}`}
              class={`question-stance-map-link ${classOf(drawn)}`}
              data-line={links.indexOf(drawn)}
              onClick={() => onPress(link.pair)}
              onPointerEnter={() => {
                setActive(link.pair);
                const button = buttonAt(links.indexOf(drawn));
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
            key={`${String(link.from)} ${String(link.to)}`}
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
            onPointerEnter={() => setActive(link.pair)}
            onPointerLeave={leave}
            onFocus={({ currentTarget }) => {
              setCursor(at);
              setActive(link.pair);
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

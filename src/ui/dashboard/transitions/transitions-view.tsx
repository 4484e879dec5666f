/** What is asked after what: a map of the stages, all pairs with their numbers, and below them the questions. */
import { useCallback, useLayoutEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { pressedPair, type TransitionPair, withPair } from '../../../core/query';
import { useDashboard, useWords } from '../actions/dashboard-context';
import { textWidths } from '../actions/table-exits';
import { showWithinMenu } from '../actions/menus/transition-menu';
import { ExitsTool, NothingDrawn, WithList } from '../compare/picture-frame';
import { Tool } from '../filter/filter-bar';
import type { ViewProps } from '../list/question-list';
import { layOut } from '../model/transitions/map-layout';
import { mirrored } from '../model/transitions/map-mirror';
import {
  keysOfPair,
  mapLinks,
  mapPaths,
  sentencesOf,
  shownTransitions,
} from '../model/transitions/shown-transitions';
import { transitionsSource } from '../model/transitions/map-picture';
import { TransitionMap } from './transition-map';
import { TransitionTable } from './transition-table';

export function TransitionsView(props: ViewProps) {
  return (
    <WithList list={props}>
      <TransitionsAlone />
    </WithList>
  );
}

/** Map and table alone. */
export function TransitionsAlone({ isWhole = false }: Pick<ViewProps, 'isWhole'>) {
  const { model, strings } = useDashboard();
  const words = useWords();
  const says = strings.transitions;
  const transitions = model.shown.transitions.value;
  const { columns, within } = transitions;
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const width = useWidth(frame);
  const shown = useMemo(() => shownTransitions(transitions, words), [transitions, words.taxonomy]);
  const isRightToLeft = frame?.win.getComputedStyle(frame).direction === 'rtl';
  const layout = useMemo(() => {
    if (!frame || width === 0) return null;
    const room = { width, widthOf: textWidths(frame) };
    const found = layOut(mapPaths(shown), mapLinks(shown), room);
    return isRightToLeft ? mirrored(found) : found;
  }, [shown, frame, width, isRightToLeft]);
  const pressed = pressedPair(model.state.value.filter, within);
  const isPressed = useCallback(
    ({ from, to }: TransitionPair) =>
      pressed?.from === columns[from]?.key && pressed?.to === columns[to]?.key,
    [columns, pressed?.from, pressed?.to],
  );
  const onPress = useCallback(
    (pair: TransitionPair) => {
      if (pair.count === 0) return;
      const { filter } = model.state.peek();
      model.setFilter(withPair(filter, within, keysOfPair(transitions, pair)));
    },
    [transitions],
  );
  const parts = { shown, isPressed, onPress };
  const tools = (
    <div class="question-stance-compare-tools">
      <Tool
        popup="menu"
        icon="rows-3"
        text={says.within(says.withins[within])}
        open={(button) => showWithinMenu(button, model, strings)}
      />
      <ExitsTool source={transitionsSource(shown)} />
    </div>
  );
  if (transitions.all.total === 0) {
    return (
      <section class="question-stance-compare question-stance-transitions">
        {tools}
        <NothingDrawn title={says.nothing} hint={says.nothingHint[within]} />
      </section>
    );
  }
  return (
    <section class="question-stance-compare question-stance-transitions">
      {tools}
      <div class="question-stance-transitions-sides">
        <div ref={setFrame} class="question-stance-map-side">
          {layout && <TransitionMap {...parts} layout={layout} isRightToLeft={isRightToLeft} />}
          <Legend />
        </div>
        <div class="question-stance-pairs-side">
          <TransitionTable {...parts} isWhole={isWhole} />
          <p class="question-stance-faint">{layout && sentencesOf(shown, layout.links)}</p>
        </div>
      </div>
    </section>
  );
}

const GLYPHS = {
  on: 'M3 12V8Q3 3 8 3H16Q21 3 21 8V12',
  back: 'M3 12V8Q3 3 8 3H16Q21 3 21 8V12',
  stay: 'M12 2A5 5 0 1 1 11.99 2z',
  change: 'M3 1V4Q3 7 8 7H16Q21 7 21 10V13',
} as const;

function Legend() {
  const { legend } = useDashboard().strings.transitions;
  return (
    <div class="question-stance-compare-legend">
      {(['on', 'back', 'stay', 'change'] as const).map((kind) => (
        <span key={kind}>
          <svg
            class={`question-stance-map-link is-${kind} question-stance-map-glyph`}
            viewBox="0 0 24 14"
            aria-hidden="true"
          >
            <path d={GLYPHS[kind]} stroke-width={kind === 'on' ? 5 : kind === 'back' ? 4 : 2.5} />
            {kind === 'back' && <path d={GLYPHS.back} class="is-hollow" stroke-width={2} />}
          </svg>
          {legend[kind]}
        </span>
      ))}
      <span>{legend.width}</span>
    </div>
  );
}

/** How wide an element is; 0 as long as there is none. */
function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0);
  const [moves, noteMove] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => {
    const win = element?.ownerDocument.defaultView;
    if (!element || !win) return undefined;
    const look = (): void => setWidth(element.clientWidth);
    const observer = new win.ResizeObserver(look);
    observer.observe(element);
    look();
    return () => observer.disconnect();
  }, [element, moves]);
  useLayoutEffect(() => element?.onWindowMigrated(() => noteMove(null)), [element]);
  return width;
}

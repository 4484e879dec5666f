/** The whole dashboard, from the switch of notes down to the list. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { SpokenName } from '../parts/spoken-name';
import { Announcements } from './announcements';
import { FIRST_WAY } from './actions/dashboard-focus';
import { DashboardContext, type DashboardParts } from './actions/dashboard-context';
import { EmptyState } from './empty-state';
import { Explanation } from './filter/explanation';
import { FilterBar } from './filter/filter-bar';
import { listKeyHandler, undoKeyHandler } from './actions/list-key-handler';
import type { ItemList } from './model/list-items';
import { isShown } from './model/shown-parts';
import { CollapsibleMatrix } from './matrix/collapsible-matrix';
import { Progress } from './progress';
import type { ViewHandle } from './list/question-list';
import { NotesSwitch } from './filter/notes-switch';
import { SelectionBar } from './list/selection-bar';
import { Totals } from './matrix/totals';
import { VIEW_BODIES } from './views';

export function Dashboard(parts: DashboardParts & { readonly scroller: HTMLElement }) {
  const { id, model, actions, strings, scroller } = parts;
  const [context] = useState<DashboardParts>(() => parts);
  const list = useRef<ViewHandle>(null);
  const emptiness = model.emptiness.value;
  const { view } = model.state.value;
  const showsHeader = isShown('header', model.state.value);
  const { Body, withMatrix = false, isDrawnEmpty = false } = VIEW_BODIES[view];
  // Where there is nothing to count or to filter, zeros would only be in the way of what is said.
  const hasAny = emptiness === null || emptiness.kind === 'no-match';
  const toList = (): void => {
    model.selection.select((selection, shown) =>
      selection.cursor === null
        ? { ...selection, cursor: view === 'path' ? (shown.keyAt(0) ?? null) : firstRow(shown) }
        : selection,
    );
    list.current?.focus();
  };
  const onKeyDown = listKeyHandler(model, actions);
  const onUndo = undoKeyHandler(actions.marks);
  // An empty state takes the list's place: whoever was in the list goes on with the first way out of it, and whoever
  // took that way goes on in the list.
  const page = useRef<HTMLDivElement>(null);
  const isInList = list.current?.hasFocus() === true;
  const isOnWay = (page.current?.querySelector(`${FIRST_WAY}:focus`) ?? null) !== null;
  useLayoutEffect(() => {
    if (emptiness && isInList) page.current?.querySelector<HTMLElement>(FIRST_WAY)?.focus();
    if (!emptiness && isOnWay) actions.focus.toList();
  }, [emptiness === null]);
  // One view takes the other's place, and the keyboard goes on in it.
  useLayoutEffect(() => {
    if (isInList) actions.focus.toList();
  }, [view]);
  return (
    <DashboardContext.Provider value={context}>
      <div
        ref={page}
        class={`question-stance-page is-${view}`}
        role="region"
        aria-labelledby={`${id}-title`}
        onKeyDown={onUndo}
      >
        <SpokenName id={`${id}-title`} name={strings.dashboard.title} />
        <div class="question-stance-head">
          {hasAny && showsHeader && <Totals />}
          <NotesSwitch />
        </div>
        <Announcements />
        {emptiness?.kind !== 'indexing' && <Progress />}
        {hasAny && showsHeader && withMatrix && <CollapsibleMatrix scroller={scroller} />}
        {hasAny && <FilterBar onLeave={toList} />}
        {hasAny && <Explanation />}
        {(!emptiness || (hasAny && isDrawnEmpty)) && (
          <Body scroller={scroller} handle={list} onKeyDown={onKeyDown} />
        )}
        {emptiness && <EmptyState emptiness={emptiness} />}
        <SelectionBar />
      </div>
    </DashboardContext.Provider>
  );
}

/** A list begins with a header; its first row comes right after, unless groups are collapsed. */
function firstRow(list: ItemList): string | null {
  for (let at = 0; at < list.length; at++) {
    const item = list.at(at);
    if (item?.kind === 'row') return item.key;
  }
  return null;
}

/** The list of groups and questions: virtualised, driven by the keyboard, a tree grid to screen readers. */
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect } from 'preact/hooks';
import { SpokenName } from '../../parts/spoken-name';
import { VirtualList, type VirtualListHandle } from '../../list/virtual-list';
import { DashboardContext, useDashboard } from '../actions/dashboard-context';
import { hasChips } from '../state/dashboard-state';
import { firstInSight } from './first-in-sight';
import { GroupHeader } from './group-header';
import type { ListItem } from '../model/list-items';
import { extendTo, toggleRows } from '../model/list-selection';
import { QuestionRow } from './question-row';

const HEADER_HEIGHT = 44;
const ROW_HEIGHT = 49;
/** Room for the bars that stick to the top and the bottom of the view, and for the line of chips. */
const BAR_HEIGHT = 60;
const CHIPS_HEIGHT = 32;

interface QuestionListProps {
  readonly scroller: HTMLElement | null;
  readonly handle: RefObject<VirtualListHandle>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function QuestionList({ scroller, handle, onKeyDown }: QuestionListProps) {
  const parts = useDashboard();
  const { actions, id, model, strings } = parts;
  useLayoutEffect(() => actions.focus.listIsShown(), [actions]);
  const list = model.shown.list.value;
  const { cursor, selected } = model.selection.value;
  const { groups } = model.state.value;
  const search = model.searched.value;
  const active = cursor === null ? undefined : list.indexOf(cursor);
  const margin = BAR_HEIGHT + (hasChips(model.state.value) ? CHIPS_HEIGHT : 0);
  /** Who comes by the keyboard has to see where the keys will go on from. */
  const arrive = (element: HTMLElement): void => {
    if (active !== undefined) {
      handle.current?.scrollToIndex(active);
      return;
    }
    const first = (scroller && firstInSight(element, scroller, margin)) ?? 0;
    const item = list.at(first);
    if (item) model.select((selection) => ({ ...selection, cursor: item.key }));
  };
  const keyOf = useCallback((item: ListItem) => item.key, []);
  const estimateHeight = useCallback(
    (item: ListItem) => (item.kind === 'header' ? HEADER_HEIGHT : ROW_HEIGHT),
    [],
  );
  const selectedPerGroup = model.selectedPerGroup.value;
  const renderRow = useCallback(
    (item: ListItem, index: number) => {
      const shared = {
        id: `${id}-item-${index}`,
        place: index + 1,
        active: index === active,
        onActivate: () =>
          model.select((selection) => ({ ...selection, cursor: item.key, anchor: null })),
      };
      const row =
        item.kind === 'header' ? (
          <GroupHeader
            {...shared}
            item={item}
            selected={selectedPerGroup.get(item.key) ?? 0}
            onToggle={() => model.toggleGroup(item)}
          />
        ) : (
          <QuestionRow
            {...shared}
            groups={groups}
            row={item.row}
            search={search}
            selected={selected.has(item.key)}
            onToggle={(extend) =>
              model.select((selection, order) =>
                extend
                  ? extendTo(selection, order, item.key)
                  : toggleRows(selection, [item.key], item.key),
              )
            }
          />
        );
      return <DashboardContext.Provider value={parts}>{row}</DashboardContext.Provider>;
    },
    [parts, model, groups, active, search, selected, selectedPerGroup],
  );
  return (
    <>
      <SpokenName id={`${id}-list`} name={strings.dashboard.list} />
      <VirtualList
        items={list}
        keyOf={keyOf}
        estimateHeight={estimateHeight}
        renderRow={renderRow}
        active={active ?? null}
        margin={margin}
        scroller={scroller}
        handle={handle}
        class="question-stance-questions"
        attributes={{
          role: 'treegrid',
          tabIndex: 0,
          'aria-labelledby': `${id}-list`,
          'aria-multiselectable': true,
          'aria-rowcount': list.length,
          ...(active === undefined ? {} : { 'aria-activedescendant': `${id}-item-${active}` }),
          onKeyDown,
          onFocus: ({ target, currentTarget, relatedTarget }) => {
            // The focus that a command puts here moves nothing: the reader finds the list as it was left.
            const isFromWithin = scroller?.contains(relatedTarget as Node | null) === true;
            if (
              target === currentTarget &&
              isFromWithin &&
              currentTarget.matches(':focus-visible')
            ) {
              arrive(currentTarget);
            }
          },
        }}
      />
    </>
  );
}

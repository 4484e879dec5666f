/**
 * The list of groups and questions: virtualised, driven by the keyboard, a tree grid to screen readers. How a header and
 * a row look is the view's.
 */
import type { ComponentChildren, CSSProperties, FunctionComponent, RefObject } from 'preact';
import { useCallback, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { SpokenName } from '../../parts/spoken-name';
import type { RowPositions } from '../../list/drawn-rows';
import { VirtualList, type VirtualListHandle } from '../../list/virtual-list';
import { DashboardContext, useDashboard } from '../actions/dashboard-context';
import { hasChips } from '../state/dashboard-state';
import { firstInSight } from './first-in-sight';
import type { GroupHeaderProps } from './group-header';
import type { ListItem } from '../model/list-items';
import { extendTo, toggleRows } from '../model/list-selection';
import type { QuestionRowProps } from './row-frame';

/** Room for the bars that stick to the top and the bottom of the view, and for the line of chips. */
const BAR_HEIGHT = 60;
const CHIPS_HEIGHT = 32;
/** Room for the heads of a table's columns. */
const HEAD_HEIGHT = 40;

/** What every view of the dashboard is given. */
export interface ViewProps {
  /** What the page scrolls in. */
  readonly scroller: HTMLElement;
  readonly handle: RefObject<ViewHandle>;
  /** For what has the keyboard while somebody goes from question to question. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Whether all rows are drawn, those too that nobody sees: `scroller` is as high as what is in it. */
  readonly isWhole?: boolean;
}

/** What the page asks of its view. */
export type ViewHandle = Pick<VirtualListHandle, 'focus' | 'hasFocus'>;

interface QuestionListProps extends ViewProps {
  readonly Header: FunctionComponent<GroupHeaderProps>;
  readonly Row: FunctionComponent<QuestionRowProps>;
  /** What rows are high before they are measured, in pixels. */
  readonly headerHeight: number;
  readonly rowHeight: number;
  readonly class?: string;
  /** Where the list scrolls by itself, sideways too: what stands above its rows, and how they are laid out. */
  readonly table?: { readonly head: ComponentChildren; readonly style: CSSProperties };
}

export function QuestionList(props: QuestionListProps) {
  const { scroller, handle, onKeyDown, Header, Row, headerHeight, rowHeight, table } = props;
  const { isWhole = false } = props;
  const list = useRef<VirtualListHandle>(null);
  useImperativeHandle(handle, () => ({
    focus: () => list.current?.focus(),
    hasFocus: () => list.current?.hasFocus() === true,
  }));
  const parts = useDashboard();
  const { actions, id, model, strings } = parts;
  useLayoutEffect(() => actions.focus.listIsShown(), [actions]);
  const items = model.shown.list.value;
  const { cursor, selected } = model.selection.now.value;
  const search = model.searched.value;
  const active = cursor === null ? undefined : items.indexOf(cursor);
  const chips = hasChips(model.state.value) ? CHIPS_HEIGHT : 0;
  const margin = table ? HEAD_HEIGHT : BAR_HEIGHT + chips;
  /** Who comes by the keyboard has to see where the keys will go on from. */
  const arrive = (element: HTMLElement): void => {
    if (active !== undefined) {
      list.current?.scrollToIndex(active);
      return;
    }
    // The bar may go on in a second line.
    const bar = scroller.querySelector('.question-stance-filter-bar')?.getBoundingClientRect();
    const barred = bar ? bar.bottom - scroller.getBoundingClientRect().top : 0;
    const covered = table ? margin : Math.max(margin, barred);
    const item = items.at(firstInSight(element, table ? element : scroller, covered) ?? 0);
    if (item) model.selection.select((selection) => ({ ...selection, cursor: item.key }));
  };
  const positions = useMemo<RowPositions>(
    () => ({ request: items.request, indexOf: (key) => items.indexOf(String(key)) }),
    [items],
  );
  const keyOf = useCallback((item: ListItem) => item.key, []);
  const estimateHeight = useCallback(
    (item: ListItem) => (item.kind === 'header' ? headerHeight : rowHeight),
    [headerHeight, rowHeight],
  );
  const selectedPerGroup = model.selection.perGroup.value;
  const renderRow = useCallback(
    (item: ListItem, index: number) => {
      const shared = {
        id: `${id}-item-${index}`,
        position: index + 1,
        active: index === active,
        onActivate: () =>
          model.selection.select((selection) => ({ ...selection, cursor: item.key, anchor: null })),
      };
      const row =
        item.kind === 'header' ? (
          <Header
            {...shared}
            item={item}
            selected={selectedPerGroup.get(item.key) ?? 0}
            onToggle={() => model.selection.toggleGroup(item)}
          />
        ) : (
          <Row
            {...shared}
            row={item.row}
            search={search}
            selected={selected.has(item.key)}
            onToggle={(extend) =>
              model.selection.select((selection, order) =>
                extend
                  ? extendTo(selection, order, item.key)
                  : toggleRows(selection, [item.key], item.key),
              )
            }
          />
        );
      return <DashboardContext.Provider value={parts}>{row}</DashboardContext.Provider>;
    },
    [Header, Row, parts, model, active, search, selected, selectedPerGroup],
  );
  return (
    <>
      <SpokenName id={`${id}-list`} name={strings.dashboard.list} />
      <VirtualList
        items={items}
        positions={positions}
        keyOf={keyOf}
        estimateHeight={estimateHeight}
        renderRow={renderRow}
        active={active ?? null}
        margin={margin}
        {...(isWhole && { overscan: Infinity })}
        {...(table ? { head: table.head } : { scroller })}
        handle={list}
        class={`question-stance-questions question-stance-main ${props.class ?? ''}`}
        attributes={{
          role: 'treegrid',
          tabIndex: 0,
          ...(table && { style: table.style }),
          'aria-labelledby': `${id}-list`,
          'aria-multiselectable': true,
          'aria-rowcount': items.length,
          ...(active === undefined ? {} : { 'aria-activedescendant': `${id}-item-${active}` }),
          onKeyDown,
          onFocus: ({ target, currentTarget, relatedTarget }) => {
            // The focus that a command puts here moves nothing: the reader finds the list as it was left.
            const isFromWithin = scroller.contains(relatedTarget as Node | null);
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

/** The questions of a base: how many there are, the filter, and below it what the view draws. */
import type { ReadonlySignal } from '@preact/signals';
import { Menu } from 'obsidian';
import { useMemo, useRef, useState } from 'preact/hooks';
import { formatQuery } from '../../core/query';
import {
  DashboardContext,
  type DashboardParts,
  useDashboard,
} from '../dashboard/actions/dashboard-context';
import { showBelow } from '../dashboard/actions/menus/arrange-menus';
import { listKeyHandler, undoKeyHandler } from '../dashboard/actions/list-key-handler';
import { Announcements } from '../dashboard/announcements';
import { EmptyState } from '../dashboard/empty-state';
import { Explanation } from '../dashboard/filter/explanation';
import { FilterChips } from '../dashboard/filter/filter-bar';
import type { ViewHandle } from '../dashboard/list/question-list';
import { SelectionBar } from '../dashboard/list/selection-bar';
import { Totals } from '../dashboard/matrix/totals';
import { isShown } from '../dashboard/model/shown-parts';
import { Progress } from '../dashboard/progress';
import { type DashboardState, isPicture } from '../dashboard/state/dashboard-state';
import { queryOfState } from '../dashboard/state/state-query';
import { VIEW_BODIES } from '../dashboard/views';
import { Icon } from '../parts/icon';
import { ProblemList } from '../parts/problem-list';
import { SpokenName } from '../parts/spoken-name';

export interface BasePageProps extends DashboardParts {
  /** What the page scrolls in. */
  readonly scroller: HTMLElement;
  /** What the base's options ask for. */
  readonly own: ReadonlySignal<DashboardState>;
  /** What is wrong with them, a sentence each. */
  readonly problems: ReadonlySignal<readonly string[]>;
}

export function BasePage(props: BasePageProps) {
  const { id, actions, model, problems, strings } = props;
  const [context] = useState<DashboardParts>(() => props);
  const onUndo = useMemo(() => undoKeyHandler(actions.marks), [actions]);
  const { view } = model.state.value;
  if (problems.value.length > 0) {
    return <ProblemList class="question-stance-base-faults" problems={problems.value} />;
  }
  return (
    <DashboardContext.Provider value={context}>
      <section
        class={`question-stance-page is-${view}`}
        aria-labelledby={`${id}-title`}
        onKeyDown={onUndo}
      >
        <SpokenName id={`${id}-title`} name={strings.bases.name} />
        <Head own={props.own} />
        <Announcements />
        {!isPicture(view) && <FilterChips />}
        <Explanation />
        <Questions scroller={props.scroller} />
        <SelectionBar />
      </section>
    </DashboardContext.Provider>
  );
}

/** Pressed cells and removed chips change what is seen, never the base: there is a way back to what it says. */
function Head({ own }: Pick<BasePageProps, 'own'>) {
  const { actions, model, strings } = useDashboard();
  const words = strings.bases;
  const state = model.state.value;
  const textOf = (each: DashboardState) => formatQuery(queryOfState(each));
  const isOther = state !== own.value && textOf(state) !== textOf(own.value);
  const openMenu = (button: HTMLElement): void => {
    const menu = new Menu();
    actions.addListItems(menu);
    showBelow(menu, button);
  };
  return (
    <div class="question-stance-head question-stance-base-head">
      {isShown('header', state) && <Totals />}
      <span class="question-stance-base-tools">
        {isOther && (
          <button
            type="button"
            class="question-stance-tool"
            onClick={() => {
              model.show(own.value);
              actions.focus.toList();
            }}
          >
            <Icon name="rotate-ccw" />
            {words.asBase}
          </button>
        )}
        <button
          type="button"
          class="question-stance-bare-button"
          aria-haspopup="menu"
          aria-label={words.more}
          onClick={(event) => openMenu(event.currentTarget)}
        >
          <Icon name="more-vertical" />
        </button>
      </span>
    </div>
  );
}

function Questions({ scroller }: Pick<BasePageProps, 'scroller'>) {
  const { actions, model } = useDashboard();
  const handle = useRef<ViewHandle>(null);
  const onKeyDown = useMemo(() => listKeyHandler(model, actions), [model, actions]);
  const emptiness = model.emptiness.value;
  const { Body, isDrawnEmpty = false } = VIEW_BODIES[model.state.value.view];
  if (emptiness?.kind === 'indexing') return <Progress large />;
  return (
    <>
      <Progress />
      {(!emptiness || (emptiness.kind === 'no-match' && isDrawnEmpty)) && (
        <Body scroller={scroller} handle={handle} onKeyDown={onKeyDown} />
      )}
      {emptiness?.kind === 'no-match' && <EmptyState emptiness={emptiness} />}
      {emptiness && emptiness.kind !== 'no-match' && <Nothing />}
    </>
  );
}

function Nothing() {
  const { model, strings } = useDashboard();
  const { bases, dashboard } = strings;
  const notes = model.notes.value;
  const count = notes?.kind === 'given' ? notes.notes.size : 0;
  return (
    <div class="question-stance-empty">
      <div class="question-stance-empty-title">
        {count === 0 ? bases.noNotes : dashboard.noQuestions}
      </div>
      {count > 0 && <p>{bases.nothing(count)}</p>}
    </div>
  );
}

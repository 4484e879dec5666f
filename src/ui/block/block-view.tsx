/** A block: its query in words with what it found, the questions as its view draws them, and the way to the others. */
import type { ReadonlySignal } from '@preact/signals';
import { Menu } from 'obsidian';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { showBelow } from '../dashboard/actions/menus/arrange-menus';
import {
  DashboardContext,
  type DashboardParts,
  useDashboard,
  useWords,
} from '../dashboard/actions/dashboard-context';
import { listKeyHandler, undoKeyHandler } from '../dashboard/actions/list-key-handler';
import { Explanation } from '../dashboard/filter/explanation';
import type { ViewHandle } from '../dashboard/list/question-list';
import { SelectionBar } from '../dashboard/list/selection-bar';
import { isShown } from '../dashboard/model/shown-parts';
import { queryInWords } from '../dashboard/model/arrangement';
import type { DashboardState } from '../dashboard/state/dashboard-state';
import { Progress } from '../dashboard/progress';
import { EMBEDDED_BODIES } from '../dashboard/views';
import { Icon } from '../parts/icon';
import { ProblemList } from '../parts/problem-list';
import { countsAll } from './block-state';

interface BlockProps extends DashboardParts {
  /** The element that the block fills; it is as high as what is in it. */
  readonly scroller: HTMLElement;
  /** All that the source asks for, of which not all may be shown. */
  readonly whole: ReadonlySignal<DashboardState | null>;
  /** What is wrong with the source, a sentence each. */
  readonly problems: ReadonlySignal<readonly string[]>;
  readonly showMore: () => void;
  readonly addItems: (menu: Menu) => void;
}

export function BlockView(props: BlockProps) {
  const { id, problems, actions } = props;
  const [context] = useState<DashboardParts>(() => props);
  const onUndo = useMemo(() => undoKeyHandler(actions.marks), [actions]);
  if (problems.value.length > 0) {
    return <ProblemList class="question-stance-block is-faulty" problems={problems.value} />;
  }
  return (
    <DashboardContext.Provider value={context}>
      <section
        class={`question-stance-page question-stance-block is-${props.model.state.value.view}`}
        aria-labelledby={`${id}-says`}
        onKeyDown={onUndo}
      >
        <Head {...props} />
        <Explanation />
        <Questions {...props} />
        <More showMore={props.showMore} />
        <SelectionBar />
      </section>
    </DashboardContext.Provider>
  );
}

function Head({ addItems, whole }: Pick<BlockProps, 'addItems' | 'whole'>) {
  const { id, model, strings } = useDashboard();
  const words = useWords();
  const state = model.state.value;
  const { listed, totals } = model.shown;
  const { number } = strings.dashboard;
  const open = (button: HTMLElement): void => {
    const menu = new Menu();
    addItems(menu);
    showBelow(menu, button);
  };
  return (
    <div class="question-stance-block-head">
      <span id={`${id}-says`} class="question-stance-block-says" dir="auto">
        {queryInWords(whole.value ?? state, words)}
      </span>
      {isShown('count', state) && (
        <span class="question-stance-block-count">
          {strings.block.found(number(totals.value.total), number(listed.value))}
        </span>
      )}
      <button
        type="button"
        class="question-stance-bare-button"
        aria-haspopup="menu"
        aria-label={strings.block.menu}
        onClick={(event) => open(event.currentTarget)}
      >
        <Icon name="more-vertical" />
      </button>
    </div>
  );
}

function Questions({ model, actions, scroller, strings }: BlockProps) {
  const handle = useRef<ViewHandle>(null);
  const onKeyDown = useMemo(() => listKeyHandler(model, actions), [model, actions]);
  const { view } = model.state.value;
  const emptiness = model.emptiness.value;
  const { cursor } = model.selection.now.value;
  // The note scrolls, not the list.
  useEffect(() => {
    if (handle.current?.hasFocus() !== true) return;
    scroller
      .querySelector('.question-stance-questions .is-active')
      ?.scrollIntoView({ block: 'nearest' });
  }, [cursor]);
  const { Body, isDrawnEmpty = false } = EMBEDDED_BODIES[view];
  if (emptiness?.kind === 'indexing') return <Progress large />;
  return (
    <>
      <Progress />
      {emptiness && (
        <p class="question-stance-block-nothing">{nothingIn(emptiness.kind, strings)}</p>
      )}
      {(!emptiness || (emptiness.kind === 'no-match' && isDrawnEmpty)) && (
        <Body scroller={scroller} handle={handle} onKeyDown={onKeyDown} isWhole />
      )}
    </>
  );
}

type Nothing = 'no-note' | 'no-articles' | 'no-questions' | 'no-match';

function nothingIn(kind: Nothing, { dashboard }: BlockProps['strings']): string {
  switch (kind) {
    case 'no-note':
      return dashboard.noNote;
    case 'no-articles':
      return dashboard.noArticles;
    case 'no-questions':
      return dashboard.noQuestions;
    case 'no-match':
      return dashboard.noMatch;
  }
}

function More({ showMore }: Pick<BlockProps, 'showMore'>) {
  const { model, strings } = useDashboard();
  const more = model.shown.totals.value.total - model.shown.size.value;
  if (more <= 0 || countsAll(model.state.value.view)) return null;
  return (
    <button type="button" class="question-stance-block-more" onClick={showMore}>
      {strings.block.more(more)}
    </button>
  );
}

/**
 * The dashboard's state and what can be done to it, as signals; knows neither Obsidian nor the DOM. Changes
 * that «back» should undo go through `navigate`, which the view hands to the workspace's history;
 * everything else is kept at once. Cursor and selection survive whatever happens to the notes under them.
 */
import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import type { QuestionIndex } from '../../../core/index/question-index';
import {
  type ColumnStore,
  type Condition,
  type Filter,
  type Part,
  type ViewName,
  type Term,
  type GivenNotes,
  type NoteChoice,
  isLargerUnit,
  pressedSpan,
  type Span,
  spanInUnit,
  type TimelineParts,
  timelineOrder,
  type TimeUnit,
  unitOf,
  withSpan,
  toggleCondition,
} from '../../../core/query';
import type { Settings } from '../../../settings/schema';
import {
  DEFAULT_STATE,
  isUndoneByBack,
  renameInState,
  searchedTexts,
  withView,
  type Comparing,
  type DashboardState,
  type NoteChoiceKind,
} from '../state/dashboard-state';
import { AppliedState, NO_PREPARATION, type Preparation } from '../state/applied-state';
import { emptinessOf, type Emptiness } from './emptiness';
import { withCell, withStage, withTerm } from '../state/filter-changes';
import { TypedQuery } from './typed-query';
import { withPart } from './shown-parts';
import { PendingRenames } from './pending-renames';
import { SelectionModel } from './selection-model';
import { findStrayNotes } from './stray-notes';
import { ShownQuestions } from './shown-questions';
import { localDay } from '../../../core/model/local-day';
import { movedPath } from '../../../core/model/path';

export interface DashboardSources {
  /** Shared by all dashboards, and filled while nobody waits. */
  readonly columns: ColumnStore;
  readonly index: Pick<QuestionIndex, 'entries' | 'progress' | 'subscribe'>;
  readonly settings: { get(): Settings; subscribe(listener: () => void): () => void };
  /** Makes ready what a list asks for; answers do it themselves where it is left out. */
  readonly preparation?: Preparation;
  /** Makes a change that «back» undoes; it ends in `show`. */
  readonly navigate: (state: DashboardState) => void;
  /** The state changed otherwise and is to be kept. */
  readonly keep: () => void;
}

export class DashboardModel {
  readonly #sources: DashboardSources;
  readonly #state = signal<DashboardState>(DEFAULT_STATE);
  readonly #filter = computed(() => this.#state.value.filter);
  readonly #activePath = signal<string | null>(null);
  readonly #given = signal<GivenNotes | null>(null);
  readonly #today = signal(localDay());
  readonly #entries;
  readonly #progress;
  readonly #settings;
  readonly #applied: AppliedState;
  readonly #stops: readonly (() => void)[];
  readonly #renames = new PendingRenames();

  readonly state: ReadonlySignal<DashboardState> = this.#state;
  readonly activePath: ReadonlySignal<string | null> = this.#activePath;
  readonly settings: ReadonlySignal<Settings>;
  readonly progress: ReadonlySignal<QuestionIndex['progress']>;
  readonly entries: ReadonlySignal<ReturnType<QuestionIndex['entries']>>;
  /** Whether the list still shows what was asked for before. */
  readonly waits: ReadonlySignal<boolean>;
  readonly shown: ShownQuestions;
  readonly selection: SelectionModel;
  readonly query: TypedQuery;

  /** The notes looked at that have tags without a question. */
  readonly strays = computed(() => findStrayNotes(this.entries.value, this.notes.value));

  /** What is searched for in texts, each once. */
  readonly searched = computed<readonly string[]>(() => searchedTexts(this.#filter.value));

  readonly #notesKind = computed(() => this.#applied.state.value.notes);

  /** The notes to look at; null where «this note» has no note. */
  readonly notes = computed<NoteChoice | null>(() => {
    const given = this.#given.value;
    if (given) return { kind: 'given', notes: given };
    const kind = this.#notesKind.value;
    if (kind !== 'note') return { kind };
    const path = this.#activePath.value;
    return path === null ? null : { kind, path };
  });

  constructor(sources: DashboardSources) {
    this.#sources = sources;
    this.#entries = signal(sources.index.entries());
    this.#progress = signal(sources.index.progress);
    this.#settings = signal(sources.settings.get());
    this.settings = this.#settings;
    this.entries = this.#entries;
    this.progress = this.#progress;
    this.#applied = new AppliedState(this.#state, sources.preparation ?? NO_PREPARATION);
    this.waits = this.#applied.waits;
    this.shown = new ShownQuestions({
      columns: sources.columns,
      entries: this.#entries,
      settings: this.#settings,
      state: this.#applied.state,
      notes: this.notes,
      today: this.#today,
    });
    this.selection = new SelectionModel(this.shown);
    this.query = new TypedQuery({
      state: this.#state,
      settings: this.#settings,
      activePath: this.#activePath,
      go: (change) => this.#go(change),
      keep: (state) => this.#keep(state),
    });
    this.#stops = [
      () => this.selection.dispose(),
      () => this.#applied.dispose(),
      sources.index.subscribe(() => this.#indexChanged()),
      sources.settings.subscribe(() => (this.#settings.value = sources.settings.get())),
    ];
  }

  /** Why the list is empty, or null where it is not. */
  readonly emptiness = computed<Emptiness | null>(() =>
    emptinessOf({
      notes: this.#state.value.notes,
      hasNote: this.#activePath.value !== null,
      phase: this.#progress.value.phase,
      hasArticles: this.shown.listed.value > 0 || this.#hasArticles(),
      listed: this.shown.listed.value,
      shown: this.shown.totals.value.total,
    }),
  );

  /** Takes a state over as it is: from the workspace, or at the end of a change. */
  show(state: DashboardState): void {
    batch(() => {
      this.followDay();
      this.#state.value = state;
    });
  }

  /** Looks at these notes from now on, whichever the state names. */
  setGiven(notes: GivenNotes): void {
    if (this.#given.peek()?.equals(notes) !== true) this.#given.value = notes;
  }

  setActivePath(path: string | null): void {
    this.#activePath.value = path;
  }

  /** To be called now and then: behind midnight other days are meant by «today» and «this month». */
  followDay(): void {
    this.#today.value = localDay();
  }

  setNotes(notes: NoteChoiceKind): void {
    this.#go({ notes });
  }

  setFilter(filter: Filter): void {
    this.#go({ filter });
  }

  /** Shows all questions of the notes again. */
  clearFilter(): void {
    this.#go({ filter: [], limit: null, limitGroups: null });
  }

  /** Adds the condition, or takes it away where it stands. */
  toggle(condition: Condition): void {
    this.setFilter(toggleCondition(this.#state.peek().filter, condition));
  }

  /** Adds the term where it is not there yet. */
  narrow(term: Term): void {
    const { filter } = this.#state.peek();
    const narrowed = withTerm(filter, term);
    if (narrowed !== filter) this.setFilter(narrowed);
  }

  /** A cell of the matrix: chosen alone, or, with `add`, beside the others. Choosing the only chosen one frees it. */
  chooseCell(term: Term, add: boolean): void {
    this.setFilter(withCell(this.#state.peek().filter, term, add));
  }

  /** Lists only the group's questions of that stage, whatever cells and groups of its field were chosen before. */
  showStage(group: Term, stage: string): void {
    const { filter, view } = this.#state.peek();
    this.#go({
      filter: withStage(filter, group, stage),
      view: view === 'path' ? 'list' : view,
    });
  }

  /** Shows a group in the list, open, with the cursor at its header. */
  listGroup(header: string): void {
    const { collapsed } = this.#state.peek();
    this.#go({ view: 'list', collapsed: collapsed.filter((key) => key !== header) });
    this.selection.restoreCursor(header);
  }

  setLimits(limits: Pick<DashboardState, 'limit' | 'limitGroups'>): void {
    this.#go(limits);
  }

  setView(view: ViewName): void {
    this.#go(withView(this.#state.peek(), view));
  }

  setComparing(change: Partial<Comparing>): void {
    this.#go({ comparing: { ...this.#state.peek().comparing, ...change } });
  }

  /** Lists the questions of a span of time, or, with null, of all. */
  pressSpan(span: Span | null): void {
    const filter = withSpan(this.#state.peek().filter, this.shown.span.peek(), span);
    this.#go({ filter, pressed: pressedSpan(filter)?.term.value ?? null });
  }

  /**
   * What bars over time stand for, null for what fits, and are parted by. A pressed span goes over to other bars, but for
   * those that fit and are smaller: these it narrows.
   */
  setTimeline(unit: TimeUnit | null, parts: TimelineParts): void {
    const { filter, groups } = this.#state.peek();
    const ordered = { groups: timelineOrder(groups, unit, parts) };
    if (unit === unitOf(groups)) {
      this.#go(ordered);
      return;
    }
    const span = this.shown.span.peek();
    const drawn = unit ?? this.shown.fittingUnit();
    const goesOver = unit !== null || (span?.unit && isLargerUnit(drawn, span.unit));
    const moved = span && goesOver ? withSpan(filter, span, spanInUnit(span, drawn)) : filter;
    const after = pressedSpan(moved);
    const pressed = after?.unit === drawn ? after.term.value : null;
    this.#go({ ...ordered, filter: moved, pressed });
  }

  /** How names are sorted, as the reader's language does. */
  compareTexts(a: string, b: string): number {
    return this.#sources.columns.compare(a, b);
  }

  togglePart(part: Part): void {
    this.#go(withPart(part, this.#state.peek()));
  }

  setExplained(explain: boolean): void {
    this.#go({ explain });
  }

  setGroups(groups: DashboardState['groups']): void {
    this.#go({ groups });
  }

  setSorts(sorts: DashboardState['sorts']): void {
    this.#go({ sorts });
  }

  setCollapsed(header: string, isCollapsed: boolean): void {
    const others = this.#state.peek().collapsed.filter((key) => key !== header);
    this.#go({ collapsed: isCollapsed ? [...others, header] : others });
  }

  setAllCollapsed(isCollapsed: boolean): void {
    const { collapsed } = this.#state.peek();
    const keys = new Set(this.shown.list.peek().groupKeys());
    const others = collapsed.filter((key) => !keys.has(key));
    this.#go({ collapsed: isCollapsed ? [...others, ...keys] : others });
  }

  /**
   * A note, or a folder with all in it, has another path: selection, collapsed groups and filter go with it,
   * once the index says so too.
   */
  pathRenamed(from: string, to: string): void {
    this.#renames.add(from, to);
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
  }

  #indexChanged(): void {
    const entries = this.#sources.index.entries();
    const renames = this.#renames.takeKnownTo(entries);
    batch(() => {
      this.followDay();
      for (const { from, to } of renames) {
        const rename = (path: string) => movedPath(path, from, to);
        this.selection.rename(rename);
        this.#state.value = renameInState(this.#state.peek(), rename);
        const given = this.#given.peek();
        if (given) this.setGiven(given.renamed(rename));
      }
      this.#entries.value = entries;
      this.#progress.value = this.#sources.index.progress;
    });
  }

  #hasArticles(): boolean {
    for (const { scope } of this.#entries.value) if (scope.inScope) return true;
    return false;
  }

  #go(change: Partial<DashboardState>): void {
    const before = this.#state.peek();
    const after = { ...before, ...change };
    if (isUndoneByBack(before, after)) {
      this.#sources.navigate(after);
    } else {
      this.#keep(after);
    }
  }

  #keep(state: DashboardState): void {
    this.show(state);
    this.#sources.keep();
  }
}

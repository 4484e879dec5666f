/** What the dashboard does outside itself: shows menus and pickers, writes marks and checkboxes, copies. */
import { Menu, type HoverParent } from 'obsidian';
import { isConflict, markOf, type MarkValue, type Question } from '../../../core/model/question';
import type { QuestionProposals } from '../../../core/suggest/note-proposals';
import type { NoteEntry } from '../../../core/index/question-index';
import { type Facet, noteName, type Row, titlesOf } from '../../../core/query';
import type { KeyPress } from '../../../keys/key-press';
import type { UiContext } from '../../context';
import type { ScopeCensus } from '../../../vault/reading/scope-census';
import { setAskers } from '../../askers/askers-modal';
import { markQuestions } from '../../bulk/mark-questions';
import { takeBack, type Way } from '../../bulk/undo-actions';
import { closeWithPlugin } from '../../parts/close-with-plugin';
import { followPath, followRows } from '../../parts/follow-renames';
import { copyText, tellNotCopied } from '../../notices/clipboard';
import { pickStance } from '../../picker/stance-picker';
import { proposalsFor } from '../../suggest/asked-question';
import { pickQuery } from '../../saved-queries/query-picker';
import { showBelow, showGroupMenu, showPartsMenu, showSortMenu } from './menus/arrange-menus';
import { saveQuery } from './save-query';
import { showSavedMenu } from './menus/saved-menu';
import { ArticleCheckbox, tickedAs } from '../../articles/article-checkbox';
import { makeArticle } from '../../articles/make-article';
import type { DashboardModel } from '../model/dashboard-model';
import type { DashboardServices } from '../model/dashboard-services';
import { copyOutline } from './copy-outline';
import { linkToNote, linkToQuery } from '../../parts/plugin-link';
import type { PictureSource } from '../model/drawing';
import type { TableExits } from './menus/compare-menus';
import { tableExits } from './table-exits';
import { DashboardFocus } from './dashboard-focus';
import { FilterPicker } from './filter-picker';
import { NoteOpener } from './note-opener';
import { GhostActions } from '../ghosts/ghost-actions';
import { choicesAt } from '../ghosts/row-choices';
import type { ItemGroup, ListItem } from '../model/list-items';
import { MatrixFold } from '../model/matrix-fold';
import { clearSelection } from '../model/list-selection';
import { changesOf } from '../model/mark-rows';
import { addAskedBy, addNoteItems, addRowItems } from './menus/row-menu';
import { saveAsFile } from './save-as-file';
import { activeTaxonomy } from '../../../settings/taxonomies';

/** More than this many questions are no outline, but a vault. */
const MOST_COPIED = 5000;

/** More notes than these are no menu; those behind them come once these are set right. */
const MOST_LISTED = 20;

interface TagOptions {
  /** Stands in the picker's box already. */
  readonly typed?: string;
  readonly goesOn?: boolean;
}

export class DashboardActions {
  readonly notes: NoteOpener;
  readonly focus: DashboardFocus;
  readonly fold: MatrixFold;
  readonly ghosts: GhostActions;

  readonly #checkbox: ArticleCheckbox;

  readonly #context: UiContext;
  readonly #services: DashboardServices;
  readonly #model: DashboardModel;
  readonly #view: HoverParent & { readonly contentEl: HTMLElement };

  constructor(
    context: UiContext,
    services: DashboardServices,
    model: DashboardModel,
    view: HoverParent & { readonly contentEl: HTMLElement },
  ) {
    this.#context = context;
    this.#services = services;
    this.#model = model;
    this.#view = view;
    this.notes = new NoteOpener(context, view);
    this.focus = new DashboardFocus(view);
    this.fold = new MatrixFold(context.app);
    this.#checkbox = new ArticleCheckbox(context);
    this.ghosts = new GhostActions(context, model);
  }

  dispose(): void {
    this.ghosts.dispose();
  }

  /** What there is to do with a stage. Browsers ask for it by the pointer, a long press and the menu's key alike. */
  stageMenu(stage: string, event: MouseEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const menu = new Menu();
    menu.addItem((item) =>
      item
        .setTitle(this.#context.strings.learning.others)
        .setIcon('users')
        .onClick(() => this.showOthers(stage)),
    );
    menu.showAtMouseEvent(event);
  }

  /** Shows how others asked the stage. */
  showOthers(stage: string): void {
    this.#context.showOthers(stage);
  }

  /** A key on a stage. */
  onStageKey(stage: string, { name, mod, alt, isRepeat }: KeyPress, event: KeyboardEvent): void {
    if (name !== 'o' || mod || alt) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isRepeat) this.showOthers(stage);
  }

  rowMenu(row: Row, event: MouseEvent): void {
    this.#rowMenu(row).showAtMouseEvent(event);
  }

  /** Whether the group has a menu, which then shows. */
  groupMenu(group: ItemGroup, event: MouseEvent): boolean {
    return this.#groupMenu(group)?.showAtMouseEvent(event) !== undefined;
  }

  askedBy(path: string, section: readonly string[] = []): void {
    const file = this.#context.app.vault.getFileByPath(path);
    if (file) void setAskers(this.#context, file, section);
  }

  /** The context menu of the item at the cursor, for the keyboard. */
  cursorMenu(item: ListItem | null): void {
    const element = this.#view.contentEl.querySelector('.question-stance-questions .is-active');
    if (!item || !element) return;
    const menu = item.kind === 'row' ? this.#rowMenu(item.row) : this.#groupMenu(item.group);
    const { left, bottom } = element.getBoundingClientRect();
    menu?.showAtPosition({ x: left, y: bottom }, element.doc);
  }

  /** Lets the user choose a tag for the questions, and writes it, as `mark` does. */
  tag(rows: readonly Row[], { typed = '', goesOn = false }: TagOptions = {}): void {
    const context = this.#context;
    const questions = rows.map(({ question }) => question);
    const now = followRows(context.app, rows);
    const [row, second] = rows;
    if (!row || second) {
      pickStance(context, questions, (value) => void this.mark(now(), value, goesOn), { typed });
      return;
    }
    const { entry, question } = row;
    const suggested = () =>
      proposalsFor(context, {
        path: entry.path,
        read: entry.questions.all(),
        question,
        text: null,
      });
    const pick = (value: MarkValue | null, proposals: QuestionProposals) => {
      void this.#change(now(), () => value, goesOn, proposals);
    };
    pickStance(context, questions, pick, { typed, suggested });
  }

  /**
   * Gives the questions the mark, or none: at once, or after a preview where they are many. The list's cursor
   * `goesOn` behind them, so that the next key is for the next question.
   */
  mark(rows: readonly Row[], value: MarkValue | null, goesOn = false): Promise<void> {
    return this.#change(rows, () => value, goesOn);
  }

  /** Writes the stage that is suggested at the row; false where none is. */
  acceptGhost(row: Row): boolean {
    const ghost = this.ghosts.rows.of(row)?.ghost;
    if (ghost) void this.mark([row], ghost.mark, true);
    return Boolean(ghost);
  }

  /** Takes the last tagging back, or makes it again, as the commands do. */
  takeBack(way: Way): void {
    void takeBack(this.#context, way);
  }

  /** Leaves questions that have several marks with the first of them. */
  keepFirst(rows: readonly Row[]): Promise<void> {
    const { root } = activeTaxonomy(this.#model.settings.peek());
    return this.#change(
      rows.filter(({ question }) => isConflict(question, root)),
      (question) => markOf(question, root),
    );
  }

  /** Ticks or unticks the checkbox that makes a note an article. */
  async tick(entry: NoteEntry, ticked: boolean): Promise<void> {
    const file = this.notes.find(entry.path);
    if (!file) return;
    const { scope } = this.#model.settings.peek();
    // The note's box goes with the note; whoever works by keyboard stays in the list.
    const leaves =
      this.#model.state.peek().notes === 'articles' && tickedAs(entry, scope, ticked) !== 'article';
    if (leaves) this.focus.toList();
    await this.#checkbox.tick(file, entry, ticked);
  }

  /** Gives a note the tag and the checkbox that it lacks to be an article. */
  async makeArticle(path: string): Promise<void> {
    const file = this.notes.find(path);
    if (file) await makeArticle(this.#context, file);
  }

  pickFilter(): void {
    this.#pickFilter(() => true);
  }

  /** Lets the user choose among all tags that stand in the notes, those included that no stance knows. */
  pickStage(): void {
    this.#pickFilter(({ term }) => term.field === 'stage');
  }

  #pickFilter(isOffered: (facet: Facet) => boolean): void {
    const { app, language, strings } = this.#context;
    const taxonomy = activeTaxonomy(this.#model.settings.peek());
    const { filter } = this.#model.state.peek();
    const facets = this.#model.shown.facets().filter(isOffered);
    const picker = new FilterPicker(app, facets, filter, { taxonomy, language, strings }, (term) =>
      this.#model.toggle(term),
    );
    closeWithPlugin(this.#context, picker);
    picker.open();
  }

  pickGrouping(button: HTMLElement): void {
    showGroupMenu(button, this.#model, this.#context.strings.dashboard);
  }

  pickSaved(button: HTMLElement): void {
    const context = this.#context;
    const openSettings = () => this.openSettings();
    const saveAsFile = () =>
      pickQuery(context, (query) => void saveQuery(context, this.#services, query));
    const copyLink = () => this.copy(linkToQuery(context.app.vault, this.#model.query.asText()));
    showSavedMenu(button, {
      context,
      model: this.#model,
      openSettings,
      saveAsFile,
      copyLink,
    });
  }

  pickSorting(button: HTMLElement): void {
    showSortMenu(button, this.#model, this.#context.strings.dashboard);
  }

  pickParts(button: HTMLElement): void {
    showPartsMenu(button, this.#model, this.#context.strings.dashboard);
  }

  /** Opens the modal that tells of a note's tags without a question; where several notes have some, after a choice. */
  showStrays(button: HTMLElement): void {
    const { app, strings } = this.#context;
    const open = (path: string) => {
      const file = app.vault.getFileByPath(path);
      if (file) this.#services.tagNote(file);
    };
    const notes = this.#model.strays.peek();
    const [only, second] = notes;
    if (only && !second) {
      open(only.path);
      return;
    }
    const menu = new Menu();
    for (const { path, count } of notes.slice(0, MOST_LISTED)) {
      const now = followPath(app, path);
      menu.addItem((item) =>
        item
          .setTitle(strings.dashboard.straysIn(noteName(path), count))
          .setIcon('file-text')
          .onClick(() => open(now())),
      );
    }
    showBelow(menu, button);
  }

  copy(text: string): void {
    copyText(this.#view.contentEl.win, text).catch((error: unknown) =>
      tellNotCopied(this.#context.strings, error),
    );
  }

  copyLink(path: string, line?: number): void {
    this.copy(linkToNote(this.#context.app.vault, path, line));
  }

  tableExits(source: PictureSource): TableExits {
    return tableExits(this.#context, source, this.#view.contentEl);
  }

  /** Copies the questions as a Markdown outline, in the list's groups. */
  copyOutline(rows: readonly Row[] | null): Promise<void> {
    return copyOutline(this.#context, this.#model, rows, this.#view.contentEl.win);
  }

  /** Opens the dialog that saves `rows`, or else what is selected or shown. */
  saveAsFile(rows: readonly Row[] | null = null): void {
    const selected = rows ?? this.#model.selection.rows.peek();
    const chosen = selected.length > 0 ? followRows(this.#context.app, selected) : null;
    saveAsFile(this.#context, this.#model, this.#services.saved, chosen);
  }

  /** Items of the view's menu. */
  addListItems(menu: Menu): void {
    const { strings } = this.#context;
    const size = this.#model.shown.size.peek();
    menu.addItem((item) =>
      item
        .setTitle(strings.dashboard.copyOutline(size))
        .setIcon('clipboard-list')
        .setDisabled(size === 0 || size > MOST_COPIED)
        .onClick(() => void this.copyOutline(null)),
    );
    menu.addItem((item) =>
      item
        .setTitle(strings.saving.menu)
        .setIcon('file-down')
        .setDisabled(size === 0)
        .onClick(() => this.saveAsFile()),
    );
  }

  scopeCensus(): Promise<ScopeCensus> {
    return this.#services.scopeCensus();
  }

  prepareSearch(): void {
    this.#services.prepareSearch();
  }

  stopReading(): void {
    this.#services.stopReading();
  }

  resumeReading(): void {
    this.#services.resumeReading();
  }

  openSettings(): void {
    this.#services.openSettings();
  }

  tagNote(path: string): void {
    const file = this.notes.find(path);
    if (file) this.#services.tagNote(file);
  }

  #change(
    rows: readonly Row[],
    valueFor: (question: Question) => MarkValue | null,
    goesOn = false,
    picked: QuestionProposals | null = null,
  ): Promise<void> {
    const goOn = goesOn ? this.#model.selection.goingOnFrom(rows) : null;
    const changes = changesOf(rows, valueFor, activeTaxonomy(this.#model.settings.peek()).root);
    const choices = choicesAt(rows, valueFor, {
      of: (row) => picked ?? this.ghosts.rows.of(row),
    });
    if (changes.size === 0) goOn?.();
    return markQuestions(this.#context, changes, rows.length, {
      onWritten: () => {
        for (const [path, ofNote] of choices) this.#context.suggester.learn(path, ofNote);
        this.#model.selection.select(clearSelection);
        goOn?.();
      },
      onLeft: () => this.focus.keep(),
    });
  }

  #rowMenu(row: Row): Menu {
    const selected = this.#model.selection.rows.peek();
    const menu = new Menu();
    addRowItems(menu, row, selected.includes(row) ? selected : [row], this.#menuParts());
    return menu;
  }

  /** Of a note, or of a section in one note. */
  #groupMenu({ entry, field, key, rows }: ItemGroup): Menu | null {
    const menu = new Menu();
    const now = followPath(this.#context.app, entry.path);
    if (field === 'note') addNoteItems(menu, now, this.#menuParts());
    else if (
      field === 'section' &&
      key !== null &&
      rows().every((row) => row.entry.path === entry.path)
    )
      addAskedBy(menu, now, titlesOf(key), this.#menuParts());
    else return null;
    return menu;
  }

  #menuParts() {
    const { strings, language } = this.#context;
    const follow = (rows: readonly Row[]) => followRows(this.#context.app, rows);
    return { model: this.#model, actions: this, follow, strings, language };
  }
}

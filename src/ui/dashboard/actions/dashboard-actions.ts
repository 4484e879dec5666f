/** What the dashboard does outside itself: shows menus and pickers, writes checkboxes, copies and saves. */
import { Menu, type HoverParent } from 'obsidian';
import type { NoteEntry } from '../../../core/index/question-index';
import { type Facet, noteName, type Row } from '../../../core/query';
import type { KeyPress } from '../../../keys/key-press';
import type { UiContext } from '../../context';
import type { ScopeCensus } from '../../../vault/reading/scope-census';
import { setAskers } from '../../askers/askers-modal';
import { closeWithPlugin } from '../../parts/close-with-plugin';
import { followPath } from '../../parts/follow-renames';
import { copyText, tellNotCopied } from '../../notices/clipboard';
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
import { MarkActions } from './mark-actions';
import { ItemMenus } from './menus/item-menus';
import { NoteOpener } from './note-opener';
import { GhostActions } from '../ghosts/ghost-actions';
import { MatrixCollapse } from '../model/matrix-collapse';
import { saveAsFile } from './save-as-file';
import { activeTaxonomy } from '../../../settings/taxonomies';

/** More than this many questions are no outline, but a vault. */
const MOST_COPIED = 5000;

/** More notes than these are no menu; those behind them come once these are set right. */
const MOST_LISTED = 20;

export class DashboardActions {
  readonly notes: NoteOpener;
  readonly focus: DashboardFocus;
  readonly matrixCollapse: MatrixCollapse;
  readonly ghosts: GhostActions;
  readonly marks: MarkActions;
  readonly menus: ItemMenus;

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
    this.matrixCollapse = new MatrixCollapse(context.app);
    this.#checkbox = new ArticleCheckbox(context);
    this.ghosts = new GhostActions(context, model);
    this.marks = new MarkActions({ context, model, focus: this.focus, ghosts: this.ghosts });
    this.menus = new ItemMenus({ context, model, view, actions: this });
  }

  dispose(): void {
    this.ghosts.dispose();
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

  askedBy(path: string, section: readonly string[] = []): void {
    const file = this.#context.app.vault.getFileByPath(path);
    if (file) void setAskers(this.#context, file, section);
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
    const chosen = selected.length > 0 ? selected : null;
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
}

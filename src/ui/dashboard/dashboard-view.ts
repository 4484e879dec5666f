/**
 * The dashboard as a view of the workspace: keeps its state there, follows the active note, renders. The
 * state goes through the workspace's history where «back» should undo it.
 */
import {
  ItemView,
  Scope,
  type HoverPopover,
  type Menu,
  type Modifier,
  type ViewStateResult,
  type WorkspaceLeaf,
} from 'obsidian';
import { h, render } from 'preact';
import * as v from 'valibot';
import { movedPath } from '../../core/model/path';
import { onKey } from '../../keys/key-press';
import type { UiContext } from '../context';
import { Dashboard } from './dashboard';
import type { DashboardActions } from './actions/dashboard-actions';
import { HostedDashboard } from './hosted-dashboard';
import type { DashboardModel } from './model/dashboard-model';
import type { DashboardServices } from './model/dashboard-services';
import { isUndoneByBack, parseState, type DashboardState } from './state/dashboard-state';

export const DASHBOARD_VIEW = 'question-stance-dashboard';

const ephemeral = v.object({
  scroll: v.exactOptional(v.number()),
  /** The key of the row or header with the list's cursor, and whether the list had the keyboard. */
  cursor: v.exactOptional(v.string()),
  inList: v.exactOptional(v.boolean()),
});

export class DashboardView extends ItemView {
  hoverPopover: HoverPopover | null = null;
  override navigation = true;
  readonly #hosted: HostedDashboard;
  readonly #model: DashboardModel;
  readonly #actions: DashboardActions;
  /** A scroll position that waits for the rows it needs. */
  #wantedScroll = 0;
  #scroll = 0;

  readonly #context: UiContext;
  readonly #services: DashboardServices;
  /** What the ids of its elements begin with. */
  readonly #id: string;

  constructor(leaf: WorkspaceLeaf, context: UiContext, services: DashboardServices, id: string) {
    super(leaf);
    this.#context = context;
    this.#services = services;
    this.#id = id;
    this.#hosted = new HostedDashboard(this, context, services, {
      navigate: (state) => void this.#navigate(state),
      keep: () => this.app.workspace.requestSaveLayout(),
    });
    this.#model = this.#hosted.model;
    this.#actions = this.#hosted.actions;
    this.scope = new Scope(this.app.scope);
    // Some keyboards have the slash above a digit.
    for (const modifiers of [[], ['Shift']] satisfies Modifier[][]) {
      this.scope.register(modifiers, '/', this.#toSearch);
    }
  }

  /** Puts the keyboard into the list, where there is one. */
  focusList(): void {
    this.#actions.focus.toList();
  }

  /** Opens the dialog that saves what is selected or shown as a file. */
  saveAsFile(): void {
    this.#actions.saveAsFile();
  }

  override getViewType(): string {
    return DASHBOARD_VIEW;
  }

  override getIcon(): string {
    return 'layout-dashboard';
  }

  override getDisplayText(): string {
    return this.#context.strings.dashboard.title;
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...this.#model.state.peek() };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const before = this.#model.state.peek();
    const after = parseState(state);
    if (isUndoneByBack(before, after)) result.history = true;
    this.#model.show(after);
    await super.setState(state, result);
  }

  override getEphemeralState(): Record<string, unknown> {
    const { cursor } = this.#model.selection.now.peek();
    return {
      ...super.getEphemeralState(),
      scroll: this.#scroller.scrollTop,
      ...(cursor !== null && { cursor, inList: this.#actions.focus.isInList() }),
    };
  }

  override setEphemeralState(state: unknown): void {
    super.setEphemeralState(state);
    const read = v.safeParse(ephemeral, state);
    if (!read.success) return;
    const { scroll, cursor, inList } = read.output;
    if (cursor !== undefined) this.#model.selection.restoreCursor(cursor);
    if (inList === true) this.#actions.focus.toList();
    if (scroll === undefined) return;
    this.#wantedScroll = scroll;
    this.#restoreScroll();
  }

  override onPaneMenu(menu: Menu, source: string): void {
    super.onPaneMenu(menu, source);
    this.#actions.addListItems(menu);
  }

  protected override onOpen(): Promise<void> {
    const { workspace, vault } = this.app;
    this.contentEl.addClass('question-stance-dashboard');
    // Each row says who asks, and the filter's menu counts them.
    void this.#services.preparation.prepare({ facts: [{ kind: 'askers' }], ranked: [] });
    this.#followActiveNote();
    this.registerEvent(workspace.on('file-open', () => this.#followActiveNote()));
    this.registerEvent(vault.on('delete', () => this.#followActiveNote()));
    this.#hosted.follow(this, (from, to) => this.#followRename(from, to));
    for (const byHand of ['wheel', 'touchmove', 'keydown', 'mousedown'] as const) {
      const giveUp = () => (this.#wantedScroll = 0);
      this.registerDomEvent(this.contentEl, byHand, giveUp, { passive: true });
    }
    // A layout that has no slash has a letter of its own at that place, which the scope does not know.
    this.registerDomEvent(this.contentEl, 'keydown', this.#toSearch);
    this.#keepScroll();
    const { strings, language } = this.#context;
    render(
      h(Dashboard, {
        id: this.#id,
        model: this.#model,
        actions: this.#actions,
        strings,
        language,
        scroller: this.contentEl,
      }),
      this.contentEl,
    );
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    render(null, this.contentEl);
    this.#hosted.dispose();
    return Promise.resolve();
  }

  readonly #toSearch = onKey(({ name, mod, alt }, event: KeyboardEvent): false | undefined => {
    const target = event.targetNode;
    const isTyped = target?.instanceOf(HTMLElement) === true && target.matches('[type="text"]');
    if (name !== '/' || mod || alt || isTyped || !this.#actions.focus.toSearch()) return undefined;
    event.preventDefault();
    return false;
  });

  #followActiveNote(): void {
    const { vault, workspace } = this.app;
    const named = workspace.getActiveFile();
    // The workspace still names a file that has just been deleted.
    const file = named && vault.getFileByPath(named.path);
    const kept = this.#model.activePath.peek();
    if (file?.extension === 'md') this.#model.setActivePath(file.path);
    // Pictures and canvases have no questions; the last note stays, as long as there is one.
    else if (kept !== null && !vault.getFileByPath(kept)) this.#model.setActivePath(null);
  }

  /** Of a folder the vault may tell before it moves the notes in it: so nobody looks whether the note is there. */
  #followRename(from: string, to: string): void {
    const kept = this.#model.activePath.peek();
    if (kept !== null) this.#model.setActivePath(movedPath(kept, from, to));
  }

  async #navigate(state: DashboardState): Promise<void> {
    const view = this.leaf.getViewState();
    await this.leaf.setViewState({ ...view, state: { ...view.state, ...state } });
    // A leaf that is busy with another change leaves the view as it was; the click still counts.
    if (isUndoneByBack(this.#model.state.peek(), state)) this.#model.show(state);
    this.app.workspace.requestSaveLayout();
  }

  /** What the questions scroll in: a table scrolls by itself. */
  get #scroller(): HTMLElement {
    return this.contentEl.querySelector<HTMLElement>('.question-stance-table') ?? this.contentEl;
  }

  /** Moved to another window, an element is back at its top. */
  #keepScroll(): void {
    const note = () => (this.#scroll = this.#scroller.scrollTop);
    this.registerDomEvent(this.contentEl, 'scroll', note, { capture: true });
    this.register(
      this.contentEl.onWindowMigrated(() => {
        this.#wantedScroll = this.#scroll;
        this.#restoreScroll();
      }),
    );
  }

  /** Scrolls to where the list was as soon as the rows are drawn, unless the reader scrolls first. */
  #restoreScroll(attempts = 60): void {
    if (this.#wantedScroll === 0 || attempts === 0) return;
    const scroller = this.#scroller;
    scroller.scrollTop = this.#wantedScroll;
    if (Math.abs(scroller.scrollTop - this.#wantedScroll) < 2) this.#wantedScroll = 0;
    else this.contentEl.win.requestAnimationFrame(() => this.#restoreScroll(attempts - 1));
  }
}

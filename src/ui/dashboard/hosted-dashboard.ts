/**
 * A dashboard without its frame: what the workspace's view, a block in a note, its dialog and a base's view have in
 * common. The host draws it, says what a change leads to, and disposes of it.
 */
import type { Component, HoverParent } from 'obsidian';
import type { UiContext } from '../context';
import { askForNotes } from './actions/ask-for-notes';
import { DashboardActions } from './actions/dashboard-actions';
import { DashboardModel, type DashboardSources } from './model/dashboard-model';
import type { DashboardServices } from './model/dashboard-services';
import { SightGate } from './sight-gate';

/** What is so near to what is in sight, in pixels, follows the index too. */
const NEAR = 300;
/** In milliseconds; it is looked so often whether it is another day. */
const MINUTE = 60_000;

export interface DashboardHost extends HoverParent {
  /** What menus, pickers and the keyboard look for its elements in. */
  readonly contentEl: HTMLElement;
}

/** `keep` is left out where nobody keeps the state. */
type Hosting = Pick<DashboardSources, 'navigate'> & Partial<Pick<DashboardSources, 'keep'>>;

export class HostedDashboard {
  readonly model: DashboardModel;
  readonly actions: DashboardActions;
  readonly #context: UiContext;
  readonly #services: DashboardServices;
  readonly #host: DashboardHost;
  readonly #gate: SightGate;

  constructor(
    host: DashboardHost,
    context: UiContext,
    services: DashboardServices,
    { navigate, keep = () => undefined }: Hosting,
  ) {
    this.#host = host;
    this.#context = context;
    this.#services = services;
    this.#gate = new SightGate(services.index);
    const { columns, preparation } = services;
    const { settings } = context;
    this.model = new DashboardModel({
      index: this.#gate,
      columns,
      preparation,
      settings,
      navigate,
      keep,
    });
    this.actions = new DashboardActions(context, services, this.model, host);
  }

  /**
   * Follows renames, the day, and which notes are looked at, as long as `life` is loaded. `onRenamed` is told of files
   * and folders.
   */
  follow(life: Component, onRenamed?: (from: string, to: string) => void): void {
    const { app } = this.#context;
    const { model } = this;
    life.registerEvent(
      app.vault.on('rename', (file, from) => {
        model.pathRenamed(from, file.path);
        onRenamed?.(from, file.path);
      }),
    );
    life.register(askForNotes(app, model, this.#services));
    life.register(
      this.#host.contentEl.onWindowMigrated(() => this.actions.ghosts.sight.startAnew()),
    );
    life.registerInterval(window.setInterval(() => model.followDay(), MINUTE));
  }

  /** Out of sight it follows nothing, until it comes into sight again. */
  followSight(life: Component): void {
    const { contentEl } = this.#host;
    // Of its own window, which the typings of `Window` do not name it in.
    const { IntersectionObserver } = contentEl.win as Window & typeof window;
    const observer = new IntersectionObserver(
      (seen) => this.#gate.setInSight(seen.at(-1)?.isIntersecting === true),
      { rootMargin: `${NEAR}px` },
    );
    observer.observe(contentEl);
    life.register(() => observer.disconnect());
  }

  dispose(): void {
    this.actions.dispose();
    this.model.dispose();
    this.#gate.close();
  }
}

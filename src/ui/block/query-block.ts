/**
 * A query in a note, drawn: it lives as long as Obsidian shows the place where it stands. It follows the index, the
 * settings and its note's path; what leads to other questions than those that the note asks for opens the dashboard.
 */
import { signal } from '@preact/signals';
import {
  MarkdownRenderChild,
  type HoverParent,
  type HoverPopover,
  type Menu,
  type TFile,
} from 'obsidian';
import { h, render } from 'preact';
import { movedPath } from '../../core/model/path';
import { formatQuery } from '../../core/query';
import { problemSentence } from '../../i18n/query-problem';
import type { UiContext } from '../context';
import { HostedDashboard } from '../dashboard/hosted-dashboard';
import type { DashboardModel } from '../dashboard/model/dashboard-model';
import type { DashboardServices } from '../dashboard/model/dashboard-services';
import type { DashboardState } from '../dashboard/state/dashboard-state';
import { queryOfState } from '../dashboard/state/state-query';
import { askForName } from '../saved-queries/ask-for-name';
import { editBlock } from './block-editor';
import { addBlockItems } from './block-menu';
import { readBlock } from './block-state';
import { BlockView } from './block-view';

export interface BlockServices extends DashboardServices {
  /** Shows a query on the dashboard. */
  readonly openQuery: (text: string) => void;
}

export interface BlockPlace {
  readonly source: string;
  /** Of the note that it stands in. */
  readonly path: string;
  /** Where its section stands in the note, 0-based; null where Obsidian does not say. */
  readonly lines: () => { readonly lineStart: number; readonly lineEnd: number } | null;
}

export class QueryBlock extends MarkdownRenderChild implements HoverParent {
  hoverPopover: HoverPopover | null = null;
  readonly #context: UiContext;
  readonly #services: BlockServices;
  readonly #hosted: HostedDashboard;
  readonly #model: DashboardModel;
  readonly #problems = signal<readonly string[]>([]);
  readonly #place: BlockPlace;
  readonly #id: string;
  #path: string;
  /** All that the source asks for; null until it is read. */
  readonly #whole = signal<DashboardState | null>(null);

  constructor(
    containerEl: HTMLElement,
    context: UiContext,
    services: BlockServices,
    place: BlockPlace,
    id: string,
  ) {
    super(containerEl);
    this.#context = context;
    this.#services = services;
    this.#place = place;
    this.#path = place.path;
    this.#id = id;
    this.#hosted = new HostedDashboard(this, context, services, {
      navigate: (state) => services.openQuery(textOf(state)),
    });
    this.#model = this.#hosted.model;
  }

  /** What menus, pickers and the keyboard look for its elements in. */
  get contentEl(): HTMLElement {
    return this.containerEl;
  }

  override onload(): void {
    const { settings, strings, language } = this.#context;
    const { containerEl } = this;
    containerEl.addClass('question-stance-block-host');
    this.#read();
    this.register(settings.subscribe(() => this.#read()));
    this.#hosted.follow(this, (from, to) => this.#renamed(from, to));
    this.#hosted.followSight(this);
    // In Live Preview a click would put the cursor into the source; there is a button for that.
    this.registerDomEvent(containerEl, 'mousedown', (event) => {
      if (containerEl.closest('.cm-content')) event.stopPropagation();
    });
    render(
      h(BlockView, {
        id: this.#id,
        model: this.#model,
        actions: this.#hosted.actions,
        strings,
        language,
        scroller: containerEl,
        whole: this.#whole,
        problems: this.#problems,
        showMore: () => this.#openMore(),
        addItems: (menu) => this.#addItems(menu),
      }),
      containerEl,
    );
  }

  override onunload(): void {
    render(null, this.containerEl);
    this.#hosted.dispose();
  }

  /** Leaves the text in its place, as the app shows code. */
  giveBack(): void {
    this.unload();
    const { containerEl } = this;
    containerEl.removeClass('question-stance-block-host');
    containerEl.createEl('pre').createEl('code', { text: this.#place.source });
  }

  #openDashboard(): void {
    this.#services.openQuery(this.#text);
  }

  /** Those that a limit leaves out are no more there where the same limit holds. */
  #openMore(): void {
    const whole = this.#whole.peek();
    if (whole) this.#services.openQuery(textOf({ ...whole, limit: null, limitGroups: null }));
  }

  #addItems(menu: Menu): void {
    const context = this.#context;
    const file = context.app.vault.getFileByPath(this.#path);
    addBlockItems(menu, context, {
      actions: this.#hosted.actions,
      edit: file?.extension === 'md' ? () => this.#edit(file) : null,
      open: () => this.#openDashboard(),
      saveQuery: () => askForName(context, this.#text),
    });
  }

  get #text(): string {
    const whole = this.#whole.peek();
    return whole ? textOf(whole) : '';
  }

  #edit(file: TFile): void {
    const { source, lines } = this.#place;
    const section = lines();
    const range = section && { from: section.lineStart, to: section.lineEnd };
    editBlock(this.#context, this.#services, file, source, range);
  }

  /** By the taxonomies and saved queries as they are now. */
  #read(): void {
    const { settings, strings } = this.#context;
    const { state, whole, problems } = readBlock(this.#place.source, settings.get(), this.#path);
    const { collapsed } = this.#model.state.peek();
    this.#whole.value = whole;
    this.#model.setActivePath(this.#path);
    this.#model.show({ ...state, collapsed });
    this.#problems.value = problems.map((problem) =>
      strings.query.line(problem.line, problemSentence(problem, strings.query)),
    );
  }

  #renamed(from: string, to: string): void {
    const path = movedPath(this.#path, from, to);
    if (path === this.#path) return;
    this.#path = path;
    this.#read();
  }
}

function textOf(state: DashboardState): string {
  return formatQuery(queryOfState(state));
}

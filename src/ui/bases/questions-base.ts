/**
 * «Questions», a view of bases: the questions of the files that the base has, in its order and groups. What it says of
 * itself stands in the base; what is pressed in it changes what is seen and writes nothing there.
 */
import { signal } from '@preact/signals';
import {
  BasesView,
  type BasesQueryResult,
  type HoverParent,
  type HoverPopover,
  type QueryController,
} from 'obsidian';
import { h, render } from 'preact';
import { formatQuery, GivenNotes } from '../../core/query';
import type { UiContext } from '../context';
import { HostedDashboard } from '../dashboard/hosted-dashboard';
import type { DashboardModel } from '../dashboard/model/dashboard-model';
import type { DashboardServices } from '../dashboard/model/dashboard-services';
import { DEFAULT_STATE, type DashboardState } from '../dashboard/state/dashboard-state';
import { queryOfState } from '../dashboard/state/state-query';
import { BasePage } from './base-page';
import { BASE_VIEW, readBaseOptions } from './base-options';

export class QuestionsBase extends BasesView implements HoverParent {
  readonly type = BASE_VIEW;
  hoverPopover: HoverPopover | null = null;
  /** What menus, pickers and the keyboard look for its elements in. */
  readonly contentEl: HTMLElement;

  readonly #context: UiContext;
  readonly #id: string;
  readonly #hosted: HostedDashboard;
  readonly #model: DashboardModel;
  readonly #own = signal<DashboardState>(DEFAULT_STATE);
  readonly #problems = signal<readonly string[]>([]);
  /** What the base's options asked for when they were last read; null before Bases has told them. */
  #asked: string | null = null;

  constructor(
    controller: QueryController,
    containerEl: HTMLElement,
    context: UiContext,
    services: DashboardServices,
    id: string,
  ) {
    super(controller);
    this.#context = context;
    this.#id = id;
    this.contentEl = containerEl.createDiv('question-stance-base');
    this.#hosted = new HostedDashboard(this, context, services, {
      navigate: (state) => this.#model.show(state),
    });
    this.#model = this.#hosted.model;
  }

  override onload(): void {
    this.register(this.#context.settings.subscribe(() => this.#readOptions()));
    this.#hosted.follow(this);
    this.#hosted.followSight(this);
  }

  override onunload(): void {
    render(null, this.contentEl);
    this.contentEl.remove();
    this.#hosted.dispose();
  }

  /** Bases has other files, or the same in another order, or other options; mostly nothing that shows here. */
  override onDataUpdated(): void {
    const isFirst = this.#asked === null;
    this.#model.setGiven(givenIn(this.data));
    this.#readOptions(true);
    if (isFirst) this.#draw();
  }

  /** Bases hands the keyboard on to its view. */
  focus(): void {
    this.#hosted.actions.focus.toList();
  }

  /** By the taxonomies and saved queries as they are now. */
  #readOptions(hasConfig = this.#asked !== null): void {
    if (!hasConfig) return;
    const { settings, strings } = this.#context;
    const { taxonomies, queries } = settings.get();
    const context = { taxonomies, presets: queries };
    const { state, problems } = readBaseOptions((key) => this.config.get(key), context, strings);
    const asked = formatQuery(queryOfState(state));
    if (problems.join('\n') !== this.#problems.peek().join('\n')) this.#problems.value = problems;
    if (asked === this.#asked) return;
    this.#asked = asked;
    const { collapsed } = this.#model.state.peek();
    this.#own.value = state;
    this.#model.show({ ...state, collapsed });
  }

  #draw(): void {
    const { strings, language } = this.#context;
    render(
      h(BasePage, {
        id: this.#id,
        model: this.#model,
        actions: this.#hosted.actions,
        strings,
        language,
        scroller: this.contentEl,
        own: this.#own,
        problems: this.#problems,
      }),
      this.contentEl,
    );
  }
}

/** Files that are no notes have no questions. */
function givenIn({ groupedData }: BasesQueryResult): GivenNotes {
  return new GivenNotes(
    groupedData.map((group) => ({
      key: group.hasKey() ? (group.key?.toString() ?? '') : '',
      paths: group.entries.flatMap(({ file }) => (file.extension === 'md' ? [file.path] : [])),
    })),
  );
}

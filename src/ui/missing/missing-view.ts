/** «Ask what is missing» as a view of the side bar: follows the note at hand, renders. */
import { debounce, ItemView, type Plugin, type WorkspaceLeaf } from 'obsidian';
import { h, render } from 'preact';
import type { UiContext } from '../context';
import type { ExamplesContext } from '../others/vault-examples';
import { Missing } from './missing';
import { MissingPanel } from './missing-panel';

const MISSING_VIEW = 'question-stance-missing';

/** In milliseconds: what is typed is read when the writer pauses. */
const PAUSE = 400;

class MissingView extends ItemView {
  readonly #panel: MissingPanel;
  readonly #context: UiContext;
  readonly #id: string;

  constructor(leaf: WorkspaceLeaf, context: UiContext & ExamplesContext, id: string) {
    super(leaf);
    this.#context = context;
    this.#panel = new MissingPanel(context);
    this.#id = id;
  }

  override getViewType(): string {
    return MISSING_VIEW;
  }

  override getIcon(): string {
    return 'list-plus';
  }

  override getDisplayText(): string {
    return this.#context.strings.learning.commands.missing;
  }

  /** Puts the keyboard where a stem is chosen, once there is one. */
  async focusChoices(): Promise<void> {
    await this.#panel.follow();
    this.contentEl.win.requestAnimationFrame(() => {
      const choices = this.contentEl.querySelector<HTMLElement>('[role="listbox"]');
      (choices ?? this.contentEl.querySelector('button'))?.focus();
    });
  }

  protected override onOpen(): Promise<void> {
    const { workspace, vault } = this.app;
    const { index, settings, language, strings } = this.#context;
    const panel = this.#panel;
    this.contentEl.addClass('question-stance-missing-panel');
    const follow = () => void panel.follow();
    const soon = debounce(follow, PAUSE, true);
    this.registerEvent(workspace.on('file-open', follow));
    this.registerEvent(workspace.on('editor-change', () => soon()));
    this.registerEvent(vault.on('rename', follow));
    this.registerEvent(vault.on('delete', follow));
    this.register(index.subscribe(() => soon()));
    this.register(settings.subscribe(follow));
    this.register(() => soon.cancel());
    render(h(Missing, { panel, language, strings, id: this.#id }), this.contentEl);
    follow();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.#panel.drop();
    render(null, this.contentEl);
    return Promise.resolve();
  }
}

/** Registers the view, and the command that shows it. */
export function registerMissing(
  plugin: Pick<Plugin, 'registerView' | 'addCommand'>,
  context: UiContext & ExamplesContext,
): void {
  const { workspace } = context.app;
  let made = 0;
  plugin.registerView(MISSING_VIEW, (leaf) => {
    made += 1;
    return new MissingView(leaf, context, `question-stance-missing-${made}`);
  });
  plugin.addCommand({
    id: 'ask-missing',
    name: context.strings.learning.commands.missing,
    icon: 'list-plus',
    callback: () => {
      void workspace
        .ensureSideLeaf(MISSING_VIEW, 'right', { active: true, reveal: true })
        .then(async ({ view }) => {
          if (view instanceof MissingView) await view.focusChoices();
        });
    },
  });
}

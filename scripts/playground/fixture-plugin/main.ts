// A small plugin that uses a bit of everything, so that the host's tests do not depend on the real
// one. What happens is noted in `log`, which the tests read through `window.playground.plugin`.
import { EditorView, Decoration } from '@codemirror/view';
import type { Menu, Setting } from 'obsidian';
import {
  BasesView,
  editorInfoField,
  editorLivePreviewField,
  ItemView,
  Modal,
  Notice,
  Plugin,
  PluginSettingTab,
  type App,
  type QueryController,
  type SettingDefinitionItem,
  type TAbstractFile,
  type ViewStateResult,
} from 'obsidian';

const VIEW = 'fixture-view';

class FixtureBase extends BasesView {
  override type = 'fixture-base';
  #last: readonly unknown[] = [];

  readonly #el: HTMLElement;
  readonly #log: string[];

  constructor(controller: QueryController, el: HTMLElement, log: string[]) {
    super(controller);
    this.#el = el;
    this.#log = log;
    log.push(`base before data ${String('data' in this)} ${String('config' in this)}`);
    // Kept in the base with the first click, taken out with the next.
    el.addEventListener('click', () => {
      this.config.set('clicked', this.config.get('clicked') === true ? null : true);
    });
  }

  override onDataUpdated(): void {
    const groups = this.data.groupedData.map(
      ({ key, entries }) =>
        `${key?.toString() ?? '-'}: ${entries.map(({ file }) => file.basename).join(',')}`,
    );
    const isNew = this.data.data.every((entry) => !this.#last.includes(entry));
    this.#last = this.data.data;
    this.#log.push(`base ${groups.join('; ')} new ${String(isNew)}`);
    this.#el.setText(`${String(this.config.get('word'))} ${groups.join('; ')}`);
  }
}

interface Settings {
  greeting: string;
  loud: boolean;
  size: string;
}

class FixtureModal extends Modal {
  override onOpen(): void {
    this.setTitle('A modal');
    const input = this.contentEl.createEl('input', { type: 'text' });
    this.contentEl.createEl('button', { text: 'Last' });
    input.focus();
    this.scope.register(['Mod'], 'Enter', () => {
      this.contentEl.createDiv({ cls: 'fixture-answer', text: input.value });
      return false;
    });
  }
}

class FixtureView extends ItemView {
  #count = 0;

  getViewType(): string {
    return VIEW;
  }

  getDisplayText(): string {
    return 'Fixture view';
  }

  override getState(): Record<string, unknown> {
    return { count: this.#count };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const { count } = (state ?? {}) as { count?: unknown };
    if (typeof count === 'number') this.#count = count;
    this.#draw();
    await super.setState(state, result);
  }

  protected override onOpen(): Promise<void> {
    this.#draw();
    return Promise.resolve();
  }

  #draw(): void {
    this.contentEl.empty();
    const button = this.contentEl.createEl('button', {
      cls: 'fixture-count',
      text: `Count ${String(this.#count)}`,
    });
    button.addEventListener('click', () => {
      this.#count++;
      this.#draw();
      void this.app.workspace.requestSaveLayout();
    });
  }
}

class FixtureTab extends PluginSettingTab {
  override getSettingDefinitions(): SettingDefinitionItem[] {
    const settings = this.#getSettings();
    return [
      {
        name: 'Greeting',
        desc: 'What it says.',
        control: {
          type: 'text',
          key: 'greeting',
          validate: (value) => (value === 'bad' ? 'Not that one.' : undefined),
        },
      },
      { name: 'Loud', control: { type: 'toggle', key: 'loud' } },
      {
        name: 'Size',
        control: {
          type: 'dropdown',
          key: 'size',
          options: { s: 'Small', l: 'Large' },
          disabled: () => !settings.loud,
        },
      },
      {
        type: 'page',
        name: 'More',
        displayValue: () => settings.greeting,
        items: [
          { name: 'Greeting on the page', control: { type: 'text', key: 'greeting' } },
          {
            name: 'Drawn by hand',
            render: (setting: Setting) => void setting.addButton((b) => b.setButtonText('Go')),
          },
        ],
      },
    ];
  }

  #getSettings(): Settings {
    return (this as unknown as { plugin: FixturePlugin }).plugin.settings;
  }
}

export default class FixturePlugin extends Plugin {
  declare settings: Settings;
  readonly log: string[] = [];

  override async onload(): Promise<void> {
    const stored = (await this.loadData()) as Partial<Settings> | null;
    this.settings = { greeting: 'Hello', loud: false, size: 's', ...stored };
    const tab = new FixtureTab(this.app, this);
    this.addSettingTab(tab);
    this.registerView(VIEW, (leaf) => new FixtureView(leaf));
    this.addRibbonIcon('message-circle-question', 'Open the fixture view', () => this.#openView());
    this.addStatusBarItem().setText('Fixture');
    this.addCommand({ id: 'open-view', name: 'Open view', callback: () => this.#openView() });
    this.addCommand({
      id: 'open-modal',
      name: 'Open modal',
      callback: () => new FixtureModal(this.app).open(),
    });
    this.addCommand({
      id: 'shout',
      name: 'Shout',
      editorCallback: (editor) => {
        const end = { line: editor.lastLine(), ch: editor.getLine(editor.lastLine()).length };
        editor.transaction({
          changes: [
            { from: { line: 0, ch: 0 }, text: '1' },
            { from: end, text: '2' },
          ],
        });
      },
    });
    this.addCommand({ id: 'update-tab', name: 'Update tab', callback: () => tab.update() });
    this.addCommand({ id: 'fail', name: 'Fail', callback: () => this.#fail() });
    this.registerCliHandler(
      'fixture-plugin:repeat',
      'Says a text again.',
      { text: { value: '<text>', description: 'What to say.', required: true } },
      ({ text, ...rest }) => [text, ...Object.keys(rest)].join('|'),
    );
    const hasBases = this.registerBasesView('fixture-base', {
      name: 'Fixture',
      icon: 'table',
      factory: (controller, el) => new FixtureBase(controller, el, this.log),
      options: () => [{ type: 'text', key: 'word', displayName: 'Word', default: 'none' }],
    });
    this.log.push(`bases ${String(hasBases)}`);
    this.registerObsidianProtocolHandler('fixture', (data) => {
      this.log.push(`protocol ${JSON.stringify(data)}`);
    });
    this.registerHoverLinkSource('fixture', { display: 'Fixture', defaultMod: true });
    this.registerEditorExtension(
      EditorView.decorations.compute([editorInfoField, editorLivePreviewField], (state) => {
        const live = state.field(editorLivePreviewField);
        const path = state.field(editorInfoField).file?.path ?? 'none';
        return Decoration.set(
          Decoration.line({ attributes: { 'data-fixture': `${path} ${String(live)}` } }).range(0),
        );
      }),
    );
    this.registerMarkdownPostProcessor((el, context) => {
      const info = context.getSectionInfo(el);
      el.setAttr('data-processed', context.sourcePath);
      el.setAttr('data-lines', info ? `${info.lineStart}-${info.lineEnd}` : null);
    });
    this.registerEvent(
      this.app.workspace.on('editor-menu', (menu) => {
        menu.addItem((item) =>
          item.setTitle('From the fixture').onClick(() => new Notice('Chosen in the editor')),
        );
      }),
    );
    this.registerEvent(
      this.app.workspace.on('file-menu', (menu: Menu, file: TAbstractFile) => {
        menu.addItem((item) =>
          item.setTitle('Note the file').onClick(() => this.log.push(`menu ${file.path}`)),
        );
      }),
    );
    this.app.workspace.onLayoutReady(() => {
      this.log.push(`ready ${String(this.app.vault.getMarkdownFiles().length)}`);
      this.#listen();
    });
  }

  override onunload(): void {
    this.log.push('unloaded');
  }

  override async onExternalSettingsChange(): Promise<void> {
    this.settings = { ...this.settings, ...((await this.loadData()) as Partial<Settings>) };
    this.log.push(`settings ${this.settings.greeting}`);
  }

  #listen(): void {
    const { vault, metadataCache } = this.app;
    this.registerEvent(vault.on('create', (file) => this.log.push(`create ${file.path}`)));
    this.registerEvent(vault.on('modify', (file) => this.log.push(`modify ${file.path}`)));
    this.registerEvent(vault.on('delete', (file) => this.log.push(`delete ${file.path}`)));
    this.registerEvent(
      vault.on('rename', (file, oldPath) => this.log.push(`rename ${oldPath} ${file.path}`)),
    );
    this.registerEvent(
      metadataCache.on('changed', (file, text, cache) => {
        const tags = (cache.tags ?? []).map((tag) => tag.tag).join(',');
        this.log.push(`changed ${file.path} ${String(text.length)} ${tags}`);
      }),
    );
  }

  async #openView(): Promise<void> {
    const leaf = this.app.workspace.getLeaf('tab');
    await leaf.setViewState({ type: VIEW, active: true });
    await this.app.workspace.revealLeaf(leaf);
  }

  #fail(): void {
    throw new Error('The fixture failed on purpose.');
  }
}

export type { App };

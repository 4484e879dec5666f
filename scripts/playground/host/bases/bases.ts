// The core plugin Bases: `.base` files in panes and fenced `base` blocks in notes, and the types of views that plugins
// register. Off, there are neither, and `registerBasesView` answers false (typings, since 1.10.0). Embedded, `![[x.base]]`
// or `![[x.base#View]]` (help, «Create a base»), one is written to its file; a changed option of a fenced block goes into
// the note. How the app finds the block there, and that the block is drawn anew by it, with its first view, is inferred.
import type { BasesViewRegistration } from 'obsidian';
import { parseDocument } from 'yaml';
import type { TFile } from '../vault/abstract-file.ts';
import type { Embed, EmbedPlace } from '../parts/embed-registry.ts';
import { Notice } from '../ground/notice.ts';
import {
  MarkdownPreviewRenderer,
  MarkdownRenderChild,
  type PostProcessorContext,
} from '../markdown/post-processors.ts';
import { TextFileView } from '../views/text-file-view.ts';
import type { ViewsApp } from '../views/view-registry.ts';
import type { Leaf } from '../views/view.ts';
import { replaceBaseBlock } from './base-block.ts';
import { ShownBase, type BaseSource } from './shown-base.ts';

function changed(text: string, index: number, key: string, value: unknown): string {
  const document = parseDocument(text);
  if (value === null) document.deleteIn(['views', index, key]);
  else document.setIn(['views', index, key], value);
  return document.toString();
}

class BaseFileView extends TextFileView {
  override icon = 'table';
  #shown: ShownBase | null = null;

  readonly #bases: Bases;

  constructor(leaf: Leaf, bases: Bases) {
    super(leaf);
    this.#bases = bases;
  }

  getViewType(): string {
    return 'bases';
  }

  getViewData(): string {
    return this.data;
  }

  setViewData(data: string): void {
    this.data = data;
    const source = {
      text: data,
      store: (index: number, key: string, value: unknown) => {
        this.setViewData(changed(this.data, index, key, value));
        this.requestSave();
        return Promise.resolve();
      },
    };
    if (this.#shown) this.#shown.show(source);
    else {
      this.contentEl.empty();
      this.#shown = this.addChild(this.#bases.show(this.contentEl, source));
    }
  }

  clear(): void {
    this.data = '';
    if (this.#shown) this.removeChild(this.#shown);
    this.#shown = null;
  }
}

/** A base embedded in a note or on a canvas. */
class BaseEmbed extends MarkdownRenderChild implements Embed {
  #shown: ShownBase | null = null;

  readonly #bases: Bases;
  readonly #app: ViewsApp;
  readonly #file: TFile;
  readonly #viewName: string;

  constructor(
    bases: Bases,
    app: ViewsApp,
    { containerEl }: EmbedPlace,
    file: TFile,
    viewName: string,
  ) {
    super(containerEl);
    this.#bases = bases;
    this.#app = app;
    this.#file = file;
    this.#viewName = viewName;
    containerEl.addClass('bases-embed', 'is-loaded');
  }

  override onload(): void {
    this.registerEvent(
      this.#app.vault.on('modify', (file: TFile) => {
        if (file === this.#file) this.loadFile().catch(reportError);
      }),
    );
  }

  async loadFile(): Promise<void> {
    const source: BaseSource = {
      text: await this.#app.vault.cachedRead(this.#file),
      viewName: this.#viewName,
      store: async (index, key, value) => {
        await this.#app.vault.process(this.#file, (text) => changed(text, index, key, value));
      },
    };
    if (this.#shown) this.#shown.show(source);
    else this.#shown = this.addChild(this.#bases.show(this.containerEl, source));
  }
}

export class Bases {
  readonly #registrations = new Map<string, BasesViewRegistration>();
  readonly #shown = new Set<ShownBase>();

  readonly #app: ViewsApp;

  constructor(
    app: ViewsApp,
    readonly isOn: boolean,
  ) {
    this.#app = app;
    if (!isOn) return;
    app.viewRegistry.registerView('bases', (leaf) => new BaseFileView(leaf, this));
    app.viewRegistry.registerExtensions(['base'], 'bases');
    app.embedRegistry.registerExtension(
      'base',
      (place, file, subpath) => new BaseEmbed(this, app, place, file, subpath.slice(1)),
    );
    MarkdownPreviewRenderer.registerPostProcessor(
      MarkdownPreviewRenderer.createCodeBlockPostProcessor('base', (text, el, context) => {
        this.#showBlock(text, el, context);
      }),
    );
  }

  #showBlock(text: string, el: HTMLElement, context: PostProcessorContext): void {
    const child = new MarkdownRenderChild(el);
    // In Live Preview a click on it would put the cursor into the source.
    child.registerDomEvent(el, 'mousedown', (event: MouseEvent) => {
      event.stopPropagation();
    });
    const store: BaseSource['store'] = async (index, key, value) => {
      const file = this.#app.vault.getFileByPath(context.sourcePath);
      const line = context.getSectionInfo(el)?.lineStart ?? 0;
      const next = changed(text, index, key, value);
      if (!file) return;
      await this.#app.vault.process(file, (note) => {
        const written = replaceBaseBlock(note, text, next, line);
        if (written === null) new Notice(`${file.path} has no such block any more.`);
        return written ?? note;
      });
    };
    child.addChild(this.show(el, { text, store }));
    context.addChild(child);
  }

  /** Answers with what takes the type back, or with null where Bases are off. */
  register(type: string, registration: BasesViewRegistration): (() => void) | null {
    if (!this.isOn) return null;
    this.#registrations.set(type, registration);
    this.#drawAll();
    return () => {
      this.#registrations.delete(type);
      this.#drawAll();
    };
  }

  show(el: HTMLElement, source: BaseSource): ShownBase {
    const shown = new ShownBase(this.#app, el, source, (type) => this.#registrations.get(type));
    this.#shown.add(shown);
    shown.register(() => this.#shown.delete(shown));
    return shown;
  }

  #drawAll(): void {
    for (const shown of this.#shown) shown.draw();
  }
}

// The core plugin Bases: `.base` files in panes and fenced `base` blocks in notes, and the types of views that plugins
// register. Off, there are neither, and `registerBasesView` answers false (typings, since 1.10.0). In a note a changed option
// lives as long as the note's rendering; Obsidian writes it into the block.
import type { BasesViewRegistration } from 'obsidian';
import { parseDocument } from 'yaml';
import type { App } from '../app.ts';
import { MarkdownPreviewRenderer, MarkdownRenderChild } from '../post-processors.ts';
import { TextFileView } from '../text-file-view.ts';
import type { WorkspaceLeaf } from '../workspace-leaf.ts';
import { ShownBase } from './shown-base.ts';

function changed(text: string, index: number, key: string, value: unknown): string {
  const document = parseDocument(text);
  if (value === null) document.deleteIn(['views', index, key]);
  else document.setIn(['views', index, key], value);
  return document.toString();
}

class BaseFileView extends TextFileView {
  override icon = 'table';
  private shown: ShownBase | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly bases: Bases,
  ) {
    super(leaf);
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
    if (this.shown) this.shown.show(source);
    else {
      this.contentEl.empty();
      this.shown = this.addChild(this.bases.show(this.contentEl, source));
    }
  }

  clear(): void {
    this.data = '';
    if (this.shown) this.removeChild(this.shown);
    this.shown = null;
  }
}

export class Bases {
  private readonly registrations = new Map<string, BasesViewRegistration>();
  private readonly shown = new Set<ShownBase>();

  constructor(
    private readonly app: App,
    readonly isOn: boolean,
  ) {
    if (!isOn) return;
    app.viewRegistry.registerView('bases', (leaf) => new BaseFileView(leaf, this));
    app.viewRegistry.registerExtensions(['base'], 'bases');
    MarkdownPreviewRenderer.registerPostProcessor(
      MarkdownPreviewRenderer.createCodeBlockPostProcessor('base', (text, el, context) => {
        const child = new MarkdownRenderChild(el);
        let current = text;
        const source = {
          text,
          store: (index: number, key: string, value: unknown) => {
            current = changed(current, index, key, value);
            shown.show({ ...source, text: current });
            return Promise.resolve();
          },
        };
        const shown = child.addChild(this.show(el, source));
        context.addChild(child);
      }),
    );
  }

  /** Answers with what takes the type back, or with null where Bases are off. */
  register(type: string, registration: BasesViewRegistration): (() => void) | null {
    if (!this.isOn) return null;
    this.registrations.set(type, registration);
    this.drawAll();
    return () => {
      this.registrations.delete(type);
      this.drawAll();
    };
  }

  show(el: HTMLElement, source: ConstructorParameters<typeof ShownBase>[2]): ShownBase {
    const shown = new ShownBase(this.app, el, source, (type) => this.registrations.get(type));
    this.shown.add(shown);
    shown.register(() => this.shown.delete(shown));
    return shown;
  }

  private drawAll(): void {
    for (const shown of this.shown) shown.draw();
  }
}

// The two faces of a MarkdownView: `MarkdownEditView` speaks for the editor, `MarkdownPreviewView` is
// the reading view.
import type { TFile } from './abstract-file.ts';
import type { App } from './app.ts';
import { Component } from './component.ts';
import type { HoverPopover } from './hover-popover.ts';
import { followLinks, MarkdownRenderer, renderMarkdown } from './markdown-renderer.ts';
import type { MarkdownView } from './markdown-view.ts';

export class MarkdownEditView {
  readonly app: App;
  hoverPopover: HoverPopover | null = null;

  constructor(private readonly view: MarkdownView) {
    this.app = view.app;
  }

  get file(): TFile | null {
    return this.view.file;
  }

  clear(): void {
    this.view.clear();
  }

  get(): string {
    return this.view.editor.getValue();
  }

  set(data: string, clear: boolean): void {
    this.view.setViewData(data, clear);
  }

  getSelection(): string {
    return this.view.editor.getSelection();
  }

  getScroll(): number {
    return this.view.editor.getScrollInfo().top;
  }

  applyScroll(scroll: number): void {
    this.view.editor.scrollTo(null, scroll);
  }
}

export class MarkdownPreviewView extends MarkdownRenderer {
  hoverPopover: HoverPopover | null = null;
  readonly app: App;
  private readonly sizerEl: HTMLElement;
  private children_: Component | null = null;
  private shown: string | null = null;

  constructor(
    private readonly view: MarkdownView,
    parent: HTMLElement,
  ) {
    super(parent.createDiv('markdown-reading-view'));
    this.app = view.app;
    const scroller = this.containerEl.createDiv('markdown-preview-view markdown-rendered');
    this.sizerEl = scroller.createDiv('markdown-preview-sizer markdown-preview-section');
    followLinks(this.app, this.containerEl, () => view.file?.path ?? '');
  }

  get file(): TFile | null {
    return this.view.file;
  }

  get(): string {
    return this.shown ?? '';
  }

  set(data: string, _clear: boolean): void {
    if (data === this.shown) return;
    this.shown = data;
    this.rerender();
  }

  clear(): void {
    this.set('', true);
  }

  rerender(_full?: boolean): void {
    const scroll = this.getScroll();
    this.children_?.unload();
    this.children_ = new Component();
    this.children_.load();
    this.sizerEl.empty();
    const { file } = this.view;
    this.sizerEl.createDiv({ cls: 'inline-title', text: file?.basename ?? '' });
    renderMarkdown(this.shown ?? '', this.sizerEl, file?.path ?? '', this.children_).catch(
      reportError,
    );
    this.applyScroll(scroll);
  }

  override unload(): void {
    this.children_?.unload();
    this.children_ = null;
    super.unload();
  }

  getScroll(): number {
    return this.scroller.scrollTop;
  }

  applyScroll(scroll: number): void {
    this.scroller.scrollTop = scroll;
  }

  scrollToTop(): void {
    this.applyScroll(0);
  }

  /** Brings the block that holds a line into view. */
  scrollToLine(line: number): void {
    const blocks = this.sizerEl.findAll('[data-line]');
    const target = blocks.filter((block) => Number(block.dataset.line) <= line).last();
    target?.scrollIntoView({ block: 'center' });
  }

  private get scroller(): HTMLElement {
    return this.sizerEl.parentElement ?? this.containerEl;
  }
}

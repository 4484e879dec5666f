// The two faces of a MarkdownView: `MarkdownEditView` speaks for the editor, `MarkdownPreviewView` is
// the reading view.
import type { TFile } from '../vault/abstract-file.ts';
import type { AppParts } from '../parts/app-parts.ts';
import type { HoverPopover } from '../popups/hover-popover.ts';
import { followLinks, MarkdownRenderer } from '../markdown/markdown-renderer.ts';
import type { Editor } from '../parts/editor.ts';
import { RenderedSections } from '../markdown/rendered-sections.ts';

/** The view whose faces they are. */
interface ViewOfNote {
  readonly app: AppParts;
  readonly editor: Editor;
  readonly file: TFile | null;
  setViewData(data: string, clear: boolean): void;
  clear(): void;
}

export class MarkdownEditView {
  readonly app: AppParts;
  hoverPopover: HoverPopover | null = null;

  /** Undocumented, as in the app. */
  readonly view: ViewOfNote;

  constructor(view: ViewOfNote) {
    this.view = view;
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
  readonly app: AppParts;
  readonly #sizerEl: HTMLElement;
  readonly #titleEl: HTMLElement;
  readonly #sections: RenderedSections;
  #shown: string | null = null;

  /** Undocumented, as in the app. */
  readonly view: ViewOfNote;

  constructor(view: ViewOfNote, parent: HTMLElement) {
    super(parent.createDiv('markdown-reading-view'));
    this.view = view;
    this.app = view.app;
    const scroller = this.containerEl.createDiv('markdown-preview-view markdown-rendered');
    this.#sizerEl = scroller.createDiv('markdown-preview-sizer markdown-preview-section');
    this.#titleEl = this.#sizerEl.createDiv('inline-title');
    this.#sections = new RenderedSections(this.#titleEl);
    followLinks(this.app, this.containerEl, () => view.file?.path ?? '');
  }

  get file(): TFile | null {
    return this.view.file;
  }

  get(): string {
    return this.#shown ?? '';
  }

  set(data: string, _clear: boolean): void {
    if (data === this.#shown) return;
    this.#shown = data;
    this.rerender();
  }

  clear(): void {
    this.set('', true);
  }

  rerender(full = false): void {
    const scroll = this.getScroll();
    if (full) this.#sections.clear();
    const { file } = this.view;
    this.#titleEl.setText(file?.basename ?? '');
    this.#sections.show(this.#shown ?? '', file?.path ?? '').catch(reportError);
    this.applyScroll(scroll);
  }

  override unload(): void {
    this.#sections.clear();
    super.unload();
  }

  getScroll(): number {
    return this.#scroller.scrollTop;
  }

  applyScroll(scroll: number): void {
    this.#scroller.scrollTop = scroll;
  }

  scrollToTop(): void {
    this.applyScroll(0);
  }

  /** Brings the block that holds a line into view. */
  scrollToLine(line: number): void {
    const blocks = this.#sizerEl.findAll('[data-line]');
    const target = blocks.filter((block) => Number(block.dataset.line) <= line).last();
    target?.scrollIntoView({ block: 'center' });
  }

  get #scroller(): HTMLElement {
    return this.#sizerEl.parentElement ?? this.containerEl;
  }
}

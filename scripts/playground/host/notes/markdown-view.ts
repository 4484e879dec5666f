// `MarkdownView`: a note in an editor (source mode, live preview) or rendered (reading view). Panes on
// the same note follow each other's changes at once; the pane that was typed in saves.
import type { ChangeSet } from '@codemirror/state';
import { openSearchPanel } from '@codemirror/search';
import { EditorView } from '@codemirror/view';
import type { ViewStateResult } from 'obsidian';
import type { TFile } from '../vault/abstract-file.ts';
import { Editor } from '../parts/editor.ts';
import { getFrontMatterInfo } from '../text/frontmatter.ts';
import type { HoverPopover } from '../popups/hover-popover.ts';
import { setIcon } from '../ground/icons.ts';
import { toDiskText, toEditorText } from '../text/line-ends.ts';
import { MarkdownEditor } from '../editor/markdown-editor.ts';
import { MarkdownEditView, MarkdownPreviewView } from './markdown-preview-view.ts';
import { Menu } from '../popups/menu.ts';
import { resolveSubpath } from '../text/link-text.ts';
import { translate } from '../ground/shell-text.ts';
import { TextFileView } from '../views/text-file-view.ts';
import type { Leaf } from '../views/view.ts';
import { setTooltip } from '../ground/tooltip.ts';

type Mode = 'source' | 'preview';

interface EphemeralState {
  line?: number;
  startLoc?: { offset: number };
  endLoc?: { offset: number };
  match?: { content: string; matches: [number, number][] };
  subpath?: string;
  cursor?: { from: { line: number; ch: number }; to: { line: number; ch: number } };
  scroll?: number;
  focus?: boolean;
}

export class MarkdownView extends TextFileView {
  override icon = 'file-text';
  readonly editor: Editor;
  readonly editMode: MarkdownEditor;
  readonly sourceMode: MarkdownEditView;
  readonly previewMode: MarkdownPreviewView;
  currentMode: MarkdownEditView | MarkdownPreviewView;
  hoverPopover: HoverPopover | null = null;
  #mode: Mode = 'source';
  /** Source mode proper; live preview where false. */
  #plainSource = false;
  readonly #modeButton: HTMLElement;
  readonly #sourceEl: HTMLElement;

  constructor(leaf: Leaf) {
    super(leaf);
    this.#sourceEl = this.contentEl.createDiv('markdown-source-view cm-s-obsidian mod-cm6');
    this.editMode = new MarkdownEditor(this, this.#sourceEl);
    this.editor = new Editor(this.editMode.cm);
    this.sourceMode = new MarkdownEditView(this);
    this.previewMode = new MarkdownPreviewView(this, this.contentEl);
    this.currentMode = this.sourceMode;
    this.#modeButton = this.addAction('book-open', '', () => {
      this.setMode(this.#mode === 'source' ? 'preview' : 'source');
    });
    this.editMode.load('', true);
    this.#showMode();
  }

  getViewType(): string {
    return 'markdown';
  }

  override canAcceptExtension(extension: string): boolean {
    return extension === 'md';
  }

  getMode(): Mode {
    return this.#mode;
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.#mode, source: this.#plainSource };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const { mode, source } = (state ?? {}) as { mode?: unknown; source?: unknown };
    if (typeof source === 'boolean' && source !== this.#plainSource) {
      this.#plainSource = source;
      this.editMode.setLivePreview(!source);
    }
    this.setMode(mode === 'preview' || mode === 'source' ? mode : this.#mode);
  }

  setMode(mode: Mode): void {
    const changed = mode !== this.#mode;
    this.#mode = mode;
    this.#showMode();
    if (changed) this.app.workspace.onLayoutChange();
  }

  setPlainSource(plain: boolean): void {
    this.#plainSource = plain;
    this.editMode.setLivePreview(!plain);
    this.setMode('source');
    this.app.workspace.onLayoutChange();
  }

  getViewData(): string {
    const text = this.editor.getValue();
    // Untouched, the note is what it was read as, mixed line ends and all.
    return text === toEditorText(this.data) ? this.data : toDiskText(text, this.data);
  }

  setViewData(data: string, clear: boolean): void {
    this.data = data;
    const text = toEditorText(data);
    if (clear) this.editMode.load(text, !this.#plainSource);
    else this.editMode.replace(text);
    this.#refreshPreview();
  }

  clear(): void {
    this.data = '';
    this.editMode.load('', !this.#plainSource);
  }

  override async onLoadFile(file: TFile): Promise<void> {
    await super.onLoadFile(file);
    this.previewMode.scrollToTop();
  }

  override getEphemeralState(): Record<string, unknown> {
    return {
      cursor: { from: this.editor.getCursor('from'), to: this.editor.getCursor('to') },
      scroll: this.currentMode.getScroll(),
    };
  }

  /** Goes to a line, a match or a heading; line numbers count from 0. */
  override setEphemeralState(state: unknown): void {
    const eState = (state ?? {}) as EphemeralState;
    const target = this.#targetOf(eState);
    if (target) {
      this.editor.cm.dispatch({ selection: { anchor: target.from, head: target.to } });
      this.editor.cm.dispatch({
        effects: EditorView.scrollIntoView(target.from, { y: 'center' }),
      });
      this.previewMode.scrollToLine(this.editor.offsetToPos(target.from).line);
    } else if (eState.cursor) {
      this.editor.setSelection(eState.cursor.from, eState.cursor.to);
    }
    if (!target && typeof eState.scroll === 'number') this.currentMode.applyScroll(eState.scroll);
    if (eState.focus === true && this.#mode === 'source') this.editor.focus();
  }

  showSearch(_replace = false): void {
    if (this.#mode === 'source') openSearchPanel(this.editor.cm);
  }

  onEditorChange(changes: ChangeSet, isOutside: boolean, isTyped: boolean): void {
    this.#refreshPreview();
    if (isOutside) return;
    this.requestSave();
    const { workspace } = this.app;
    workspace.iterateAllLeaves(({ view: other }) => {
      if (!(other instanceof MarkdownView) || other === this || other.file !== this.file) return;
      if (other.editor.cm.state.doc.length === changes.length) other.editMode.applyOutside(changes);
      else other.editMode.replace(this.editor.getValue());
    });
    workspace.trigger('editor-change', this.editor, this);
    if (this.file) workspace.trigger('quick-preview', this.file, this.editor.getValue());
    if (isTyped && this.file) workspace.editorSuggest.trigger(this.editor, this.file);
  }

  showEditorMenu(event: MouseEvent): void {
    const { editor } = this;
    const at = editor.cm.posAtCoords({ x: event.clientX, y: event.clientY });
    const inside = editor.cm.state.selection.ranges.some(
      (range) => at !== null && !range.empty && range.from <= at && at <= range.to,
    );
    if (at !== null && !inside) editor.setCursor(editor.offsetToPos(at));
    const menu = Menu.forEvent(event);
    const add = (title: string, icon: string, act: () => unknown): void => {
      menu.addItem((item) =>
        item.setSection('clipboard').setTitle(title).setIcon(icon).onClick(act),
      );
    };
    add(translate('cut'), 'scissors', () => this.#copySelection(true));
    add(translate('copy'), 'copy', () => this.#copySelection(false));
    add(translate('selectAll'), 'text-select', () => {
      editor.setSelection({ line: 0, ch: 0 }, editor.offsetToPos(editor.getValue().length));
    });
    this.app.workspace.trigger('editor-menu', menu, editor, this);
  }

  override onPaneMenu(menu: Menu, source: string): void {
    const item = (title: string, icon: string, checked: boolean, act: () => void): void => {
      menu.addItem((entry) =>
        entry.setSection('mode').setTitle(title).setIcon(icon).setChecked(checked).onClick(act),
      );
    };
    const isSource = this.#mode === 'source';
    item(translate('livePreview'), 'pencil-line', isSource && !this.#plainSource, () => {
      this.setPlainSource(false);
    });
    item(translate('sourceMode'), 'code-xml', isSource && this.#plainSource, () => {
      this.setPlainSource(true);
    });
    item(translate('readingView'), 'book-open', !isSource, () => {
      this.setMode('preview');
    });
    if (source === 'more-options' && this.file) {
      this.app.workspace.trigger('file-menu', menu, this.file, 'more-options', this.leaf);
    }
    super.onPaneMenu(menu, source);
  }

  protected override async onClose(): Promise<void> {
    await super.onClose();
    this.editMode.destroy();
    this.previewMode.unload();
  }

  async #copySelection(cut: boolean): Promise<void> {
    await navigator.clipboard.writeText(this.editor.getSelection());
    if (cut) this.editor.replaceSelection('');
  }

  #targetOf(eState: EphemeralState): { from: number; to: number } | null {
    const { doc } = this.editor.cm.state;
    const first = eState.match?.matches[0];
    if (eState.match && first) {
      // Offsets count the line breaks of the text they were found in.
      const shrink = (offset: number): number =>
        Math.min(toEditorText(eState.match?.content.slice(0, offset) ?? '').length, doc.length);
      return { from: shrink(first[0]), to: shrink(first[1]) };
    }
    let offset = eState.startLoc?.offset;
    if (offset === undefined && eState.subpath !== undefined && this.file) {
      const cache = this.app.metadataCache.getFileCache(this.file);
      offset = cache ? resolveSubpath(cache, eState.subpath)?.start.offset : undefined;
    }
    if (offset !== undefined) {
      const at = Math.min(toEditorText(this.data.slice(0, offset)).length, doc.length);
      return { from: at, to: at };
    }
    if (typeof eState.line !== 'number') return null;
    const line = doc.line(Math.clamp(eState.line + 1, 1, doc.lines));
    return { from: line.from, to: line.from };
  }

  #refreshPreview(): void {
    if (this.#mode === 'preview') this.previewMode.set(this.editor.getValue(), false);
  }

  #showMode(): void {
    const isSource = this.#mode === 'source';
    this.#sourceEl.toggle(isSource);
    this.previewMode.containerEl.toggle(!isSource);
    this.#sourceEl.toggleClass('is-live-preview', !this.#plainSource);
    this.currentMode = isSource ? this.sourceMode : this.previewMode;
    this.contentEl.setAttr('data-mode', this.#mode);
    setIcon(this.#modeButton, isSource ? 'book-open' : 'pencil');
    setTooltip(this.#modeButton, translate(isSource ? 'readingView' : 'editView'));
    this.#refreshPreview();
    if (isSource) this.editor.refresh();
  }

  /** The frontmatter of what stands in the editor, for the post processors. */
  get frontMatterText(): string {
    return getFrontMatterInfo(this.editor.getValue()).frontmatter;
  }
}

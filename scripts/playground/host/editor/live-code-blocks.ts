// Fenced blocks in Live Preview whose language a plugin, or the app itself, renders: shown as rendered until the cursor
// comes into them. They are rendered anew when a plugin's processor comes or goes (release notes of 1.13.1). A click
// puts the cursor into the source unless what is clicked keeps the event to itself; beside it a button does. The class
// names are read off style sheets made for the app; that only the language's own processor runs is inferred.
import {
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
  type Range,
} from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import { Component } from '../ground/component.ts';
import { editorInfoField, editorLivePreviewField } from './editor-fields.ts';
import { setIcon } from '../ground/icons.ts';
import { contextOf } from '../markdown/markdown-renderer.ts';
import { codeBlockHandler, type CodeBlockHandler } from '../markdown/post-processors.ts';

/** Another processor may be there. */
export const refreshCodeBlocks = StateEffect.define();

interface Block {
  readonly from: number;
  readonly to: number;
  readonly widget: RenderedBlock;
}

class RenderedBlock extends WidgetType {
  #owner: Component | null = null;

  readonly #language: string;
  readonly #source: string;
  readonly #handler: CodeBlockHandler;

  constructor(language: string, source: string, handler: CodeBlockHandler) {
    super();
    this.#language = language;
    this.#source = source;
    this.#handler = handler;
  }

  override eq(other: RenderedBlock): boolean {
    return (
      this.#language === other.#language &&
      this.#source === other.#source &&
      this.#handler === other.#handler
    );
  }

  override toDOM(view: EditorView): HTMLElement {
    const el = createDiv(
      `cm-preview-code-block cm-embed-block markdown-rendered cm-lang-${this.#language}`,
    );
    const button = el.createDiv({
      cls: 'edit-block-button',
      attr: { 'aria-label': 'Edit this block' },
    });
    setIcon(button, 'code-2');
    button.addEventListener('click', () => {
      view.dispatch({ selection: { anchor: view.posAtDOM(el) } });
      view.focus();
    });
    const owner = new Component();
    owner.load();
    this.#owner = owner;
    const text = view.state.doc.toString();
    const path = view.state.field(editorInfoField).file?.path ?? '';
    const target = el.createDiv(`block-language-${this.#language}`);
    const lines = this.#source.split('\n').length + 1;
    const work = this.#handler(this.#source, target, {
      ...contextOf(text, path, owner),
      getSectionInfo: (inner) => {
        if (!el.contains(inner) || !el.isConnected) return null;
        const { doc } = view.state;
        const lineStart = doc.lineAt(view.posAtDOM(el)).number - 1;
        return { text: doc.toString(), lineStart, lineEnd: lineStart + lines };
      },
    });
    if (work instanceof Promise) work.catch(reportError);
    return el;
  }

  override destroy(): void {
    this.#owner?.unload();
  }

  override ignoreEvent(event: Event): boolean {
    return event.type !== 'mousedown';
  }
}

const OPENING = /^(`{3,}|~{3,})\s*([^\s`]+)\s*$/;

function blocksOf({ doc }: EditorState): readonly Block[] {
  const blocks: Block[] = [];
  for (let number = 1; number <= doc.lines; number++) {
    const opening = doc.line(number);
    const [, sign, language] = OPENING.exec(opening.text) ?? [];
    if (sign === undefined || language === undefined) continue;
    const lines: string[] = [];
    let last = number + 1;
    while (last <= doc.lines && !doc.line(last).text.startsWith(sign)) {
      lines.push(doc.line(last).text);
      last++;
    }
    const handler = codeBlockHandler(language);
    if (handler && last <= doc.lines)
      blocks.push({
        from: opening.from,
        to: doc.line(last).to,
        widget: new RenderedBlock(language, lines.join('\n'), handler),
      });
    number = last;
  }
  return blocks;
}

interface Shown {
  readonly blocks: readonly Block[];
  readonly decorations: DecorationSet;
}

function show(state: EditorState, blocks: readonly Block[]): Shown {
  const ranges: Range<Decoration>[] = [];
  if (state.field(editorLivePreviewField)) {
    for (const { from, to, widget } of blocks) {
      const isIn = state.selection.ranges.some((range) => range.from <= to && range.to >= from);
      if (!isIn) ranges.push(Decoration.replace({ widget, block: true }).range(from, to));
    }
  }
  return { blocks, decorations: Decoration.set(ranges) };
}

export const liveCodeBlocks: Extension = StateField.define<Shown>({
  create: (state) => show(state, blocksOf(state)),
  update(value, transaction) {
    const { state, docChanged, effects, selection } = transaction;
    const isRefreshed = effects.some((effect) => effect.is(refreshCodeBlocks));
    if (docChanged || isRefreshed) return show(state, blocksOf(state));
    const isModeChanged =
      state.field(editorLivePreviewField) !== transaction.startState.field(editorLivePreviewField);
    return selection || isModeChanged ? show(state, value.blocks) : value;
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
});

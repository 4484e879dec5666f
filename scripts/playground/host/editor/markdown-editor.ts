// The CodeMirror view of one note: the extensions every editor has, the plugins' own on top, and the
// wiring to the view it stands in.
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { search, searchKeymap } from '@codemirror/search';
import {
  Annotation,
  Compartment,
  EditorState,
  Transaction,
  type ChangeSet,
  type Extension,
} from '@codemirror/state';
import { drawSelection, dropCursor, EditorView, keymap } from '@codemirror/view';
import {
  editorEditorField,
  editorInfoField,
  editorLivePreviewField,
  livePreviewState,
  setLivePreview,
  type MarkdownFileInfo,
} from './editor-fields.ts';
import { liveCodeBlocks, refreshCodeBlocks } from './live-code-blocks.ts';
import { markdownLooks } from './live-preview.ts';
import { followCodeBlocks } from '../markdown/post-processors.ts';
import { differenceOf } from '../text/text-merge.ts';

/** Marks a change that came from outside this editor: the disk or another pane. */
const fromOutside = Annotation.define<boolean>();

/** The view that an editor stands in, as the editor knows it. */
export interface EditorOwner extends MarkdownFileInfo {
  onEditorChange(changes: ChangeSet, isOutside: boolean, isTyped: boolean): void;
  showEditorMenu(event: MouseEvent): void;
}

export class MarkdownEditor {
  readonly cm: EditorView;
  readonly #plugins = new Compartment();
  readonly #stopFollowing: readonly (() => void)[];

  readonly #view: EditorOwner;

  constructor(view: EditorOwner, parent: HTMLElement) {
    this.#view = view;
    this.cm = new EditorView({ parent });
    this.#stopFollowing = [
      parent.onWindowMigrated(({ document }) => {
        this.cm.setRoot(document);
      }),
      followCodeBlocks(() => {
        this.cm.dispatch({ effects: refreshCodeBlocks.of(null) });
      }),
    ];
  }

  /** Loads a text anew: no history, cursor at the start. */
  load(text: string, livePreview: boolean): void {
    this.cm.setState(
      EditorState.create({
        doc: text,
        extensions: [
          editorInfoField.init(() => this.#view),
          editorEditorField.init(() => this.cm),
          editorLivePreviewField.init(() => livePreview),
          this.#plugins.of(this.#pluginExtensions()),
          this.#baseExtensions(),
        ],
      }),
    );
  }

  /** Changes only what differs, so that cursor and scroll stay where they are. */
  replace(text: string): void {
    const change = differenceOf(this.cm.state.doc.toString(), text);
    if (change) this.applyOutside(this.cm.state.changes(change));
  }

  applyOutside(changes: ChangeSet): void {
    this.cm.dispatch({
      changes,
      annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
    });
  }

  setLivePreview(on: boolean): void {
    this.cm.dispatch({ effects: setLivePreview.of(on) });
  }

  /** Takes over what plugins have registered since. */
  reconfigure(): void {
    this.cm.dispatch({ effects: this.#plugins.reconfigure(this.#pluginExtensions()) });
  }

  destroy(): void {
    for (const stop of this.#stopFollowing) stop();
    this.cm.destroy();
  }

  #pluginExtensions(): Extension {
    return [...this.#view.app.workspace.editorExtensions];
  }

  #baseExtensions(): Extension {
    return [
      history(),
      drawSelection(),
      dropCursor(),
      EditorView.lineWrapping,
      EditorState.allowMultipleSelections.of(true),
      EditorState.tabSize.of(4),
      markdown({ base: markdownLanguage }),
      livePreviewState,
      markdownLooks,
      liveCodeBlocks,
      search({ top: true }),
      keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
      EditorView.contentAttributes.of({ spellcheck: 'false', autocorrect: 'off' }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        const isOutside = update.transactions.every((tr) => tr.annotation(fromOutside) === true);
        const isTyped = update.transactions.some(
          (tr) => tr.isUserEvent('input') || tr.isUserEvent('delete'),
        );
        this.#view.onEditorChange(update.changes, isOutside, isTyped);
      }),
      EditorView.domEventHandlers({
        contextmenu: (event) => {
          this.#view.showEditorMenu(event);
          return true;
        },
      }),
      EditorView.exceptionSink.of((error) => {
        reportError(error);
      }),
    ];
  }
}

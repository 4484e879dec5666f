/**
 * Offers stances and stages while a mark is typed behind a question: after the beginning of the tag, or
 * after the user's trigger. Enter writes the whole mark with its spaces, as one undo step, at once; the
 * journal is told, so that «undo last tagging» takes it back.
 */
import {
  EditorSuggest,
  prepareFuzzySearch,
  type Editor,
  type EditorPosition,
  type EditorSuggestContext,
  type EditorSuggestTriggerInfo,
  type TFile,
} from 'obsidian';
import { findPendingMark, findPendingPlace, planPendingMark } from '../../core/pending-mark';
import type { TextEdit } from '../../core/text-edit';
import type { OpenViews } from '../../editor/open-views';
import { TRANSACTION_ORIGIN } from '../../vault/note-edit';
import { findOpenEditor } from '../../vault/open-editor';
import type { UiContext } from '../context';
import { colorClass } from '../parts/stance-chip';
import { namesOf, pickableMarks, type PickableMark } from '../pickable-marks';

type SuggestContext = Pick<UiContext, 'app' | 'settings' | 'writer' | 'language' | 'strings'>;

/** How long the writer must pause, in milliseconds, before a note is read for one question. */
const PAUSE = 150;

/** What is known of the place where a mark is typed. */
interface Place {
  /** The line's number and what stands on it before the typed text. */
  readonly key: string;
  /** How far before the typed text the mark goes, in UTF-16 units; null where no question ends. */
  readonly gap: number | null;
}

export class MarkSuggest extends EditorSuggest<PickableMark> {
  #place: Place | null = null;
  #stopWaiting: (() => void) | null = null;

  constructor(
    private readonly options: SuggestContext,
    private readonly views: Pick<OpenViews, 'pendingPlace'>,
  ) {
    super(options.app);
    this.setInstructions([{ command: '↵', purpose: options.strings.editor.suggest.choose }]);
  }

  // Asked with every key, so it reads a line and no more.
  override onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    this.#stopWaiting?.();
    const { mark, editor: settings } = this.options.settings.get();
    const before = editor.getLine(cursor.line).slice(0, cursor.ch);
    const pending = findPendingMark(before, mark.root, settings.trigger);
    if (!pending) return null;
    const start = { line: cursor.line, ch: pending.from };
    this.#place = this.#placeFromPoints(editor, start, cursor) ?? this.#knownPlace(editor, start);
    if (this.#place?.gap === null) return null;
    return { start, end: cursor, query: pending.query };
  }

  override getSuggestions(context: EditorSuggestContext): PickableMark[] | Promise<PickableMark[]> {
    return this.#place ? this.#choices(context.query) : this.#choicesOnceRead(context);
  }

  override close(): void {
    // That no question ends there is remembered: the next key would have the note read again.
    if (this.#place?.gap !== null) this.#place = null;
    super.close();
  }

  #placeFromPoints(editor: Editor, start: EditorPosition, cursor: EditorPosition): Place | null {
    const from = editor.posToOffset(start);
    const { root } = this.options.settings.get().mark;
    const at = this.views.pendingPlace(editor, from, editor.posToOffset(cursor), root);
    return at === null ? null : { key: keyOf(editor, start), gap: from - at };
  }

  #knownPlace(editor: Editor, start: EditorPosition): Place | null {
    return this.#place?.key === keyOf(editor, start) ? this.#place : null;
  }

  /** A question that was typed since the last reading: whether it is one is read when the writer pauses. */
  #choicesOnceRead({ editor, start, end, query }: EditorSuggestContext): Promise<PickableMark[]> {
    const win = activeWindow;
    const typed = editor.getLine(end.line);
    return new Promise((resolve) => {
      const read = () => {
        const { line, ch } = editor.getCursor();
        // What comes too late is no answer: the next key has asked anew.
        if (line !== end.line || ch !== end.ch || editor.getLine(line) !== typed) return;
        this.#place = this.#readPlace(editor, start, end);
        resolve(this.#place.gap === null ? [] : this.#choices(query));
      };
      const timer = win.setTimeout(read, PAUSE);
      this.#stopWaiting = () => win.clearTimeout(timer);
    });
  }

  #readPlace(editor: Editor, start: EditorPosition, cursor: EditorPosition): Place {
    const from = editor.posToOffset(start);
    const to = editor.posToOffset(cursor);
    const { root } = this.options.settings.get().mark;
    const at = findPendingPlace(editor.getValue(), from, to, root);
    return { key: keyOf(editor, start), gap: at === null ? null : from - at };
  }

  #choices(query: string): PickableMark[] {
    const { settings, language, strings } = this.options;
    const all = pickableMarks(settings.get().taxonomy, language, strings, false);
    if (query === '') return [...all];
    const search = prepareFuzzySearch(query);
    return all
      .map((item) => ({ item, match: search(searchText(item)) }))
      .filter(({ match }) => match !== null)
      .sort((a, b) => (b.match?.score ?? 0) - (a.match?.score ?? 0))
      .map(({ item }) => item);
  }

  override renderSuggestion(item: PickableMark, el: HTMLElement): void {
    el.addClass(
      'question-stance-pick',
      colorClass(item.value, this.options.settings.get().taxonomy),
    );
    el.createSpan('question-stance-pick-dot');
    el.createDiv('question-stance-pick-text').createDiv({ text: item.name });
  }

  override selectSuggestion({ value }: PickableMark, event: MouseEvent | KeyboardEvent): void {
    const { context } = this;
    // This Enter is an input method's, for the word it composes.
    if (event.instanceOf(KeyboardEvent) && event.isComposing) return;
    if (!context || value === null) return;
    const { editor, file, start } = context;
    const format = this.options.settings.get().mark;
    const cursor = editor.getCursor();
    const from = editor.posToOffset(start);
    const { gap } =
      this.#placeFromPoints(editor, start, cursor) ??
      this.#knownPlace(editor, start) ??
      this.#readPlace(editor, start, cursor);
    this.close();
    if (gap === null) return;
    const to = editor.posToOffset(cursor);
    const plan = planPendingMark(editor.getValue(), from - gap, from, to, value, format);
    if (!plan) return;
    const { edit, mark } = plan;
    const behind = editor.offsetToPos(edit.from);
    editor.transaction(
      {
        changes: [{ from: behind, to: editor.offsetToPos(edit.to), text: edit.insert }],
        selection: { from: { line: behind.line, ch: behind.ch + edit.insert.length } },
      },
      TRANSACTION_ORIGIN,
    );
    this.#record(file, mark, editor);
  }

  /** A table cell's editor may hold the cell alone; its offsets are not the note's, and are not recorded. */
  #record(file: TFile, mark: TextEdit, editor: Editor): void {
    const { app, writer } = this.options;
    const written = editor.getValue();
    const note = findOpenEditor(app, file)?.getValue() ?? written;
    if (note === written) void writer.recordTyped(file, mark, written);
  }
}

function keyOf(editor: Editor, start: EditorPosition): string {
  return `${start.line} ${editor.getLine(start.line).slice(0, start.ch)}`;
}

/** Names in every language, and the ids that stand in the tag. */
function searchText(item: PickableMark): string {
  const { stance = '', stage } = item.value ?? {};
  return `${namesOf(item)} ${stance} ${stage ?? ''}`;
}

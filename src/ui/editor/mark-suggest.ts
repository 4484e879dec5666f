/**
 * Offers stances and stages while a mark is typed behind a question: after the beginning of the tag, or
 * after the user's trigger. What is suggested for the question comes first. Enter writes the whole mark with its spaces, as one undo step, at once; the
 * journal is told, so that «undo last tagging» takes it back.
 */
import {
  EditorSuggest,
  Notice,
  type Editor,
  type EditorPosition,
  type EditorSuggestContext,
  type EditorSuggestTriggerInfo,
  type TFile,
} from 'obsidian';
import {
  findPendingMark,
  findPendingPlace,
  planPendingMark,
  type PendingMark,
} from '../../core/marks/pending-mark';
import type { MarkValue } from '../../core/model/question';
import { extractQuestions } from '../../core/reading/extract';
import { NO_PROPOSALS, type QuestionProposals } from '../../core/suggest/note-proposals';
import type { TextEdit } from '../../core/model/text-edit';
import type { OpenViews } from '../../editor/open-views';
import { TRANSACTION_ORIGIN } from '../../vault/writing/note-edit';
import { findOpenEditor } from '../../vault/open-editor';
import type { UiContext } from '../context';
import { isInputMethods } from '../../keys/key-press';
import { tellLinks } from '../bulk/link-offer';
import { searchFolded } from '../parts/folded-search';
import { chosenByDigits, digitsOf, pickedByDigits } from '../picker/pick-keys';
import { drawPick, namesOf, pickableMarks, type PickableMark } from '../picker/pickable-marks';
import { suggestedFirst, withSuggested } from '../picker/suggested-first';
import { learnWritten, proposalsFor } from '../suggest/asked-question';
import { activeTaxonomy, markFormat, rootsOf } from '../../settings/taxonomies';

type SuggestContext = Pick<
  UiContext,
  'app' | 'settings' | 'suggester' | 'writer' | 'operations' | 'language' | 'strings'
>;

/** How long the writer must pause, in milliseconds, before a note is read for one question. */
const PAUSE = 150;

/** In UTF-16 units: a note up to this long is read in a few milliseconds, a longer one at a pause. */
const SOON_READ = 50_000;

/** What is known of the place where a mark is typed. */
interface TypedPlace {
  /** The line's number and what stands on it before the typed text. */
  readonly key: string;
  /** How far before the typed text the mark goes, in UTF-16 units; null where no question ends. */
  readonly gap: number | null;
}

/** Digits behind the trigger, as they were when Obsidian asked last. */
interface TypedDigits {
  readonly place: string;
  readonly digits: string;
  /** The last one has just been typed, behind the others. Digits that an undo brings back were not. */
  readonly hasGrown: boolean;
}

/** The question behind which a mark is typed, and what was suggested for it. */
interface Asked {
  readonly place: string;
  readonly text: string;
  readonly proposals: QuestionProposals;
}

export class MarkSuggest extends EditorSuggest<PickableMark> {
  #place: TypedPlace | null = null;
  #asked: Asked | null = null;
  #digits: TypedDigits | null = null;
  #stopWaiting: (() => void) | null = null;

  readonly #options: SuggestContext;
  readonly #views: Pick<OpenViews, 'isComposing' | 'pendingPlace'>;

  constructor(options: SuggestContext, views: Pick<OpenViews, 'isComposing' | 'pendingPlace'>) {
    super(options.app);
    this.#options = options;
    this.#views = views;
    this.setInstructions([{ command: '↵', purpose: options.strings.editor.suggest.choose }]);
  }

  /** The trigger with what is typed behind it, where it stands at the cursor; null where it does not. */
  triggerAt(editor: Editor): string | null {
    const settings = this.#options.settings.get();
    const cursor = editor.getCursor();
    const before = editor.getLine(cursor.line).slice(0, cursor.ch);
    const pending = findPendingMark(before, markFormat(settings).root, settings.editor.trigger);
    const typed = pending && before.slice(pending.from);
    return typed === null || typed.startsWith('#') ? null : typed;
  }

  // Asked with every key, so it reads a line and no more.
  override onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    this.#stopWaiting?.();
    const settings = this.#options.settings.get();
    const before = editor.getLine(cursor.line).slice(0, cursor.ch);
    const pending = findPendingMark(before, markFormat(settings).root, settings.editor.trigger);
    const start = { line: cursor.line, ch: pending?.from ?? 0 };
    this.#digits = pending && this.#digitsIn(keyOf(editor, start), before.slice(start.ch), pending);
    if (!pending) return null;
    this.#place = this.#placeFromPoints(editor, start, cursor) ?? this.#knownPlace(editor, start);
    if (this.#place?.gap === null) return null;
    return { start, end: cursor, query: pending.query };
  }

  override getSuggestions(context: EditorSuggestContext): PickableMark[] | Promise<PickableMark[]> {
    // What is typed behind the trigger searches as ever.
    const isAsking =
      context.query === '' &&
      this.#options.suggester.mode !== 'off' &&
      !this.#askedAt(context.editor, context.start);
    return this.#place && !isAsking
      ? this.#choices(context)
      : this.#choicesLater(context, isAsking);
  }

  override close(): void {
    // That no question ends there is remembered: the next key would have the note read again.
    if (this.#place?.gap !== null) this.#place = null;
    this.#asked = null;
    super.close();
  }

  /** In a tag, digits are the beginning of an id. */
  #digitsIn(place: string, typed: string, { query }: PendingMark): TypedDigits | null {
    const digits = typed.startsWith('#') ? null : digitsOf(query);
    if (digits === null) return null;
    const last = this.#digits?.place === place ? this.#digits.digits : null;
    return { place, digits, hasGrown: last !== null && digits.slice(0, -1) === last };
  }

  #placeFromPoints(
    editor: Editor,
    start: EditorPosition,
    cursor: EditorPosition,
  ): TypedPlace | null {
    const from = editor.posToOffset(start);
    const roots = rootsOf(this.#options.settings.get());
    const at = this.#views.pendingPlace(editor, from, editor.posToOffset(cursor), roots);
    return at === null ? null : { key: keyOf(editor, start), gap: from - at };
  }

  #knownPlace(editor: Editor, start: EditorPosition): TypedPlace | null {
    return this.#place?.key === keyOf(editor, start) ? this.#place : null;
  }

  /**
   * A question that was typed since the last reading: whether it is one is read when the writer pauses. What is
   * suggested for it is read then, too, or at once in a short note.
   */
  #choicesLater(context: EditorSuggestContext, isAsking: boolean): Promise<PickableMark[]> {
    const { editor, start, end } = context;
    const win = activeWindow;
    const typed = editor.getLine(end.line);
    return new Promise((resolve) => {
      const show = () => {
        // What comes too late is no answer: the next key has asked anew.
        if (!isAt(editor, end, typed)) return;
        this.#place ??= this.#readPlace(editor, start, end);
        const { gap } = this.#place;
        if (isAsking && gap !== null) this.#ask(context, gap);
        resolve(gap === null ? [] : this.#choices(context));
      };
      const timer = win.setTimeout(show, PAUSE);
      const stop = () => win.clearTimeout(timer);
      this.#stopWaiting = stop;
      if (!isAsking || !this.#place || editor.getValue().length > SOON_READ) return;
      void this.#options.suggester.ready().then(() => {
        stop();
        show();
      });
    });
  }

  /** Remembers what is suggested for the question, by the note as if nothing were typed for its mark. */
  #ask({ editor, file, start, end }: EditorSuggestContext, gap: number): void {
    const from = editor.posToOffset(start);
    const typed = editor.getValue();
    const text = typed.slice(0, from) + typed.slice(editor.posToOffset(end));
    const read = extractQuestions(text, { roots: rootsOf(this.#options.settings.get()) });
    const question = read.find(({ markAt }) => markAt === from - gap);
    if (!question) return;
    const proposals = proposalsFor(this.#options, { path: file.path, read, question, text });
    this.#asked = { place: keyOf(editor, start), text: question.text, proposals };
  }

  #askedAt(editor: Editor, start: EditorPosition): Asked | null {
    return this.#asked?.place === keyOf(editor, start) ? this.#asked : null;
  }

  #readPlace(editor: Editor, start: EditorPosition, cursor: EditorPosition): TypedPlace {
    const from = editor.posToOffset(start);
    const to = editor.posToOffset(cursor);
    const settings = this.#options.settings.get();
    const { root } = activeTaxonomy(settings);
    const at = findPendingPlace(editor.getValue(), from, to, root, rootsOf(settings));
    return { key: keyOf(editor, start), gap: at === null ? null : from - at };
  }

  #choices(context: EditorSuggestContext): PickableMark[] {
    const { query } = context;
    const { settings, language, strings } = this.#options;
    const taxonomy = activeTaxonomy(settings.get());
    const { proposals } = this.#askedAt(context.editor, context.start)?.proposals ?? NO_PROPOSALS;
    const words = { taxonomy, language, strings };
    const usual = pickableMarks(taxonomy, language, strings, false);
    const all = withSuggested(usual, proposals, words);
    const picked = this.#digits && pickedByDigits(all, taxonomy, this.#digits.digits);
    if (this.#digits && picked) {
      const only = chosenByDigits(all, taxonomy, this.#digits.digits);
      if (only && this.#digits.hasGrown) this.#chooseSoon(only, context);
      return [...picked];
    }
    const offered = query === '' ? suggestedFirst(all, proposals) : all;
    return searchFolded(offered, query, searchText).map(({ item }) => item);
  }

  /** The digit that completes a choice makes it, as in the picker; once the editor is done with the digit. */
  #chooseSoon({ value }: PickableMark, context: EditorSuggestContext): void {
    const { editor, end } = context;
    const typed = editor.getLine(end.line);
    const win = activeWindow;
    win.setTimeout(() => {
      if (value === null || !isAt(editor, end, typed) || this.#views.isComposing(editor)) return;
      this.#write(value, context);
    }, 0);
  }

  override renderSuggestion(item: PickableMark, el: HTMLElement): void {
    const taxonomy = activeTaxonomy(this.#options.settings.get());
    drawPick(el, item, taxonomy, (name) => name.setText(item.name));
  }

  override selectSuggestion({ value }: PickableMark, event: MouseEvent | KeyboardEvent): void {
    if (isInputMethods(event)) return;
    if (this.context && value !== null) this.#write(value, this.context);
  }

  #write(value: MarkValue, { editor, file, start }: EditorSuggestContext): void {
    const format = markFormat(this.#options.settings.get());
    const cursor = editor.getCursor();
    const from = editor.posToOffset(start);
    const asked = this.#askedAt(editor, start);
    const { gap } =
      this.#placeFromPoints(editor, start, cursor) ??
      this.#knownPlace(editor, start) ??
      this.#readPlace(editor, start, cursor);
    this.close();
    if (gap === null) return;
    const to = editor.posToOffset(cursor);
    const roots = rootsOf(this.#options.settings.get());
    const plan = planPendingMark(editor.getValue(), from - gap, from, to, value, format, roots);
    if (!plan) return;
    if ('code' in plan) {
      new Notice(this.#options.strings.tagging.notices.selection[plan.code]);
      return;
    }
    const { edit, mark } = plan;
    const behind = editor.offsetToPos(edit.from);
    editor.transaction(
      {
        changes: [{ from: behind, to: editor.offsetToPos(edit.to), text: edit.insert }],
        selection: { from: { line: behind.line, ch: behind.ch + edit.insert.length } },
      },
      TRANSACTION_ORIGIN,
    );
    if (asked) learnWritten(this.#options, file.path, asked, asked.proposals, value);
    void this.#record(file, mark, editor);
  }

  /** A table cell's editor may hold the cell alone; its offsets are not the note's, and are not recorded. */
  async #record(file: TFile, mark: TextEdit, editor: Editor): Promise<void> {
    const { app, writer } = this.#options;
    const written = editor.getValue();
    const note = findOpenEditor(app, file)?.getValue() ?? written;
    if (note !== written) return;
    const links = await writer.recordTyped(file, mark, written);
    if (links) tellLinks(this.#options, links);
  }
}

/** Whether nothing was typed and the cursor has not moved since the line read so. */
function isAt(editor: Editor, { line, ch }: EditorPosition, typed: string): boolean {
  const cursor = editor.getCursor();
  return cursor.line === line && cursor.ch === ch && editor.getLine(line) === typed;
}

function keyOf(editor: Editor, start: EditorPosition): string {
  return `${start.line} ${editor.getLine(start.line).slice(0, start.ch)}`;
}

/** Names in every language, and the ids that stand in the tag. */
function searchText(item: PickableMark): string {
  const { stance = '', stage } = item.value ?? {};
  return `${namesOf(item)} ${stance} ${stage ?? ''}`;
}

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
} from 'obsidian';
import { findPendingMark, planPendingMark } from '../../core/pending-mark';
import { SKIP } from '../../core/question';
import type { UiContext } from '../context';
import { colorClass } from '../parts/stance-chip';
import { namesOf, pickableMarks, type PickableMark } from '../pickable-marks';

type SuggestContext = Pick<UiContext, 'app' | 'settings' | 'writer' | 'language' | 'strings'>;

/** Names the edit to the editor's history, so that it is not joined with the typing before it. */
const TRANSACTION_ORIGIN = 'question-stance';

/** Stands for whichever will be chosen. */
const ANY_MARK = { stance: SKIP, stage: null };

export class MarkSuggest extends EditorSuggest<PickableMark> {
  #asked: { readonly place: string; readonly answer: boolean } | null = null;

  constructor(private readonly options: SuggestContext) {
    super(options.app);
    this.setInstructions([{ command: '↵', purpose: options.strings.editor.suggest.choose }]);
  }

  override onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    const { mark, editor: settings } = this.options.settings.get();
    const before = editor.getLine(cursor.line).slice(0, cursor.ch);
    const pending = findPendingMark(before, mark.root, settings.trigger);
    if (!pending) return null;
    const start = { line: cursor.line, ch: pending.from };
    if (!this.#canTag(editor, start, cursor)) return null;
    return { start, end: cursor, query: pending.query };
  }

  /** Whether a question ends there: not so in code, maths, properties. Asked once for each place. */
  #canTag(editor: Editor, start: EditorPosition, cursor: EditorPosition): boolean {
    const place = `${start.line} ${editor.getLine(start.line).slice(0, start.ch)}`;
    if (this.#asked?.place !== place) {
      const { mark } = this.options.settings.get();
      const from = editor.posToOffset(start);
      const to = editor.posToOffset(cursor);
      const plan = planPendingMark(editor.getValue(), from, to, ANY_MARK, mark);
      this.#asked = { place, answer: plan !== null };
    }
    return this.#asked.answer;
  }

  override close(): void {
    this.#asked = null;
    super.close();
  }

  override getSuggestions({ query }: EditorSuggestContext): PickableMark[] {
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
    const cursor = editor.posToOffset(editor.getCursor());
    const from = editor.posToOffset(start);
    const plan = planPendingMark(editor.getValue(), from, cursor, value, format);
    this.close();
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
    void this.options.writer.recordTyped(file, mark, editor.getValue());
  }
}

/** Names in every language, and the ids that stand in the tag. */
function searchText(item: PickableMark): string {
  const { stance = '', stage } = item.value ?? {};
  return `${namesOf(item)} ${stance} ${stage ?? ''}`;
}

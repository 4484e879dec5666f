/**
 * Offers stances and stages while a mark is typed behind a question: after the beginning of the tag, or
 * after the user's trigger. Enter writes the whole mark with its spaces, as one undo step.
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
import type { UiContext } from '../context';
import { colorClass } from '../parts/stance-chip';
import { pickableMarks, type PickableMark } from '../pickable-marks';

type SuggestContext = Pick<UiContext, 'app' | 'settings' | 'language' | 'strings'>;

export class MarkSuggest extends EditorSuggest<PickableMark> {
  constructor(private readonly options: SuggestContext) {
    super(options.app);
    this.setInstructions([{ command: '↵', purpose: options.strings.editor.suggest.choose }]);
  }

  override onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    const { mark, editor: settings } = this.options.settings.get();
    const before = editor.getLine(cursor.line).slice(0, cursor.ch);
    const pending = findPendingMark(before, mark.root, settings.trigger);
    if (!pending) return null;
    return { start: { line: cursor.line, ch: pending.from }, end: cursor, query: pending.query };
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

  override selectSuggestion({ value }: PickableMark): void {
    const { context } = this;
    if (!context || value === null) return;
    const { editor, start } = context;
    const format = this.options.settings.get().mark;
    const cursor = editor.posToOffset(editor.getCursor());
    const from = editor.posToOffset(start);
    const edit = planPendingMark(editor.getValue(), from, cursor, value, format);
    if (!edit) return;
    const behind = editor.offsetToPos(edit.from);
    editor.transaction({
      changes: [{ from: behind, to: editor.offsetToPos(edit.to), text: edit.insert }],
      selection: { from: { line: behind.line, ch: behind.ch + edit.insert.length } },
    });
  }
}

/** Names in both languages, and the ids that stand in the tag. */
function searchText({ name, english, value }: PickableMark): string {
  return [name, english, value?.stance, value?.stage]
    .filter((part) => typeof part === 'string')
    .join(' ');
}

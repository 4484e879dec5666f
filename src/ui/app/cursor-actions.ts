/** Tagging and clearing where the cursor or the selection is, with a notice of what came of it. */
import { Notice, type Editor, type TFile } from 'obsidian';
import { changesAmong } from '../../core/marks/change';
import { findStrays, strayAt } from '../../core/marks/stray';
import { extractQuestions } from '../../core/reading/extract';
import { markOf, SKIP, type MarkValue, type Question } from '../../core/model/question';
import type { QuestionProposals } from '../../core/suggest/note-proposals';
import type { UiContext } from '../context';
import { reportStrays } from '../notices/stray-report';
import { markPath } from '../parts/stance-chip';
import { questionAt, questionsIn } from '../parts/question-at';
import { pickStance } from '../picker/stance-picker';
import { learnWritten, proposalsFor } from '../suggest/asked-question';
import { reportOutcome } from '../bulk/write-report';
import { activeTaxonomy, rootsOf } from '../../settings/taxonomies';

/** Lets the user choose a tag for the question at the cursor or, where it is in none, before it. */
export function tagAtCursor(context: UiContext, editor: Editor, file: TFile): void {
  const read = questionsOf(context, editor);
  const question = questionAt(read, cursorOf(editor));
  if (!question) {
    new Notice(context.strings.tagging.notices.noQuestionHere);
    return;
  }
  tagQuestions(context, file, [question], read, editor.getValue());
}

/** Lets the user choose one tag for `questions` of the note, of which all are `read`; `text` is what was read. */
export function tagQuestions(
  context: UiContext,
  file: TFile,
  questions: readonly Question[],
  read: readonly Question[],
  text: string,
): void {
  const [question, second] = questions;
  // Several get one tag: what speaks for one of them says little of the others.
  if (!question || second) {
    pickStance(context, questions, (value) => {
      void markInNote(context, file, questions, value, read);
    });
    return;
  }
  const suggested = () => proposalsFor(context, { path: file.path, read, question, text });
  const write = async (value: MarkValue | null, proposals: QuestionProposals) => {
    const isWritten = await markInNote(context, file, questions, value, read);
    if (isWritten) learnWritten(context, file.path, question, proposals, value);
  };
  pickStance(context, questions, (value, proposals) => void write(value, proposals), { suggested });
}

/** Clears the tag at the cursor: one that belongs to no question, else that of the question there or before it. */
export async function clearAtCursor(
  context: UiContext,
  editor: Editor,
  file: TFile,
): Promise<void> {
  const { notices } = context.strings.tagging;
  const read = questionsOf(context, editor);
  const question = questionAt(read, cursorOf(editor));
  const { root } = activeTaxonomy(context.settings.get());
  const isTagged = question !== null && markOf(question, root) !== null;
  const stray = strayAtCursor(context, editor, isTagged ? null : question);
  if (stray) await stray.clear(file);
  else if (!question) new Notice(notices.noQuestionHere);
  else if (isTagged) await markInNote(context, file, [question], null, read);
  else new Notice(notices.nothingToClear(question.text));
}

/**
 * The tag at the cursor that belongs to no question, and the way to clear it; null where there is none. With
 * `question`, which has no tag, one right behind it counts as well, as in a link's text.
 */
export function strayAtCursor(
  context: UiContext,
  editor: Editor,
  question: Question | null,
): { readonly clear: (file: TFile) => Promise<void> } | null {
  const text = editor.getValue();
  const strays = findStrays(text, rootsOf(context.settings.get()));
  const stray = strayAt(text, strays, cursorOf(editor), question);
  if (!stray) return null;
  const clear = async (file: TFile) => {
    const outcome = await context.writer.clearStrays(file, strays.indexOf(stray));
    reportStrays(context.strings, file, outcome);
  };
  return { clear };
}

/** Lets the user choose a tag for what is selected: the questions in it, else the sentence it is. */
export function tagSelection(context: UiContext, editor: Editor, file: TFile): void {
  const { notices } = context.strings.tagging;
  const text = editor.getSelection();
  if (text.trim() === '') {
    new Notice(notices.selection.empty);
    return;
  }
  const from = editor.posToOffset(editor.getCursor('from'));
  const to = editor.posToOffset(editor.getCursor('to'));
  const read = questionsOf(context, editor);
  const found = questionsIn(read, from, to);
  if (found.length > 0) {
    tagQuestions(context, file, found, read, editor.getValue());
    return;
  }
  const sentence = { text: text.trim().replace(/\s+/g, ' '), marks: [] };
  pickStance(context, [sentence], (value) => {
    if (value) void markSelection(context, file, { from, to, text }, value);
  });
}

function questionsOf({ settings }: UiContext, editor: Editor): readonly Question[] {
  const now = settings.get();
  return extractQuestions(editor.getValue(), {
    roots: rootsOf(now),
    unmarked: now.lists.showUnmarked,
  });
}

function cursorOf(editor: Editor): number {
  return editor.posToOffset(editor.getCursor('head'));
}

/** Writes one tag into `questions` of the note, of which all are `read`, or clears theirs; answers whether it did. */
export async function markInNote(
  context: UiContext,
  file: TFile,
  questions: readonly Question[],
  value: MarkValue | null,
  read: readonly Question[],
): Promise<boolean> {
  const asked = questions.map((question) => ({ question, value }));
  const changes = changesAmong(read, asked);
  const outcome = await context.writer.write(file, changes);
  const [, second] = questions;
  reportOutcome(context, file, outcome, second ? undefined : saidOf(context, value));
  return outcome.failure === null && outcome.written > 0;
}

async function markSelection(
  context: UiContext,
  file: TFile,
  selection: Parameters<UiContext['writer']['tagSelection']>[1],
  value: MarkValue,
): Promise<void> {
  const { notices } = context.strings.tagging;
  const { refused, ...outcome } = await context.writer.tagSelection(file, selection, value);
  if (refused) new Notice(notices.selection[refused]);
  else reportOutcome(context, file, { ...outcome, refused: [] }, saidOf(context, value));
}

/** What to say when `value` is written. */
function saidOf({ settings, language, strings }: UiContext, value: MarkValue | null): string {
  const { notices } = strings.tagging;
  if (!value) return notices.cleared;
  if (value.stance === SKIP) return notices.skipped;
  return notices.tagged(markPath(value, activeTaxonomy(settings.get()), language, strings));
}

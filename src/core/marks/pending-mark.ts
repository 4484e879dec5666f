/**
 * A mark about to be typed: the writer stands behind a question and has begun to type the tag, or a trigger
 * of their own. Says what has been typed, and plans the edit that makes a whole mark of it.
 */
import { extractQuestions } from '../reading/extract';
import { markWish, planKept } from './kept-plan';
import type { MarkFormat } from '../model/mark';
import { marksUnder, type MarkValue } from '../model/question';
import type { UnkeptCode } from './read-back';
import { endsWithTerminator } from '../text/terminator';
import type { TextEdit } from '../model/text-edit';

export interface PendingMark {
  /** Where the typed text starts, and the words it searches the choices with. */
  readonly from: number;
  readonly query: string;
}

/** What writes a pending mark. Both edits make the same text. */
export interface PendingEdit {
  /** Of the text with what was typed in it. */
  readonly edit: TextEdit;
  /** Of the text as if nothing had been typed: the mark alone, which is what can be taken back later. */
  readonly mark: TextEdit;
}

/** Why the mark can't be written there. */
export interface PendingRefusal {
  readonly code: UnkeptCode;
}

/**
 * How much of `#root` must be typed before choices are offered. The `#` alone is enough: at that moment
 * Obsidian's completion of tags opens where nothing else does, and then stays.
 */
const LEAST_OF_TAG = 1;

/** From an ASCII character to its full-width form. */
const TO_FULL_WIDTH = 0xfee0;

/** What is being typed at the end of `lineBefore` (the line up to the cursor); null where it is no mark. */
export function findPendingMark(
  lineBefore: string,
  root: string,
  trigger: string,
): PendingMark | null {
  return findTrigger(lineBefore, trigger) ?? findTag(lineBefore, root);
}

/** The trigger as typed, or as an input method types it: `；；` for `;;`. */
function findTrigger(lineBefore: string, trigger: string): PendingMark | null {
  const wide = trigger.replace(/[!-~]/g, (half) =>
    String.fromCharCode(half.charCodeAt(0) + TO_FULL_WIDTH),
  );
  const from = Math.max(lineBefore.lastIndexOf(trigger), lineBefore.lastIndexOf(wide));
  if (trigger === '' || from === -1) return null;
  if (!endsWithTerminator(lineBefore.slice(0, from).trimEnd())) return null;
  const query = lineBefore.slice(from + trigger.length);
  // Words may be several; a space that starts or doubles is a writer going on.
  return /^\s|\s\s/.test(query) ? null : { from, query: query.trim() };
}

function findTag(lineBefore: string, root: string): PendingMark | null {
  const from = lineBefore.lastIndexOf('#');
  const before = lineBefore.slice(0, Math.max(0, from));
  const typed = lineBefore.slice(from).toLowerCase();
  if (from === -1 || /\s/.test(typed) || !endsWithTerminator(before.trimEnd())) return null;
  const tag = `#${root.toLowerCase()}`;
  if (typed.startsWith(`${tag}/`)) {
    return { from, query: typed.slice(tag.length + 1).replaceAll('/', ' ') };
  }
  return typed.length >= LEAST_OF_TAG && tag.startsWith(typed) ? { from, query: '' } : null;
}

/** Only white space may stand between a question and what is typed for its mark. */
const GAP = /^[^\S\n]*$/;

/**
 * The UTF-16 offset of the place for the mark of the question without one of `root` that ends before what was typed
 * at `typedFrom`–`cursor`; null where none does, as in code. Reads the whole of `text`.
 */
export function findPendingPlace(
  text: string,
  typedFrom: number,
  cursor: number,
  root: string,
  roots: readonly string[] = [root],
): number | null {
  const without = text.slice(0, typedFrom) + text.slice(cursor);
  const question = extractQuestions(without, { roots }).find(
    (each) =>
      each.markAt <= typedFrom &&
      GAP.test(text.slice(each.markAt, typedFrom)) &&
      marksUnder(each, root).length === 0,
  );
  return question?.markAt ?? null;
}

/**
 * Plans to put the mark at `markAt`, which `findPendingPlace` gave, in place of what was typed at
 * `typedFrom`–`cursor`; null where no question without one of its root ends there, or more than white space stands between.
 */
export function planPendingMark(
  text: string,
  markAt: number,
  typedFrom: number,
  cursor: number,
  value: MarkValue,
  format: MarkFormat,
  roots: readonly string[] = [format.root],
): PendingEdit | PendingRefusal | null {
  // A space before what was typed was typed for the mark, which brings its own; but between words it was there.
  const gap = text.slice(markAt, typedFrom);
  if (!GAP.test(gap)) return null;
  const kept = /^[!-~]/.test(text.slice(cursor, cursor + 1)) ? gap : '';
  const clean = text.slice(0, markAt) + kept + text.slice(cursor);
  const now = extractQuestions(clean, { roots, unmarked: true });
  const question = now.find((each) => each.markAt === markAt && each.kind !== 'unmarked');
  if (!question || marksUnder(question, format.root).length > 0) return null;
  const wish = markWish(clean, question, value, format);
  const plan = planKept(clean, now, [wish], roots);
  const [code] = plan.refused.values();
  if (code !== undefined) return { code };
  const [insertion] = plan.edits;
  if (!insertion) return null;
  // Marks of other roots that stand there already have it behind them.
  const end = Math.max(insertion.to, markAt + kept.length);
  const to = cursor + end - markAt - kept.length;
  const edit = {
    from: markAt,
    to,
    expected: text.slice(markAt, to),
    insert: clean.slice(markAt, insertion.from) + insertion.insert + clean.slice(insertion.to, end),
  };
  return { edit, mark: insertion };
}

/**
 * Tagging what has no asking sign: a stretch of text that somebody selected. The mark goes after the
 * selected sentence and makes a question of it; where the selection holds questions already, these are
 * tagged instead. A place that would not read as a question afterwards (code, a comment, frontmatter) is
 * refused.
 */
import { CHARACTER, classAt } from '../text/character';
import { extractQuestions } from '../reading/extract';
import { fieldsStart } from '../text/line-tail';
import { markWish, planKept } from './kept-plan';
import type { MarkFormat } from '../model/mark';
import type { MarkValue } from '../model/question';
import type { UnkeptCode } from './read-back';
import type { TextEdit } from '../model/text-edit';

/** The stretch `from`–`to` (UTF-16 offsets), which read `text` when it was selected. */
export interface Selection {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** `changed`: the text at the place is another one now; `empty`: nothing but space; `not-prose`: no sentence stands there; for the others see read-back.ts. */
export type SelectionRefusal = 'changed' | 'empty' | 'not-prose' | UnkeptCode;

export type SelectionPlan =
  | { readonly ok: true; readonly edits: readonly TextEdit[]; readonly written: number }
  | { readonly ok: false; readonly code: SelectionRefusal };

/** What ends a sentence, standing right behind the selection; closing brackets and quotes come on top. */
const SENTENCE_END = /^(?:[。．！!？?﹖⁇⁈⁉…；;]|\ufe0f|\](?:\([^\s()]*\))?|\.(?=[\s*_~"'”’)\]]|$))/;

const PAIRED = ['**', '__', '~~', '==', '*', '_', '"', "'", '`'];

/** Plans the edits that tag the selection in a note that is read with `roots`. Writing the same again plans none. */
export function planSelection(
  text: string,
  selection: Selection,
  value: MarkValue,
  format: MarkFormat,
  roots: readonly string[] = [format.root],
): SelectionPlan {
  if (text.slice(selection.from, selection.to) !== selection.text) {
    return { ok: false, code: 'changed' };
  }
  const selected = selection.text.trimEnd();
  const lastLine = selected.slice(selected.lastIndexOf('\n') + 1);
  // What belongs to the line stays at its end: other plugins look for it there.
  const kept = selected
    .slice(0, selected.length - lastLine.length + fieldsStart(lastLine))
    .trimEnd();
  if (kept === '') return { ok: false, code: 'empty' };
  const place = sentenceEnd(text, selection.from + kept.length);
  const now = extractQuestions(text, { roots, unmarked: true });
  const asked = now.filter(
    ({ end, kind, marks }) =>
      end > selection.from && end <= place && (kind !== 'unmarked' || marks.length > 0),
  );
  const targets = asked.length > 0 ? asked : [{ markAt: place, marks: [] }];
  const wishes = targets.map((target) => markWish(text, target, value, format));
  const { edits, written, refused } = planKept(text, now, wishes, roots);
  const [code] = refused.values();
  // Written in part it would not be what was selected.
  if (code === undefined) return { ok: true, edits, written };
  return { ok: false, code: asked.length === 0 && code === 'unread' ? 'not-prose' : code };
}

/** The end of the sentence whose selected part ends at `at`: past the word, its punctuation, what closes. */
function sentenceEnd(text: string, at: number): number {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const behind = text.slice(lineStart);
  let end = at - lineStart;
  if (/[a-z0-9]$/i.test(behind.slice(0, end))) {
    end += /^[a-z0-9]*/i.exec(behind.slice(end))?.[0].length ?? 0;
  }
  for (;;) {
    const rest = behind.slice(end);
    const closing =
      SENTENCE_END.exec(rest)?.[0] ??
      closingBracket(rest) ??
      closingPair(behind.slice(0, end), rest);
    if (closing === '') return lineStart + end;
    end += closing.length;
  }
}

function closingBracket(rest: string): string | null {
  return classAt(rest, 0) === CHARACTER.close && rest !== '' ? rest.charAt(0) : null;
}

/** The delimiter at the start of `rest` if it was opened in `before`, which is the line so far. */
function closingPair(before: string, rest: string): string {
  const delimiter = PAIRED.find((pair) => rest.startsWith(pair));
  if (delimiter === undefined) return '';
  return before.split(delimiter).length % 2 === 0 ? delimiter : '';
}

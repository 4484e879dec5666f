/** All marks of a note at once: written in another way, or taken out as if they had never been there. */
import type { ChangePlan, RefusedChange } from './change';
import { extractQuestions } from '../reading/extract';
import { planKept, rewriteWish } from './kept-plan';
import type { MarkFormat } from '../model/mark';
import { planClearing } from '../model/mark-edits';
import { markOf, marksUnder } from '../model/question';
import { withRoot } from '../model/roots';
import { applyEdits, type TextEdit } from '../model/text-edit';

/** Plans to write the marks that stand under `root` in `format`. Those of other `roots` stay. */
export function planNoteRewrite(
  text: string,
  root: string,
  format: MarkFormat,
  roots: readonly string[] = [],
): ChangePlan {
  // Read with both, what is refused stays what it was.
  const known = withRoot(withRoot(roots, root), format.root);
  const now = extractQuestions(text, { roots: known, unmarked: true });
  const marked = now.filter((question) => marksUnder(question, root).length > 0);
  const wishes = marked.map((question) => rewriteWish(text, question, root, format));
  const kept = planKept(text, now, wishes, known);
  const refused = [...kept.refused].flatMap(([at, code]): readonly RefusedChange[] => {
    const question = marked[at];
    return question ? [{ change: { question, value: markOf(question, root) }, code }] : [];
  });
  return { edits: kept.edits, written: kept.edits.length, refused };
}

/** The edits that take every mark under the roots out. */
export function planWithoutMarks(text: string, roots: readonly string[]): readonly TextEdit[] {
  return extractQuestions(text, { roots, unmarked: true }).flatMap((question) =>
    planClearing(text, question),
  );
}

/** The text as if no mark had ever been there. */
export function withoutMarks(text: string, roots: readonly string[]): string {
  const result = applyEdits(text, planWithoutMarks(text, roots));
  return result.ok ? result.text : text;
}

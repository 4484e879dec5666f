/** All marks of a note at once: written in another way, or taken out as if they had never been there. */
import { extractQuestions } from './extract';
import { planClearing, planRewrite, type MarkFormat } from './mark';
import { withRoot } from './roots';
import { applyEdits, type TextEdit } from './text-edit';

export interface RewritePlan {
  readonly edits: readonly TextEdit[];
  /** Marks that have an edit; the others are written so already. */
  readonly written: number;
}

/** Plans to write the marks that stand under `root` in `format`. Those of other `roots` stay. */
export function planNoteRewrite(
  text: string,
  root: string,
  format: MarkFormat,
  roots: readonly string[] = [],
): RewritePlan {
  const known = withRoot(roots, root);
  const edits = extractQuestions(text, { roots: known, unmarked: true }).flatMap((question) =>
    planRewrite(text, question, root, format),
  );
  return { edits, written: edits.length };
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

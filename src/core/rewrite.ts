/** All marks of a note at once: written in another way, or taken out as if they had never been there. */
import { extractQuestions } from './extract';
import { planMark, planRewrite, type MarkFormat } from './mark';
import { applyEdits, type TextEdit } from './text-edit';

export interface RewritePlan {
  readonly edits: readonly TextEdit[];
  /** Marks that have an edit; the others are written so already. */
  readonly written: number;
}

/** Plans to write the marks that stand under `root` in `format`. */
export function planNoteRewrite(text: string, root: string, format: MarkFormat): RewritePlan {
  const edits = extractQuestions(text, { root, unmarked: true }).flatMap((question) =>
    planRewrite(text, question, format),
  );
  return { edits, written: edits.length };
}

/** The edits that take every mark under the format's root out. */
export function planWithoutMarks(text: string, format: MarkFormat): readonly TextEdit[] {
  return extractQuestions(text, { root: format.root, unmarked: true }).flatMap((question) =>
    planMark(text, question, null, format),
  );
}

/** The text as if no mark had ever been there. */
export function withoutMarks(text: string, format: MarkFormat): string {
  const result = applyEdits(text, planWithoutMarks(text, format));
  return result.ok ? result.text : text;
}

/**
 * The list as it is drawn: questions in the note's order, with a row for every heading and label that
 * begins above them. A heading's or label's row knows the questions below it, for selecting them at once.
 */
import type { Question } from '../../core/model/question';

export type TagRow =
  | {
      readonly kind: 'section';
      readonly title: string;
      /** 0 for the outermost heading. */
      readonly depth: number;
      readonly members: readonly number[];
    }
  | { readonly kind: 'label'; readonly title: string; readonly members: readonly number[] }
  | {
      readonly kind: 'question';
      readonly index: number;
      /** It has no label but follows one that has: the label above is not its own. */
      readonly leavesLabel: boolean;
    };

/** A heading or label with the questions met below it so far. */
interface Run {
  readonly title: string;
  readonly members: number[];
}

/** Rows for the questions at `visible` (indexes in `questions`, in order). */
export function tagRows(
  questions: readonly Question[],
  visible: readonly number[],
): readonly TagRow[] {
  const rows: TagRow[] = [];
  const open: Run[] = [];
  let label: Run | null = null;
  for (const index of visible) {
    const question = questions[index];
    if (!question) continue;
    const shared = sharedDepth(open, question.section);
    const sectionChanges = shared < open.length || shared < question.section.length;
    open.length = shared;
    for (const title of question.section.slice(shared)) {
      const section: Run = { title, members: [] };
      rows.push({ kind: 'section', depth: open.length, ...section });
      open.push(section);
    }
    const before: Run | null = sectionChanges ? null : label;
    label = runFor(before, question.label);
    if (label && label !== before) rows.push({ kind: 'label', ...label });
    for (const run of label ? [...open, label] : open) run.members.push(index);
    const leavesLabel = before !== null && label === null;
    rows.push({ kind: 'question', index, leavesLabel });
  }
  return rows;
}

/**
 * The questions asked in one breath with `index`, then those next to it that share its label, then its innermost
 * section, then the ones around that. What holds all that are listed is no group: a title does not make one.
 */
export function groupsAround(
  questions: readonly Question[],
  visible: readonly number[],
  index: number,
): readonly (readonly number[])[] {
  const breath = questions[index]?.group;
  const together = visible.filter((other) => questions[other]?.group === breath);
  const below = tagRows(questions, visible).flatMap((row) =>
    row.kind !== 'question' && row.members.includes(index) ? [row.members] : [],
  );
  return [...(together.length > 1 ? [together] : []), ...below]
    .filter((group) => group.length < visible.length)
    .sort((a, b) => a.length - b.length);
}

/** The run that goes on, or the one that begins; null where there is no label. */
function runFor(before: Run | null, title: string | null): Run | null {
  if (title === null) return null;
  return before?.title === title ? before : { title, members: [] };
}

function sharedDepth(
  open: readonly { readonly title: string }[],
  section: readonly string[],
): number {
  let depth = 0;
  while (depth < open.length && open[depth]?.title === section[depth]) depth += 1;
  return depth;
}

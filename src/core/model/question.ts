/**
 * The Question: what the extractor finds, the index keeps, the lists show and the command line prints.
 * Plain readonly data. All offsets are UTF-16 offsets into the note's text as read; lines are 1-based.
 */
import { holdsGap } from '../text/gap';

/**
 * - `body`: a sentence that asks;
 * - `heading`: a heading that asks;
 * - `quoted`: a whole question inside quotes in a statement;
 * - `embedded`: reported or parenthetical, or followed by a comma that carries the statement on;
 * - `unmarked`: asks without an asking sign (only on request).
 */
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** All of them. Kept data names a kind by its place here: a new one comes last. */
export const QUESTION_KINDS = ['body', 'heading', 'quoted', 'embedded', 'unmarked'] as const;

/** What a mark says. Stance `skip` (see `SKIP`) means «not a question»; a stage may be missing. */
export interface MarkValue {
  readonly stance: string;
  readonly stage: string | null;
}

/** The two ways a mark is written: `#question/…` and `%% #question/… %%`. */
export const MARK_STYLES = ['tag', 'comment'] as const;
export type MarkStyle = (typeof MARK_STYLES)[number];

/** What a mark says, under its root. */
export interface RootedMark extends MarkValue {
  /** The first segment of its tag, spelled as in the list of roots that it was read with. */
  readonly root: string;
}

/** A mark as it stands in a note. `from`–`to` covers the tag, or the whole comment, without the spaces around it. */
export interface PlacedMark extends RootedMark {
  readonly from: number;
  readonly to: number;
  readonly style: MarkStyle;
}

export interface Question {
  /** Where the question's first clause starts. */
  readonly start: number;
  /** Just after the terminator's last asking sign: the question's identity in its note. */
  readonly end: number;
  /** Just after the closing quotes, brackets and emphasis that belong to the terminator: where a mark goes. */
  readonly markAt: number;
  /** The line of `start`. */
  readonly line: number;
  /** The question on one line, without line breaks, Markdown’s dressing and marks. */
  readonly text: string;
  readonly kind: QuestionKind;
  /** The headings above it, outermost first, without their drawing. */
  readonly section: readonly string[];
  readonly label: string | null;
  readonly speaker: string | null;
  /** Shared, within the note, by consecutive questions asked in one breath. */
  readonly group: number;
  /** The marks that follow it, in order: none, one of each root, or, after a bad merge, several of one (a conflict). */
  readonly marks: readonly PlacedMark[];
}

/** The stance that says «not a question». */
export const SKIP = 'skip';

/** Whether two roots make the same tags: Obsidian's compare without regard to case. */
export function isSameRoot(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** Its marks under one root, in order. */
export function marksUnder(
  { marks }: Pick<Question, 'marks'>,
  root: string,
): readonly PlacedMark[] {
  return marks.filter((mark) => isSameRoot(mark.root, root));
}

/** The question as it is to a taxonomy of that root: marks of other roots say nothing there. */
export function underRoot(question: Question, root: string): Question {
  const marks = marksUnder(question, root);
  return marks.length === question.marks.length ? question : { ...question, marks };
}

/** The mark that counts: the first one; of one root where it is given, of any otherwise. */
export function markOf(question: Pick<Question, 'marks'>, root?: string): PlacedMark | null {
  const { marks } = question;
  return (root === undefined ? marks[0] : marksUnder(question, root)[0]) ?? null;
}

/**
 * The mark that it counts by: a question that still holds a gap of a stem is begun, not asked. It keeps its mark, is
 * listed, and counts as untagged until its gaps are filled. «Not a question» is said of gaps, too.
 */
export function countedMark(
  question: Pick<Question, 'marks' | 'text'>,
  root?: string,
): PlacedMark | null {
  const mark = markOf(question, root);
  return mark && mark.stance !== SKIP && holdsGap(question.text) ? null : mark;
}

/**
 * Whether marks of one root contradict each other or repeat: of any, or of the one given. Those of different roots
 * say different things.
 */
export function isConflict(question: Pick<Question, 'marks'>, root?: string): boolean {
  const marks = root === undefined ? question.marks : marksUnder(question, root);
  return marks.some((mark, at) =>
    marks.slice(0, at).some((other) => isSameRoot(other.root, mark.root)),
  );
}

export function isSkipped(question: Question): boolean {
  return markOf(question)?.stance === SKIP;
}

/** Whether lists show it without being asked to: neither embedded nor skipped. A tagged one always is. */
export function isListed(question: Question): boolean {
  const mark = markOf(question);
  if (mark) return mark.stance !== SKIP;
  return question.kind !== 'embedded' && question.kind !== 'unmarked';
}

/** Whether lists show it as one that has no mark of that root, or one that holds a gap. */
export function isUntagged(question: Question, root: string): boolean {
  const own = underRoot(question, root);
  return countedMark(own) === null && isListed(own);
}

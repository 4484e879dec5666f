/**
 * Tags under a root that belong to no question: in a link's text, where Obsidian reads none either, or in a line that
 * says nothing beside links, fields and tags. They are told of and can be taken out; no question is made of them.
 */
import { readBlocks } from '../markdown/block';
import { readInline } from '../markdown/inline';
import { planClearing } from '../model/mark-edits';
import { readMarkAt } from '../model/mark-reading';
import { isSameRoot, type PlacedMark, type Question } from '../model/question';
import { mayHoldMark } from '../model/roots';
import { applyEdits, type TextEdit } from '../model/text-edit';
import { runToEnd, type Incremental } from '../model/incremental';
import { extractIncrementally, extractQuestions } from '../reading/extract';
import { withoutSpaces } from '../text/character';

export interface Stray {
  readonly mark: PlacedMark;
  /** 1-based. */
  readonly line: number;
}

export interface StrayPlan {
  readonly edits: readonly TextEdit[];
  /** Those that stay, since something else would read otherwise without them. */
  readonly left: readonly Stray[];
}

/** What may stand right before a tag. */
const MAY_PRECEDE = /[\s[|(]/;

/** The strays of a text, in order. */
export function findStrays(text: string, roots: readonly string[]): readonly Stray[] {
  return mayHoldMark(text, roots) ? runToEnd(findIncrementally(text, roots)) : [];
}

/**
 * How many strays there are in a text whose `questions` were read with these roots, in pieces. It is only read anew
 * where more tags seem to stand in it than those of its questions.
 */
export function* countStraysIncrementally(
  text: string,
  roots: readonly string[],
  questions: readonly Question[],
): Incremental<number> {
  const marks = questions.reduce((sum, question) => sum + question.marks.length, 0);
  if (countTags(text, roots) <= marks) return 0;
  yield;
  return (yield* findIncrementally(text, roots)).length;
}

function* findIncrementally(text: string, roots: readonly string[]): Incremental<readonly Stray[]> {
  const read = yield* extractIncrementally(text, { roots, unmarked: true });
  const known = new Set(read.flatMap(({ marks }) => marks.map(({ from }) => from)));
  const strays: Stray[] = [];
  readBlocks(text, ({ kind, lines }) => {
    if (kind === 'opaque' || kind === 'rule' || lines.count === 0) return;
    // Most blocks of a long note have none, and need not be read.
    if (!text.slice(lines.start, lines.end).includes('#')) return;
    const spans = readInline(text, lines.start, lines.end, roots);
    for (let index = 0; index < lines.count; index += 1) {
      const [from, to, line] = [lines.from(index), lines.to(index), lines.line(index)];
      for (const mark of marksBetween(text, from, to, roots)) {
        const around = spans.find((span) => span.from <= mark.from && mark.from < span.to);
        // What is inside a larger span is code, a comment or a link's target.
        const isOwn = !around || around.from === mark.from;
        if (isOwn && !known.has(mark.from)) strays.push({ mark, line });
      }
    }
  });
  return strays;
}

/** Between a question and what is right behind it: nothing that says something. */
const SILENT = /^[^\p{L}\p{N}\n]*$/u;

/**
 * Which of `strays` somebody means who points at `at`, a UTF-16 offset: the one there or, where that is in `question`,
 * one right behind it.
 */
export function strayAt(
  text: string,
  strays: readonly Stray[],
  at: number,
  question: Pick<Question, 'start' | 'end'> | null = null,
): Stray | null {
  const under = strays.find(({ mark }) => mark.from <= at && at <= mark.to);
  if (under || !question || at < question.start) return under ?? null;
  const { end } = question;
  const isBehind = ({ mark: { from } }: Stray) =>
    at <= from && end <= from && SILENT.test(text.slice(end, from));
  return strays.find(isBehind) ?? null;
}

/**
 * The edits that take the strays out, as far as every question reads as before without them.
 * @param only The position of one of them among all, from 0; all where it is not given.
 */
export function planWithoutStrays(
  text: string,
  roots: readonly string[],
  only?: number,
): StrayPlan {
  const found = findStrays(text, roots);
  const strays = only === undefined ? found : found.slice(only, only + 1);
  const editsOf = ({ mark }: Stray) => planClearing(text, { markAt: mark.from, marks: [mark] });
  const all = strays.flatMap(editsOf);
  if (strays.length === 0 || isKept(text, all, roots)) return { edits: all, left: [] };
  const edits: TextEdit[] = [];
  const left: Stray[] = [];
  for (const stray of strays) {
    const own = editsOf(stray);
    if (isKept(text, [...edits, ...own], roots)) edits.push(...own);
    else left.push(stray);
  }
  return { edits, left };
}

/** How many tags under the roots seem to stand in the text. */
function countTags(text: string, roots: readonly string[]): number {
  if (!mayHoldMark(text, roots)) return 0;
  const lower = text.toLowerCase();
  return roots.reduce((sum, root) => sum + lower.split(`#${root.toLowerCase()}/`).length - 1, 0);
}

function marksBetween(
  text: string,
  from: number,
  to: number,
  roots: readonly string[],
): readonly PlacedMark[] {
  const marks: PlacedMark[] = [];
  for (let at = from; at < to; at += 1) {
    if (text[at] !== '#' && text[at] !== '%') continue;
    if (at > from && !MAY_PRECEDE.test(text.charAt(at - 1))) continue;
    const mark = readMarkAt(text, at, roots);
    if (!mark) continue;
    marks.push(mark);
    at = mark.to - 1;
  }
  return marks;
}

function isKept(text: string, edits: readonly TextEdit[], roots: readonly string[]): boolean {
  const applied = applyEdits(text, edits);
  if (!applied.ok) return false;
  const before = extractQuestions(text, { roots, unmarked: true });
  const after = extractQuestions(applied.text, { roots, unmarked: true });
  return (
    before.length === after.length &&
    before.every((question, at) => {
      const other = after[at];
      return other !== undefined && readsAlike(question, other);
    })
  );
}

function readsAlike(was: Question, is: Question): boolean {
  return (
    is.kind === was.kind &&
    is.label === was.label &&
    is.speaker === was.speaker &&
    withoutSpaces(is.text) === withoutSpaces(was.text) &&
    withoutSpaces(is.section.join('\n')) === withoutSpaces(was.section.join('\n')) &&
    is.marks.length === was.marks.length &&
    is.marks.every((mark, at) => {
      const other = was.marks[at];
      return (
        other !== undefined &&
        isSameRoot(mark.root, other.root) &&
        mark.stance === other.stance &&
        mark.stage === other.stage
      );
    })
  );
}

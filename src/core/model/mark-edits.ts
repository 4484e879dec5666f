/**
 * The edits that set, change, clear or rewrite marks. Clearing a mark gives the bytes before it back; bytes outside
 * marks never change.
 *
 * The space before a mark is the mark's own. Whether one after it is depends on what a writer would have
 * put there: after wide text (CJK) or before it no space is usual, so one is the mark's own; between
 * narrow texts, and before what stands in a line as syntax (`^id`, `|`, `#`, a Tasks field), a space stood
 * there already, so none is:
 *
 *     Why? Because   →  Why? #m Because        為什麼？因為  →  為什麼？ #m 因為
 *     Why? ^id       →  Why? #m ^id            為什麼？AI    →  為什麼？ #m AI
 *
 * Two cases are neither. Narrow text with no space before it (`Why?—Because`) gets two spaces before the
 * mark, which say that the one after it is the mark's own too. And `^`, `|` or `#` with no space before it
 * gets none now: it ends the tag as well, and a space would make a block id or a tag of what was none.
 */
import {
  isAtLineEnd,
  isCloser,
  isSpaceInLine,
  isWideAt,
  skipSpacesInLine,
} from '../text/character';
import { formatMark, inStyle, isTagCharacter, sameMark, type MarkFormat } from './mark';
import {
  isSameRoot,
  marksUnder,
  type MarkStyle,
  type MarkValue,
  type PlacedMark,
  type Question,
} from './question';
import type { TextEdit } from './text-edit';

/** Starts of what is set off by a space whatever the script: block ids, cells, tags, comments, Tasks fields. */
const SYNTAX = /^[#^|%\p{Extended_Pictographic}]/u;

/** Syntax that ends a tag and would change its meaning, or gain nothing, after a space. */
const GLUED_SYNTAX = new Set(['#', '^', '|']);

const SPACE = ' ';

/**
 * The edits that leave the question with exactly the mark `value` of the format's root, or with none of it
 * where it is null; none or one, save where marks of other roots stand between. Those stay as they are: the
 * run of all marks has the spaces around it, and one that joins or leaves it takes the space that parts it
 * from its neighbour. `text` is the text the question was read from. A mark that says so already stays as it
 * is written, save for a space where text runs into it and Obsidian would read another tag.
 */
export function planMark(
  text: string,
  question: Pick<Question, 'markAt' | 'marks'>,
  value: MarkValue | null,
  format: MarkFormat,
): readonly TextEdit[] {
  const { marks } = question;
  const [group, ...surplus] = groupsUnder(marks, format.root);
  const first = group?.[0];
  if (!group || !first) {
    if (value === null) return [];
    const mark = formatMark(value, format);
    const last = marks.at(-1);
    if (!last) return [planInsertion(text, question.markAt, mark)];
    const after = format.style === 'tag' && isTagCharacter(text, last.to) ? SPACE : '';
    return [replacement(text, last.to, last.to, SPACE + mark + after)];
  }
  const rest = surplus.map((each) => planRemoval(text, question.markAt, each, marks));
  if (value === null) return [planRemoval(text, question.markAt, group, marks), ...rest];
  const same = sameMark(first, value);
  const mark = same ? text.slice(first.from, first.to) : formatMark(value, format);
  const style = same ? first.style : format.style;
  return [...planReplacement(text, first.from, endOf(group), mark, style), ...rest];
}

/** The edits (none or one) that take all marks of the question out, whatever their roots. */
export function planClearing(
  text: string,
  { markAt, marks }: Pick<Question, 'markAt' | 'marks'>,
): readonly TextEdit[] {
  return marks.length === 0 ? [] : [planRemoval(text, markAt, marks, marks)];
}

/** The marks of a root, those that stand side by side together. */
function groupsUnder(
  marks: readonly PlacedMark[],
  root: string,
): readonly (readonly PlacedMark[])[] {
  const groups: PlacedMark[][] = [];
  marks.forEach((mark, at) => {
    if (!isSameRoot(mark.root, root)) return;
    const group = groups.at(-1);
    if (group && group.at(-1) === marks[at - 1]) group.push(mark);
    else groups.push([mark]);
  });
  return groups;
}

/**
 * Edits that write the question's marks of `root` in the given format; values and spelling stay as they are,
 * and so do the marks of other roots.
 */
export function planRewrite(
  text: string,
  question: Pick<Question, 'marks'>,
  root: string,
  format: MarkFormat,
): readonly TextEdit[] {
  return marksUnder(question, root).flatMap((mark) => {
    const tag = text.slice(mark.from, mark.to).replace(/^%%\s*|\s*%%$/g, '');
    const slash = tag.indexOf('/');
    const keepsRoot = isSameRoot(root, format.root);
    if (keepsRoot && mark.style === format.style) return [];
    const renamed = keepsRoot ? tag : `#${format.root}${tag.slice(slash)}`;
    const written = inStyle(renamed, format.style);
    return planReplacement(text, mark.from, mark.to, written, format.style);
  });
}

/** Puts `mark` in the place of the marks at `from`–`to`, with the spaces that a tag can't do without. */
function planReplacement(
  text: string,
  from: number,
  to: number,
  mark: string,
  style: MarkStyle,
): readonly TextEdit[] {
  const isTight = skipSpacesInLineBack(text, from) === from && !isAtLineEnd(text, from - 1);
  const before = style === 'tag' && isTight ? SPACE : '';
  const after = style === 'tag' && isTagCharacter(text, to) ? SPACE : '';
  const edit = replacement(text, from, to, before + mark + after);
  return edit.insert === edit.expected ? [] : [edit];
}

function planInsertion(text: string, at: number, mark: string): TextEdit {
  const next = skipSpacesInLine(text, at);
  const spaced = next > at || GLUED_SYNTAX.has(text[at] ?? '');
  if (isAtLineEnd(text, next)) return replacement(text, at, at, ` ${mark}`);
  if (isJoined(text, at, next)) return replacement(text, at, at, ` ${mark} `);
  return replacement(text, at, at, spaced ? ` ${mark}` : `  ${mark} `);
}

/**
 * Takes `group`, some of `marks` that stand side by side, out: from among other marks with the space that parts
 * it from its neighbour, else with all that is there for marks alone, which is the inverse of `planInsertion`.
 */
function planRemoval(
  text: string,
  markAt: number,
  group: readonly PlacedMark[],
  marks: readonly PlacedMark[],
): TextEdit {
  const start = group[0]?.from ?? markAt;
  const end = endOf(group);
  const before = marks.filter((mark) => mark.to <= start).at(-1);
  if (before) {
    const after = before.style === 'tag' && isTagCharacter(text, end) ? SPACE : '';
    return replacement(text, before.to, end, after);
  }
  const behind = marks.find((mark) => mark.from >= end);
  if (behind) return replacement(text, start, behind.from, '');
  const { from, to } = ownStretch(text, markAt, marks);
  return replacement(text, from, to, '');
}

/**
 * What of the text is there for `marks` alone, which are the run of the question whose place is `markAt`: they
 * and the spaces that are their own; of a line that holds nothing else, the line end before it, too.
 */
export function ownStretch(
  text: string,
  markAt: number,
  marks: readonly PlacedMark[],
): { readonly from: number; readonly to: number } {
  const first = marks[0]?.from ?? markAt;
  const to = endOf(marks);
  const start = markAt + text.slice(markAt, first).lastIndexOf('\n') + 1;
  if (start > markAt) {
    const isCrlf = text[start - 1] === '\n' && text[start - 2] === '\r';
    return { from: start - (isCrlf ? 2 : 1), to: skipSpacesInLine(text, to) };
  }
  const from = skipSpacesInLineBack(text, first);
  const next = skipSpacesInLine(text, to);
  const doubled = text.slice(from, first) === '  ' && next === to + 1;
  const ownsSpaceAfter =
    text[to] === SPACE &&
    !isAtLineEnd(text, next) &&
    (isJoined(text, from, next) || (doubled && !GLUED_SYNTAX.has(text[next] ?? '')));
  return { from, to: ownsSpaceAfter ? to + 1 : to };
}

/** Whether a writer puts no space between the text that ends at `at` and the text at `next`. */
function isJoined(text: string, at: number, next: number): boolean {
  if (isWideAt(text, next)) return true;
  let last = at - 1;
  while (last >= 0 && isCloser(text.charCodeAt(last)) && !isWideAt(text, last)) last -= 1;
  return isWideAt(text, last) && !SYNTAX.test(text.slice(next, next + 2));
}

function endOf(marks: readonly PlacedMark[]): number {
  return marks.reduce((last, mark) => Math.max(last, mark.to), 0);
}

function replacement(text: string, from: number, to: number, insert: string): TextEdit {
  return { from, to, expected: text.slice(from, to), insert };
}

function skipSpacesInLineBack(text: string, at: number): number {
  let start = at;
  while (isSpaceInLine(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

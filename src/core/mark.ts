/**
 * The codec of marks: `#root/stance/stage`, bare (style `tag`) or in an Obsidian comment (style `comment`).
 * Reads marks from a text and plans the edits that set, change or clear them. Removing a mark gives
 * the bytes before it back; bytes outside marks never change.
 *
 * The space before a mark is the mark's own. Of the spaces after it, none is its own where narrow text
 * (Latin, digits, a block id) follows, since a space stood there anyway, and one is where wide text
 * (CJK) follows, since none did:
 *
 *     Why? Because   →  Why? #m Because        為什麼？因為  →  為什麼？ #m 因為
 *
 * Narrow text with no space before it (`Why?—Because`) is the exception: two spaces before the mark
 * say that the one after it is the mark's own too.
 */
import type { MarkStyle, MarkValue, PlacedMark, Question } from './question';
import type { TextEdit } from './text-edit';

export interface MarkFormat {
  /** The first segment of the tag, without `#`. */
  readonly root: string;
  /** How marks are written; both styles are always read. */
  readonly style: MarkStyle;
}

export const DEFAULT_MARK_FORMAT: MarkFormat = { root: 'question', style: 'tag' };

/** Obsidian's tags end at white space, ASCII punctuation other than `/-_`, and general punctuation. */
const TAG_NAME = /[^\s!"#$%&'()*+,.:;<=>?@^`{|}~[\]\\\u2000-\u206f\u2e00-\u2e7f]+/y;

/** Scripts written without spaces between words, and their punctuation. */
const WIDE =
  /^(?:[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[\ud840-\ud8bf][\udc00-\udfff])/;

const SPACE = ' ';

/** Whether the two say the same. */
export function sameMark(a: MarkValue | null, b: MarkValue | null): boolean {
  if (a === null || b === null) return a === b;
  return a.stance === b.stance && a.stage === b.stage;
}

/** A root that makes a valid tag: what the tag grammar takes, no `/`, not digits alone. */
export function isMarkRoot(root: string): boolean {
  TAG_NAME.lastIndex = 0;
  const match = TAG_NAME.exec(root);
  return match?.[0] === root && !root.includes('/') && !/^\d+$/.test(root);
}

/** The mark as text, without the spaces around it. */
export function formatMark(value: MarkValue, format: MarkFormat): string {
  const stage = value.stage === null ? '' : `/${value.stage}`;
  const tag = `#${format.root}/${value.stance}${stage}`;
  return format.style === 'comment' ? `%% ${tag} %%` : tag;
}

/** The mark whose `#` or `%%` stands at `at`, or null. Tags compare case-insensitively; ids are read in lower case. */
export function readMarkAt(text: string, at: number, root: string): PlacedMark | null {
  const style: MarkStyle = text.startsWith('%%', at) ? 'comment' : 'tag';
  const hash = style === 'comment' ? skipSpaces(text, at + 2) : at;
  if (text[hash] !== '#') return null;
  TAG_NAME.lastIndex = hash + 1;
  const name = TAG_NAME.exec(text)?.[0];
  if (name === undefined) return null;
  const [first = '', stance = '', ...rest] = name.toLowerCase().split('/');
  if (first !== root.toLowerCase() || stance === '') return null;
  const stage = rest.join('/').replace(/\/+$/, '');
  let to = hash + 1 + name.length;
  if (style === 'comment') {
    const close = skipSpaces(text, to);
    // A comment with anything beside the tag is the writer's own comment, not a mark.
    if (!text.startsWith('%%', close)) return null;
    to = close + 2;
  }
  return { stance, stage: stage === '' ? null : stage, from: at, to, style };
}

/**
 * The run of marks at `at`, which is just after a terminator and its closing marks: each mark preceded
 * by white space on the same line. Empty where none stands there.
 */
export function readMarks(text: string, at: number, root: string): readonly PlacedMark[] {
  const marks: PlacedMark[] = [];
  let end = at;
  for (;;) {
    const from = skipSpaces(text, end);
    // A tag needs white space before it; a comment does not.
    if (from === end && text[from] === '#') return marks;
    const mark = readMarkAt(text, from, root);
    if (!mark) return marks;
    marks.push(mark);
    end = mark.to;
  }
}

/**
 * Edits that leave the question with exactly the mark `value`, or with none where it is null.
 * No edits where that is so already. `text` is the text the question was read from.
 */
export function planMark(
  text: string,
  question: Pick<Question, 'markAt' | 'marks'>,
  value: MarkValue | null,
  format: MarkFormat,
): readonly TextEdit[] {
  const [first, ...others] = question.marks;
  if (value === null) return question.marks.length === 0 ? [] : [planRemoval(text, question)];
  if (!first) return [planInsertion(text, question.markAt, formatMark(value, format))];
  const edits = others.length === 0 ? [] : [planTrimming(text, first, others)];
  if (sameMark(first, value)) return edits;
  const tag = formatMark(value, { ...format, style: first.style });
  return [replacement(text, first.from, first.to, tag), ...edits];
}

/** Edits that write the question's marks in the given format, their values unchanged. */
export function planRewrite(
  text: string,
  question: Pick<Question, 'marks'>,
  format: MarkFormat,
): readonly TextEdit[] {
  return question.marks
    .map((mark) => replacement(text, mark.from, mark.to, formatMark(mark, format)))
    .filter((edit) => edit.insert !== edit.expected);
}

function planInsertion(text: string, at: number, mark: string): TextEdit {
  const next = skipSpaces(text, at);
  if (isLineEnd(text, next)) return replacement(text, at, at, ` ${mark}`);
  if (isWide(text, next)) return replacement(text, at, at, ` ${mark} `);
  if (next > at) return replacement(text, at, at, ` ${mark}`);
  return replacement(text, at, at, `  ${mark} `);
}

/** Takes the whole run of marks out, with the spaces that are the marks' own. */
function planRemoval(text: string, question: Pick<Question, 'markAt' | 'marks'>): TextEdit {
  const at = question.markAt;
  const to = question.marks.reduce((last, mark) => Math.max(last, mark.to), at);
  const before = text.slice(at, question.marks[0]?.from ?? at);
  const next = skipSpaces(text, to);
  const ownsSpaceAfter =
    text[to] === SPACE &&
    !isLineEnd(text, next) &&
    (isWide(text, next) || (before === '  ' && next === to + 1));
  return replacement(text, at, ownsSpaceAfter ? to + 1 : to, '');
}

/** Takes all marks after the first out, each with the space before it. */
function planTrimming(text: string, first: PlacedMark, others: readonly PlacedMark[]): TextEdit {
  const to = others.reduce((last, mark) => Math.max(last, mark.to), first.to);
  return replacement(text, first.to, to, '');
}

function replacement(text: string, from: number, to: number, insert: string): TextEdit {
  return { from, to, expected: text.slice(from, to), insert };
}

function skipSpaces(text: string, at: number): number {
  let end = at;
  while (text[end] === SPACE || text[end] === '\t' || text[end] === '\u3000') end += 1;
  return end;
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === '\n' || text[at] === '\r';
}

function isWide(text: string, at: number): boolean {
  return WIDE.test(text.slice(at, at + 2));
}

/** Reads marks, in either style, from a text. */
import { isAtLineEnd, isCloser, lineStartBefore, skipSpacesInLine } from '../text/character';
import { skipTailElement } from '../text/line-tail';
import { isSameRoot, type MarkStyle, type PlacedMark } from './question';

/**
 * What follows a mark's root: ids, which are ASCII words. Obsidian's grammar would take Chinese text that
 * follows without a space into the tag (`#question/inward因為他不知道，所以`); that text is the writer's,
 * so the mark ends before it.
 */
const IDS = /\/([a-z0-9_-]+)((?:\/+[a-z0-9_-]+)*)\/*/iy;

/**
 * The mark under one of `roots` whose `#` or `%%` stands at `at`, or null. Tags compare case-insensitively;
 * ids are read in lower case. Segments after the second belong to the stage (`a/b`), which no taxonomy knows.
 */
export function readMarkAt(text: string, at: number, roots: readonly string[]): PlacedMark | null {
  const style: MarkStyle = text.startsWith('%%', at) ? 'comment' : 'tag';
  const hash = style === 'comment' ? skipSpacesInLine(text, at + 2) : at;
  if (text[hash] !== '#') return null;
  const root = roots.find((each) => startsWithRoot(text, hash + 1, each));
  if (root === undefined) return null;
  const slash = hash + 1 + root.length;
  IDS.lastIndex = slash;
  const [ids, stance, rest] = IDS.exec(text) ?? [];
  if (ids === undefined || stance === undefined) return null;
  const stage = (rest ?? '').slice(1).toLowerCase();
  let to = slash + ids.length;
  if (style === 'comment') {
    const close = skipSpacesInLine(text, to);
    // A comment with anything beside the tag is the writer's own comment, not a mark.
    if (!text.startsWith('%%', close)) return null;
    to = close + 2;
  }
  return {
    root,
    stance: stance.toLowerCase(),
    stage: stage === '' ? null : stage,
    from: at,
    to,
    style,
  };
}

function startsWithRoot(text: string, at: number, root: string): boolean {
  return text[at + root.length] === '/' && isSameRoot(text.slice(at, at + root.length), root);
}

/**
 * The run of marks that belongs to the terminator (with its closers) just before `at`: tags preceded by
 * white space, comments with or without. More closers may stand between, so that a mark is found again
 * where its own presence makes them belong to the terminator or not; and so may what is no text of the line
 * (see line-tail.ts). A line of marks alone right under the terminator's line is a formatter's wrapping. Empty
 * where none follows.
 */
export function readMarks(
  text: string,
  at: number,
  roots: readonly string[],
): readonly PlacedMark[] {
  let end = at;
  while (isCloser(text.charCodeAt(end))) end += 1;
  for (;;) {
    const next = skipSpacesInLine(text, end);
    const marks = readRun(text, end, roots);
    if (marks.length > 0) return marks;
    if (isAtLineEnd(text, next)) return readOwnLine(text, at, next, roots);
    end = skipTailElement(text, next);
    if (end === next) return [];
  }
}

/** The marks at `at`, nothing but white space before and between them. */
function readRun(
  text: string,
  at: number,
  roots: readonly string[],
  startsLine = false,
): readonly PlacedMark[] {
  const marks: PlacedMark[] = [];
  let end = at;
  for (;;) {
    const from = skipSpacesInLine(text, end);
    // `？#question/inward` is no tag for Obsidian either.
    const isTight = from === end && !(startsLine && from === at);
    if (isTight && text[from] === '#') return marks;
    const mark = readMarkAt(text, from, roots);
    if (!mark) return marks;
    marks.push(mark);
    end = mark.to;
  }
}

/** Quotes around a line, and its indentation. */
const LINE_PREFIX = /[ \t]*(?:>[ \t]*)*/y;
const HEADING = /#{1,6}[ \t]/y;

/** The marks of the line behind `lineEnd`, where it holds nothing else and stands in as many quotes. */
function readOwnLine(
  text: string,
  at: number,
  lineEnd: number,
  roots: readonly string[],
): readonly PlacedMark[] {
  const next = lineEnd + (text[lineEnd] === '\r' ? 2 : 1);
  if (text[next - 1] !== '\n') return [];
  if (next >= text.length) return [];
  const from = prefixEnd(text, next);
  if (text[from] !== '#' && text[from] !== '%') return [];
  const start = lineStartBefore(text, at);
  HEADING.lastIndex = prefixEnd(text, start);
  if (HEADING.test(text) || quotesIn(text, start) !== quotesIn(text, next)) return [];
  const marks = readRun(text, from, roots, true);
  const last = marks.at(-1);
  return last && isAtLineEnd(text, skipSpacesInLine(text, last.to)) ? marks : [];
}

function prefixEnd(text: string, from: number): number {
  LINE_PREFIX.lastIndex = from;
  LINE_PREFIX.test(text);
  return LINE_PREFIX.lastIndex;
}

function quotesIn(text: string, from: number): number {
  return text.slice(from, prefixEnd(text, from)).split('>').length - 1;
}

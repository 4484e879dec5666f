/**
 * A passage: the lines one sentence may cross, cut into pieces of plain text and the spans between them.
 * Offsets are the note's.
 */
import { skipSpacesBack } from '../../text/character';
import { readInline } from '../../markdown/inline';
import { ownStretch } from '../../model/mark-edits';
import type { InlineSpan } from '../../markdown/span';
import type { PlacedMark } from '../../model/question';
import type { ReadonlyLines } from '../../text/lines';
import { findPunctuation } from '../../text/punctuation';

export interface PassagePiece {
  readonly from: number;
  readonly to: number;
  /** Null for plain text. */
  readonly span: InlineSpan | null;
  /** The index of its line in the passage. */
  readonly line: number;
}

export interface Passage {
  readonly lines: ReadonlyLines;
  readonly spans: readonly InlineSpan[];
  /** Offsets of its punctuation (see punctuation.ts), those in spans and between lines among them. */
  readonly punctuation: readonly number[];
}

/** A block of a passage. */
export interface PassagePart {
  /** Which of the passage's lines is its first. */
  readonly index: number;
  /** From where its inline syntax is read, which may be before that line's text. */
  readonly from: number;
}

/** The passage of `lines`, the inline syntax of each of its blocks read by itself. */
export function readPassage(
  text: string,
  roots: readonly string[],
  lines: ReadonlyLines,
  parts: readonly PassagePart[],
): Passage {
  const punctuation: number[] = [];
  if (parts.length < 2) {
    const from = parts[0]?.from ?? lines.start;
    const to = lines.end;
    findPunctuation(text, from, to, punctuation);
    return { lines, punctuation, spans: readInline(text, from, to, roots, punctuation) };
  }
  const spans: InlineSpan[] = [];
  parts.forEach(({ from }, index) => {
    const to = lines.to((parts[index + 1]?.index ?? lines.count) - 1);
    const first = punctuation.length;
    findPunctuation(text, from, to, punctuation);
    for (const span of readInline(text, from, to, roots, punctuation, first)) spans.push(span);
  });
  return { lines, punctuation, spans };
}

/** The end of a line's text before the marks that trail it. */
export function endBeforeMarks(
  text: string,
  roots: readonly string[],
  from: number,
  to: number,
): number {
  const spans = readInline(text, from, to, roots);
  let end = to;
  for (let index = spans.length - 1; index >= 0; index -= 1) {
    const span = spans[index];
    if (span?.kind !== 'mark' || span.to !== end) break;
    end = skipSpacesBack(text, span.from);
  }
  return end;
}

/** What stands in a line between `from` and `to`, without the marks in it and the spaces that are their own. */
export function withoutMarksIn(
  text: string,
  roots: readonly string[],
  from: number,
  to: number,
): string {
  const spans = readInline(text, from, to, roots).filter(({ kind }) => kind === 'mark');
  let bare = '';
  let at = from;
  for (let index = 0; index < spans.length;) {
    const run = runOfMarks(text, spans, index);
    index += run.length;
    const own = ownStretch(text, skipSpacesBack(text, run[0]?.from ?? from), run);
    bare += text.slice(at, own.from);
    at = own.to;
  }
  return bare + text.slice(at, to);
}

/** The marks from the one of this index on between which nothing but white space stands. */
function runOfMarks(
  text: string,
  spans: readonly InlineSpan[],
  index: number,
): readonly PlacedMark[] {
  const run: PlacedMark[] = [];
  for (let span = spans[index]; span?.kind === 'mark'; span = spans[index + run.length]) {
    const last = run.at(-1);
    if (last && skipSpacesBack(text, span.from) > last.to) break;
    run.push(span.mark);
  }
  return run;
}

/** The pieces of a passage in order. A span over several lines is one piece, in the line where it starts. */
export function cutPieces(passage: Pick<Passage, 'lines' | 'spans'>): readonly PassagePiece[] {
  const { lines, spans } = passage;
  const pieces: PassagePiece[] = [];
  let next = 0;
  let at = 0;
  for (let line = 0; line < lines.count; line += 1) {
    at = Math.max(at, lines.from(line));
    const to = lines.to(line);
    while (next < spans.length && (spans[next]?.to ?? 0) <= at) next += 1;
    while (at < to) {
      const span = spans[next];
      if (span && span.from < to) {
        if (span.from > at) pieces.push({ from: at, to: span.from, span: null, line });
        pieces.push({ from: span.from, to: span.to, span, line });
        at = span.to;
        next += 1;
      } else {
        pieces.push({ from: at, to, span: null, line });
        at = to;
      }
    }
  }
  return pieces;
}

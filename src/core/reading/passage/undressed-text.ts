/** A question's text on one line: line breaks, Markdown dressing and marks taken off. */
import { CHARACTER, CLASS_OF, isWide } from '../../text/character';
import { partitionPoint } from '../../text/partition-point';
import type { PassagePiece } from './passage';

const HAS_WIDE_GAP = /[^\S ]|\s\s/;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&#39;': "'",
  '&apos;': "'",
  '&hellip;': '…',
  '&mdash;': '—',
  '&ndash;': '–',
};

/** What stands in `pieces` between `from` and `to`, undressed; the pieces of a passage are in order. */
export function undressedText(
  text: string,
  pieces: readonly PassagePiece[],
  from: number,
  to: number,
): string {
  const first = firstPiece(pieces, from);
  const only = pieces[first];
  // Most questions are plain text in one line.
  if (only?.span === null && only.to >= to && isPlain(text, from, to)) return text.slice(from, to);
  const parts: string[] = [];
  let previous: PassagePiece | null = null;
  // A line break or mark stands before what comes next, and whether white space does.
  let isApart = false;
  let isSpaced = false;
  for (let index = first; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (!piece || piece.from >= to) break;
    const part = undressPiece(text, piece, Math.max(piece.from, from), Math.min(piece.to, to));
    if (previous !== null && previous.line !== piece.line) {
      isApart = true;
      isSpaced = true;
    } else if (previous?.span?.kind === 'mark') isApart = true;
    previous = piece;
    if (!isApart) {
      if (part !== '') parts.push(part);
      continue;
    }
    const shown = part.trimStart();
    isSpaced ||= shown !== part;
    // What dresses shows nothing: the break is still to come.
    if (shown === '') continue;
    join(parts, shown, isSpaced);
    isApart = false;
    isSpaced = false;
  }
  const shown = parts.join('');
  return HAS_WIDE_GAP.test(shown) ? withSingleSpaces(shown) : shown.trim();
}

/** Whether it stands as it is: single spaces only. */
function isPlain(text: string, from: number, to: number): boolean {
  let wasSpace = true;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const kind = CLASS_OF[code];
    const isSpace = kind === CHARACTER.space;
    if (isSpace && (wasSpace || code !== 0x20)) return false;
    wasSpace = isSpace;
  }
  return !wasSpace;
}

/** The index of the first piece that ends after `offset`. */
function firstPiece(pieces: readonly PassagePiece[], offset: number): number {
  return partitionPoint(pieces.length, (index) => (pieces[index]?.to ?? 0) <= offset);
}

/**
 * Appends `part` as it would follow without the line break or mark before it, whose spaces are not the
 * text's: wide text joins without a space. Only the last part is touched, so that many lines cost no more.
 */
function join(parts: string[], part: string, isSpaced: boolean): void {
  const left = (parts.pop() ?? '').trimEnd();
  const right = part.trimStart();
  const isJoined = isWide(left.charCodeAt(left.length - 1)) || isWide(right.charCodeAt(0));
  parts.push(left);
  if (left !== '' && right !== '' && isSpaced && !isJoined) parts.push(' ');
  if (right !== '' || left === '') parts.push(right);
}

function undressPiece(text: string, piece: PassagePiece, from: number, to: number): string {
  const { span } = piece;
  if (!span) return text.slice(from, to);
  switch (span.kind) {
    case 'opaque':
      return undressOpaque(text.slice(from, to));
    case 'hidden':
      return ENTITIES[text.slice(from, to).toLowerCase()] ?? '';
    case 'quote':
      return '"';
    case 'break':
      return '\n';
    case 'link':
    case 'tail':
    case 'emphasis':
    case 'mark':
      return '';
  }
}

function undressOpaque(source: string): string {
  if (source.startsWith('`')) return source.replace(/^`+ ?| ?`+$/g, '');
  if (source.startsWith('[[')) return source.slice(2, -2).replace(/\|$/, '');
  const isElement = !source.startsWith('<%') && source.startsWith('</', source.lastIndexOf('<'));
  if (isElement) return undressElement(source);
  if (/^<[^%].*>$/.test(source)) return source.slice(1, -1);
  return source;
}

/** `<code>a</code>`: what it shows. */
function undressElement(source: string): string {
  const shown = source.replace(/<[^>]*>/g, '');
  return shown.replace(/&[a-z#0-9]+;/gi, (entity) => ENTITIES[entity.toLowerCase()] ?? '');
}

/** Line breaks that came with a tag, and runs of white space. */
function withSingleSpaces(text: string): string {
  return text
    .replace(/[^\S\n]*\n\s*/g, (gap: string, at: number) => {
      const before = text.charCodeAt(at - 1);
      const after = text.charCodeAt(at + gap.length);
      return isWide(before) || isWide(after) ? '' : ' ';
    })
    .replace(/\s+/g, ' ')
    .trim();
}

/** A heading's or label's text without dressing, marks aside. */
export function undressedLine(text: string, pieces: readonly PassagePiece[]): string {
  const first = pieces[0];
  const last = pieces.at(-1);
  return first && last ? undressedText(text, pieces, first.from, last.to) : '';
}

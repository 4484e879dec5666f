/**
 * What one UTF-16 unit is to a reader of sentences, in one table: `CLASS_OF[text.charCodeAt(at)]`. A table
 * and not a chain of tests, because every character of every passage that may ask goes through it.
 */
import { GAP } from './gap';

export const CHARACTER = {
  /** Letters, digits, ideographs: what a sentence is made of. */
  word: 0,
  space: 1,
  /** Symbols, emoji and punctuation that neither start nor end anything. */
  symbol: 2,
  /** Asking signs. */
  ask: 3,
  /** Characters that end a sentence wherever they stand: `。！`. */
  stop: 4,
  bang: 5,
  dot: 6,
  ellipsis: 7,
  comma: 8,
  /** Colons and semicolons: a lead-in before them may or may not belong to the question. */
  pause: 9,
  open: 10,
  close: 11,
  /** Quotes that open and close alike. */
  straight: 12,
  /** `*`, `_`, `~`, `=`: emphasis where they come in runs. */
  emphasis: 13,
  /** Bullets drawn in the text. */
  bullet: 14,
} as const;

/** The characters that end a question: half and full width, small, and the double ones. */
export const ASKS = '?？﹖⁇⁈⁉';

/** Brackets and quotes by their opener. `aside`: what stands inside is said in passing. */
const PAIRS: readonly (readonly [open: string, close: string, use: BracketUse])[] = [
  ['(', ')', 'aside'],
  ['（', '）', 'aside'],
  ['[', ']', 'aside'],
  ['［', '］', 'aside'],
  ['{', '}', 'aside'],
  ['｛', '｝', 'aside'],
  ['【', '】', 'aside'],
  ['〔', '〕', 'aside'],
  ['〖', '〗', 'aside'],
  ['「', '」', 'quote'],
  ['『', '』', 'quote'],
  ['“', '”', 'quote'],
  ['‘', '’', 'quote'],
  ['«', '»', 'quote'],
  ['｢', '｣', 'quote'],
  ['〝', '〞', 'quote'],
  ['《', '》', 'title'],
  ['〈', '〉', 'title'],
];

export type BracketUse = 'aside' | 'quote' | 'title';

const CLOSERS = new Map(PAIRS.map(([open, close]) => [open.charCodeAt(0), close.charCodeAt(0)]));
const USES = new Map(PAIRS.map(([open, , use]) => [open.charCodeAt(0), use]));

/** What else may close behind a terminator: straight quotes, emphasis, code, HTML tags; and what says how it is drawn. */
const CLOSES_TOO = `"＂'*_~=\`>\ufe0e\ufe0f`;

const CLOSING = new Set(
  Array.from(PAIRS.map(([, close]) => close).join('') + CLOSES_TOO, (closer) =>
    closer.charCodeAt(0),
  ),
);

/**
 * The closers, in one set for whoever asks what may stand between a terminator and its mark: those of all
 * brackets and quotes, of emphasis, of code and of HTML tags. What they close must be asked elsewhere.
 */
export function isCloser(code: number): boolean {
  // Mostly a letter or a space is asked about.
  const kind = CLASS_OF[code];
  return kind !== CHARACTER.word && kind !== CHARACTER.space && CLOSING.has(code);
}

/** The closer of an opening one, or undefined. */
export function closerOf(open: number): number | undefined {
  return CLOSERS.get(open);
}

/** What the bracket is used for; straight quotes quote. */
export function useOf(open: number): BracketUse {
  return USES.get(open) ?? 'quote';
}

export const CLASS_OF = buildTable();

function buildTable(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(CHARACTER.word);
  const fill = (from: number, to: number, value: number): void => {
    table.fill(value, from, to + 1);
  };
  const set = (characters: string, value: number): void => {
    for (const character of characters) table[character.charCodeAt(0)] = value;
  };
  fill(0, 0x2f, CHARACTER.symbol);
  fill(0x3a, 0x40, CHARACTER.symbol);
  fill(0x5b, 0x60, CHARACTER.symbol);
  fill(0x7b, 0xbf, CHARACTER.symbol);
  set('ªµº×÷', CHARACTER.symbol);
  fill(0x2000, 0x2bff, CHARACTER.symbol);
  // Circled, Roman and other number forms stay symbols; letterlike ones are words in formulas only.
  fill(0x2e00, 0x2e7f, CHARACTER.symbol);
  fill(0x3000, 0x3004, CHARACTER.symbol);
  fill(0x3008, 0x3020, CHARACTER.symbol);
  fill(0x3030, 0x3030, CHARACTER.symbol);
  fill(0x303d, 0x303f, CHARACTER.symbol);
  fill(0x30fb, 0x30fb, CHARACTER.symbol);
  fill(0xd83c, 0xd83e, CHARACTER.symbol);
  fill(0xdc00, 0xf8ff, CHARACTER.symbol);
  fill(0xfe00, 0xfe6f, CHARACTER.symbol);
  fill(0xfeff, 0xfeff, CHARACTER.space);
  fill(0xff00, 0xff0f, CHARACTER.symbol);
  fill(0xff1a, 0xff20, CHARACTER.symbol);
  fill(0xff3b, 0xff40, CHARACTER.symbol);
  fill(0xff5b, 0xff65, CHARACTER.symbol);
  fill(0xffe0, 0xffff, CHARACTER.symbol);
  set(' \t\n\r\f\v\u00a0\u2028\u2029\u202f\u205f\u3000', CHARACTER.space);
  fill(0x2000, 0x200f, CHARACTER.space);
  // A question may begin or end with a gap.
  set(GAP, CHARACTER.word);
  set(ASKS, CHARACTER.ask);
  set('。！｡．', CHARACTER.stop);
  set('!', CHARACTER.bang);
  set('.', CHARACTER.dot);
  set('…⋯', CHARACTER.ellipsis);
  set(',，、､', CHARACTER.comma);
  set(':：;；', CHARACTER.pause);
  set('*_~=', CHARACTER.emphasis);
  set('•●◦▪▸►▶■◆▋▍▌◎○□◇★☆※', CHARACTER.bullet);
  set('"＂', CHARACTER.straight);
  for (const [open, close] of PAIRS) {
    set(open, CHARACTER.open);
    set(close, CHARACTER.close);
  }
  return table;
}

/** The class of the unit at `at`; outside the text, white space. */
export function classAt(text: string, at: number): number {
  return at >= 0 && at < text.length
    ? (CLASS_OF[text.charCodeAt(at)] ?? CHARACTER.word)
    : CHARACTER.space;
}

/** Chinese and Japanese letters, the first of a surrogate pair among them, and full-width forms. */
export function isWide(code: number): boolean {
  return code >= 0x2e80 && !(code >= 0xd7b0 && code <= 0xd83f) && code !== 0xfeff;
}

/** The same of the whole character at `at`, whichever of its units stands there; no selector of how it is drawn is one. */
export function isWideAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const first = unit >= 0xdc00 && unit <= 0xdfff ? text.charCodeAt(at - 1) : unit;
  return isWide(first) && !isVariationSelector(first);
}

export function isAsciiWord(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f
  );
}

export function isUpper(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

export function isLower(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Says whether the character before it is drawn as text or as an emoji: `⁉️`. */
export function isVariationSelector(code: number): boolean {
  return code === 0xfe0e || code === 0xfe0f;
}

/** A space within a line. */
export function isLineSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x3000 || code === 0xa0;
}

/** White space, as `\s` of regular expressions knows it, that ends no line. */
export function isSpaceInLine(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || code === 0x09 || code === 0x0b || code === 0x0c;
  if (code < 0xa0) return false;
  if (code >= 0x2000 && code <= 0x200a) return true;
  return (
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0x1680 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0xfeff
  );
}

/** Over such white space from `at` on. */
export function skipSpacesInLine(text: string, at: number): number {
  let end = at;
  while (isSpaceInLine(text.charCodeAt(end))) end += 1;
  return end;
}

/** The end of a line, or half of one; a carriage return alone ends a line, too. */
export function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** Whether a line, or the text, ends at `at`. */
export function isAtLineEnd(text: string, at: number): boolean {
  return at >= text.length || isLineEnd(text.charCodeAt(at));
}

/** Where the line that holds what stands before `at` starts. Never looked for further than the line is long. */
export function lineStartBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

/** Where the line of `at` ends, without its line end. */
export function lineEndFrom(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
  return end;
}

/** The offset just after the last character before `at` that is no white space; 0 where there is none. */
export function skipSpacesBack(text: string, at: number): number {
  let end = at;
  while (end > 0 && CLASS_OF[text.charCodeAt(end - 1)] === CHARACTER.space) end -= 1;
  return end;
}

/** Without white space of any kind. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}

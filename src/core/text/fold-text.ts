/**
 * Text in the one form in which what people type is compared: case, width, diacritics, the shapes of apostrophes
 * and quotes, and Traditional and Simplified Chinese make no difference. Each part of a text (a character with the
 * marks on it) folds by itself, whatever stands around it, so that a place in the folded text has one in the text.
 */
import { FIRST_VARIANT, LAST_VARIANT, readVariants } from './chinese-variants';

/** Marks on letters: accents, breathings, rings. The stroke that makes ≠ of = is none. */
const DIACRITICS = /[\u0300-\u0337\u0339-\u036f]/g;

/** What Unicode has no plain form for: letters with a stroke or no dot, joined letters, apostrophes and quotes. */
const PLAIN = new Map<string, string>([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ħ', 'h'],
  ['ł', 'l'],
  ['ŧ', 't'],
  ['ı', 'i'],
  // Only at the end of a word.
  ['ς', 'σ'],
  ...Array.from('\u02bb\u02bc\u2018\u2019\u201a\u201b', (quote) => [quote, "'"] as const),
  ...Array.from('\u201c\u201d\u201e\u201f', (quote) => [quote, '"'] as const),
]);

/** What folds together with what stands before it: marks, and the vowels and finals of Korean syllables. */
const COMPOSES = /^[\p{M}\u1161-\u1175\u11a8-\u11c2]/u;

/** No text; the decoder below would say so, too. */
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/** Nobody writes more marks on a character; a part that ends here keeps a million of them from being slow. */
const LONGEST_PART = 32;

/** As many units as are made into a string at once. */
const PIECE = 4096;

/** Parts that are remembered, and how long each may be: about what a text of one writing system has. */
const MOST_PARTS = 5000;
const LONGEST_REMEMBERED = 12;

const ASCII = /^[\0-\x7f]*$/;

/** Each with the letter before it, which may have marks. */
const BESIDE_ASCII = /[\0-\x7f]?[^\0-\x7f]+/g;

/** So many units of a text tell whether most of it is ASCII. */
const SAMPLES = 32;

/** Shorter strings are not worth a call of the decoder. */
const SHORT = 24;

/** By the upper half of a unit: what the units of the page fold to, 0 for those that fold to more or with others. */
const pages: (Uint16Array | undefined)[] = [];
const parts = new Map<string, string>();
const composing = new Map<number, boolean>();
const written = new Uint16Array(PIECE);
/** Many times faster than `String.fromCharCode`. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
let variants: Uint16Array | null = null;

/** The folded text, for comparing alone. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  // Both ways fold the same parts; each is many times faster where it is taken.
  return isMostlyAscii(text)
    ? text.replace(BESIDE_ASCII, foldUnits).toLowerCase()
    : foldUnits(text);
}

function isMostlyAscii(text: string): boolean {
  const stride = Math.ceil(text.length / SAMPLES);
  let others = 0;
  for (let at = 0; at < text.length; at += stride) if (text.charCodeAt(at) > 0x7f) others += 1;
  return others < SAMPLES / 4;
}

function foldUnits(text: string): string {
  let folded = '';
  let size = 0;
  // Just behind the last part that had to be looked up.
  let looked = 0;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const own = (pages[unit >> 8] ?? makePage(unit >> 8))[unit & 0xff] ?? 0;
    if (own !== 0) {
      if (size === PIECE) {
        // A mark may follow on the last unit, and change it.
        folded += stringOf(PIECE - 1);
        written[0] = written[PIECE - 1] ?? 0;
        size = 1;
      }
      written[size] = own;
      size += 1;
      at += 1;
      continue;
    }
    const withLast = at > looked && isComposing(text, at);
    const from = withLast ? at - 1 : at;
    if (withLast) size -= 1;
    looked = partEnd(text, from);
    at = looked;
    const part = foldPart(text.slice(from, looked));
    if (size + part.length > PIECE) {
      folded += stringOf(size);
      size = 0;
    }
    for (let each = 0; each < part.length; each++) written[size + each] = part.charCodeAt(each);
    size += part.length;
  }
  return folded + stringOf(size);
}

/** Just behind the part of the text that begins at `from`, where the text begins or another part ends. */
export function partEnd(text: string, from: number): number {
  let end = from + unitsAt(text, from);
  while (end < text.length && end - from < LONGEST_PART && isComposing(text, end)) {
    end += unitsAt(text, end);
  }
  return end;
}

function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isComposing(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  const known = composing.get(code);
  if (known !== undefined) return known;
  const found = COMPOSES.test(String.fromCodePoint(code).normalize('NFKD'));
  composing.set(code, found);
  return found;
}

function makePage(high: number): Uint16Array {
  const first = high << 8;
  // Of most units there are nothing but the variants is to be known.
  const page =
    first >= FIRST_VARIANT && first <= LAST_VARIANT
      ? chinese().subarray(first - FIRST_VARIANT, first - FIRST_VARIANT + 0x100)
      : Uint16Array.from({ length: 0x100 }, (_, low) => foldUnit(first | low));
  pages[high] = page;
  return page;
}

function foldUnit(unit: number): number {
  if (unit >= 0xac00 && unit <= 0xd7a3) return unit;
  if (unit >= 0xd800 && unit <= 0xdfff) return 0;
  const character = String.fromCharCode(unit);
  if (isComposing(character, 0)) return 0;
  const folded = foldCharacters(character);
  return folded.length === 1 ? folded.charCodeAt(0) : 0;
}

function foldPart(part: string): string {
  const known = parts.get(part);
  if (known !== undefined) return known;
  const folded = foldCharacters(part);
  if (part.length > LONGEST_REMEMBERED) return folded;
  if (parts.size >= MOST_PARTS) parts.clear();
  parts.set(part, folded);
  return folded;
}

function foldCharacters(text: string): string {
  const plain = text
    // By itself it would become a space with a mark on it.
    .replaceAll('\u00b4', "'")
    .replace(LONE_SURROGATE, '\ufffd')
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .normalize('NFKC')
    .toLowerCase();
  let folded = '';
  for (const character of plain) {
    const unit = character.charCodeAt(0);
    folded +=
      unit >= FIRST_VARIANT && unit <= LAST_VARIANT
        ? String.fromCharCode(chinese()[unit - FIRST_VARIANT] ?? unit)
        : (PLAIN.get(character) ?? character);
  }
  return folded;
}

/** What Chinese characters fold to, from `FIRST_VARIANT` on. */
function chinese(): Uint16Array {
  variants ??= readVariants().map((to, place) => (to === 0 ? FIRST_VARIANT + place : to));
  return variants;
}

function stringOf(size: number): string {
  if (size > SHORT) return decoder.decode(written.subarray(0, size));
  let text = '';
  for (let at = 0; at < size; at++) text += String.fromCharCode(written[at] ?? 0);
  return text;
}

/**
 * The source of `src/core/text/chinese-variants.ts`: which Chinese characters are written otherwise elsewhere.
 * Each goes to the Simplified one that OpenCC gives for it, the spellings of Taiwan and Hong Kong on the way.
 */
import hongKong from 'opencc-js/dict/HKVariants';
import taiwan from 'opencc-js/dict/TWVariants';
import simplified from 'opencc-js/dict/TSCharacters';

/** What has no place in fonts that everybody has needs none in a search either. */
const FIRST = 0x4e00;
const LAST = 0x9fff;
/** ASCII between the quote and the backslash says how far the next character is; what does not fit says so first. */
const DIGITS = 0x28;
const BASE = 0x5b - DIGITS;
/** What stands for the same character as the last one, among those signs; nearer characters stand around it. */
const SAME = DIGITS + (BASE >> 1);

/** From each character that is written otherwise to the one that stands for both. */
export function chineseVariants(): ReadonlyMap<string, string> {
  const toSimplified = single(simplified);
  const regional = [single(taiwan), single(hongKong)];
  const found = new Map<string, string>();
  for (const from of new Set([toSimplified, ...regional].flatMap((map) => [...map.keys()]))) {
    const spelt = regional.reduce((character, map) => map.get(character) ?? character, from);
    const to = toSimplified.get(spelt) ?? toSimplified.get(from) ?? spelt;
    if (to !== from) found.set(from, to);
  }
  // What a character goes to goes nowhere else.
  for (const [from, to] of found) found.set(from, found.get(to) ?? to);
  return new Map(
    [...found].filter(([from, to]) => from !== to).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The dictionary's lines that are one character each, in what is looked at. */
function single(dictionary: string): ReadonlyMap<string, string> {
  return new Map(
    dictionary
      .split('|')
      .map((line) => line.split(' '))
      .filter((line): line is [string, string, ...string[]] => line.slice(0, 2).every(isLookedAt))
      .map(([from, to]) => [from, to]),
  );
}

function isLookedAt(character: string): boolean {
  const code = character.charCodeAt(0);
  return character.length === 1 && code >= FIRST && code <= LAST;
}

/**
 * Distance from the last character in one or two ASCII characters, then what it goes to: one more where that is near
 * the last such, as it is for characters with one radical, else the character itself.
 */
function encode(variants: ReadonlyMap<string, string>): string {
  let last = FIRST;
  let lastTo = FIRST;
  return Array.from(variants, ([from, to]) => {
    const distance = from.charCodeAt(0) - last;
    last = from.charCodeAt(0);
    const step = SAME + to.charCodeAt(0) - lastTo;
    lastTo = to.charCodeAt(0);
    const target = step >= DIGITS && step < DIGITS + BASE ? String.fromCharCode(step) : to;
    const low = String.fromCharCode(DIGITS + (distance % BASE));
    if (distance < BASE) return low + target;
    return `!${String.fromCharCode(DIGITS + Math.floor(distance / BASE))}${low}${target}`;
  }).join('');
}

export function chineseVariantsSource(): string {
  return `/**
 * Chinese characters that are written otherwise elsewhere, each with the Simplified one that stands for both.
 * Made from OpenCC's dictionaries of single characters (Apache-2.0) by \`npm run make-chinese-variants\`.
 */

/** In ascending order: how far from the last one, then what it goes to, as \`readVariants\` reads them. */
const PACKED =
  '${encode(chineseVariants())}';

const FIRST = 0x${FIRST.toString(16)};
const DIGITS = 0x${DIGITS.toString(16)};
const BASE = ${BASE};
/** In place of what a character goes to: the same as the last one did; other characters say how far from that. */
const SAME = 0x${SAME.toString(16)};

/** The UTF-16 unit that stands for another, by the other less \`FIRST\`; 0 where it stands for itself. */
export function readVariants(): Uint16Array {
  const table = new Uint16Array(0x${(LAST - FIRST + 1).toString(16)});
  let place = 0;
  let to = FIRST;
  for (let at = 0; at < PACKED.length; at += 2) {
    let distance = PACKED.charCodeAt(at) - DIGITS;
    if (PACKED[at] === '!') {
      distance = (PACKED.charCodeAt(at + 1) - DIGITS) * BASE + PACKED.charCodeAt(at + 2) - DIGITS;
      at += 2;
    }
    place += distance;
    const unit = PACKED.charCodeAt(at + 1);
    to = unit < FIRST ? to + unit - SAME : unit;
    table[place] = to;
  }
  return table;
}

/** The first and the last character that \`readVariants\` has a place for. */
export const FIRST_VARIANT = FIRST;
export const LAST_VARIANT = 0x${LAST.toString(16)};
`;
}

/** Text as filters compare it, and where in the text what was found stands. One folding for both. */

/** Case and width folded, so that a search finds `ＡＩ` by `ai`, and composed as file names may not be. */
export function foldText(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase();
  // The sigma that ends a word is another letter only by what stands around it.
  return folded.includes('ς') ? folded.replaceAll('ς', 'σ') : folded;
}

export interface TextRange {
  readonly from: number;
  /** Just after its last UTF-16 unit. */
  readonly to: number;
}

/**
 * Where `text` has what a search for `search` finds in it, in order and without overlap; whole characters, where
 * what was found is a part of one (`k` in `㎏`). None where nothing is searched for.
 */
export function findMatches(text: string, search: string): readonly TextRange[] {
  const wanted = foldText(search.trim());
  const folded = wanted === '' ? '' : foldText(text);
  let at = wanted === '' ? -1 : folded.indexOf(wanted);
  if (at === -1) return [];
  const units = mapUnits(text, folded);
  const ranges: TextRange[] = [];
  for (; at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    const from = units.starts[at] ?? 0;
    const to = units.ends[at + wanted.length - 1] ?? text.length;
    const last = ranges.at(-1);
    if (last && from < last.to) ranges[ranges.length - 1] = { from: last.from, to };
    else ranges.push({ from, to });
  }
  return ranges;
}

interface FoldedUnits {
  /** By unit of the folded text, where the character that it comes from starts and ends in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function mapUnits(text: string, folded: string): FoldedUnits {
  const starts: number[] = [];
  const ends: number[] = [];
  let joined = '';
  let from = 0;
  for (const part of partsOf(text)) {
    const own = foldText(part);
    starts.push(...new Array<number>(own.length).fill(from));
    ends.push(...new Array<number>(own.length).fill(from + part.length));
    joined += own;
    from += part.length;
  }
  if (joined === folded) return { starts, ends };
  // Characters that compose over what a reader takes for one: no part of the text is to be told from the rest.
  return { starts: Array.from(folded, () => 0), ends: [] };
}

/** Marks and halves of letters that fold together with what stands before them. */
const COMPOSES = /[\p{M}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uff9e-\uffdc]/u;
let graphemes: Intl.Segmenter | null = null;

/** The text in parts that fold each by itself. */
function partsOf(text: string): Iterable<string> {
  if (!COMPOSES.test(text)) return text;
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Text as filters compare it, and where in the text what was found stands. One folding for both. */
import { foldText, partEnd } from '../../text/fold-text';
import type { TextRange } from '../../text/text-range';

export { foldText };

/**
 * Where `text` has what a search for `search` finds in it, in order and without overlap; whole characters, where
 * what was found is a part of one (`k` in `㎏`). None where nothing is searched for.
 */
export function findMatches(text: string, search: string): readonly TextRange[] {
  const wanted = foldText(search.trim());
  const folded = wanted === '' ? '' : foldText(text);
  let at = wanted === '' ? -1 : folded.indexOf(wanted);
  if (at === -1) return [];
  const units = mapUnits(text);
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

/** Where `text` has what searches for any of these find in it, in order and without overlap. */
export function findAllMatches(text: string, searches: readonly string[]): readonly TextRange[] {
  const [only, second] = searches;
  if (second === undefined) return only === undefined ? [] : findMatches(text, only);
  const found = searches.flatMap((search) => findMatches(text, search));
  const ranges: TextRange[] = [];
  for (const range of found.sort((a, b) => a.from - b.from)) {
    const last = ranges.at(-1);
    if (last && range.from <= last.to) {
      ranges[ranges.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    } else ranges.push(range);
  }
  return ranges;
}

interface FoldedUnits {
  /** By unit of the folded text, where the part that it comes from starts and ends in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** For each unit of what `foldText` makes of `text`, where in `text` it comes from. */
export function mapUnits(text: string): FoldedUnits {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let from = 0; from < text.length;) {
    const to = partEnd(text, from);
    const { length } = foldText(text.slice(from, to));
    for (let unit = 0; unit < length; unit++) {
      starts.push(from);
      ends.push(to);
    }
    from = to;
  }
  return { starts, ends };
}

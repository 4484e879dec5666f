/** What pickers offer for what is typed: Obsidian's fuzzy search, over texts folded as every search here folds them. */
import {
  prepareFuzzySearch,
  sortSearchResults,
  type FuzzyMatch,
  type SearchMatches,
} from 'obsidian';
import { foldText, mapUnits } from '../../core/query';

/** Those that `query` finds in their text, the nearest first; all, as they come, where nothing is typed. */
export function searchFolded<T>(
  items: readonly T[],
  query: string,
  textOf: (item: T) => string,
): FuzzyMatch<T>[] {
  if (query.trim() === '') return items.map(unmatched);
  const search = prepareFuzzySearch(foldText(query));
  const found = items.flatMap((item) => {
    const match = search(foldText(textOf(item)));
    return match ? [{ item, match }] : [];
  });
  sortSearchResults(found);
  return found;
}

export function unmatched<T>(item: T): FuzzyMatch<T> {
  return { item, match: { score: 0, matches: [] } };
}

/** Where `text` has what was found in its folded form. */
export function matchesInText(text: string, matches: SearchMatches): SearchMatches {
  const { starts, ends } = mapUnits(text);
  return matches.map(([from, to]) => [starts[from] ?? text.length, ends[to - 1] ?? text.length]);
}

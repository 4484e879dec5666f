import { expect, it, vi } from 'vitest';
import type { SearchMatches } from 'obsidian';
import { matchesInText, searchFolded } from '../../../src/ui/parts/folded-search';

vi.mock('obsidian', () => ({
  prepareFuzzySearch: (query: string) => (text: string) => {
    const at = text.indexOf(query);
    return at === -1 ? null : { score: -at, matches: [[at, at + query.length]] };
  },
  sortSearchResults: (found: { match: { score: number } }[]) =>
    found.sort((one, other) => other.match.score - one.match.score),
}));

const NAMES = ['向外架桥 › 類比', 'Analogy', '类比', 'Café › Straße ｏｕｔ', 'in the cafe\u0301'];

it.each<[query: string, shown: readonly string[]]>([
  ['类比', ['[类比]', '向外架桥 › [類比]']],
  ['類比', ['[类比]', '向外架桥 › [類比]']],
  ['CAFE', ['[Café] › Straße ｏｕｔ', 'in the [cafe\u0301]']],
  ['strasse out', ['Café › [Straße ｏｕｔ]']],
  ['nobody', []],
  ['', NAMES],
  [' ', NAMES],
])('%j finds, and marks in the names as they are written', (query, shown) => {
  const found = searchFolded(NAMES, query, (name) => name);
  expect(found.map(({ item, match }) => marked(item, match.matches))).toEqual(shown);
});

function marked(text: string, matches: SearchMatches): string {
  const [[from, to] = [0, 0]] = matchesInText(text, matches);
  return to === 0 ? text : `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
}

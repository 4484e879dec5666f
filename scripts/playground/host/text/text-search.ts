// `prepareFuzzySearch`, `prepareSimpleSearch` and the drawing of matches. Scores are negative or
// zero, larger is better, as in Obsidian; the exact numbers are this host's own.
import type { SearchMatchPart, SearchResult, SearchResultContainer } from 'obsidian';

/** Finds the query's characters in their order. */
export function prepareFuzzySearch(query: string): (text: string) => SearchResult | null {
  const wanted = Array.from(query.toLowerCase().replace(/\s+/g, ''));
  return (text) => {
    if (wanted.length === 0) return { score: 0, matches: [] };
    const lower = text.toLowerCase();
    const whole = lower.indexOf(query.toLowerCase());
    if (whole >= 0) return { score: -whole / 1000, matches: [[whole, whole + query.length]] };
    const matches: SearchMatchPart[] = [];
    let at = 0;
    for (const character of wanted) {
      const found = lower.indexOf(character, at);
      if (found < 0) return null;
      const last = matches[matches.length - 1];
      if (last?.[1] === found) last[1] = found + character.length;
      else matches.push([found, found + character.length]);
      at = found + character.length;
    }
    return { score: -matches.length - (matches[0]?.[0] ?? 0) / 1000, matches };
  };
}

/** Finds every word of the query, anywhere. */
export function prepareSimpleSearch(query: string): (text: string) => SearchResult | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => {
    const lower = text.toLowerCase();
    const matches: SearchMatchPart[] = [];
    for (const word of words) {
      let at = lower.indexOf(word);
      if (at < 0) return null;
      for (; at >= 0; at = lower.indexOf(word, at + word.length))
        matches.push([at, at + word.length]);
    }
    matches.sort((one, other) => one[0] - other[0]);
    return { score: -(matches[0]?.[0] ?? 0) / 1000, matches };
  };
}

export function renderMatches(
  el: HTMLElement | DocumentFragment,
  text: string,
  matches: readonly SearchMatchPart[] | null,
  offset = 0,
): void {
  let at = 0;
  for (const [from, to] of matches ?? []) {
    const start = Math.max(at, from + offset);
    const end = Math.min(text.length, to + offset);
    if (end <= start) continue;
    el.appendText(text.slice(at, start));
    el.createSpan({ cls: 'suggestion-highlight', text: text.slice(start, end) });
    at = end;
  }
  el.appendText(text.slice(at));
}

export function renderResults(
  el: HTMLElement,
  text: string,
  result: SearchResult,
  offset = 0,
): void {
  renderMatches(el, text, result.matches, offset);
}

export function sortSearchResults(results: SearchResultContainer[]): void {
  results.sort((one, other) => other.match.score - one.match.score);
}

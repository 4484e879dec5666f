/** Sticky patterns, asked at a place of a text. */

/** How long what matches at `at` is, in UTF-16 units; 0 where nothing does. */
export function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
}

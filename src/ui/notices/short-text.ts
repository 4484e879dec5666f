/** A question's text as notices quote it: enough to know it by, on a line or two. */

/** In characters, not UTF-16 units. */
const LONGEST = 40;

export function shortText(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= LONGEST) return text;
  return `${characters
    .slice(0, LONGEST - 1)
    .join('')
    .trimEnd()}…`;
}

/** Text as filters compare it. */

/** Case and width folded, so that a search finds `ＡＩ` by `ai`, and composed as file names may not be. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

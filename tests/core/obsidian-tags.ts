/**
 * Obsidian's tag grammar written down a second time, letter by letter from what is known of it, so that the
 * codec's own idea of a tag has something to be measured against. Knows nothing of code or links.
 */
const ENDS = new Set('!"#$%&\'()*+,.:;<=>?@^`{|}~[]\\');

/** The tags of a text, without `#`, in order. */
export function obsidianTags(text: string): readonly string[] {
  const tags: string[] = [];
  for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1)) {
    if (at > 0 && !isSpace(text.charAt(at - 1))) continue;
    let end = at + 1;
    while (end < text.length && belongsToTag(text.charAt(end))) end += 1;
    const name = text.slice(at + 1, end);
    if (name !== '' && !/^[0-9]+$/.test(name)) tags.push(name);
  }
  return tags;
}

function isSpace(char: string): boolean {
  return char.trim() === '';
}

function belongsToTag(char: string): boolean {
  const unit = char.charCodeAt(0);
  const general = (unit >= 0x2000 && unit <= 0x206f) || (unit >= 0x2e00 && unit <= 0x2e7f);
  return !isSpace(char) && !ENDS.has(char) && !general;
}

/** Text and links in Markdown, so that Obsidian shows the text as it is and follows the link. */

/**
 * What may be read as Markdown in a line: emphasis, code, links, HTML, comments, highlights, math, tags. A `#`, `%` or
 * `=` that stands for itself is none, and neither is a `#` or `_` behind a letter: see `isInsideWord`.
 */
const INLINE = /[\\`*[\]<$|_~]|#(?=[^\s#])|%(?=%)|=(?==)|&(?=#?\w+;)/g;

/** What would begin a block inside a list's item: a list, a quote, a rule, a heading. */
const BLOCK = /^(?:[-+>]|#{1,6}(?=\s|$))/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;

const WORD = /[\p{L}\p{N}]/u;

/** The text on one line, with a backslash before whatever would be Markdown. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(INLINE, (character: string, at: number, whole: string) =>
      isInsideWord(character, at, whole) ? character : `\\${character}`,
    )
    .replace(BLOCK, '\\$&')
    .replace(NUMBERED, '$1\\$2');
}

/** An underscore between letters is no emphasis, and no tag begins behind one. */
function isInsideWord(character: string, at: number, text: string): boolean {
  if (!WORD.test(text.charAt(at - 1))) return false;
  return character === '#' || (character === '_' && WORD.test(text.charAt(at + 1)));
}

/** A table whose first record is its heads; behind `texts` columns there are numbers, which stand to the right. */
export function markdownTable(
  records: readonly (readonly (string | number | null)[])[],
  texts: number,
): string {
  const [heads = [], ...rows] = records;
  const line = (cells: readonly (string | number | null)[]): string =>
    `| ${cells.map((cell) => escapeMarkdown(String(cell ?? ''))).join(' | ')} |\n`;
  const rule = heads.map((_, at) => (at < texts ? '---' : '--:'));
  return [line(heads), `| ${rule.join(' | ')} |\n`, ...rows.map(line)].join('');
}

/** A link to a note, or to a heading in it where one is given. `text` is escaped already. */
export function markdownLink(text: string, path: string, heading: string | null = null): string {
  const anchor = heading === null ? '' : anchorOf(heading);
  return `[${text}](${encoded(path)}${anchor === '' ? '' : `#${encoded(anchor)}`})`;
}

/** A heading's text as links hold it: Obsidian puts a space for what has a meaning in a link. */
function anchorOf(heading: string): string {
  return heading
    .replace(/[#|^:%[\]\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Letters of all scripts stay, so that people can read where it leads. */
function encoded(target: string): string {
  return target.replace(/[\s%#?<>()[\]\\"`*_]/gu, (character) => percent(character));
}

function percent(character: string): string {
  const bytes = Array.from(new TextEncoder().encode(character));
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/** Where a note's body starts: behind the frontmatter, or a byte order mark. */

const START = /\ufeff?---[ \t]*(?:\r\n|\n|\r)/y;
const END = /^---[ \t]*$/gm;
const LINE_END = /\r\n|\n|\r/;

export interface BodyStart {
  readonly at: number;
  /** How many lines stand before it. */
  readonly line: number;
}

/** Without a closing `---` there is no frontmatter. */
export function findBody(text: string): BodyStart {
  START.lastIndex = 0;
  if (!START.test(text)) return { at: text.charCodeAt(0) === 0xfeff ? 1 : 0, line: 0 };
  END.lastIndex = START.lastIndex;
  if (!END.test(text)) return { at: 0, line: 0 };
  const end = END.lastIndex;
  const line = text.slice(0, end).split(LINE_END).length;
  return { at: text.startsWith('\r\n', end) ? end + 2 : end + 1, line };
}

/** Where a note's body starts: behind the frontmatter, or a byte order mark; and whether it is prose at all. */

const START = /\ufeff?---[ \t]*(?:\r\n|\n|\r)/y;
const END = /^---[ \t]*$/gm;
/** The property by which Excalidraw knows its drawings, whose text is data. */
const DRAWING = /^["']?excalidraw-plugin["']?[ \t]*:/im;
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

/** Whether the note is a drawing: its texts are data that a tag would break. */
export function isDrawing(text: string): boolean {
  if (!text.startsWith('---') && text.charCodeAt(0) !== 0xfeff) return false;
  // Most notes have another frontmatter, or none, and are done here.
  const head = text.slice(0, text.indexOf('\n---', 3) + 1);
  return DRAWING.test(head) && DRAWING.test(text.slice(0, findBody(text).at));
}

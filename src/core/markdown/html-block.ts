/** Where a line starts a block of raw HTML, by CommonMark's seven conditions (spec 0.31, section 4.6). */
import { isLayoutTag } from './html-tag';

export interface HtmlStart {
  /** May stand right under a paragraph's text. */
  readonly interrupts: boolean;
  /** What the last line has in it; null where a blank line ends the block. */
  readonly close: RegExp | null;
  /** A reader sees the text between the tags. */
  readonly shown: boolean;
}

const RAW: HtmlStart = {
  interrupts: true,
  close: /<\/(?:script|pre|style|textarea)>/i,
  shown: false,
};
const COMMENT: HtmlStart = { interrupts: true, close: /-->/, shown: true };
const INSTRUCTION: HtmlStart = { interrupts: true, close: /\?>/, shown: false };
const DECLARATION: HtmlStart = { interrupts: true, close: />/, shown: false };
const CDATA: HtmlStart = { interrupts: true, close: /\]\]>/, shown: false };
const ELEMENT: HtmlStart = { interrupts: true, close: null, shown: true };
const TAG_LINE: HtmlStart = { interrupts: false, close: null, shown: true };

const RAW_TAG = /<(?:script|pre|style|textarea)(?=[\s>]|$)/iy;
const ANY_TAG = /<\/?([a-z][a-z0-9-]*)(?=[\s/>]|$)/imy;
const WHOLE_LINE =
  /(?:<[a-z][a-z0-9-]{0,60}(?:\s+[a-z_:][\w:.-]{0,100}(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?){0,50}\s*\/?>|<\/[a-z][a-z0-9-]{0,60}\s*>)\s*$/iy;

/** The HTML block that starts with the `<` at `at`, in a line that ends at `to`. */
export function readHtmlStart(text: string, at: number, to: number): HtmlStart | null {
  if (text.startsWith('<!--', at)) return COMMENT;
  if (text.startsWith('<?', at)) return INSTRUCTION;
  if (text.startsWith('<![CDATA[', at)) return CDATA;
  if (/^<![a-z]/i.test(text.slice(at, at + 3))) return DECLARATION;
  RAW_TAG.lastIndex = at;
  if (RAW_TAG.test(text)) return RAW;
  ANY_TAG.lastIndex = at;
  const name = ANY_TAG.exec(text)?.[1];
  if (name === undefined) return null;
  if (isLayoutTag(name)) return ELEMENT;
  const line = text.slice(at, to);
  WHOLE_LINE.lastIndex = 0;
  return WHOLE_LINE.test(line) ? TAG_LINE : null;
}

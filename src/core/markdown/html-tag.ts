/** HTML tags inside text, and what their elements do to it: lay out a page, hold code, dress words. */

const TAG =
  /<\/?([a-z][a-z0-9-]{0,60})(?:\s+[a-z_:][\w:.-]{0,100}(?:\s*=\s*(?:[^\s"'=<>`]+|'[^'<]*'|"[^"<]*"))?){0,50}\s*\/?>/iy;

/** Elements that lay out a page: their tags end a sentence, and start an HTML block. */
const LAYOUT_TAGS = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir ' +
    'div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html ' +
    'iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section summary ' +
    'table tbody td tfoot th thead title tr track ul'
  ).split(' '),
);

/** Elements whose text is code or keys, as between backticks. */
const CODE_TAGS = new Set(['code', 'kbd', 'samp', 'tt', 'var']);

/** Whether the element of this name lays out a page rather than dressing words. */
export function isLayoutTag(name: string): boolean {
  return LAYOUT_TAGS.has(name.toLowerCase());
}

export interface HtmlTag {
  /** As written. */
  readonly name: string;
  /** Just after its `>`. */
  readonly end: number;
  /** It ends a line of text. */
  readonly breaks: boolean;
  /** What follows up to its closing tag is no prose. */
  readonly opensCode: boolean;
}

/** The opening or closing tag at `at`, if it ends at `to` at the latest. */
export function readTag(text: string, at: number, to: number): HtmlTag | null {
  TAG.lastIndex = at;
  const tag = TAG.exec(text);
  if (!tag || TAG.lastIndex > to) return null;
  const name = tag[1] ?? '';
  const lower = name.toLowerCase();
  return {
    name,
    end: TAG.lastIndex,
    breaks: lower === 'br' || LAYOUT_TAGS.has(lower),
    opensCode: CODE_TAGS.has(lower) && text[at + 1] !== '/',
  };
}

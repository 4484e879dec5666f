/** What pictures are drawn with: one SVG that needs nothing beside it. Widths of text and colours are given to it. */

export interface PictureLook {
  readonly ground: Rgb;
  readonly text: Rgb;
  /** The colour of a stance, by what `Stance.color` says. */
  readonly colorOf: (name: string) => Rgb;
  readonly font: string;
  /** The width of a text in pixels. */
  readonly widthOf: (text: string, size: number, isBold: boolean) => number;
}

export type Rgb = readonly [red: number, green: number, blue: number];

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A picture that can also be had as text. */
export interface PictureSource {
  /** What its file is called, before the day. */
  readonly name: string;
  readonly asMarkdown: () => string;
  readonly asTsv: () => string;
  readonly draw: (look: PictureLook) => Picture;
}

interface TextLook {
  readonly size?: number;
  readonly bold?: boolean;
  readonly fill?: Rgb;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** What text is high that says nothing else. */
const USUAL = 13;

/** A picture while it is drawn. */
export class Drawing {
  readonly #parts: string[] = [];

  constructor(readonly look: PictureLook) {}

  /** An element as SVG has it. */
  add(element: string): void {
    this.#parts.push(element);
  }

  /** A line of text that stands on `y`. */
  say(text: string, x: number, y: number, how: TextLook = {}): void {
    const { size = USUAL, bold = false, fill = this.look.text, anchor = 'start' } = how;
    const weight = bold ? ' font-weight="600"' : '';
    this.add(
      `<text x="${x}" y="${y}" font-size="${size}"${weight} text-anchor="${anchor}" fill="${css(fill)}">${escaped(text)}</text>`,
    );
  }

  picture(title: string, width: number, height: number): Picture {
    const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
    const svg = [
      `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${escaped(this.look.font)}">`,
      `<title>${escaped(title)}</title>`,
      `<rect width="${width}" height="${height}" fill="${css(this.look.ground)}"/>`,
      ...this.#parts,
      '</svg>\n',
    ].join('');
    return { svg, width, height };
  }
}

/** So much of the one colour, the rest of the other. */
export function mixed(one: Rgb, other: Rgb, share: number): Rgb {
  const mix = (at: 0 | 1 | 2): number => Math.round(one[at] * share + other[at] * (1 - share));
  return [mix(0), mix(1), mix(2)];
}

export function css(color: Rgb): string {
  return `rgb(${color.join(',')})`;
}

/** No control character may stand in XML but these three. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ' ')
    .replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

/** A word with the spaces behind it, or one letter of a script that has none. */
const PIECE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][，。？！：；、）」』]*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+\s*|\s+/gu;

/** Lines that are no wider, but where a word alone is. */
export function wrapped(
  text: string,
  most: number,
  widthOf: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECE) ?? []) {
    if (line !== '' && widthOf((line + piece).trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

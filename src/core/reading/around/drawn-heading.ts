/** Headings that a note draws instead of marking them up: `▋1. …`, `■ …`, `【…】`, a bold line. */
import { isDigit } from '../../text/character';

export interface DrawnHeading {
  /** The drawing, then `1` where it is numbered: what stands on one level looks alike. */
  readonly style: string;
  /** Where its text starts and ends, without the drawing. */
  readonly from: number;
  readonly to: number;
}

/** The style of a line in bold. */
export const BOLD = '*';

const BAR = /[▋▍▌█▎▊]\s*/y;
const SHAPE = /[■◆◎●○□◇★☆▪]\s*/y;
const CIRCLED = /[①-⑳❶-❿]\s*/y;
const LONGEST = 80;
/** A title is one sentence; highlights and bold lines of running text are more. */
const SENTENCE_WITHIN = /[。！](?=.)|[a-z]\.\s+[A-Z]/;

/**
 * The heading that the line between `from` and `to` draws, or null. `isAlone`: the line is a paragraph of
 * its own; only a bar makes a heading of a line among others.
 */
export function readDrawnHeading(
  text: string,
  from: number,
  to: number,
  isAlone: boolean,
): DrawnHeading | null {
  if (to - from > LONGEST) return null;
  const code = text.charCodeAt(from);
  if (code === 0x2a) return isAlone ? readBold(text, from, to) : null;
  // Circled numbers, blocks and shapes; 【.
  if (code < 0x2460 || (code > 0x2bff && code !== 0x3010)) return null;
  if (code === 0x3010) return isAlone ? readBracketed(text, from, to) : null;
  BAR.lastIndex = from;
  const bar = BAR.exec(text);
  if (bar) return drawn(text, from, from + bar[0].length, to);
  if (!isAlone || /[。，,；;]/.test(text.charAt(to - 1))) return null;
  if (SENTENCE_WITHIN.test(text.slice(from, to))) return null;
  SHAPE.lastIndex = from;
  CIRCLED.lastIndex = from;
  const shape = SHAPE.exec(text);
  if (shape) return drawn(text, from, from + shape[0].length, to);
  const circled = CIRCLED.exec(text);
  return circled ? { style: '①', from: from + circled[0].length, to } : null;
}

function drawn(text: string, from: number, textFrom: number, to: number): DrawnHeading | null {
  if (textFrom >= to) return null;
  const numbered = isDigit(text.charCodeAt(textFrom)) ? '1' : '';
  return { style: text.charAt(from) + numbered, from: textFrom, to };
}

function readBracketed(text: string, from: number, to: number): DrawnHeading | null {
  const close = text.indexOf('】', from);
  return close === to - 1 && to - from > 2 ? { style: '【', from: from + 1, to: to - 1 } : null;
}

function readBold(text: string, from: number, to: number): DrawnHeading | null {
  if (to - from < 5 || !text.startsWith('**', from) || !text.startsWith('**', to - 2)) return null;
  const inner = text.slice(from + 2, to - 2);
  if (inner.includes('**') || /[。，,；;：:]$/.test(inner)) return null;
  if (SENTENCE_WITHIN.test(inner)) return null;
  return { style: BOLD, from: from + 2, to: to - 2 };
}

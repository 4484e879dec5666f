/**
 * Records → lines of CSV or TSV. CSV is what RFC 4180 has: CRLF ends its lines, since the RFC and spreadsheets on
 * every system say so, and quotes stand where they are needed. TSV is for tools that go by lines: LF, no quotes, and
 * a space in place of each tab or line break that a cell holds.
 */
import type { Cell } from './column';

export const DELIMITED = ['csv', 'tsv'] as const;
export type Delimited = (typeof DELIMITED)[number];

/** Spreadsheets take a file that begins with it for UTF-8, and read Chinese in it. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * Spreadsheets run a cell that begins so as a formula, in either width; some pass over a tab or line break before it.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

export function delimitedLine(cells: readonly Cell[], kind: Delimited): string {
  return kind === 'csv'
    ? `${cells.map((cell) => quoted(harmless(cell))).join(',')}\r\n`
    : `${cells.map((cell) => inOneLine(harmless(cell))).join('\t')}\n`;
}

/**
 * The cell's text; an apostrophe before it makes text of what would run. Numbers are no text, with plus or minus or
 * without.
 */
function harmless(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  return (cell ?? '').replace(FORMULA_START, "'$&");
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function inOneLine(cell: string): string {
  return cell.replace(/\r\n|[\t\r\n\v\f\u0085\u2028\u2029]/g, ' ');
}

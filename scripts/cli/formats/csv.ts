/**
 * CSV as RFC 4180 has it: a header, CRLF line ends, quotes where they are needed. The section's headings
 * are joined with ` › `; the mark is two columns, empty where there is none.
 */
import type { PrintedQuestion } from './printed-question';

type Cell = string | number | null;

const COLUMNS: readonly (readonly [name: string, read: (question: PrintedQuestion) => Cell])[] = [
  ['path', ({ path }) => path],
  ['start', ({ start }) => start],
  ['end', ({ end }) => end],
  ['line', ({ line }) => line],
  ['text', ({ text }) => text],
  ['kind', ({ kind }) => kind],
  ['section', ({ section }) => section.join(' › ')],
  ['label', ({ label }) => label],
  ['speaker', ({ speaker }) => speaker],
  ['group', ({ group }) => group],
  ['stance', ({ mark }) => mark?.stance ?? null],
  ['stage', ({ mark }) => mark?.stage ?? null],
];

export function* csv(questions: readonly PrintedQuestion[]): Generator<string> {
  yield formatLine(COLUMNS.map(([name]) => name));
  for (const question of questions) yield formatLine(COLUMNS.map(([, read]) => read(question)));
}

function formatLine(cells: readonly Cell[]): string {
  return `${cells.map(formatCell).join(',')}\r\n`;
}

function formatCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  // Spreadsheets run a cell that starts so as a formula, in either width; an apostrophe makes it text.
  const safe = (cell ?? '').replace(/^[=+\-@\t\r＝＋－＠]/, "'$&");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table to read in a terminal: where, mark, question. Columns line up with East Asian characters two
 * columns wide; what is too wide ends (a path begins) with `…`.
 */
import stringWidth from 'string-width';
import type { PrintedQuestion } from './printed-question';

const HEADER = ['WHERE', 'MARK', 'QUESTION'] as const;
const GAP = '  ';
/** The share of a terminal that the columns before the question may take. */
const MAX_SHARE = { where: 0.35, mark: 0.25 };

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export function* table(
  questions: readonly PrintedQuestion[],
  columns: number | null,
): Generator<string> {
  if (questions.length === 0) return;
  const lines = [HEADER, ...questions.map(cellsOf)];
  const room = columns ?? Infinity;
  const where = Math.min(widest(lines.map(([cell]) => cell)), share(room, MAX_SHARE.where));
  const mark = Math.min(widest(lines.map(([, cell]) => cell)), share(room, MAX_SHARE.mark));
  const rest = Math.max(8, room - where - mark - 2 * GAP.length);
  for (const line of lines) {
    const cells = [pad(cutStart(line[0], where), where), pad(cutEnd(line[1], mark), mark)];
    yield `${[...cells, cutEnd(line[2], rest)].join(GAP)}\n`;
  }
}

function cellsOf({ path, line, mark, text }: PrintedQuestion): readonly [string, string, string] {
  const tag = mark === null ? '-' : [mark.stance, mark.stage ?? []].flat().join('/');
  return [printable(`${path}:${line}`), printable(tag), printable(text)];
}

function share(room: number, part: number): number {
  return Math.max(8, Math.floor(room * part));
}

function widest(cells: readonly string[]): number {
  return cells.reduce((width, cell) => Math.max(width, stringWidth(cell)), 0);
}

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - stringWidth(cell)));
}

function cutEnd(cell: string, width: number): string {
  return stringWidth(cell) <= width ? cell : `${fitting(splitCharacters(cell), width - 1)}…`;
}

function cutStart(cell: string, width: number): string {
  if (stringWidth(cell) <= width) return cell;
  const backwards = fitting(splitCharacters(cell).reverse(), width - 1);
  return `…${splitCharacters(backwards).reverse().join('')}`;
}

/** As many of `parts` as fit, in one string. */
function fitting(parts: readonly string[], width: number): string {
  let result = '';
  let room = width;
  for (const part of parts) {
    room -= stringWidth(part);
    if (room < 0) break;
    result += part;
  }
  return result;
}

function splitCharacters(text: string): string[] {
  return [...characters.segment(text)].map(({ segment }) => segment);
}

/** Control characters would move the cursor or colour the terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

/** What is wrong with a query, as lines for a terminal: where, what, and the words with carets under what is meant. */
import stringWidth from 'string-width';
import type { LocatedProblem } from '../../src/core/query';
import { query } from '../../src/i18n/en/query';
import { problemSentence } from '../../src/i18n/query-problem';

const WORDS = query();

/** In characters: how much of a long line stands on each side of what is wrong. */
const AROUND = 60;

/**
 * `source` says where the words were given: `--filter`, `--query`, a file's name. Lines and columns count from 1,
 * columns in UTF-16 code units.
 */
export function describeProblem(text: string, problem: LocatedProblem, source: string): string {
  const before = text.slice(0, problem.from);
  const line = before.split(/\r\n|\n|\r/).length;
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const place = `in ${source}, line ${line}, column ${problem.from - lineStart + 1}`;
  return `${place}: ${problemSentence(problem, WORDS)}\n${excerpt(text, lineStart, problem)}`;
}

/** The line, or the part of it that matters; wide characters take two columns. */
function excerpt(text: string, lineStart: number, { from, to }: LocatedProblem): string {
  const rest = /[\r\n]/.exec(text.slice(from));
  const lineEnd = rest ? from + rest.index : text.length;
  const first = Math.max(lineStart, from - AROUND);
  const last = Math.min(lineEnd, Math.max(from, Math.min(to, from + AROUND)) + AROUND);
  const shown = oneLine(text.slice(first, last));
  const indent = ' '.repeat(stringWidth(oneLine(text.slice(first, from))));
  const marked = stringWidth(oneLine(text.slice(from, Math.min(to, last))));
  return `  ${shown}\n  ${indent}${'^'.repeat(Math.max(1, marked))}`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]/gu, ' ');
}

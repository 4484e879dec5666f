/** The words of `--filter` and of `--query` or `--query-file` → one query, or what is wrong with them. */
import { readFile } from 'node:fs/promises';
import {
  type LocatedProblem,
  parseFilter,
  type Query,
  type ReadContext,
  readQuery,
} from '../../src/core/query';
import type { Asked } from './arguments';
import { describeProblem } from './query-problem';
import { reasonOf } from './notes/read-failure';

export type UnderstoodQuery =
  | {
      readonly kind: 'query';
      readonly query: Query;
      /** What is odd and counts all the same: a stage that no taxonomy has may stand in notes. */
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'wrong'; readonly errors: readonly string[] };

/** Nobody reads more at once. */
const MOST_SAID = 20;

export async function readQueryText(asked: Asked, context: ReadContext): Promise<UnderstoodQuery> {
  const source = asked.queryFile ?? '--query';
  let text = asked.query;
  if (asked.queryFile !== null) {
    try {
      text = (await readFile(asked.queryFile, 'utf8')).replace(/^\ufeff/, '');
    } catch (error) {
      return { kind: 'wrong', errors: [`${asked.queryFile}: ${reasonOf(error)}`] };
    }
  }
  // The command line stands in no note.
  const { query, problems } = readQuery(text, { ...context, here: null });
  const words = parseFilter(asked.filterWords, context);
  const saidOf = (wanted: (problem: LocatedProblem) => boolean): readonly string[] =>
    limited([
      ...problems.filter(wanted).map((problem) => () => describeProblem(text, problem, source)),
      ...words.problems
        .filter(wanted)
        .map((problem) => () => describeProblem(asked.filterWords, problem, '--filter')),
    ]);
  const errors = saidOf((problem) => !countsAllTheSame(problem));
  if (errors.length > 0) return { kind: 'wrong', errors };
  // Two lines of a query would narrow each other, and so do the query and the words.
  const more = words.filter.length > 0 ? [{ any: [words.filter] }] : [];
  const filter = query.filter.length === 0 ? words.filter : [...query.filter, ...more];
  return { kind: 'query', query: { ...query, filter }, warnings: saidOf(countsAllTheSame) };
}

function countsAllTheSame({ code }: LocatedProblem): boolean {
  return code === 'unknown-stage';
}

/** Finding the line of one takes going through the text. */
function limited(sentences: readonly (() => string)[]): readonly string[] {
  const said = sentences.slice(0, MOST_SAID).map((sentence) => sentence());
  const left = sentences.length - said.length;
  return left > 0 ? [...said, `and ${left} more`] : said;
}

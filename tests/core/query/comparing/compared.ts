// Tables of small notes, and the numbers of a table that was counted by hand.
import { PathMap } from '../../../../src/core/index/path-list';
import type { NoteEntry } from '../../../../src/core/index/question-index';
import { DEFAULT_TAXONOMY, type Stances } from '../../../../src/core/model/taxonomy';
import {
  ColumnStore,
  compareQuestions,
  type ComparedRow,
  type Comparison,
  type Filter,
  type NoteFacts,
  QueryRunner,
  type QueryResult,
  type RowField,
} from '../../../../src/core/query';
import { NO_FACTS } from '../../../../src/core/query/columns/note-facts';
import { note, type Asked } from '../note-sketch';

export function resultOf(
  entries: readonly NoteEntry[],
  filter: Filter = [],
  store = storeOf({}),
): QueryResult {
  const map = new PathMap<NoteEntry>();
  for (const entry of entries) map.set(entry);
  return new QueryRunner(store).run(
    map.snapshot(),
    {
      notes: { kind: 'vault' },
      kinds: ['body', 'heading', 'quoted'],
      withSkipped: false,
      filter,
      today: '2026-03-15',
      groups: [],
      sorts: [],
    },
    DEFAULT_TAXONOMY,
  );
}

/** By the notes' paths: the days that their properties say, and those on which their files were made. */
export function storeOf(
  days: Readonly<Record<string, string>>,
  made: Readonly<Record<string, string>> = {},
): ColumnStore {
  const factsOf = (path: string): NoteFacts => ({
    tags: [],
    properties: days[path] === undefined ? {} : { date: days[path] },
    created: made[path] ?? null,
  });
  return new ColumnStore({ ...NO_FACTS, factsOf, dateProperties: () => ['date'] });
}

export function compared(
  entries: readonly NoteEntry[],
  by: RowField = 'asker',
  taxonomy: Stances = DEFAULT_TAXONOMY,
  store = storeOf({}),
): Comparison {
  return compareQuestions(resultOf(entries, [], store).chunks, by, store.groupCodes, taxonomy);
}

/** As a line: `name 1 0 2 …`. */
export function line({ key, counts }: ComparedRow): string {
  return [key ?? '–', ...counts].join(' ');
}

/** Two who ask in quite different ways, three others, and questions of nobody. */
export const ASKERS: Readonly<Record<string, readonly number[]>> = {
  'Ilya Sutskever': [6, 19, 9, 0, 4, 0, 0],
  'Dwarkesh Patel': [0, 0, 0, 16, 11, 19, 6],
  何靜宜: [9, 8, 6, 2, 4, 0, 0],
  邱若昀: [1, 2, 0, 9, 8, 7, 6],
  'Tomas Reyes': [4, 3, 3, 6, 2, 5, 1],
  '': [2, 3, 1, 3, 2, 2, 1],
};

export const STAGES = [
  'inward/anomaly',
  'inward/difference',
  'inward/direction',
  'outward/definition',
  'outward/analogy',
  'outward/limits',
  'outward/philosophy',
] as const;

export function askersTable(): Comparison {
  const asked = Object.entries(ASKERS).flatMap(([speaker, counts]) =>
    counts.flatMap((count, at): Asked[] =>
      Array.from({ length: count }, () => ({
        text: 'Why?',
        tag: STAGES[at] ?? '',
        ...(speaker === '' ? {} : { speaker }),
      })),
    ),
  );
  return compared([note('a.md', asked)]);
}

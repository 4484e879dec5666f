import { expect, it } from 'vitest';
import { QuestionIndex } from '../../../../src/core/index/question-index';
import { DEFAULT_TAXONOMY } from '../../../../src/core/model/taxonomy';
import { NO_FACTS, type NoteFacts } from '../../../../src/core/query/columns/note-facts';
import type { ListQuery } from '../../../../src/core/query/internal/chunk-result';
import { ColumnStore } from '../../../../src/core/query/internal/column-store';
import { QueryRunner } from '../../../../src/core/query/internal/query-runner';
import { parseFilter } from '../../../../src/core/query/language/parse';
import { note } from '../note-sketch';

const FACTS: Readonly<Record<string, NoteFacts>> = {
  'a.md': {
    tags: ['#project/river'],
    properties: { Status: ['Done', 'kept'], date: '2026-03-05', aired: '2025-12-31' },
    created: '2020-01-01',
  },
  'b.md': { tags: ['#類比'], properties: { created: '2026-02-01' }, created: '2020-01-01' },
  'c.md': { tags: [], properties: { status: 'open' }, created: '2024-06-30' },
};

function queryOf(words: string): ListQuery {
  const { filter, problems } = parseFilter(words);
  expect(problems).toEqual([]);
  return {
    notes: { kind: 'vault' },
    kinds: ['body'],
    withSkipped: false,
    filter,
    today: '2026-03-15',
    groups: [{ by: 'note', reverse: false }],
    sorts: [],
  };
}

function asking(dateProperties: () => readonly string[]) {
  const index = new QuestionIndex(() => undefined);
  for (const path of ['a.md', 'b.md', 'c.md', 'd.md']) index.put(note(path, ['Why?', 'How?']));
  const runner = new QueryRunner(
    new ColumnStore({ ...NO_FACTS, factsOf: (path) => FACTS[path] ?? null, dateProperties }),
  );
  return (words: string | ListQuery): string => {
    const query = typeof words === 'string' ? queryOf(words) : words;
    const result = runner.run(index.entries(), query, DEFAULT_TAXONOMY);
    return [...new Set(Array.from(result.rows(), ({ entry }) => entry.path[0]))].join('');
  };
}

it.each<[words: string, notes: string]>([
  ['tag:project', 'a'],
  ['tag:#project/river', 'a'],
  ['tag:类比', 'b'],
  ['-tag:project', 'bcd'],
  ['prop:status', 'ac'],
  ['prop:STATUS=done', 'a'],
  ['prop:status=done prop:status=open', 'ac'],
  ['-prop:status=done', 'bcd'],
  ['date:2026', 'ab'],
  ['date:this-month', 'a'],
  ['date:<2025', 'c'],
  ['has:date', 'abc'],
  ['missing:date', 'd'],
  ['date:2026 tag:project OR prop:status=open', 'ac'],
])('%j finds %j', (words, notes) => {
  const ask = asking(
    (
      (names) => () =>
        names
    )(['date', 'created']),
  );
  expect(ask(words)).toBe(notes);
});

it('answers by other properties that say the day as soon as these change, the same query too', () => {
  let names: readonly string[] = ['date', 'created'];
  const ask = asking(() => names);
  const query = queryOf('date:2025');
  const longer = queryOf('date:2025 why');
  expect(ask(query)).toBe('');
  names = ['aired'];
  expect(ask(query)).toBe('a');
  names = ['date', 'created'];
  expect(ask(query)).toBe('');
  names = ['aired'];
  // It narrows a query that found nothing, but by other days.
  expect(ask(longer)).toBe('a');
});

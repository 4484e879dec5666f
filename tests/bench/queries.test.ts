// What the bench of queries says of itself: how many they are, and that they leave no field and no order out.
import { expect, it } from 'vitest';
import { FIELDS, GROUP_FIELDS, readQuery, termsIn } from '../../src/core/query';
import { QUERIES } from './queries';

const read = QUERIES.map((words) => readQuery(words));
const namedBy = (list: readonly (readonly string[])[]) => [...new Set(list.flat())].sort();

it('are sixty, without a slip', () => {
  expect(new Set(QUERIES).size).toBe(60);
  expect(read.flatMap(({ problems }) => problems)).toEqual([]);
});

it('ask every field', () => {
  const fields = read.map(({ query }) => [...termsIn(query.filter)].map(({ field }) => field));
  expect(namedBy(fields)).toEqual([...FIELDS].sort());
});

it('group by everything that can be grouped by', () => {
  const groups = read.map(({ query }) => query.groups.map(({ by }) => by));
  expect(namedBy(groups)).toEqual([...GROUP_FIELDS].sort());
});

it('sort by coverage, by texts whose ranks are made, and by what stands in a column', () => {
  const sorts = read.map(({ query }) => query.sorts.map(({ by }) => by));
  expect(namedBy(sorts)).toEqual(['coverage', 'date', 'label', 'note', 'text']);
});

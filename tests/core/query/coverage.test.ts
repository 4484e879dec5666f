import { expect, it } from 'vitest';
import { PathMap } from '../../../src/core/index/path-list';
import type { NoteEntry } from '../../../src/core/index/question-index';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import { ColumnStore, query, type QueryContext, QueryRunner } from '../../../src/core/query';
import { note } from './note-sketch';

const asked = (text: string, speaker: string | null, tag = '') => ({
  text,
  tag,
  ...(speaker !== null && { speaker }),
});

/** Of the seven stages: a.md asks two, b.md three, c.md none; Ann asks three, Ben three and two in articles, Eve one, Dan none. */
const NOTES = [
  note('a.md', [
    asked('a1', 'Ann', 'inward/anomaly'),
    asked('a2', 'Ann', 'inward/anomaly'),
    asked('a3', 'Ben', 'outward/limits'),
    asked('a4', null),
  ]),
  note('b.md', [
    asked('b1', 'Ann', 'inward/direction'),
    asked('b2', 'Ann', 'outward/limits'),
    asked('b3', 'Ben', 'outward/definition'),
    asked('b4', 'Ben', 'sideways/none'),
    asked('b5', null, 'inward'),
  ]),
  note('c.md', [asked('c1', 'Dan')]),
  note('out.md', [asked('o1', 'Ben', 'inward/anomaly'), asked('o2', 'Eve', 'inward/anomaly')], {
    inScope: false,
  }),
];

const mapOf = (entries: readonly NoteEntry[]): PathMap<NoteEntry> => {
  const map = new PathMap<NoteEntry>();
  for (const entry of entries) map.set(entry);
  return map;
};

const context: QueryContext = {
  entries: mapOf(NOTES).snapshot(),
  store: new ColumnStore(),
  taxonomies: [DEFAULT_TAXONOMY],
  kinds: ['body'],
  today: '2026-02-10',
  notes: { kind: 'vault' },
};
const answered = (text: string) => query(text, context);

it.each([
  ['lacks:inward/anomaly', 'c1'],
  ['scope articles\nlacks:inward/anomaly', 'a3 b3 b4 c1'],
  ['lacks:outward/limits', 'c1 o2'],
  ['lacks:Outward/Limits lacks:inward/anomaly', 'c1 o2'],
  ['lacks:outward/limits -lacks:inward/anomaly', 'o2'],
  ['-lacks:outward/limits', 'a1 a2 a3 a4 b1 b2 b3 b4 b5 o1'],
  ['lacks:outward/philosophy asker:Ann', 'a1 a2 b1 b2'],
  ['(lacks:inward/anomaly OR lacks:inward/direction) asker:Ben', 'a3 b3 b4 o1'],
  ['scope note a.md\nlacks:inward/direction', 'a1 a2 a3'],
  ['lacks:sideways/none asker:Ben', ''],
])('%j finds the questions of those who ask that stage in none of the notes', (text, found) => {
  expect(
    answered(text)
      .rows.map((row) => row.text)
      .join(' '),
  ).toBe(found);
});

it('what one asker lacks changes with any note', () => {
  const map = mapOf(NOTES);
  const store = new ColumnStore();
  const runner = new QueryRunner(store);
  const { filter } = answered('lacks:inward/anomaly').query;
  const wanted = { ...context, withSkipped: false, filter, groups: [], sorts: [] };
  const found = () =>
    Array.from(
      runner.run(map.snapshot(), wanted, DEFAULT_TAXONOMY).rows(),
      ({ question }) => question.text,
    ).join(' ');
  expect(found()).toBe('c1');
  map.set(note('z.md', [asked('z1', 'Dan', 'inward/anomaly')]));
  expect(found()).toBe('');
  map.delete('a.md');
  map.delete('out.md');
  expect(found()).toBe('b1 b2 b3 b4');
});

it.each([
  ['group by note\nsort by coverage', 'c.md out.md a.md b.md'],
  ['group by note\nsort by coverage reverse', 'b.md a.md out.md c.md'],
  ['group by asker\nsort by coverage', 'Dan Eve Ann Ben null'],
  ['group by asker\nsort by coverage reverse', 'Ann Ben Eve Dan null'],
  ['scope articles\ngroup by asker\nsort by coverage', 'Dan Ben Ann null'],
  ['group by note\ngroup by asker\nsort by coverage', 'c.md out.md a.md b.md'],
  ['scope note a.md\ngroup by asker\nsort by coverage\nsort by asker reverse', 'Ben Ann null'],
])('%j puts those first who ask the fewest stages', (text, keys) => {
  expect(
    answered(text)
      .groups.map(({ key }) => String(key))
      .join(' '),
  ).toBe(keys);
});

it('what an asker asks is counted over the notes that are looked at, whatever is filtered for', () => {
  const runner = new QueryRunner(context.store);
  const { filter } = answered('asker:Dan').query;
  const ask = (notes: QueryContext['notes']) => {
    const wanted = { ...context, notes, withSkipped: false, filter, groups: [], sorts: [] };
    const result = runner.run(context.entries, wanted, DEFAULT_TAXONOMY);
    return Object.fromEntries(result.stagesOf('Ben'));
  };
  const inArticles = { 'outward/limits': 1, 'outward/definition': 1, 'sideways/none': 1 };
  expect(ask({ kind: 'articles' })).toEqual(inArticles);
  expect(ask({ kind: 'vault' })).toEqual({ ...inArticles, 'inward/anomaly': 1 });
});

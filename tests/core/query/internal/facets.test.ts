import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PathMap } from '../../../../src/core/index/path-list';
import type { NoteEntry } from '../../../../src/core/index/question-index';
import { facetsOf } from '../../../../src/core/query/internal/facets';
import type { Term } from '../../../../src/core/query';
import { ColumnStore } from '../../../../src/core/query/internal/column-store';
import { DEFAULT_TAXONOMY } from '../../../../src/core/model/taxonomy';
import { note } from '../note-sketch';
import { rowsOf } from '../row-engine';
import { applyFilter } from '../rows';

const TODAY = '2026-03-15';

const CELLS = ['stance', 'stage', 'is'];

const asked = fc.record({
  text: fc.constantFrom('為什麼？', 'How?'),
  tag: fc.constantFrom('', 'inward/anomaly', 'outward', 'skip', 'outward inward'),
  label: fc.constantFrom('核心問題', ''),
  speaker: fc.constantFrom('Ilya', 'Ben', ''),
});
const entry = fc
  .record({
    path: fc.constantFrom('a.md', 'b/c.md', 'b/d.md', 'b/e/f.md', 'g.md'),
    asked: fc.array(asked, { maxLength: 4 }),
  })
  .map(({ path, asked: questions }) => note(path, questions));
const term: fc.Arbitrary<Term> = fc.constantFrom<Term[]>(
  { field: 'stance', value: 'outward' },
  { field: 'is', value: 'untagged' },
  { field: 'label', value: '核心問題' },
  { field: 'speaker', value: 'Ilya' },
  { field: 'folder', value: 'b' },
  { field: 'text', value: 'how' },
);

it('counts for every value what choosing it alone in its field would show, and leaves out none', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), fc.array(term, { maxLength: 3 }), check),
  );
});

it('keeps stances and stages in the order of the taxonomy, and says «not a question» once', () => {
  const tags = [
    'outward/limits',
    'outward/limits',
    'mine/own',
    'inward/anomaly',
    'outward',
    'skip',
  ];
  const list = new PathMap<NoteEntry>();
  list.set(
    note(
      'a.md',
      [...tags, 'outward/definition', 'inward'].map((tag) => ({ text: 'Q?', tag })),
    ),
  );
  const listed = { notes: { kind: 'vault' }, kinds: ['body'] } as const;
  const facets = facetsOf(
    list.snapshot(),
    new ColumnStore(),
    listed,
    { filter: [], today: TODAY },
    DEFAULT_TAXONOMY,
  );
  const of = (field: string) =>
    facets.filter(({ term }) => term.field === field).map(({ term, count }) => [term.value, count]);
  expect(of('stance')).toEqual([
    ['inward', 2],
    ['outward', 4],
    ['mine', 1],
  ]);
  expect(of('stage')).toEqual([
    ['inward/anomaly', 1],
    ['inward/', 1],
    ['outward/definition', 1],
    ['outward/limits', 2],
    ['outward/', 1],
    ['mine/own', 1],
  ]);
  expect(of('is')).toEqual([
    ['tagged', 7],
    ['skipped', 1],
  ]);
});

function check(entries: readonly NoteEntry[], filter: readonly Term[]): void {
  const map = new PathMap<NoteEntry>();
  for (const each of entries) map.set(each);
  const list = map.snapshot();
  const rows = rowsOf(list, { kind: 'vault' }, true);
  const listed = { notes: { kind: 'vault' }, kinds: ['body'] } as const;
  const facets = facetsOf(
    list,
    new ColumnStore(),
    listed,
    { filter, today: TODAY },
    DEFAULT_TAXONOMY,
  );
  const others = (field: string) =>
    filter.filter((each) =>
      CELLS.includes(field) ? !CELLS.includes(each.field) : each.field !== field,
    );
  for (const { term: choice, count } of facets) {
    expect([choice, applyFilter(rows, [...others(choice.field), choice]).length]).toEqual([
      choice,
      count,
    ]);
  }
  // Each of these values holds for every question once, so that the counts sum up to all.
  const sum = (field: string, values?: readonly string[]) =>
    facets
      .filter(({ term: of }) => of.field === field && values?.includes(of.value) !== false)
      .reduce((total, { count }) => total + count, 0);
  expect(sum('note')).toBe(applyFilter(rows, others('note')).length);
  expect(sum('is', ['tagged', 'untagged', 'skipped'])).toBe(applyFilter(rows, others('is')).length);
}

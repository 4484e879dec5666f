// What a base makes of files: its filters, order, limit and grouping. Help, «Bases syntax».
import type { BasesConfigFileFilter } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { readStatement, type Subject } from '../../../scripts/playground/host/bases/expression.ts';
import { groupFiles, passes, runQuery } from '../../../scripts/playground/host/bases/query.ts';

function subject(properties: Readonly<Record<string, unknown>>): Subject {
  return { property: (id) => properties[id] };
}

const NOTE = subject({
  'file.tags': ['#Question/inward', '#書'],
  'file.folder': 'Books/Read',
  'file.ext': 'md',
  'note.status': 'done',
  'note.price': 3,
  'note.authors': ['Ann', 'Bo'],
  'note.Checkbox 1': true,
});

describe('a statement of a filter', () => {
  it.each([
    ['file.hasTag("question")', true],
    ['file.hasTag("quest")', false],
    ['file.hasTag("no", "書")', true],
    ['file.inFolder("Books")', true],
    ['file.inFolder("Boo")', false],
    ['file.ext == "md"', true],
    ["status != 'done'", false],
    ['note.status == "done" && price > 2.1', true],
    ['price >= 4 || authors.contains("Bo")', true],
    ['!(price < 4)', false],
    ['note["Checkbox 1"]', true],
    ['file.hasProperty("price")', true],
    ['missing', false],
    ['missing > 1', false],
  ])('%s: %s', (source, expected) => {
    expect(Boolean(readStatement(source)(NOTE))).toBe(expected);
  });

  it.each(['file.hasLink("x")', 'price +', 'price > > 1', '"open'])(
    '%s is not understood',
    (source) => {
      expect(() => readStatement(source)).toThrow(`Not understood: ${source}`);
    },
  );

  it.each<[BasesConfigFileFilter, boolean]>([
    [{ and: ['price > 1', 'price > 5'] }, false],
    [{ or: ['price > 5', { not: ['status == "open"'] }] }, true],
    [{ not: ['price > 5', 'price > 1'] }, false],
  ])('are put together: %j', (filter, expected) => {
    expect(passes(filter, NOTE)).toBe(expected);
  });

  it('that are none are not understood', () => {
    expect(() => passes({} as BasesConfigFileFilter, NOTE)).toThrow('Not understood: {}');
  });
});

describe('the files of a view', () => {
  const files = [
    { name: 'a', n: 2, g: 'x' },
    { name: 'b', n: 10, g: 'y' },
    { name: 'c', n: undefined, g: 'x' },
    { name: 'd', n: 1, g: 'x' },
  ].map(({ name, n, g }) => ({ name, ...subject({ 'note.n': n, 'note.g': g }) }));
  const view = { type: 't', name: 'T' };
  const names = (found: readonly { readonly name: string }[]) =>
    found.map(({ name }) => name).join('');

  it.each([
    ['ASC', 'dabc'],
    ['DESC', 'badc'],
  ] as const)('are sorted %s, those without a value last', (direction, expected) => {
    const sort = [{ property: 'note.n', direction }] as const;
    expect(names(runQuery({}, { ...view, sort }, files))).toBe(expected);
  });

  it('pass the filters of the base and of the view, and are no more than the limit', () => {
    const found = runQuery(
      { filters: 'g == "x"' },
      { ...view, filters: 'n', sort: [{ property: 'note.n', direction: 'ASC' }], limit: 1 },
      files,
    );
    expect(names(found)).toBe('d');
  });

  it('are grouped by one property, or not at all', () => {
    const grouped = { ...view, groupBy: { property: 'note.g', direction: 'DESC' } as const };
    const groups = groupFiles(grouped, runQuery({}, grouped, files));
    expect(groups.map(({ key, entries }) => [key, names(entries)])).toEqual([
      ['y', 'b'],
      ['x', 'acd'],
    ]);
    expect(groupFiles(view, files)).toEqual([{ key: undefined, entries: files }]);
  });
});

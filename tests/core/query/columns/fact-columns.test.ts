import { describe, expect, it, vi } from 'vitest';
import { Codes } from '../../../../src/core/query/columns/codes';
import { FactColumns, MOST_PROPERTIES } from '../../../../src/core/query/columns/fact-columns';
import {
  DATE_PROPERTIES,
  NO_FACTS,
  type NoteFacts,
  type NoteNeed,
} from '../../../../src/core/query/columns/note-facts';

/** Columns of one chunk with these notes; null is a note of which nothing is known. */
function columnsOf(
  notes: readonly (Partial<NoteFacts> | null)[],
  dateProperties: () => readonly string[] = () => DATE_PROPERTIES,
) {
  const codes = new Codes();
  const factsOf = vi.fn((path: string): NoteFacts | null => {
    const facts = notes[Number(path)];
    return facts ? { tags: [], properties: {}, created: null, ...facts } : null;
  });
  const paths = notes.map((_, at) => ({ path: String(at) }));
  const columns = new FactColumns(paths, codes, { ...NO_FACTS, factsOf, dateProperties });
  const days = () => Array.from(columns.days, (code) => codes.textOf(code));
  return { columns, factsOf, days };
}

describe('a tag', () => {
  it.each<[wanted: string, tags: readonly string[], found: boolean]>([
    ['project', ['#project'], true],
    ['project', ['project'], true],
    ['project', ['#a', '#project/a/b', '#c'], true],
    ['project/a', ['#project/a/b'], true],
    ['project/a/b', ['#project/a'], false],
    ['project', ['#projects'], false],
    ['project', ['#my/project'], false],
    ['#project', ['#project'], true],
    ['project/', ['#project'], true],
    ['project', ['#PROJECT'], true],
    ['cafe', ['#Café/Wien'], true],
    ['类比', ['#類比'], true],
    ['', ['#project'], false],
    ['#', ['#project'], false],
    ['/', ['#project'], false],
    ['a\nb', ['#a', '#b'], false],

    ['project', [], false],
    ['', ['#', ''], false],
  ])('%j among %j: %s', (wanted, tags, found) => {
    expect(columnsOf([{ tags }]).columns.hasTag(0, wanted)).toBe(found);
  });

  it('is of its own note alone, and of none that nobody knows', () => {
    const { columns } = columnsOf([{ tags: ['#a'] }, null, { tags: ['#b'] }]);
    expect([0, 1, 2, 3].map((note) => columns.hasTag(note, 'b'))).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });
});

describe('a property', () => {
  const properties = {
    Status: 'In Progress',
    empty: '',
    nothing: null,
    count: 3,
    done: false,
    tags: ['a', 'Café', 7, true, null],
    none: [],
    links: [['類比']],
    object: { a: 1 },
    objects: [{ a: 1 }, 'b'],
    formula: 'a=b',
    lines: 'one\ntwo',
    when: new Date('2026-03-05T12:00:00Z'),
    never: new Date(Number.NaN),
    資料: '數據',
  };
  it.each<[name: string, value: string | null, fits: boolean]>([
    ['status', null, true],
    ['STATUS', 'in progress', true],
    ['status', 'in', false],
    [' status ', ' In progress ', true],
    ['stat', null, false],
    ['empty', null, true],
    ['empty', '', true],
    ['nothing', null, true],
    ['nothing', '', true],
    ['nothing', 'null', false],
    ['status', '', false],
    ['count', '3', true],
    ['count', '03', false],
    ['done', 'false', true],
    ['done', 'true', false],
    ['tags', 'cafe', true],
    ['tags', '7', true],
    ['tags', 'true', true],
    ['tags', '', true],
    ['tags', 'a,café', false],
    ['none', null, true],
    ['none', '', false],
    ['links', '类比', true],
    ['object', null, true],
    ['object', '[object Object]', false],
    ['object', '', false],
    ['object', '1', false],
    ['objects', 'b', true],
    ['formula', 'a=b', true],
    ['lines', 'one\ntwo', true],
    ['lines', 'two', false],
    ['when', '2026-03-05', true],
    ['never', null, true],
    ['资料', '数据', true],
    ['constructor', null, false],
    ['', null, false],
  ])('%j with %j: %s', (name, value, fits) => {
    expect(columnsOf([{ properties }]).columns.propertyFits(0, name, value)).toBe(fits);
  });

  it('is asked of each note, in any order of names and values', () => {
    const { columns } = columnsOf([
      { properties: { a: 1, A: 2 } },
      { properties: { b: 1 } },
      null,
      { properties: {} },
    ]);
    const asked = (name: string, value: string | null) =>
      [0, 1, 2, 3, 4].filter((note) => columns.propertyFits(note, name, value));
    expect(asked('a', null)).toEqual([0]);
    expect(asked('a', '2')).toEqual([0]);
    expect(asked('b', null)).toEqual([1]);
    expect(asked('a', '1')).toEqual([0]);
    expect(asked('b', '1')).toEqual([1]);
    expect(asked('c', null)).toEqual([]);
  });

  it('is found among ten thousand, in a very long value, and in lists that hold each other', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`p${at}`, at]));
    const round: unknown[] = ['a'];
    round.push(round);
    const lists = Array.from({ length: 5000 }, () => Array.from({ length: 5000 }, () => 'x'));
    const long = '長'.repeat(1_000_000);
    const { columns } = columnsOf([{ properties: { ...many, round, lists, long } }]);
    const from = performance.now();
    expect(columns.propertyFits(0, 'P9999', '9999')).toBe(true);
    expect(columns.propertyFits(0, 'round', 'a')).toBe(true);
    expect(columns.propertyFits(0, 'lists', 'x')).toBe(true);
    expect(columns.propertyFits(0, 'long', '长'.repeat(1_000_000))).toBe(true);
    expect(performance.now() - from).toBeLessThan(5000);
  });
});

describe('the day of a note', () => {
  it.each<[properties: Readonly<Record<string, unknown>>, day: string | null]>([
    [{}, '2020-01-01'],
    [{ date: '2026-03-05' }, '2026-03-05'],
    [{ Created: '2026-03-04' }, '2026-03-04'],
    [{ created: '2026-03-04', DATE: '2026-03-05T10:00' }, '2026-03-05'],
    [{ date: 'soon', created: '2026-03-04' }, '2026-03-04'],
    [{ date: ['2026-03-05', '2026-03-06'] }, '2026-03-05'],
    [{ date: 20260305 }, '2026-03-05'],
    [{ date: 'soon' }, '2020-01-01'],
    [{ date: { year: 2026 } }, '2020-01-01'],
    [{ date: null }, '2020-01-01'],
    [{ Date: 'soon', date: '2026-03-05' }, '2026-03-05'],
    [{ updated: '2026-03-05' }, '2020-01-01'],
  ])('of %j is %j', (properties, day) => {
    expect(columnsOf([{ properties, created: '2020-01-01' }]).days()).toEqual([day]);
  });

  it('is unknown where neither properties nor the file say one', () => {
    expect(columnsOf([{}, null]).days()).toEqual([null, null]);
  });

  it('goes by other properties as soon as these change', () => {
    let names: readonly string[] = ['date'];
    const notes = [{ properties: { date: '2026-03-05', aired: '1999-12-31' } }];
    const { columns, days } = columnsOf(notes, () => names);
    expect(days()).toEqual(['2026-03-05']);
    names = ['Aired'];
    expect(columns.isReady({ kind: 'days' })).toBe(false);
    expect(days()).toEqual(['1999-12-31']);
    names = [];
    expect(days()).toEqual([null]);
  });
});

describe('columns of facts', () => {
  const needs: readonly NoteNeed[] = [
    { kind: 'days' },
    { kind: 'tags' },
    { kind: 'property', name: 'Status' },
  ];

  it('read nothing before somebody asks, and each thing once', () => {
    const { columns, factsOf } = columnsOf([{ tags: ['#a'] }, { properties: { status: 1 } }]);
    expect(needs.map((need) => columns.isReady(need))).toEqual([false, false, false]);
    expect(factsOf).not.toHaveBeenCalled();
    for (const need of needs) {
      columns.make(need);
      expect(columns.isReady(need)).toBe(true);
    }
    factsOf.mockClear();
    for (const need of needs) columns.make(need);
    expect(columns.hasTag(0, 'a')).toBe(true);
    expect(columns.propertyFits(1, 'status', '1')).toBe(true);
    expect(columns.days).toHaveLength(2);
    expect(factsOf).not.toHaveBeenCalled();
  });

  it('keep the properties that were asked for last', () => {
    const { columns } = columnsOf([{ properties: { a: 1 } }]);
    const need = (name: string): NoteNeed => ({ kind: 'property', name });
    columns.make(need('a'));
    for (let at = 0; at < MOST_PROPERTIES; at++) columns.make(need(String(at)));
    expect(columns.isReady(need('a'))).toBe(false);
    expect(columns.isReady(need('0'))).toBe(true);
    expect(columns.propertyFits(0, 'a', null)).toBe(true);
  });
});

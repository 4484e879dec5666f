import { describe, expect, it } from 'vitest';
import { PathMap } from '../../../../src/core/index/path-list';
import type { NoteEntry } from '../../../../src/core/index/question-index';
import { ColumnStore, EMPTY_QUERY, GivenNotes, query } from '../../../../src/core/query';
import { note } from '../note-sketch';

const given = (...groups: readonly (readonly [key: string, ...paths: readonly string[]])[]) =>
  new GivenNotes(groups.map(([key, ...paths]) => ({ key, paths })));

describe('given notes', () => {
  it('know their places and groups; a note that is given twice counts where it comes first', () => {
    const notes = given(['b', 'z.md', 'a.md'], ['', 'm.md', 'z.md'], ['b', 'c.md']);
    expect([...notes.paths]).toEqual(['z.md', 'a.md', 'm.md', 'c.md']);
    expect(['z.md', 'm.md', 'other.md'].map((path) => notes.positionOf(path))).toEqual([0, 2, -1]);
    expect(['z.md', 'm.md', 'c.md', 'other.md'].map((path) => notes.groupOf(path))).toEqual([
      'b',
      '',
      'b',
      null,
    ]);
    expect(notes.groupKeys).toEqual(['b', '']);
    expect([notes.size, notes.has('m.md'), notes.has('other.md')]).toEqual([4, true, false]);
  });

  it.each([
    [given(['', 'a.md']), false],
    [given(), false],
    [given(['x', 'a.md']), true],
    [given(['', 'a.md'], ['x', 'b.md']), true],
  ])('are in groups where any group has a name: %#', (notes, areGrouped) => {
    expect(notes.areGrouped).toBe(areGrouped);
  });

  it.each([
    ['the same', given(['x', 'a.md', 'b.md']), true],
    ['another order', given(['x', 'b.md', 'a.md']), false],
    ['another group', given(['y', 'a.md', 'b.md']), false],
    ['one note more', given(['x', 'a.md', 'b.md', 'c.md']), false],
    ['one note less', given(['x', 'a.md']), false],
    ['one group more', given(['x', 'a.md', 'b.md'], ['y']), false],
  ])('equal others that are %s only if nothing differs', (_, other, isEqual) => {
    const notes = given(['x', 'a.md', 'b.md']);
    expect([notes.equals(other), other.equals(notes)]).toEqual([isEqual, isEqual]);
  });

  it('are told apart by queries, and renamed in place', () => {
    const one = given(['', 'a.md']);
    expect(JSON.stringify(one)).not.toBe(JSON.stringify(given(['', 'b.md'])));
    const renamed = one.renamed((path) => (path === 'a.md' ? 'b.md' : path));
    expect(renamed.equals(given(['', 'b.md']))).toBe(true);
  });
});

describe('a query of given notes', () => {
  const entries = new PathMap<NoteEntry>();
  for (const path of ['a.md', 'b.md', 'c.md']) {
    entries.set(
      note(path, [`Why ${path}?`], { inScope: path === 'a.md', excluded: path === 'b.md' }),
    );
  }
  const texts = (asked: Parameters<typeof query>[0], notes: GivenNotes) =>
    query(asked, {
      entries: entries.snapshot(),
      store: new ColumnStore(),
      taxonomies: [],
      kinds: ['body'],
      today: '2026-01-01',
      notes: { kind: 'given', notes },
    }).rows.map(({ text }) => text);

  it('has their questions in their order, articles or not, excluded or not, and no others', () => {
    expect(texts(EMPTY_QUERY, given(['', 'c.md', 'nowhere.md', 'a.md']))).toEqual([
      'Why c.md?',
      'Why a.md?',
    ]);
    expect(texts(EMPTY_QUERY, given(['', 'b.md']))).toEqual(['Why b.md?']);
    expect(texts(EMPTY_QUERY, given())).toEqual([]);
  });

  it('is sorted, limited and grouped by what it asks for, from their order on', () => {
    const notes = given(['', 'c.md', 'a.md', 'b.md']);
    expect(texts('limit 2', notes)).toEqual(['Why c.md?', 'Why a.md?']);
    expect(texts('group by note', notes)).toEqual(['Why c.md?', 'Why a.md?', 'Why b.md?']);
    expect(texts('sort by path', notes)).toEqual(['Why a.md?', 'Why b.md?', 'Why c.md?']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknownCells } from '../../../../src/core/query/internal/count';
import { GROUP_FIELDS } from '../../../../src/core/query/language/statement';
import { groupRows } from '../group-rows';
import { isWithin, noteName } from '../../../../src/core/query/columns/row';
import { DEFAULT_TAXONOMY } from '../../../../src/core/model/taxonomy';
import { countMatrix, rowsOf } from '../row-engine';
import { applyFilter, row } from '../rows';

const rows = [
  row({ path: 'a.md', text: '1?', marks: ['outward/limits'], label: '算力瓶頸' }),
  row({ path: 'a.md', text: '2?' }),
  row({ path: 'a.md', text: '3?', marks: ['inward/anomaly', 'outward/limits'], label: '現象' }),
  row({ path: 'b.md', text: '4?', marks: ['outward'], label: '算力瓶頸' }),
  row({ path: 'b.md', text: '5?', marks: ['outward/limits'] }),
  row({ path: 'c.md', text: '6?', marks: ['skip'] }),
  row({ path: 'c.md', text: '7?', marks: ['sideways/left/far'] }),
  row({ path: 'c.md', text: '8?', marks: ['outward/lost'] }),
];

describe('the matrix counts', () => {
  const count = countMatrix(rows);

  it('rows, notes, tagged, untagged and skipped ones', () => {
    const { total, untagged, tagged, skipped, notes } = count;
    expect({ total, untagged, tagged, skipped, notes }).toEqual({
      total: 8,
      untagged: 1,
      tagged: 6,
      skipped: 1,
      notes: 3,
    });
  });

  it('cells, a conflict where its first mark says', () => {
    expect(Object.fromEntries(count.byStage)).toEqual({
      'outward/limits': 2,
      'inward/anomaly': 1,
      'outward/': 1,
      'sideways/left/far': 1,
      'outward/lost': 1,
    });
    expect(Object.fromEntries(count.byStance)).toEqual({ outward: 4, inward: 1, sideways: 1 });
  });

  it('what the taxonomy does not know', () => {
    expect(unknownCells(count, DEFAULT_TAXONOMY)).toEqual(['sideways/left/far', 'outward/lost']);
  });

  it.each([
    ['a stance', 'inward', true],
    ['a stage of the stance', 'inward/anomaly', true],
    ["another stance's stage", 'inward/limits', false],
    ['an unknown stage', 'inward/a/b', false],
    ['an unknown stance', 'sideways', false],
    ['«not a question»', 'skip', true],
  ])('%s (%s), for which there is a place: %s', (_name, mark, known) => {
    const one = countMatrix([row({ marks: [mark] })]);
    expect(unknownCells(one, DEFAULT_TAXONOMY)).toHaveLength(known ? 0 : 1);
  });
});

describe('groups', () => {
  it.each([
    ['note', ['a.md: 1 2 3', 'b.md: 4 5', 'c.md: 6 7 8']],
    ['stance', ['inward: 3', 'outward: 1 4 5 8', 'skip: 6', 'sideways: 7', '-: 2']],
    [
      'stage',
      [
        'inward/anomaly: 3',
        'outward/limits: 1 5',
        'outward/: 4',
        'skip/: 6',
        'sideways/left/far: 7',
        'outward/lost: 8',
        '-: 2',
      ],
    ],
    ['label', ['算力瓶頸: 1 4', '現象: 3', '-: 2 5 6 7 8']],
  ] as const)('by %s', (by, expected) => {
    const groups = groupRows(rows, by, DEFAULT_TAXONOMY);
    expect(
      groups.map(
        (group) =>
          `${group.key ?? '-'}: ${group.rows.map((each) => each.question.text.slice(0, -1)).join(' ')}`,
      ),
    ).toEqual(expected);
  });

  it('of no rows are none', () => {
    expect(groupRows([], 'stage', DEFAULT_TAXONOMY)).toEqual([]);
  });
});

const anyRows = fc
  .array(
    fc.record({
      path: fc.constantFrom('a.md', 'b.md'),
      label: fc.constantFrom(null, 'x', 'y'),
      marks: fc.constantFrom(
        [],
        ['inward'],
        ['inward/anomaly'],
        ['outward/limits', 'skip'],
        ['skip'],
        ['x/y'],
      ),
    }),
  )
  .map((sketches) => sketches.map(row));

describe('for any rows', () => {
  it('the numbers add up, and each cell is what filtering by it finds', () => {
    fc.assert(
      fc.property(anyRows, (some) => {
        const count = countMatrix(some);
        const sum = (counts: ReadonlyMap<string, number>) =>
          [...counts.values()].reduce((total, each) => total + each, 0);
        expect(count.untagged + count.tagged + count.skipped).toBe(some.length);
        expect(sum(count.byStage)).toBe(count.tagged);
        expect(sum(count.byStance)).toBe(count.tagged);
        for (const [value, cell] of count.byStage) {
          expect(applyFilter(some, [{ field: 'stage', value }])).toHaveLength(cell);
        }
        expect(applyFilter(some, [{ field: 'is', value: 'tagged' }])).toHaveLength(count.tagged);
        expect(applyFilter(some, [{ field: 'is', value: 'untagged' }])).toHaveLength(
          count.untagged,
        );
      }),
    );
  });

  it('every row stands in one group, in order, and no key comes twice', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...GROUP_FIELDS), (some, by) => {
        const groups = groupRows(some, by, DEFAULT_TAXONOMY);
        const keys = groups.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.slice(0, -1)).not.toContain(null);
        const members = groups.flatMap((group) => group.rows);
        expect(members).toHaveLength(some.length);
        expect(new Set(members)).toEqual(new Set(some));
        for (const { rows: inOrder } of groups) {
          expect(some.filter((each) => inOrder.includes(each))).toEqual(inOrder);
        }
      }),
    );
  });
});

describe('rows of entries', () => {
  const article = row({ path: 'b.md', text: '甲？' }).entry;
  const other = row({ path: 'a.md', text: '乙？', inScope: false }).entry;
  const quiet = row({ path: 'c.md', text: '丙？', kind: 'embedded' }).entry;
  const skipped = row({ path: 'd.md', text: '丁？', marks: ['skip'] }).entry;
  const told = row({ path: 'e.md', text: '戊？', kind: 'embedded', marks: ['inward'] }).entry;
  const entries = [article, other, quiet, skipped, told];

  it.each([
    ['articles', { kind: 'articles' }, false, '甲？戊？'],
    ['the vault', { kind: 'vault' }, false, '乙？甲？戊？'],
    ['one note', { kind: 'note', path: 'a.md' }, false, '乙？'],
    ['everything of the vault', { kind: 'vault' }, true, '乙？甲？丙？丁？戊？'],
  ] as const)('of %s, by path', (_name, scope, all, expected) => {
    const texts = rowsOf(entries, scope, all).map(({ question }) => question.text);
    expect(texts.join('')).toBe(expected);
  });

  it('an article is within its own note, the articles and the vault', () => {
    expect(isWithin(article, { kind: 'note', path: 'b.md' })).toBe(true);
    expect(isWithin(article, { kind: 'note', path: 'a.md' })).toBe(false);
    expect(isWithin(other, { kind: 'articles' })).toBe(false);
  });

  it.each([
    ['讀書/雨的傳記.md', '雨的傳記'],
    ['Note.MD', 'Note'],
    ['v1.2/plan.v2.md', 'plan.v2'],
    ['no-extension', 'no-extension'],
  ])('%s is named %s', (path, name) => {
    expect(noteName(path)).toBe(name);
  });
});

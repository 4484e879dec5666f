import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFilterLine, formatQuery } from '../../../../src/core/query/language/format-query';
import { parseFilter } from '../../../../src/core/query/language/parse';
import { readQuery } from '../../../../src/core/query/language/read-query';
import { readSearchLine } from '../../../../src/core/query/language/search-line';
import {
  EMPTY_QUERY,
  GROUP_FIELDS,
  NOTE_CHOICES,
  PARTS,
  SORT_FIELDS,
  VIEWS,
  type Query,
} from '../../../../src/core/query/language/statement';

describe('a query as text', () => {
  it('has its filter words in the first line and an instruction in each other', () => {
    const query: Query = {
      ...EMPTY_QUERY,
      filter: parseFilter('stance:outward -has:speaker').filter,
      notes: { kind: 'folder', path: 'Reading notes' },
      groups: [
        { by: 'asker', reverse: true },
        { by: 'label', reverse: false },
      ],
      sorts: [{ by: 'date', reverse: true }],
      limit: 50,
      limitGroups: 3,
      view: 'table',
      show: ['line'],
      hide: ['path', 'count'],
      explain: true,
    };
    expect(formatQuery(query).split('\n')).toEqual([
      'stance:outward -has:speaker',
      'scope folder Reading notes',
      'group by asker reverse',
      'group by label',
      'sort by date reverse',
      'limit 50',
      'limit groups 3',
      'view table',
      'show line',
      'hide path, count',
      'explain',
    ]);
  });

  it.each([
    ['#算力', '"#算力"'],
    ['# a', '"#" a'],
    ['view list', '"view" list'],
    ['"group" by asker', '"group" by asker'],
    ['"limit" many', '"limit" many'],
    ['viewing list', 'viewing list'],
    ['stance:outward "limit" 5', 'stance:outward "limit" 5'],
    ['who can "explain"', 'who can "explain"'],
  ])('keeps words that are no instruction words: %s', (words, line) => {
    const { filter } = parseFilter(words);
    expect(formatFilterLine(filter)).toBe(line);
    expect(readQuery(line).query).toEqual({ ...EMPTY_QUERY, filter });
    expect(readSearchLine(line)).toMatchObject({ filter, instructions: null });
  });

  it('keeps lines that narrow each other, also where they name one field', () => {
    const { query } = readQuery('asker:Ilya\nasker:Lex river');
    const written = formatQuery(query);
    expect(written).toBe('asker:Ilya (asker:Lex river)');
    const narrowed = readQuery('date:2025\ndate:2025-Q1').query;
    expect(formatQuery(narrowed)).toBe('date:2025 (date:2025-Q1)');
    for (const each of [query, narrowed]) {
      expect(readQuery(formatQuery(each))).toEqual({ query: each, problems: [] });
    }
  });

  const ordering = <Name extends string>(names: readonly Name[]) =>
    fc.record({ by: fc.constantFrom(...names), reverse: fc.boolean() });
  const path = fc.oneof(
    fc.constantFrom(null, 'Reading notes/2026', '"quoted"', '筆記', ' a ', 'a\\'),
    fc.string({ unit: fc.constantFrom('a', 'b', ' ', '/', '"', '\\', '“'), minLength: 1 }),
  );
  const parts = fc.uniqueArray(fc.constantFrom(...PARTS));
  const words = fc.string({
    unit: fc.constantFrom(
      ...'"\\ :：()-a#問'.split(''),
      ...[' OR ', 'limit ', 'group by ', 'asker ', 'label:', 'stance:outward ', 'explain'],
    ),
  });
  const query: fc.Arbitrary<Query> = fc
    .record({
      words,
      notes: fc.option(
        fc.record({ kind: fc.constantFrom(...NOTE_CHOICES), path }).map(({ kind, path: at }) => ({
          kind,
          path: kind === 'note' || kind === 'folder' ? at : null,
        })),
      ),
      groups: fc.array(ordering(GROUP_FIELDS), { maxLength: 2 }),
      sorts: fc.uniqueArray(ordering(SORT_FIELDS), { maxLength: 3, selector: ({ by }) => by }),
      limit: fc.option(fc.integer({ min: 1, max: 9_999_999 })),
      limitGroups: fc.option(fc.integer({ min: 1, max: 9_999_999 })),
      view: fc.option(fc.constantFrom(...VIEWS)),
      show: parts,
      hide: parts,
      explain: fc.boolean(),
    })
    .map(({ words: typed, notes, limit, limitGroups, view, show, hide, ...rest }) => ({
      ...rest,
      filter: parseFilter(typed).filter,
      ...(notes && { notes }),
      ...(limit !== null && { limit }),
      ...(limitGroups !== null && { limitGroups }),
      ...(view !== null && { view }),
      show,
      hide: hide.filter((part) => !show.includes(part)),
    }));

  it('is read back as it was', () => {
    fc.assert(
      fc.property(query, (asked) => {
        expect(readQuery(formatQuery(asked))).toEqual({ query: asked, problems: [] });
      }),
      { numRuns: 1000 },
    );
  });
});

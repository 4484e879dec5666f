// What a list shows, as the rows of an answer: those of a query asked the same way, and of a choice its part.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PathMap } from '../../../src/core/index/path-list';
import type { NoteEntry } from '../../../src/core/index/question-index';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import {
  ColumnStore,
  EMPTY_QUERY,
  listedRows,
  type Query,
  query,
  QueryRunner,
  type Row,
  type RowGroup,
} from '../../../src/core/query';
import { note } from './note-sketch';

const TAGS = ['inward/anomaly', 'inward', 'outward/limits', ''];

const notes: fc.Arbitrary<readonly NoteEntry[]> = fc
  .array(
    fc.array(
      fc.record({
        text: fc.constantFrom('Why?', 'How?', '為什麼？', 'Who?'),
        tag: fc.constantFrom(...TAGS),
        section: fc.constantFrom('One', 'Two'),
      }),
      { maxLength: 5 },
    ),
    { maxLength: 5 },
  )
  .map((asked) =>
    asked.map((questions, at) => note(`${at % 2 === 0 ? 'a/' : ''}${at}.md`, questions)),
  );

const BY = ['note', 'stage', 'section', 'folder'] as const;

const groupings = fc.uniqueArray(fc.record({ by: fc.constantFrom(...BY), reverse: fc.boolean() }), {
  maxLength: 2,
  selector: ({ by }) => by,
});

const sorts = fc.subarray([{ by: 'line', reverse: true } as const], { minLength: 0 });

type Told = readonly [string, string | null, readonly unknown[]];

const told = (groups: readonly RowGroup[]): readonly Told[] =>
  groups.map(({ field, key, groups: within, rows }) => [
    field,
    key,
    within.length > 0 ? told(within) : [...rows],
  ]);

function listOf(entries: readonly NoteEntry[]) {
  const map = new PathMap<NoteEntry>();
  for (const each of entries) map.set(each);
  return map.snapshot();
}

function asked(list: ReturnType<typeof listOf>, how: Pick<Query, 'groups' | 'sorts'>) {
  const store = new ColumnStore();
  const context = { entries: list, store, taxonomies: [DEFAULT_TAXONOMY], today: '2026-01-01' };
  const kinds = ['body'] as const;
  const result = new QueryRunner(store).run(
    list,
    {
      notes: { kind: 'vault' },
      kinds,
      withSkipped: false,
      filter: [],
      today: '2026-01-01',
      ...how,
    },
    DEFAULT_TAXONOMY,
  );
  const answer = query({ ...EMPTY_QUERY, ...how }, { ...context, kinds, notes: { kind: 'vault' } });
  return { result, answer };
}

describe('the rows of a list', () => {
  it('are those of a query that asks the same, in its order and groups', () => {
    fc.assert(
      fc.property(notes, groupings, sorts, (entries, groups, sorted) => {
        const { result, answer } = asked(listOf(entries), { groups, sorts: sorted });
        const listed = listedRows(result);
        expect([...listed.rows]).toEqual(answer.rows);
        expect(listed.size).toBe(answer.matched);
        expect([...listed.notes].sort()).toEqual(
          [...new Set(answer.rows.map(({ path }) => path))].sort(),
        );
        expect(told(listed.groups)).toEqual(told(answer.groups));
      }),
    );
  });

  it('of a choice are the chosen ones in the same order, and only groups that have some', () => {
    fc.assert(
      fc.property(
        notes,
        groupings,
        sorts,
        fc.infiniteStream(fc.boolean()),
        (entries, groups, sorted, coins) => {
          const list = listOf(entries);
          const { result } = asked(list, { groups, sorts: sorted });
          const chosen = [...result.rows()].filter(() => coins.next().value === true);
          const isChosen = ({ path, start }: { readonly path: string; readonly start: number }) =>
            chosen.some(({ entry, question }) => entry.path === path && question.start === start);
          const all = [...listedRows(result).rows];
          const listed = listedRows(result, chosen.reverse());
          expect([...listed.rows]).toEqual(all.filter(isChosen));
          expect(listed.size).toBe(chosen.length);
          expect([...listed.notes].sort()).toEqual(
            [...new Set(all.filter(isChosen).map(({ path }) => path))].sort(),
          );
          const inGroups = (some: readonly RowGroup[]): readonly unknown[] =>
            some.flatMap(({ groups: within, rows }) => {
              const own = [...rows];
              expect(own.length).toBeGreaterThan(0);
              if (within.length > 0) expect(inGroups(within)).toEqual(own);
              return own;
            });
          if (groups.length > 0) expect(inGroups(listed.groups)).toEqual([...listed.rows]);
        },
      ),
    );
  });

  it('leave out what is chosen and does not fit, and can be gone through again', () => {
    const list = listOf([note('a.md', ['Why?', 'How?'])]);
    const { result } = asked(list, { groups: [], sorts: [] });
    const other = note('a.md', ['Gone?']);
    const [question] = other.questions.all();
    const gone: readonly Row[] = question ? [{ entry: other, question }] : [];
    expect(listedRows(result, gone)).toMatchObject({ size: 0, groups: [] });
    const { rows } = listedRows(result);
    expect([...rows]).toHaveLength(2);
    expect([...rows]).toEqual([...rows]);
  });
});

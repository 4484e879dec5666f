import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PathList } from '../../../src/core/path-list';
import { isSkipped, type Question } from '../../../src/core/question';
import type { NoteEntry } from '../../../src/core/question-index';
import { countMatrix } from '../../../src/core/query/count';
import { applyFilter, FIELDS, isCellTerm, type FilterTerm } from '../../../src/core/query/filter';
import { GROUPINGS, groupRows } from '../../../src/core/query/group';
import { QueryResult, type Query } from '../../../src/core/query/result';
import { rowsOf, type Row } from '../../../src/core/query/row';
import { DEFAULT_TAXONOMY } from '../../../src/core/taxonomy';
import { note } from '../../ui/dashboard-notes';

const path = fc.constantFrom('a.md', 'b/a.md', 'b/b.md', 'b/c/a.md', 'c.md', 'Ｄ.md');
const asked = fc.record({
  text: fc.constantFrom('為什麼？', 'Why ＡＩ?', 'How?', 'ai ai?'),
  tag: fc.constantFrom(
    '',
    '',
    'inward/anomaly',
    'outward',
    'sideways/left',
    'skip',
    'outward inward',
  ),
  label: fc.constantFrom('核心問題', 'Limits', ''),
  speaker: fc.constantFrom('Ilya', ''),
  kind: fc.constantFrom('body' as const, 'embedded' as const),
});
const entry = fc
  .record({ path, asked: fc.array(asked, { maxLength: 4 }), inScope: fc.boolean() })
  .map(({ path: at, asked: questions, inScope }) => note(at, questions, { inScope }));

const VALUES: { readonly [field in FilterTerm['field']]: readonly string[] } = {
  stance: ['outward', 'skip', ''],
  stage: ['inward/anomaly', 'outward/', 'left'],
  label: ['limits', ''],
  speaker: ['ilya'],
  is: ['tagged', 'untagged', 'conflict', 'skipped'],
  note: ['a', 'b/b.md'],
  folder: ['b', '/'],
  text: ['ai', '為', 'b', 'limits', '?'],
};
const term = fc
  .constantFrom(...FIELDS)
  .chain((field) =>
    fc.record({ field: fc.constant(field), value: fc.constantFrom(...VALUES[field]) }),
  );
const query: fc.Arbitrary<Query> = fc.record({
  scope: fc.constantFrom(
    null,
    { kind: 'articles' as const },
    { kind: 'vault' as const },
    { kind: 'note' as const, path: 'b/a.md' },
  ),
  lists: fc.constantFrom(
    () => true,
    ({ kind }: Question) => kind !== 'embedded',
  ),
  withSkipped: fc.boolean(),
  filter: fc.array(term, { maxLength: 3 }),
  by: fc.constantFrom(...GROUPINGS),
  taxonomy: fc.constant(DEFAULT_TAXONOMY),
});

function listOf(entries: readonly NoteEntry[]): PathList<NoteEntry> {
  return entries.reduce((list, each) => list.with(each), PathList.of<NoteEntry>([]));
}

const said = ({ entry: { path: at }, question }: Row) => `${at} ${question.start}`;

/** The same by the plain functions, from nothing. */
function plainly(entries: PathList<NoteEntry>, wanted: Query) {
  const { scope, lists, withSkipped, filter, by, taxonomy } = wanted;
  const all = scope ? rowsOf(entries, scope, true) : [];
  const isListed = ({ question }: Row) => (isSkipped(question) ? withSkipped : lists(question));
  const uncelled = filter.filter((each) => !isCellTerm(each));
  const listed = all.filter(isListed);
  const inMatrix = applyFilter(listed, uncelled);
  const rows = applyFilter(inMatrix, filter.filter(isCellTerm));
  const skipped = applyFilter(
    all.filter(({ question }) => isSkipped(question)),
    uncelled,
  );
  return {
    listed: listed.length,
    skipped: skipped.length,
    conflicts: inMatrix.filter(({ question }) => question.marks.length > 1).length,
    matrix: plainCount(countMatrix(inMatrix)),
    totals: plainCount(countMatrix(rows)),
    rows: rows.map(said),
    groups: groupRows(rows, by, taxonomy).map(({ key, rows: of }) => [key, of.map(said)]),
  };
}

function plainCount({
  total,
  untagged,
  tagged,
  skipped,
  notes,
  ...cells
}: ReturnType<typeof countMatrix>) {
  const sorted = (map: ReadonlyMap<string, number>) => [...map].sort();
  return {
    total,
    untagged,
    tagged,
    skipped,
    notes,
    by: [sorted(cells.byStage), sorted(cells.byStance)],
  };
}

function saidBy(
  blocks: Iterable<{ readonly entry: NoteEntry; readonly questions: readonly Question[] }>,
) {
  return Array.from(blocks).flatMap(({ entry: of, questions }) =>
    questions.map((question) => said({ entry: of, question })),
  );
}

function resultOf(result: QueryResult) {
  const { listed, skipped, matrix, totals, blocks, groups } = result;
  return {
    listed,
    skipped,
    conflicts: matrix.conflicts,
    matrix: plainCount(matrix),
    totals: plainCount(totals),
    rows: saidBy(blocks),
    groups: groups
      ? groups.map(({ key, blocks: of }) => [key, saidBy(of)])
      : Array.from(blocks, (block) => [block.path, saidBy([block])]),
  };
}

describe('a result', () => {
  it('is what the plain functions say, from nothing and step by step', () => {
    fc.assert(
      fc.property(
        query,
        fc.array(entry, { maxLength: 5 }),
        fc.array(fc.array(fc.oneof(entry, path), { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        (wanted, start, batches) => {
          let entries = listOf(start);
          let result = QueryResult.of(entries, wanted);
          expect(resultOf(result)).toEqual(plainly(entries, wanted));
          for (const batch of batches) {
            for (const step of batch) {
              entries = typeof step === 'string' ? entries.without(step) : entries.with(step);
            }
            result = result.follow(entries);
            expect(resultOf(result)).toEqual(plainly(entries, wanted));
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('is the same one where nothing has changed', () => {
    const entries = listOf([note('a.md', ['1?'])]);
    const all: Query = {
      scope: { kind: 'vault' },
      lists: () => true,
      withSkipped: false,
      filter: [],
      by: 'note',
      taxonomy: DEFAULT_TAXONOMY,
    };
    const result = QueryResult.of(entries, all);
    expect(result.follow(entries)).toBe(result);
    expect(result.fittingOf('a.md').map(({ text }) => text)).toEqual(['1?']);
    expect(result.fittingOf('b.md')).toEqual([]);
  });

  it('starts over where very many notes have changed', () => {
    const many = (count: number) =>
      listOf(Array.from({ length: count }, (_, at) => note(`${String(at)}.md`, ['1?', '2?'])));
    const wanted: Query = {
      scope: { kind: 'vault' },
      lists: () => true,
      withSkipped: false,
      filter: [{ field: 'text', value: '2' }],
      by: 'label',
      taxonomy: DEFAULT_TAXONOMY,
    };
    const entries = many(2500);
    expect(resultOf(QueryResult.of(many(3), wanted).follow(entries))).toEqual(
      plainly(entries, wanted),
    );
  });
});

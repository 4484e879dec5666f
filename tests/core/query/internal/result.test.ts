import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PathMap, type PathList } from '../../../../src/core/index/path-list';
import { isSkipped, markOf, type QuestionKind } from '../../../../src/core/model/question';
import { stageKey } from '../../../../src/core/model/stage-key';
import type { NoteEntry } from '../../../../src/core/index/question-index';
import {
  type Condition,
  FIELDS,
  type Filter,
  isCellTerm,
  isNegation,
  isTerm,
  type Term,
} from '../../../../src/core/query';
import { groupId } from '../../../../src/core/query/arranging/group-id';
import { GROUP_FIELDS, SORT_FIELDS } from '../../../../src/core/query/language/statement';
import type { Laid, Layout } from '../../../../src/core/query/internal/laid-rows';
import { layoutOf } from '../../../../src/core/query/internal/layout';
import { QueryRunner } from '../../../../src/core/query/internal/query-runner';
import { ColumnStore } from '../../../../src/core/query/internal/column-store';
import type { QueryResult } from '../../../../src/core/query/internal/result';
import type { ListQuery } from '../../../../src/core/query/internal/chunk-result';
import { GivenNotes } from '../../../../src/core/query/columns/given-notes';
import type { Row } from '../../../../src/core/query/columns/row';
import { DEFAULT_TAXONOMY } from '../../../../src/core/model/taxonomy';
import { runToEnd } from '../../../../src/core/model/incremental';
import { note } from '../note-sketch';
import { arrangedLines, countMatrix, rowsOf } from '../row-engine';
import { applyFilter } from '../rows';

const TODAY = '2026-03-15';

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
  .record({
    path,
    asked: fc.array(asked, { maxLength: 4 }),
    scope: fc.record({ inScope: fc.boolean(), excluded: fc.boolean() }),
  })
  .map(({ path: at, asked: questions, scope }) => note(at, questions, scope));

const VALUES: { readonly [field in Term['field']]: readonly string[] } = {
  stance: ['outward', 'skip', ''],
  stage: ['inward/anomaly', 'outward/', 'left'],
  label: ['limits', ''],
  speaker: ['ilya'],
  asker: ['ilya', 'nobody'],
  section: ['limits', 'x'],
  kind: ['embedded', 'body'],
  is: ['tagged', 'untagged', 'conflict', 'skipped'],
  has: ['label', 'stage', 'section'],
  missing: ['speaker', 'inward/anomaly', 'outward/'],
  lacks: ['inward/anomaly', 'inward/difference', 'outward/'],
  after: ['inward/anomaly', 'outward/ within section', 'inward/anomaly within run'],
  path: ['b/', 'a.md'],
  tag: ['project'],
  prop: ['status=done'],
  date: ['2026-03'],
  note: ['a', 'b/b.md'],
  folder: ['b', '/'],
  text: ['ai', '為', 'b', 'limits', '?'],
};
const term = fc
  .constantFrom(...FIELDS)
  .chain((field) =>
    fc.record({ field: fc.constant(field), value: fc.constantFrom(...VALUES[field]) }),
  );
const condition = fc.oneof(
  { weight: 4, arbitrary: term },
  fc.record({ not: term }),
  fc.record({
    any: fc.array(fc.array(term, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
  }),
);
const given = fc
  .tuple(
    fc.shuffledSubarray(['a.md', 'b/a.md', 'b/b.md', 'b/c/a.md', 'c.md', 'nowhere.md']),
    fc.constantFrom(['x', '', 'y'], ['y', 'x', 'y'], ['']),
  )
  .map(([paths, keys]) => {
    const groups = keys.map((key, at) => ({
      key,
      paths: paths.filter((_, place) => place % keys.length === at),
    }));
    return { kind: 'given' as const, notes: new GivenNotes(groups) };
  });
const unlimited = fc.record({
  notes: fc.oneof(
    fc.constantFrom(
      null,
      { kind: 'articles' as const },
      { kind: 'vault' as const },
      { kind: 'note' as const, path: 'b/a.md' },
    ),
    given,
  ),
  kinds: fc.constantFrom<QuestionKind[]>(['body'], ['body', 'embedded']),
  withSkipped: fc.boolean(),
  filter: fc.array(condition, { maxLength: 3 }),
  today: fc.constant(TODAY),
  groups: fc.oneof(
    fc.constantFrom(...GROUP_FIELDS).map((by) => [{ by, reverse: false }]),
    fc.array(ordering(GROUP_FIELDS), { maxLength: 2 }),
  ),
  sorts: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    fc.array(ordering(SORT_FIELDS), { maxLength: 2 }),
  ),
});
const BY_GIVEN = { by: 'given', reverse: false } as const;
const query: fc.Arbitrary<ListQuery> = fc
  .tuple(unlimited, limits(), fc.boolean())
  .map(([{ groups, ...listed }, most, isGrouped]) => {
    const outer = isGrouped && listed.notes?.kind === 'given' ? [BY_GIVEN] : [];
    return { ...listed, ...most, groups: [...outer, ...groups] };
  });

function ordering<Field>(fields: readonly Field[]) {
  return fc.record({ by: fc.constantFrom(...fields), reverse: fc.boolean() });
}

function limits() {
  const limit = fc.integer({ min: 1, max: 5 });
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    fc.record({ limit, limitGroups: limit }, { requiredKeys: [] }),
  );
}

const same = (before: ListQuery): ListQuery => before;

/** What somebody asks next: mostly a little more or less than before. */
const NEXT_QUERIES: Readonly<Record<string, (before: ListQuery) => ListQuery>> = {
  'the same': same,
  'with a text': (before: ListQuery) => withFilter(before, [...before.filter, text('a')]),
  'with another letter': (before: ListQuery) =>
    withFilter(
      before,
      before.filter.map((each) =>
        isTerm(each) && each.field === 'text' ? text(`${each.value}i`) : each,
      ),
    ),
  'without a letter': (before: ListQuery) =>
    withFilter(
      before,
      before.filter.map((each) =>
        isTerm(each) && each.field === 'text' ? text(each.value.slice(0, -1)) : each,
      ),
    ),
  'with one value more': (before: ListQuery) =>
    withFilter(before, [...before.filter, { field: 'label', value: 'limits' }]),
  'without the first term': (before: ListQuery) => withFilter(before, before.filter.slice(1)),
  'of a cell': (before: ListQuery) =>
    withFilter(before, [...before.filter, { field: 'stance', value: 'outward' }]),
  'of everything listed': (before: ListQuery) => ({ ...before, withSkipped: !before.withSkipped }),
  'of the vault': (before: ListQuery) => ({ ...before, notes: { kind: 'vault' as const } }),
};
const nextQuery = fc.constantFrom(...Object.values(NEXT_QUERIES));

function withFilter(before: ListQuery, filter: ListQuery['filter']): ListQuery {
  return { ...before, filter };
}

function text(value: string): Term {
  return { field: 'text', value };
}

function mapOf(entries: readonly NoteEntry[]): PathMap<NoteEntry> {
  const map = new PathMap<NoteEntry>();
  for (const each of entries) map.set(each);
  return map;
}

const said = ({ entry: { path: at }, question }: Row) => `${at} ${question.start}`;

/** The filter with the names of those who lack a stage in place of `lacks:`. */
function withAskers(filter: Filter, all: readonly Row[]): Filter {
  const isLacking = (each: Condition) => isTerm(each) && each.field === 'lacks';
  const askers = filter
    .filter(isTerm)
    .filter(isLacking)
    .flatMap(({ value }) => {
      const asking = all.filter(({ question }) => {
        const mark = markOf(question);
        return mark && stageKey(mark) === value;
      });
      const names = new Set(all.map(({ question }) => question.speaker));
      for (const { question } of asking) names.delete(question.speaker);
      return [...names].map((name): Filter => [{ field: 'asker', value: name ?? '' }]);
    });
  const others = filter
    .filter((each) => !isLacking(each))
    .map((each): Condition => {
      if (isTerm(each)) return each;
      if (isNegation(each)) {
        const [one] = withAskers([each.not], all);
        return one ? { not: one } : each;
      }
      return { any: each.any.map((sequence) => withAskers(sequence, all)) };
    });
  return filter.some(isLacking) ? [...others, { any: askers }] : others;
}

/** The same by the plain functions, from nothing. */
function plainly(entries: PathList<NoteEntry>, wanted: ListQuery, collapsed: ReadonlySet<string>) {
  const { notes: scope, kinds, withSkipped } = wanted;
  const all = scope ? rowsOf(entries, scope, true) : [];
  const filter = withAskers(wanted.filter, all);
  const isListed = ({ question }: Row) =>
    isSkipped(question) ? withSkipped : question.marks.length > 0 || kinds.includes(question.kind);
  const uncelled = filter.filter((each) => !isCellTerm(each));
  const listed = all.filter(isListed);
  const inMatrix = applyFilter(listed, uncelled);
  const rows = applyFilter(inMatrix, filter.filter(isCellTerm));
  const skipped = applyFilter(
    all.filter(({ question }) => isSkipped(question)),
    uncelled,
  );
  const { lines, ids } = arrangedLines(rows, wanted, collapsed, said, all);
  return {
    listed: listed.length,
    skipped: skipped.length,
    conflicts: inMatrix.filter(({ question }) => question.marks.length > 1).length,
    matrix: plainCount(countMatrix(inMatrix)),
    totals: plainCount(countMatrix(rows)),
    rows: rows.map(said),
    list: lines,
    ids,
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
    cells: [sorted(cells.byStage), sorted(cells.byStance)],
  };
}

function resultOf(result: QueryResult, layout: Layout) {
  const { listed, skipped, conflicts, matrix, totals } = result;
  return {
    listed,
    skipped,
    conflicts,
    matrix: plainCount(matrix),
    totals: plainCount(totals),
    rows: Array.from(result.rows(), said),
    list: items(layout).map((item) =>
      item.kind === 'header'
        ? `# ${item.group.id} ${item.group.size}: ${item.group.rows().map(said).join()}`
        : said(item.row),
    ),
    ids: layout.groupIds(),
  };
}

function items(layout: Layout): readonly Laid[] {
  return Array.from({ length: layout.length }, (_, at) => layout.at(at)).filter(
    (item) => item !== null,
  );
}

function checkPlaces(entries: PathList<NoteEntry>, result: QueryResult, layout: Layout): void {
  const found = new Map(items(layout).map((item, at) => [named(item), at]));
  const listed = new Set(Array.from(result.rowsWithinLimits(), ({ question }) => question));
  for (const id of [...layout.groupIds(), 'note:nowhere', 'label:nowhere', 'stage!']) {
    expect(layout.indexOfGroup(id)).toBe(found.get(`# ${id}`) ?? null);
  }
  for (const each of entries) {
    for (const question of each.questions.all()) {
      expect(layout.indexOf(each, question)).toBe(
        found.get(said({ entry: each, question })) ?? null,
      );
      expect(result.has(each, question)).toBe(listed.has(question));
    }
  }
  expect([layout.at(-1), layout.at(layout.length)]).toEqual([null, null]);
}

function named(item: Laid): string {
  return item.kind === 'header' ? `# ${item.group.id}` : said(item.row);
}

const COLLAPSED = [
  groupId('given', 'x'),
  groupId('note', 'a.md', groupId('given', '')),
  groupId('note', 'a.md'),
  groupId('note', 'b/b.md'),
  groupId('stance', 'outward'),
  groupId('stage', 'inward/anomaly'),
  groupId('label', '核心問題'),
  groupId('label', null),
  groupId('label', null, groupId('folder', 'b')),
  groupId('kind', 'body', groupId('note', 'a.md')),
];

/** As whoever lists a vault does it: what is sorted by has been worked out before. */
function run(
  runner: QueryRunner,
  store: ColumnStore,
  entries: PathList<NoteEntry>,
  wanted: ListQuery,
): QueryResult {
  for (const { by } of wanted.sorts) {
    if (by === 'text' || by === 'note') {
      runToEnd(store.sorted.prepare(entries, by, (notes) => store.of(notes)));
    }
  }
  return runner.run(entries, wanted, DEFAULT_TAXONOMY);
}

describe('a result', () => {
  it('is what the plain functions say, from nothing and after every change', () => {
    fc.assert(
      fc.property(
        query,
        fc.subarray(COLLAPSED),
        fc.array(entry, { maxLength: 5 }),
        fc.array(
          fc.record({
            steps: fc.array(fc.oneof(entry, path), { maxLength: 3 }),
            next: fc.oneof(
              { weight: 4, arbitrary: nextQuery },
              query.map((another) => () => another),
            ),
          }),
          { maxLength: 6 },
        ),
        (first, collapses, start, batches) => {
          const store = new ColumnStore();
          const runner = new QueryRunner(store);
          const collapsed = new Set(collapses);
          const map = mapOf(start);
          let wanted = first;
          for (const { steps, next } of [{ steps: [], next: same }, ...batches]) {
            for (const step of steps) {
              if (typeof step === 'string') map.delete(step);
              else map.set(step);
            }
            wanted = next(wanted);
            const entries = map.snapshot();
            const result = run(runner, store, entries, wanted);
            const layout = layoutOf(result, collapsed);
            expect(resultOf(result, layout)).toEqual(plainly(entries, wanted, collapsed));
            checkPlaces(entries, result, layout);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each(GROUP_FIELDS)('holds across many chunks, and for query after query, by %s', (by) => {
    const tags = ['', 'inward/anomaly', 'outward'];
    const entries = mapOf(
      Array.from({ length: 700 }, (_, at) =>
        note(`${String(at % 10)}/${String(at)}.md`, [
          { text: `Why ${String(at)}?`, tag: tags[at % 3] ?? '', label: `L${String(at % 5)}` },
          ...(at % 2 === 0 ? ['Again?'] : []),
        ]),
      ),
    ).snapshot();
    const runner = new QueryRunner(new ColumnStore());
    const filters = [
      [],
      [text('why 1')],
      [text('why 12')],
      [text('why 12'), { field: 'stance' as const, value: 'outward' }],
      [text('why 1')],
      [{ field: 'label' as const, value: 'L1' }, text('why 1')],
      [],
    ];
    for (const filter of filters) {
      const wanted: ListQuery = {
        notes: { kind: 'vault' },
        kinds: ['body'],
        withSkipped: false,
        filter,
        today: TODAY,
        groups: [{ by, reverse: false }],
        sorts: [],
      };
      const result = runner.run(entries, wanted, DEFAULT_TAXONOMY);
      const layout = layoutOf(result, new Set());
      expect(resultOf(result, layout)).toEqual(plainly(entries, wanted, new Set()));
      checkPlaces(entries, result, layout);
    }
  });

  it('looks only at what has changed', () => {
    const many = Array.from({ length: 700 }, (_, at) => note(`${String(at)}.md`, ['Why?']));
    const wanted: ListQuery = {
      notes: { kind: 'vault' },
      kinds: ['body'],
      withSkipped: false,
      filter: [],
      today: TODAY,
      groups: [{ by: 'note', reverse: false }],
      sorts: [],
    };
    const runner = new QueryRunner(new ColumnStore());
    const map = mapOf(many);
    const before = runner.run(map.snapshot(), wanted, DEFAULT_TAXONOMY);
    map.set(note('333.md', ['How?', 'Why?']));
    const after = runner.run(map.snapshot(), wanted, DEFAULT_TAXONOMY);
    const known = new Set(before.chunks);
    expect(after.chunks.filter((share) => !known.has(share))).toHaveLength(1);
    expect(after.totals.total).toBe(701);
  });
});

it('lists a note that Obsidian excludes under that note alone', () => {
  const entries = [note('a.md', ['Why?']), note('b.md', ['Who?'], { excluded: true })];
  const paths = (scope: ListQuery['notes']) =>
    scope && rowsOf(entries, scope).map(({ entry: { path: at } }) => at);
  expect(paths({ kind: 'articles' })).toEqual(['a.md']);
  expect(paths({ kind: 'vault' })).toEqual(['a.md']);
  expect(paths({ kind: 'note', path: 'b.md' })).toEqual(['b.md']);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteEntry } from '../../../../src/core/index/question-index';
import { markOf } from '../../../../src/core/model/question';
import { DEFAULT_TAXONOMY } from '../../../../src/core/model/taxonomy';
import {
  changesIn,
  countMonths,
  readQuery,
  spanCounts,
  TIME_UNITS,
  type Timeline,
  timelineOf,
  timelineOrder,
  timelineParts,
  type TimeUnit,
  UNDATED,
  unitOf,
  withSpan,
} from '../../../../src/core/query';
import { note, type Asked } from '../note-sketch';
import { resultOf, STAGES, storeOf } from '../comparing/compared';

function asked(...counts: readonly number[]): readonly Asked[] {
  return counts.flatMap((count, at) =>
    Array.from({ length: count }, () => ({ text: 'Why?', tag: STAGES[at] ?? '' })),
  );
}

type Days = Readonly<Record<string, string>>;

function timeline(
  entries: readonly NoteEntry[],
  { said = {}, made = {} }: { readonly said?: Days; readonly made?: Days } = {},
  unit: TimeUnit | null = null,
  parts: Timeline['parts'] = 'stage',
): Timeline {
  const { chunks } = resultOf(entries, [], storeOf(said, made));
  return timelineOf(countMonths(chunks, DEFAULT_TAXONOMY), unit, parts);
}

/** As lines: `key counts, of which so many by their files`; a run of empty ones as `from–until`. */
function lines({ buckets, undated }: Timeline): readonly string[] {
  return [...buckets, ...(undated ? [undated] : [])].map(
    ({ key, until, total, counts, byFile }) => {
      const name = `${key ?? '–'}${until === key ? '' : `–${until ?? ''}`}`;
      return total === 0 ? name : `${name} ${counts.join(' ')}${byFile > 0 ? `, ${byFile}` : ''}`;
    },
  );
}

/** A note a day, each with one question. */
function daily(days: readonly string[]): Timeline {
  const said = Object.fromEntries(days.map((day) => [`${day}.md`, day]));
  return timeline(
    days.map((day) => note(`${day}.md`, asked(1))),
    { said },
  );
}

describe('questions by time', () => {
  const entries = [
    note('a.md', asked(2, 0, 0, 1)),
    note('b.md', [...asked(0, 1), { text: 'untagged' }, { text: 'none', tag: 'skip' }]),
    note('c.md', [...asked(1), { text: 'else', tag: 'sideways/left' }]),
    note('d.md', asked(0, 0, 1)),
  ];
  const dates = {
    said: { 'a.md': '2025-01-10', 'b.md': '2025-07-01' },
    made: { 'a.md': '2026-01-01', 'c.md': '2025-07-31' },
  };

  it('are counted by quarter and stage, those between that have none too', () => {
    const found = timeline(entries, dates, 'quarter');
    expect(lines(found)).toEqual([
      '2025-Q1 2 0 0 1 0 0 0',
      '2025-Q2',
      '2025-Q3 1 1 0 0 0 0 0, 1',
      '– 0 0 1 0 0 0 0',
    ]);
    expect([found.all.total, found.all.byFile, found.others]).toEqual([6, 1, 1]);
  });

  it('are counted by stance', () => {
    const found = timeline(entries, dates, 'year', 'stance');
    expect(found.columns.map(({ key }) => key)).toEqual(['inward', 'outward']);
    expect(lines(found)).toEqual(['2025 4 1, 1', '– 1 0']);
  });

  it.each([
    ['three notes of one week are a month', ['2026-03-02', '2026-03-04', '2026-03-08'], 'month', 1],
    ['a year and a half are months', ['2025-01-01', '2026-06-30'], 'month', 3],
    ['ten years of every quarter are years', everyQuarter(2016, 10), 'year', 10],
    ['five years of every quarter are quarters', everyQuarter(2021, 5), 'quarter', 20],
    [
      'one note of long ago does not make years of them',
      ['1923-01-01', ...everyQuarter(2023, 3)],
      'quarter',
      14,
    ],
    [
      'three notes far from each other are months',
      ['1999-01-01', '2011-01-01', '2026-03-01'],
      'month',
      5,
    ],
  ] as const)('%s', (_name, days, unit, length) => {
    const found = daily(days);
    expect([found.unit, found.buckets.length]).toEqual([unit, length]);
  });

  it('keep the unit that is asked for, unless nobody could look through so many', () => {
    const ten = everyQuarter(2016, 10);
    const twelve = everyQuarter(2014, 12);
    const byMonth = (days: readonly string[]) =>
      timeline(
        days.map((day) => note(`${day}.md`, asked(1))),
        { said: Object.fromEntries(days.map((day) => [`${day}.md`, day])) },
        'month',
      );
    expect([byMonth(ten).unit, byMonth(ten).buckets.length]).toEqual(['month', 118]);
    expect([byMonth(twelve).unit, byMonth(twelve).buckets.length]).toEqual(['quarter', 48]);
  });

  it('have one bucket of a long time without any', () => {
    const found = daily(['2024-01-05', '2024-08-05', '2025-04-05']);
    expect(lines(found).map((line) => line.split(' ')[0])).toEqual([
      ...['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06', '2024-07', '2024-08'],
      '2024-09–2025-03',
      '2025-04',
    ]);
  });

  it('are none where nothing is tagged', () => {
    const { buckets, undated, all } = timeline([note('a.md', ['Why?'])]);
    expect([buckets, undated, all.total]).toEqual([[], null, 0]);
  });
});

function everyQuarter(first: number, years: number): readonly string[] {
  return Array.from({ length: years }, (_, at) =>
    ['01', '04', '07', '10'].map((month) => `${first + at}-${month}-15`),
  ).flat();
}

describe('a span beside what came before it', () => {
  const said = { 'a.md': '2024-02-01', 'b.md': '2024-08-01', 'c.md': '2025-05-01' };
  const entries = [
    note('a.md', asked(1, 1, 0, 6)),
    note('b.md', asked(0, 2, 0, 4, 2)),
    note('c.md', asked(5, 4, 0, 1)),
  ];

  it('is counted with all before, and what changed most comes first', () => {
    const counts = spanCounts(timeline(entries, { said }, 'quarter'), {
      from: '2025-Q1',
      to: '2025-Q2',
    });
    expect([counts?.within, counts?.before]).toEqual([10, 16]);
    expect(counts?.stances).toEqual([
      { stance: 'inward', stage: null, within: 9, before: 4 },
      { stance: 'outward', stage: null, within: 1, before: 12 },
    ]);
    const [most] = counts ? changesIn(counts, counts.parts) : [];
    expect(most).toEqual({ stance: 'outward', stage: 'definition', within: 1, before: 10 });
  });

  it('has nothing to be compared with where it is the first, or no time', () => {
    const found = timeline(entries, { said }, 'quarter');
    const first = spanCounts(found, { from: '2024-Q1', to: '2024-Q1' });
    expect(first && [first.before, changesIn(first, first.parts)]).toEqual([0, []]);
    expect(spanCounts(found, UNDATED)).toBeNull();
  });
});

describe('the grouping', () => {
  it.each([
    ['view list', null, 'stage'],
    ['group by quarter', 'quarter', 'stage'],
    ['group by stance', null, 'stance'],
    ['group by note\ngroup by year', 'year', 'stage'],
    ['group by month\ngroup by stance', 'month', 'stance'],
  ] as const)('of «%s» asks for %s, by %s', (text, unit, parts) => {
    const { groups } = readQuery(text).query;
    expect([unitOf(groups), timelineParts(groups)]).toEqual([unit, parts]);
  });

  it.each([
    ['group by note', 'quarter', 'stage', ['quarter', 'note']],
    ['group by note', 'quarter', 'stance', ['quarter', 'stance']],
    ['group by note', null, 'stance', ['stance', 'note']],
    ['group by quarter\ngroup by note', null, 'stage', ['note']],
    ['group by quarter\ngroup by stance', 'year', 'stage', ['year']],
    ['group by section\ngroup by note', 'year', 'stage', ['year', 'section']],
  ] as const)('of «%s» becomes one by %s and %s', (text, unit, parts, after) => {
    const groups = timelineOrder(readQuery(text).query.groups, unit, parts);
    expect(groups.map(({ by }) => by)).toEqual(after);
    expect([unitOf(groups), timelineParts(groups)]).toEqual([unit, parts]);
  });
});

const PATHS = ['a.md', 'b/a.md', 'b/b.md', 'c.md'] as const;
const someEntries = fc
  .tuple(
    ...PATHS.map(() =>
      fc.array(fc.constantFrom('', 'outward', 'sideways', 'skip', ...STAGES), { maxLength: 8 }),
    ),
  )
  .map((tags) =>
    tags.map((own, at) =>
      note(
        PATHS[at] ?? '',
        own.map((tag) => ({ text: 'Why?', tag })),
      ),
    ),
  );
const someDays = fc.dictionary(
  fc.constantFrom(...PATHS),
  fc.constantFrom('2026-03-01', '2026-03-31', '2025-12-31', '2024-02-29', '1999-10-10'),
);
const someUnits = fc.constantFrom(null, ...TIME_UNITS);
const someParts = fc.constantFrom('stage' as const, 'stance' as const);

describe('for any questions', () => {
  it('buckets add up to all, in the order of time and without a hole', () => {
    fc.assert(
      fc.property(
        someEntries,
        someDays,
        someDays,
        someUnits,
        someParts,
        (entries, said, made, unit, parts) => {
          const found = timeline(entries, { said, made }, unit, parts);
          const every = [...found.buckets, ...(found.undated ? [found.undated] : [])];
          found.columns.forEach((_, at) => {
            const sum = every.reduce((count, { counts }) => count + (counts[at] ?? 0), 0);
            expect(sum).toBe(found.all.counts[at]);
          });
          for (const bucket of [...every, found.all]) {
            expect(bucket.counts.reduce((sum, count) => sum + count, 0)).toBe(bucket.total);
            expect(bucket.byFile).toBeLessThanOrEqual(bucket.total);
          }
          expect(every.reduce((sum, { total }) => sum + total, 0)).toBe(found.all.total);
          const keys = found.buckets.flatMap(({ key, until }) => [key, until]);
          expect(keys).toEqual([...keys].sort());
          expect([found.buckets.at(0)?.total, found.buckets.at(-1)?.total]).not.toContain(0);
          const tagged = entries
            .flatMap(({ questions }) => questions.all())
            .filter((question) => !['skip', undefined].includes(markOf(question)?.stance));
          expect(found.all.total + found.others).toBe(tagged.length);
          const byFile = entries
            .filter(({ path }) => said[path] === undefined && made[path] !== undefined)
            .flatMap(({ questions }) => questions.all())
            .filter(
              (question) => !['skip', 'sideways', undefined].includes(markOf(question)?.stance),
            );
          expect(found.all.byFile).toBe(byFile.length);
        },
      ),
    );
  });

  it('a pressed span finds as many as its buckets count', () => {
    fc.assert(
      fc.property(someEntries, someDays, someDays, someUnits, (entries, said, made, unit) => {
        const tagged = entries.map((entry) =>
          note(
            entry.path,
            entry.questions
              .all()
              .filter((each) => !['skip', 'sideways', undefined].includes(markOf(each)?.stance))
              .map((each) => ({
                text: each.text,
                tag: [markOf(each)?.stance, markOf(each)?.stage].filter(Boolean).join('/'),
              })),
          ),
        );
        const store = storeOf(said, made);
        const { buckets, undated } = timeline(tagged, { said, made }, unit);
        const count = (span: Parameters<typeof withSpan>[2]) =>
          resultOf(tagged, withSpan([], null, span), store).totals.total;
        buckets.forEach(({ key: from }, first) => {
          let sum = 0;
          for (const { until: to, total } of buckets.slice(first)) {
            sum += total;
            if (from !== null && to !== null) expect(count({ from, to })).toBe(sum);
          }
        });
        if (undated) expect(count(UNDATED)).toBe(undated.total);
      }),
      { numRuns: 60 },
    );
  });
});

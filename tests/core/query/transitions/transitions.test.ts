import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteEntry } from '../../../../src/core/index/question-index';
import { markOf } from '../../../../src/core/model/question';
import { DEFAULT_TAXONOMY, type Stances } from '../../../../src/core/model/taxonomy';
import {
  countTransitions,
  type Filter,
  stagePairs,
  type Transitions,
  transitionFilter,
  type Within,
  WITHINS,
  withPair,
} from '../../../../src/core/query';
import { note, type Asked } from '../note-sketch';
import { resultOf, STAGES } from '../comparing/compared';

function counted(
  entries: readonly NoteEntry[],
  within: Within = 'note',
  filter: Filter = [],
  taxonomy: Stances = DEFAULT_TAXONOMY,
): Transitions {
  return countTransitions(resultOf(entries, filter).chunks, within, taxonomy);
}

/** As `from→to count`, what is never seen left out. */
function seen({ columns, rows }: Transitions): readonly string[] {
  return rows.flatMap((row, from) =>
    Array.from(row.counts, (count, to) =>
      count === 0 ? [] : [`${columns[from]?.key ?? ''}→${columns[to]?.key ?? ''} ${String(count)}`],
    ).flat(),
  );
}

const [ANOMALY, DIFFERENCE, DIRECTION, , , LIMITS] = STAGES;

/** Two who take turns below two headings, with an untagged question, one that is none, and one of nobody. */
const TURNS = [
  note('a.md', [
    { text: '1', tag: ANOMALY, speaker: 'Ilya', section: 'One' },
    { text: '2', tag: LIMITS, speaker: 'Dwarkesh', section: 'One' },
    { text: '3', speaker: 'Ilya', section: 'One' },
    { text: '4', tag: 'skip', speaker: 'Ilya', section: 'One' },
    { text: '5', tag: DIFFERENCE, speaker: 'ilya', section: 'Two' },
    { text: '6', tag: DIRECTION, section: 'Two' },
    { text: '7', tag: DIRECTION, speaker: 'Ilya', section: 'Two' },
  ]),
  note('b.md', [{ text: '8', tag: ANOMALY, speaker: 'Ilya' }]),
];

describe('transitions', () => {
  it.each([
    [
      'note',
      [
        'inward/anomaly→outward/limits 1',
        'inward/difference→inward/direction 1',
        'inward/direction→inward/direction 1',
        'outward/limits→inward/difference 1',
      ],
      { begins: 2, nobody: 0 },
    ],
    [
      'section',
      [
        'inward/anomaly→outward/limits 1',
        'inward/difference→inward/direction 1',
        'inward/direction→inward/direction 1',
      ],
      { begins: 3, nobody: 0 },
    ],
    [
      'run',
      ['inward/anomaly→inward/difference 1', 'inward/difference→inward/direction 1'],
      { begins: 3, nobody: 1 },
    ],
  ] as const)('are counted within a %s', (within, expected, beside) => {
    const counts = counted(TURNS, within);
    expect(seen(counts)).toEqual(expected);
    expect(counts).toMatchObject({ ...beside, others: 0 });
    expect([...counts.questions]).toEqual([2, 1, 2, 0, 0, 1, 0]);
  });

  it('end at what fits, whatever they begin at', () => {
    const ofDwarkesh = counted(TURNS, 'note', [{ field: 'asker', value: 'Dwarkesh' }]);
    expect(seen(ofDwarkesh)).toEqual(['inward/anomaly→outward/limits 1']);
    expect(ofDwarkesh.begins).toBe(0);
  });

  it('have a column «no stage» where there are such tags, and say how many no stage stands for', () => {
    const counts = counted([
      note('a.md', [
        { text: '1', tag: 'outward' },
        { text: '2', tag: ANOMALY },
        { text: '3', tag: 'sideways/left' },
        { text: '4', tag: ANOMALY },
      ]),
    ]);
    expect(counts.columns.map(({ key }) => key)).toEqual([...STAGES, 'outward/']);
    expect(seen(counts)).toEqual(['outward/→inward/anomaly 1']);
    expect(counts).toMatchObject({ begins: 1, others: 2 });
  });

  it('are none where nothing is tagged, or there is no stance', () => {
    expect(counted([note('a.md', ['Why?'])]).all.total).toBe(0);
    const { columns, others } = counted(TURNS, 'note', [], { stances: [] });
    expect([columns, others]).toEqual([[], 6]);
  });
});

describe('pairs', () => {
  /** One goes on from each stage to the next, ten times over; nobody goes back, and few stay. */
  const ALONG = [
    note(
      'a.md',
      Array.from({ length: 30 }, (_, at): Asked => ({ text: '?', tag: STAGES[at % 3] ?? '' })),
    ),
  ];

  it('come the most frequent first where fewer than five are expected of any', () => {
    const { rows, all } = counted([
      ...ALONG,
      note('b.md', [
        { text: '?', tag: 'outward/limits' },
        { text: '?', tag: 'outward/limits' },
      ]),
    ]);
    expect(all.total).toBe(30);
    const pairs = stagePairs({ rows, all });
    expect(pairs.filter(({ isJudged }) => isJudged)).toEqual([]);
    expect(pairs.map(({ from, to, count }) => [from, to, count])).toEqual([
      [0, 1, 10],
      [1, 2, 10],
      [2, 0, 9],
      [5, 5, 1],
    ]);
    expect(pairs[0]?.expected).toBeCloseTo((10 * 10) / 30);
  });

  it('have those that are expected and never seen among them', () => {
    // Three notes of 30: about 10 of 87 are expected of every pair.
    const three = ['a', 'b', 'c'].map((name) =>
      note(`${name}.md`, ALONG[0] ? askedOf(ALONG[0]) : []),
    );
    const pairs = stagePairs(counted(three));
    expect(pairs).toHaveLength(9);
    expect(pairs.every(({ isJudged }) => isJudged)).toBe(true);
    const never = pairs.filter(({ count }) => count === 0);
    expect(never.map(({ from, to }) => [from, to]).sort()).toEqual([
      [0, 0],
      [0, 2],
      [1, 0],
      [1, 1],
      [2, 1],
      [2, 2],
    ]);
    expect(new Set(never.map(({ leaning }) => leaning))).toEqual(new Set([-1]));
    expect(pairs.filter(({ count }) => count > 0).map(({ leaning }) => leaning)).toEqual([1, 1, 1]);
  });

  it('lean to neither side where nothing else could follow', () => {
    const pairs = stagePairs(
      counted([
        note(
          'a.md',
          Array.from({ length: 9 }, (): Asked => ({ text: '?', tag: ANOMALY })),
        ),
      ]),
    );
    expect(pairs).toEqual([{ from: 0, to: 0, count: 8, expected: 8, isJudged: true, leaning: 0 }]);
  });
});

function askedOf({ questions }: NoteEntry): readonly Asked[] {
  return questions.all().map((question) => {
    const mark = markOf(question);
    return { text: question.text, tag: mark ? `${mark.stance}/${mark.stage ?? ''}` : '' };
  });
}

const entries = fc
  .uniqueArray(fc.constantFrom('a.md', 'b/a.md', 'b/b.md'), { minLength: 1 })
  .chain((paths) =>
    fc.tuple(
      ...paths.map((path) =>
        fc
          .array(
            fc.record({
              text: fc.constantFrom('Why?', 'How?'),
              tag: fc.constantFrom('', 'outward', 'sideways/left', 'skip', ...STAGES),
              speaker: fc.constantFrom(undefined, 'Ilya', 'ilya', 'Dwarkesh'),
              section: fc.constantFrom(undefined, 'One', 'Two'),
            }),
            { maxLength: 14 },
          )
          .map((asked) =>
            note(
              path,
              asked.map(({ speaker, section, ...rest }) => ({
                ...rest,
                ...(speaker === undefined ? {} : { speaker }),
                ...(section === undefined ? {} : { section }),
              })),
            ),
          ),
      ),
    ),
  );
const filter = fc.constantFrom<Filter[]>(
  [],
  [{ field: 'text', value: 'Why' }],
  [{ field: 'asker', value: 'Ilya' }],
  [
    { field: 'stage', value: ANOMALY },
    { field: 'stance', value: 'outward' },
  ],
  [
    { field: 'after', value: 'inward/anomaly' },
    { field: 'stage', value: 'limits' },
  ],
);

describe('for any questions', () => {
  it('transitions are the sum of the pairs, and every tagged question that fits is counted once', () => {
    fc.assert(
      fc.property(entries, filter, fc.constantFrom(...WITHINS), (some, asked, within) => {
        const counts = counted(some, within, asked);
        const { all, begins, nobody, others, rows, questions } = counts;
        const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);
        expect(sum(stagePairs(counts).map(({ count }) => count))).toBe(all.total);
        expect(sum(rows.map(({ total }) => total))).toBe(all.total);
        const fitting = [...resultOf(some, asked).rows()].filter(
          ({ question }) => !['skip', undefined].includes(markOf(question)?.stance),
        );
        expect(all.total + begins + nobody + others).toBe(fitting.length);
        const unknown = fitting.filter(({ question }) => markOf(question)?.stance === 'sideways');
        expect(sum(questions)).toBe(fitting.length - unknown.length);
      }),
    );
  });

  it('a pressed pair finds as many as it counts, and leaves the counts as they are', () => {
    fc.assert(
      fc.property(entries, filter, fc.constantFrom(...WITHINS), (some, asked, within) => {
        const counts = counted(some, within, asked);
        for (const { from, to, count } of stagePairs(counts)) {
          const pair = {
            from: counts.columns[from]?.key ?? '',
            to: counts.columns[to]?.key ?? '',
          };
          const pressed = withPair(asked, within, pair);
          expect(resultOf(some, pressed).totals.total).toBe(count);
          expect(seen(counted(some, within, transitionFilter(pressed, within)))).toEqual(
            seen(counts),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

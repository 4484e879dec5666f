import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../../src/core/suggest/opinion';
import {
  mayHaunt,
  readRecords,
  recorded,
  takenBack,
  trustIn,
  type ProposalOutcome,
  type SourceRecords,
} from '../../../src/core/suggest/source-records';

const STAGES = ['a/a', 'a/b', 'a/c'];

const outcome: fc.Arbitrary<ProposalOutcome> = fc.record({
  opinions: fc.uniqueArray(
    fc.record({
      source: fc.constantFrom(...SOURCES),
      scores: fc.constantFrom(
        new Map([
          ['a/a', 0.5],
          ['a/b', 0.25],
        ]),
        new Map([['a/b', 0.75]]),
        new Map<string, number>(),
      ),
    }),
    { selector: ({ source }) => source, maxLength: 4 },
  ),
  chosen: fc.constantFrom(...STAGES),
  ghost: fc.option(
    fc.record({ source: fc.constantFrom(...SOURCES), stage: fc.constantFrom(...STAGES) }),
    { nil: null },
  ),
});

const says = (score: number, chosen: string): ProposalOutcome => ({
  opinions: [{ source: 'label', scores: new Map([['a/a', score]]) }],
  chosen,
  ghost: null,
});

const times = (count: number, each: (at: number) => ProposalOutcome): SourceRecords =>
  Array.from({ length: count }, (_, at) => each(at)).reduce(recorded, {});

const haunts = (count: number, rightOnes: number) =>
  mayHaunt(
    times(count, (at) => ({
      opinions: [],
      chosen: at < rightOnes ? 'a/a' : 'a/b',
      ghost: { source: 'label', stage: 'a/a' },
    })).label,
  );

describe('a source’s record', () => {
  it('counts what it proposed, and what of it was right', () => {
    const records = [says(0.75, 'a/a'), says(0.5, 'a/a'), says(0.75, 'a/b')].reduce(recorded, {});
    expect(records).toEqual({
      label: { proposed: 3, right: 2, expected: 2, ghosts: [] },
    });
  });

  it('is, once all is taken back, as it was', () => {
    fc.assert(
      fc.property(fc.array(outcome), fc.array(outcome, { maxLength: 40 }), (first, more) => {
        const before = first.reduce(recorded, {});
        const after = more.reduceRight(takenBack, more.reduce(recorded, before));
        for (const source of SOURCES) {
          const was = before[source] ?? { proposed: 0, right: 0, expected: 0, ghosts: [] };
          expect(after[source] ?? was).toEqual(was);
        }
      }),
    );
  });

  it.each([
    ['nothing is known', 0, 0, 1],
    ['it is as right as it says', 20, 16, 1],
    ['it errs less often than it says', 20, 20, 9 / 5],
    ['it errs half as often as it says', 100, 90, 25 / 15],
    ['it is half as right', 20, 8, 13 / 21],
    ['it is always wrong', 100, 0, 5 / 85],
  ])('gives it weight where %s', (_, count, right, trust) => {
    const records = times(count, (at) => says(0.8, at < right ? 'a/a' : 'a/b'));
    expect(trustIn(records.label)).toBeCloseTo(trust, 10);
  });

  it.each([
    ['49, all wrong', 49, 0, true],
    ['50, of which 35 were right', 50, 35, true],
    ['50, of which 34 were right', 50, 34, false],
    ['60, of which the last 50 were wrong', 60, 10, false],
  ])('lets it show ghosts after %s: %s', (_, count, right, may) => {
    expect(haunts(count, right)).toBe(may);
  });

  it('comes back from what was kept', () => {
    fc.assert(
      fc.property(fc.array(outcome), (outcomes) => {
        const records = outcomes.reduce(recorded, {});
        expect(readRecords(JSON.parse(JSON.stringify(records)))).toEqual(records);
      }),
    );
  });

  it.each([
    [null],
    ['label'],
    [{ label: null }],
    [{ label: { proposed: 1, right: 2, expected: 1, ghosts: [] } }],
    [{ label: { proposed: -1, right: 0, expected: 0, ghosts: [] } }],
    [{ label: { proposed: 1, right: 0, expected: 'x', ghosts: [] } }],
    [{ moon: { proposed: 1, right: 1, expected: 1, ghosts: [] } }],
  ])('is none where %j was kept', (kept) => {
    expect(readRecords(kept)).toEqual({});
  });
});

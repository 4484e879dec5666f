// Playing judged questions as a vault that is tagged, and fitting what each source is worth.
import { describe, expect, it } from 'vitest';
import { fitSources } from '../../../scripts/suggest/fit-sources';
import type { JudgedQuestion } from '../../../scripts/suggest/judged-questions';
import { replay, type Moment } from '../../../scripts/suggest/replay';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import { priorOf } from '../../../src/core/suggest/prior';

const judged = (
  doc: number,
  text: string,
  stage: JudgedQuestion['stage'],
  label: string | null = null,
): JudgedQuestion => ({
  doc,
  lang: 'en',
  text,
  before: '',
  after: '',
  speaker: null,
  label,
  stage,
});

describe('a replay', () => {
  const questions = [
    judged(1, 'Who pays for the river?', 'outward/limits', 'Money'),
    judged(1, 'Right?', 'none', 'Money'),
    judged(1, 'Who pays for the kiln?', 'outward/limits', 'Money'),
    judged(2, 'Who pays for the clock?', 'outward/limits', 'Money'),
  ];
  const whysAt = (place: number) => {
    const moment = [...replay(questions, null)].find(
      ({ question }) => question === questions[place],
    );
    return moment?.opinions.map(({ whyOf }) => whyOf('outward/limits'));
  };

  it('knows what was tagged until then, and no more', () => {
    const before = [...replay(questions, null)];
    expect(before.map(({ question }) => question)).toHaveLength(4);
    const first = before[0]?.opinions;
    expect(first).toEqual([]);
    const told = whysAt(2)?.find((why) => why?.source === 'label');
    expect(told).toMatchObject({ where: 'note', times: 1, of: 1 });
  });

  it('leaves untagged what is of no stage', () => {
    const last = [...replay(questions, null)].at(-1);
    const shares = [...(last?.prior ?? [])].map(([, share]) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(last?.prior.has('none')).toBe(false);
  });
});

describe('what a source is worth', () => {
  const prior = priorOf(DEFAULT_TAXONOMY);
  const moment = (said: string, right: JudgedQuestion['stage']): Moment => ({
    question: judged(1, 'Q?', right),
    prior,
    opinions: [
      {
        source: 'label',
        scores: new Map(
          [...prior].map(([stage, share]) => [stage, stage === said ? 0.5 + share / 2 : share / 2]),
        ),
        whyOf: () => null,
      },
    ],
  });
  const many = (right: (at: number) => JudgedQuestion['stage']) =>
    Array.from({ length: 200 }, (_, at) => moment('inward/difference', right(at)));

  it('is more where it is right more often than it says, less where it errs, and one where it is silent', () => {
    const good = fitSources(many(() => 'inward/difference'));
    const bad = fitSources(many((at) => (at % 20 === 0 ? 'inward/difference' : 'outward/limits')));
    expect(good.label).toBeGreaterThan(1.2);
    expect(bad.label).toBeLessThan(0.6);
    expect([good.same, bad.same]).toEqual([1, 1]);
  });

  it('is of tags of the very same question what they are right beside all that is said', () => {
    const known = (right: JudgedQuestion['stage']): Moment => ({
      question: judged(1, 'Q?', right),
      prior,
      opinions: [
        {
          source: 'same',
          scores: prior,
          evidence: new Map([['outward/limits', 2]]),
          whyOf: () => null,
        },
      ],
    });
    const fitted = (rightOf: number) =>
      fitSources(
        Array.from({ length: 100 }, (_, at) =>
          known(at < rightOf ? 'outward/limits' : 'inward/anomaly'),
        ),
      ).same;
    expect(fitted(100)).toBe(1);
    expect(fitted(60)).toBeLessThan(0.7);
    expect(fitted(60)).toBeGreaterThan(fitted(40));
  });

  it('is never below nothing', () => {
    expect(fitSources(many(() => 'outward/definition')).label).toBeGreaterThanOrEqual(0);
  });
});

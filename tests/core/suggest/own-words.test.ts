import { describe, expect, it } from 'vitest';
import { OwnWords } from '../../../src/core/suggest/own-words';

const SUBJECTS = ['river', 'kiln', 'clock', 'moth', 'bridge', 'choir', 'lamp', 'orchard', 'bell'];

/** Forty words that no other holds. */
const WORDS = Array.from(
  { length: 40 },
  (_, at) => `${'bcdfghjk'[at % 8] ?? ''}${'aeiou'[at >> 3] ?? ''}zq`,
);

function taught(each: number): OwnWords {
  const words = new OwnWords();
  for (let at = 0; at < each; at++) {
    const subject = `${SUBJECTS[at % SUBJECTS.length] ?? ''} ${at}`;
    words.add(`Does the ${subject} sing at dusk?`, 'mine/song', 1);
    words.add(`Must the ${subject} be carried home?`, 'mine/load', 1);
  }
  return words;
}

describe('the words of one’s own tagged questions', () => {
  it('tell the stages of any taxonomy', () => {
    const song = taught(60).scores('Does a wall sing at dusk?');
    const load = taught(60).scores('Must a wall be carried home?');
    expect(song?.get('mine/song')).toBeGreaterThan(0.7);
    expect(load?.get('mine/load')).toBeGreaterThan(0.7);
    expect(
      [...(song ?? new Map<string, number>()).values()].reduce((a, b) => a + b, 0),
    ).toBeCloseTo(1, 10);
  });

  it.each([
    ['98 tags', 49, false],
    ['100 tags', 50, true],
  ])('say something from 100 tags on: %s', (_, each, speaks) => {
    expect(taught(each).scores('Does it sing?') !== null).toBe(speaks);
  });

  it('know stages from ten tags on, and speak where there are two such', () => {
    const words = taught(60);
    for (let at = 0; at < 9; at++)
      words.add(`Whose is the ${SUBJECTS[at] ?? ''}?`, 'mine/whose', 1);
    expect([...(words.scores('Whose is it?') ?? new Map<string, number>()).keys()]).toEqual([
      'mine/song',
      'mine/load',
    ]);
    words.add('Whose is the hat?', 'mine/whose', 1);
    expect(words.scores('Whose is it?')?.has('mine/whose')).toBe(true);
    const one = new OwnWords();
    for (let at = 0; at < 200; at++) one.add('Does it sing?', 'mine/song', 1);
    expect(one.scores('Does it sing?')).toBeNull();
  });

  it('are as if a question had never been there once it is taken back', () => {
    const words = taught(60);
    const before = words.scores('Does a wall sing at dusk?');
    words.add('Does a wall sing at dusk?', 'mine/load', 1);
    expect(words.scores('Does a wall sing at dusk?')).not.toEqual(before);
    words.add('Does a wall sing at dusk?', 'mine/load', -1);
    expect(words.scores('Does a wall sing at dusk?')).toEqual(before);
  });

  it('tell as many stages as there are, and the rest when some have gone', () => {
    const words = new OwnWords();
    const each = (stage: number, times: 1 | -1) => {
      for (let at = 0; at < 12; at++) {
        words.add(`Is it ${WORDS[stage] ?? ''} that stands in row ${at}?`, `mine/s${stage}`, times);
      }
    };
    const topOf = (stage: number) => {
      const scores = [...(words.scores(`Is it ${WORDS[stage] ?? ''}?`) ?? [])];
      return scores.sort(([, a], [, b]) => b - a)[0]?.[0];
    };
    const all = Array.from({ length: 40 }, (_, stage) => stage);
    all.forEach((stage) => each(stage, 1));
    expect(all.map(topOf)).toEqual(all.map((stage) => `mine/s${stage}`));
    all.slice(0, 20).forEach((stage) => each(stage, -1));
    all.slice(0, 5).forEach((stage) => each(stage, 1));
    const left = [...all.slice(20), ...all.slice(0, 5)];
    expect([...words.tags.keys()]).toEqual(left.map((stage) => `mine/s${stage}`));
    expect(left.map(topOf)).toEqual(left.map((stage) => `mine/s${stage}`));
  });
});

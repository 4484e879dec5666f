// A person in the modal: how many keys what is known beforehand takes, and what is counted of what stood there.
import { describe, expect, it } from 'vitest';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import { markOfKey } from '../../../src/core/model/stage-key';
import type { QuestionProposals } from '../../../src/core/suggest/note-proposals';
import type { Proposal } from '../../../src/core/suggest/proposals';
import { playNote, type Manner } from './person';
import { takeApart } from './tagged-note';

const GHOSTS: Manner = { mode: 'ghosts', acceptsAll: false };
const ALL_AT_ONCE: Manner = { mode: 'ghosts', acceptsAll: true };
const OFF: Manner = { mode: 'off', acceptsAll: false };
const SILENT: QuestionProposals = { proposals: [], ghost: null, opinions: [] };

const proposed = (stage: string): Proposal => ({
  mark: markOfKey(stage),
  probability: 0.9,
  whys: [],
  lead: 'label',
});

const proposals = (...stages: readonly string[]): QuestionProposals => ({
  proposals: stages.map(proposed),
  ghost: null,
  opinions: [{ source: 'label', scores: new Map([[stages[0] ?? '', 0.9]]) }],
});

const ghost = (stage: string): QuestionProposals => ({
  ...proposals(stage),
  ghost: { ...proposed(stage), lead: 'label' },
});

const noteOf = (...marks: readonly string[]) =>
  takeApart(
    'a.md',
    null,
    marks.map((mark, at) => `Who keeps box ${at}?${mark && ` #question/${mark}`}`).join('\n\n'),
    'question',
  );

const play = (
  marks: readonly string[],
  known: readonly QuestionProposals[] = [],
  manner: Manner = known.length === 0 ? OFF : GHOSTS,
) => playNote(noteOf(...marks), DEFAULT_TAXONOMY, { of: (at) => known[at] ?? SILENT }, manner);

const LIMITS = 'outward/limits';
const ANALOGY = 'outward/analogy';

describe('without suggestions', () => {
  it.each([
    ['two keys for a stage', [LIMITS, ANALOGY], 4],
    ['two keys for a stance alone', ['outward'], 2],
    ['one key for what is no question', ['skip', LIMITS], 3],
    ['one key to pass one that is left untagged', ['', LIMITS], 3],
    ['no key for one that is left untagged at the end', [LIMITS, ''], 2],
    ['no key where there is nothing to do', [''], 0],
  ])('it takes %s', (_, marks, keys) => {
    expect(play(marks).keys).toBe(keys);
  });
});

describe('with suggestions', () => {
  it.each([
    ['one key for a ghost that is right', [LIMITS], [ghost(LIMITS)], 1],
    ['one key for any of the three', [LIMITS], [proposals(ANALOGY, 'inward/anomaly', LIMITS)], 1],
    ['two where nothing that stands there is right', [LIMITS], [ghost(ANALOGY)], 2],
    ['no key more for a wrong ghost at one that is passed', ['', LIMITS], [ghost(ANALOGY)], 3],
    ['one key for what is no question, whatever stands there', ['skip'], [ghost(ANALOGY)], 1],
  ])('it takes %s', (_, marks, known, keys) => {
    expect(play(marks, known).keys).toBe(keys);
  });

  it('every question ends with the mark that it had', () => {
    const marks = [LIMITS, '', 'skip', 'outward', ANALOGY, 'inward/anomaly'];
    const known = [
      ghost(LIMITS),
      ghost(ANALOGY),
      ghost(ANALOGY),
      SILENT,
      proposals(LIMITS, ANALOGY),
    ];
    const note = noteOf(...marks);
    expect(play(marks, known).marks).toEqual(note.truth);
  });

  it('what stood at a question is counted where it was come to, right or not', () => {
    const { met, outcomes } = play(
      [LIMITS, '', ANALOGY],
      [ghost(LIMITS), ghost(ANALOGY), proposals(LIMITS, ANALOGY)],
    );
    expect(met.map(({ place, ghost: stood }) => [place, stood?.isRight ?? null])).toEqual([
      [0, true],
      [null, false],
      [1, null],
    ]);
    // What is left untagged says nothing of the sources.
    expect(outcomes.map(({ chosen, ghost: stood }) => [chosen, stood?.stage ?? null])).toEqual([
      [LIMITS, LIMITS],
      [ANALOGY, null],
    ]);
  });
});

describe('accepting all at once', () => {
  const three = [ghost(LIMITS), ghost(LIMITS), ghost(LIMITS)];
  it.each([
    ['two keys for all of them', [LIMITS, LIMITS, LIMITS], three, 2],
    ['none to come to the next one behind them', [LIMITS, LIMITS, LIMITS, 'skip'], three, 3],
    ['one to leap over them', ['skip', LIMITS, LIMITS, LIMITS, ANALOGY], [SILENT, ...three], 6],
    ['a key each where there are two', [LIMITS, LIMITS], three.slice(1), 2],
    ['no short way where one is wrong', [LIMITS, ANALOGY, LIMITS], three, 4],
    ['no short way where one is to be left', [LIMITS, '', LIMITS], three, 3],
  ])('takes %s', (_, marks, known, keys) => {
    expect(play(marks, known, ALL_AT_ONCE).keys).toBe(keys);
  });
});

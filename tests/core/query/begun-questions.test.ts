// A question that holds a gap of a stem keeps its mark and counts as untagged, whoever counts.
import { describe, expect, it } from 'vitest';
import { nearestQuestion } from '../../../src/core/marks/navigate';
import { PathMap } from '../../../src/core/index/path-list';
import type { NoteEntry } from '../../../src/core/index/question-index';
import { countedMark, isConflict, isUntagged, markOf } from '../../../src/core/model/question';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import { ColumnStore, query } from '../../../src/core/query';
import { NO_FACTS } from '../../../src/core/query/columns/note-facts';
import { extractQuestions } from '../../../src/core/reading/extract';
import { GAP } from '../../../src/core/text/gap';
import { stagesAskedBy } from '../../../src/ui/dashboard/model/stage-path';
import { LiveCounts } from '../../../src/ui/editor/live-counts';
import { chosenChanges } from '../../../src/ui/tag-modal/choices';
import { openTagging, reduceTagging } from '../../../src/ui/tag-modal/model';
import { tally } from '../../../src/ui/tag-modal/tag-state';
import { note } from './note-sketch';

const BEGUN = `What if ${GAP} is wrong?`;
const NOTE = note('a.md', [
  { text: 'Asked?', tag: 'inward/anomaly' },
  { text: BEGUN, tag: 'inward/direction' },
  { text: `(${GAP}?)`, tag: 'inward/direction', kind: 'embedded' },
  { text: `Not ${GAP}?`, tag: 'skip' },
  { text: `Two ${GAP}?`, tag: 'inward/anomaly outward/analogy' },
  { text: `Plain ${GAP}?` },
]);
const QUESTIONS = NOTE.questions.all();

const entries = new PathMap<NoteEntry>();
entries.set(NOTE);
const ask = (words: string) =>
  query(words, {
    entries: entries.snapshot(),
    store: new ColumnStore(NO_FACTS),
    taxonomies: [DEFAULT_TAXONOMY],
    kinds: ['body', 'heading', 'quoted'],
    today: '2026-02-10',
    notes: { kind: 'vault' },
  });

describe('a tagged question that holds a gap', () => {
  it('is counted as untagged, in no stage and no stance', () => {
    const { counts, matched } = ask('');
    expect(matched).toBe(5);
    expect(counts).toMatchObject({ tagged: 1, untagged: 4 });
    expect(counts.byStage).toEqual({ 'inward/anomaly': 1 });
    expect(counts.byStance).toEqual({ inward: 1 });
  });

  it.each([
    ['is:untagged', [BEGUN, `(${GAP}?)`, `Two ${GAP}?`, `Plain ${GAP}?`]],
    ['is:tagged', ['Asked?']],
    ['stage:inward/direction', []],
    ['stance:inward', ['Asked?']],
    ['is:conflict', [`Two ${GAP}?`]],
    ['missing:inward/direction is:tagged', ['Asked?']],
  ])('is found by «%s» as what it counts as', (words, texts) => {
    expect(ask(words).rows.map(({ text }) => text)).toEqual(texts);
  });

  it('keeps its mark, which rows tell beside what counts', () => {
    const [, begun] = ask('').rows;
    expect(begun).toMatchObject({ text: BEGUN, mark: null });
    expect(begun?.otherMarks).toEqual([{ root: 'question', stance: 'inward', stage: 'direction' }]);
    const [, kept] = QUESTIONS;
    expect(kept && markOf(kept)).toMatchObject({ stance: 'inward', stage: 'direction' });
  });

  it('is «not a question» where that is said of it, and still several tags where there are', () => {
    expect(QUESTIONS.map((question) => countedMark(question)?.stance ?? null)).toEqual([
      'inward',
      null,
      null,
      'skip',
      null,
      null,
    ]);
    expect(QUESTIONS.map((question) => isUntagged(question, 'question'))).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
    ]);
    expect(QUESTIONS.filter((question) => isConflict(question))).toHaveLength(1);
  });

  it('leaves its stage missing in its note’s path', () => {
    expect([...stagesAskedBy(NOTE)].filter(([key]) => key !== 'skip/')).toEqual([
      ['inward/anomaly', 1],
    ]);
  });

  it('is untagged to the status bar and to who walks from one to the next', () => {
    const counts = new LiveCounts();
    expect(counts.count('a.md', NOTE)).toMatchObject({ tagged: 1, all: 5 });
    expect(nearestQuestion(QUESTIONS, 1, 'next', 'question')?.text).toBe(BEGUN);
  });

  it('is untagged in the tag modal, whatever stage is chosen for it, and is written all the same', () => {
    const text = `Asked? #question/inward/anomaly\n\n${BEGUN} #question/inward/direction\n`;
    const shows = { embedded: false, unmarked: false, skipped: false };
    const state = openTagging(extractQuestions(text), DEFAULT_TAXONOMY, shows, { offset: null });
    expect(state.cursor).toBe(1);
    expect(tally(state)).toEqual({ listed: 2, tagged: 1 });
    const value = { stance: 'outward', stage: 'analogy' };
    const chosen = reduceTagging(state, { type: 'choose', value });
    expect(tally(chosen)).toEqual({ listed: 2, tagged: 1 });
    expect(chosenChanges(chosen.choices.now, chosen.questions).map((each) => each.value)).toEqual([
      value,
    ]);
    const skipped = reduceTagging(state, {
      type: 'choose',
      value: { stance: 'skip', stage: null },
    });
    expect(tally(skipped)).toEqual({ listed: 1, tagged: 1 });
  });

  it('counts once its gap is filled', () => {
    const filled = BEGUN.replace(GAP, 'the frame');
    const [question] = extractQuestions(`${filled} #question/inward/direction\n`);
    expect(question && countedMark(question)).toMatchObject({ stage: 'direction' });
  });
});

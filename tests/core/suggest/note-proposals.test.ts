import { describe, expect, it } from 'vitest';
import { DEFAULT_TAXONOMY, type Taxonomy } from '../../../src/core/model/taxonomy';
import { SKIP, type MarkValue } from '../../../src/core/model/question';
import { stageKey } from '../../../src/core/model/stage-key';
import { extractQuestions } from '../../../src/core/reading/extract';
import {
  NO_PROPOSALS,
  NoteProposals,
  proposalOutcome,
  rejectedOutcome,
  taggedQuestions,
  type Knowledge,
} from '../../../src/core/suggest/note-proposals';
import { recorded } from '../../../src/core/suggest/source-records';
import { rejectionOf } from '../../../src/core/suggest/rejection';
import { TagMemory } from '../../../src/core/suggest/tag-memory';

const DIFFERENCE: MarkValue = { stance: 'inward', stage: 'difference' };
const LIMITS: MarkValue = { stance: 'outward', stage: 'limits' };

const NOTE = `
核心問題：
- 你和別人差在哪裡？
- 這兩種做法有什麼不同？
- 什麼是你沒有說出來的？
- 他們少了哪一步？
- 為什麼是這一步？
- 還有誰這樣做過？
`;
const questions = extractQuestions(NOTE);
const untagged = questions.map((): MarkValue | null => null);
const chosen = (...marks: readonly (MarkValue | null)[]) =>
  questions.map((_, place) => marks[place] ?? null);

const TOPICS: Taxonomy = {
  id: 'topics',
  name: { en: 'Topics' },
  root: 'topic',
  stances: ['money', 'time'].map((id) => ({
    id,
    label: { en: id },
    color: 'red' as const,
    stages: [{ id: 'short', label: { en: 'Short' }, asks: { en: '' } }],
  })),
};

function knowing(more: Partial<Knowledge> = {}): Knowledge {
  const memory = new TagMemory();
  return {
    memory,
    taxonomy: DEFAULT_TAXONOMY,
    records: {},
    rejected: new Set(),
    mode: 'ghosts',
    ...more,
  };
}

const first = (note: NoteProposals, place: number, marks = untagged) =>
  note.of(place, marks).proposals.map(({ mark }) => stageKey(mark))[0];

describe('what is proposed for a note’s questions', () => {
  it('are three stages at most, the likeliest first, with what speaks for them', () => {
    const { proposals } = new NoteProposals(knowing, 'a.md', questions, NOTE).of(1, untagged);
    expect(proposals).toHaveLength(3);
    const sure = proposals.map(({ probability }) => probability);
    expect(sure).toEqual([...sure].sort((a, b) => b - a));
  });

  it('follow at once what was chosen in the note and is not written, and what was taken back', () => {
    const knowledge = knowing();
    const note = new NoteProposals(() => knowledge, 'a.md', questions, NOTE);
    const before = note.of(5, untagged);
    const after = note.of(5, chosen(LIMITS, LIMITS, LIMITS, LIMITS, LIMITS));
    expect(stageKey(after.proposals[0]?.mark ?? DIFFERENCE)).toBe('outward/limits');
    expect(after.proposals[0]?.whys).toContainEqual({
      source: 'label',
      name: '核心問題',
      where: 'note',
      times: 5,
      of: 5,
    });
    expect(note.of(5, untagged)).toEqual(before);
  });

  it('do not take a question’s own mark for a sign of itself', () => {
    const note = new NoteProposals(knowing, 'a.md', questions, NOTE);
    expect(note.of(2, chosen(null, null, LIMITS))).toEqual(note.of(2, untagged));
  });

  it('learn of other notes, and not of what was left unwritten in one that is closed', () => {
    const knowledge = knowing();
    const note = new NoteProposals(() => knowledge, 'a.md', questions, NOTE);
    note.of(5, chosen(LIMITS, LIMITS, LIMITS, LIMITS));
    note.close();
    expect(knowledge.memory.tags.size).toBe(0);
    const other = new NoteProposals(() => knowledge, 'b.md', questions, NOTE);
    const unknown = other.of(1, untagged);
    knowledge.memory.put('a.md', taggedQuestions(questions, chosen(LIMITS, LIMITS, LIMITS)));
    expect(other.of(1, untagged)).not.toEqual(unknown);
    expect(first(other, 1)).toBe('outward/limits');
  });

  it('are none where they are switched off, or nothing is known', () => {
    const off = new NoteProposals(() => knowing({ mode: 'off' }), 'a.md', questions, NOTE);
    expect(off.of(1, untagged)).toBe(NO_PROPOSALS);
    const foreign = () => knowing({ taxonomy: TOPICS });
    const note = new NoteProposals(foreign, 'a.md', questions, NOTE);
    expect(note.of(1, untagged)).toBe(NO_PROPOSALS);
    expect(note.of(99, untagged)).toBe(NO_PROPOSALS);
  });

  it('are of a taxonomy’s own stages, for any that has tags', () => {
    const short: MarkValue = { stance: 'time', stage: 'short' };
    const note = new NoteProposals(() => knowing({ taxonomy: TOPICS }), 'a.md', questions, NOTE);
    expect(first(note, 3, chosen(short, short, short))).toBe('time/short');
  });

  it('leave out what was rejected for that text', () => {
    const rejected = new Set([rejectionOf(questions[5]?.text ?? '', 'outward/limits')]);
    const note = new NoteProposals(() => knowing({ rejected }), 'a.md', questions, NOTE);
    const marks = chosen(LIMITS, LIMITS, LIMITS, LIMITS);
    expect(note.of(5, marks).proposals.map(({ mark }) => stageKey(mark))).not.toContain(
      'outward/limits',
    );
    expect(note.of(3, marks).proposals.map(({ mark }) => stageKey(mark))).toContain(
      'outward/limits',
    );
  });

  it('have a ghost where that is wanted', () => {
    const marks = chosen(...Array.from({ length: 5 }, () => DIFFERENCE));
    // The very question, tagged so in other notes.
    const known = (mode: Knowledge['mode']) => {
      const knowledge = knowing({ mode });
      for (const path of ['b.md', 'c.md', 'd.md']) {
        knowledge.memory.put(path, taggedQuestions(questions, chosen(...marks.fill(DIFFERENCE))));
      }
      return new NoteProposals(() => knowledge, 'a.md', questions, NOTE).of(3, untagged);
    };
    expect(known('ghosts').ghost?.mark).toEqual(DIFFERENCE);
    expect(known('proposals').ghost).toBeNull();
    expect(known('proposals').proposals[0]?.mark).toEqual(DIFFERENCE);
  });

  it('do not hear the note’s marks in what stands around a question', () => {
    const plain = '我們先談背景。你和別人差在哪裡？他想了一下。\n';
    const marked = '我們先談背景。你和別人差在哪裡？ #question/outward/limits 他想了一下。\n';
    const of = (text: string) => {
      const found = extractQuestions(text);
      return new NoteProposals(knowing, 'a.md', found, text).of(0, [null]).proposals;
    };
    const shares = (text: string) => of(text).map(({ probability }) => probability.toFixed(6));
    expect(shares(marked)).toEqual(shares(plain));
  });
});

describe('what came of a question', () => {
  const proposals = new NoteProposals(knowing, 'a.md', questions, NOTE).of(1, untagged);
  const ghost = { ...proposals.proposals[0], mark: LIMITS, lead: 'label' } as const;
  const haunted = {
    ...proposals,
    ghost: { whys: [], probability: 0.9, ...ghost },
  };

  it.each<[string, MarkValue | null, string, number]>([
    ['a stage', LIMITS, 'outward/limits', 1],
    ['a bare stance', { stance: 'outward', stage: null }, 'outward/', 0],
    ['not a question', { stance: SKIP, stage: null }, 'skip/', 0],
  ])('is recorded: %s', (_, mark, key, opinions) => {
    const outcome = proposalOutcome(haunted, mark);
    expect(outcome).toMatchObject({
      chosen: key,
      ghost: { source: 'label', stage: 'outward/limits' },
    });
    expect(outcome?.opinions).toHaveLength(opinions);
  });

  it('is nothing where it was cleared, or nothing was proposed', () => {
    expect(proposalOutcome(haunted, null)).toBeNull();
    expect(proposalOutcome(NO_PROPOSALS, LIMITS)).toBeNull();
    expect(proposalOutcome(proposals, { stance: SKIP, stage: null })).toBeNull();
    expect(rejectedOutcome(proposals)).toBeNull();
  });

  it('is a wrong ghost where one was sent away', () => {
    const sentAway = rejectedOutcome(haunted);
    expect(sentAway && recorded({}, sentAway).label?.ghosts).toEqual([false]);
  });
});

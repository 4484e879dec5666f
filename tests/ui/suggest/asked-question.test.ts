import { describe, expect, it, vi } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import type { Question } from '../../../src/core/model/question';
import { NO_PROPOSALS, type QuestionProposals } from '../../../src/core/suggest/note-proposals';
import { learnWritten, proposalsFor } from '../../../src/ui/suggest/asked-question';

const LIMITS = { stance: 'outward', stage: 'limits' };
const FOUND: QuestionProposals = {
  proposals: [{ mark: LIMITS, probability: 0.7, whys: [], lead: 'wording' }],
  ghost: null,
  opinions: [{ source: 'wording', scores: new Map([['outward/limits', 0.7]]) }],
};
const TEXT = 'Why? #bloom/apply\n\nHow so? #question/inward/anomaly\n\nAnd then?\n';

function ask(mode: 'off' | 'ghosts', question: Pick<Question, 'start' | 'text'> | null = null) {
  const asked: { place: number; of: readonly Question[] }[] = [];
  const close = vi.fn();
  const ofNote = vi.fn((_path: string, questions: readonly Question[]) => ({
    marks: [],
    of: (place: number) => {
      asked.push({ place, of: questions });
      return FOUND;
    },
    close,
  }));
  const learn = vi.fn();
  const context = {
    suggester: { mode, ready: () => Promise.resolve(), ofNote, learn },
  } as unknown as Parameters<typeof proposalsFor>[0];
  const read = extractQuestions(TEXT, { roots: ['question', 'bloom'] });
  const wanted = question ?? read[2];
  if (!wanted) throw new Error('three questions are asked');
  const proposals = proposalsFor(context, { path: 'a.md', read, question: wanted, text: TEXT });
  return { context, proposals, asked, read, ofNote, close, learn };
}

describe('a question that a picker is for', () => {
  it('is asked about at its place among the questions of its note, as it was read', () => {
    const { proposals, asked, read, close } = ask('ghosts');
    expect(proposals).toBe(FOUND);
    expect(asked).toEqual([{ place: 2, of: read }]);
    expect(close).toHaveBeenCalledOnce();
  });

  it('is not asked about where nothing is to be suggested', () => {
    const { proposals, ofNote } = ask('off');
    expect(proposals).toBe(NO_PROPOSALS);
    expect(ofNote).not.toHaveBeenCalled();
  });

  it('is not asked about where it is not in the note any more', () => {
    const { proposals, ofNote } = ask('ghosts', { start: 1, text: 'Why?' });
    expect(proposals).toBe(NO_PROPOSALS);
    expect(ofNote).not.toHaveBeenCalled();
  });

  it.each([
    ['a stage', LIMITS, 1],
    ['nothing, its tag cleared', null, 0],
    ['«not a question»', { stance: 'skip', stage: null }, 0],
  ])('teaches what was chosen: %s', (_, chosen, times) => {
    const { context, learn } = ask('ghosts');
    learnWritten(context, 'b.md', { text: 'And then?' }, FOUND, chosen);
    expect(learn).toHaveBeenCalledTimes(times);
    if (times === 0) return;
    const outcome = { opinions: FOUND.opinions, chosen: 'outward/limits', ghost: null };
    expect(learn).toHaveBeenCalledWith('b.md', [{ text: 'And then?', outcome }]);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { NoteQuestions } from '../../../../src/core/index/note-questions';
import { DEFAULT_SCOPE, judgeScope } from '../../../../src/core/model/scope';
import type { Row } from '../../../../src/core/query';
import { extractQuestions } from '../../../../src/core/reading/extract';
import { NoteProposals, type QuestionProposals } from '../../../../src/core/suggest/note-proposals';
import { choicesAt } from '../../../../src/ui/dashboard/ghosts/row-choices';
import { RowGhosts } from '../../../../src/ui/dashboard/ghosts/row-ghosts';

const LIMITS = { stance: 'outward', stage: 'limits' };
const OPINION = { source: 'wording', scores: new Map([['outward/limits', 0.9]]) } as const;
const GHOST = { mark: LIMITS, probability: 0.9, whys: [], lead: 'wording' } as const;
const SURE: QuestionProposals = { proposals: [GHOST], ghost: GHOST, opinions: [OPINION] };

function rowsOf(text: string, path = 'note.md'): readonly Row[] {
  const questions = NoteQuestions.of(extractQuestions(text));
  const scope = judgeScope(null, DEFAULT_SCOPE);
  const entry = { path, scope, checkbox: true, questions };
  return questions.all().map((question) => ({ entry, question }));
}

/** A suggester that is sure of everything, and remembers what it was asked. */
function begun(mode: 'off' | 'proposals' | 'ghosts' = 'ghosts') {
  const asked: string[] = [];
  const listeners = new Set<() => void>();
  let isReading = false;
  const ghosts = new RowGhosts({
    suggester: {
      mode,
      ready: () => Promise.resolve(),
      ofNote: (path, questions) => {
        const note = new NoteProposals(
          () => {
            throw new Error('This one knows without the vault.');
          },
          path,
          questions,
          null,
        );
        return Object.assign(note, {
          of: (place: number) => {
            asked.push(questions[place]?.text ?? '');
            return SURE;
          },
        });
      },
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    root: () => 'question',
    isReading: () => isReading,
    yieldToEventLoop: () => new Promise((resolve) => setTimeout(resolve)),
  });
  return {
    ghosts,
    asked,
    listeners,
    read: (reading: boolean) => (isReading = reading),
    learn: () => listeners.forEach((listener) => listener()),
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('ghosts at rows', () => {
  it('are worked out once for what is in sight, and for nothing else', async () => {
    const { ghosts, asked } = begun();
    const [one, two, three] = rowsOf('One?\n\nTwo?\n\nThree?\n');
    if (!one || !two || !three) throw new Error('There are three.');
    const told = vi.fn();
    ghosts.watch(one, told);
    const leave = ghosts.watch(two, told);
    expect(ghosts.of(one)).toBeNull();
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2));
    leave();
    ghosts.watch(two, told);
    await settle();
    expect(asked).toEqual(['One?', 'Two?']);
    expect(ghosts.of(two)?.ghost?.mark).toEqual(LIMITS);
    expect(ghosts.of(three)).toBeNull();
    ghosts.close();
  });

  it('are worked out again once something was learnt, and stand until then', async () => {
    const { ghosts, asked, learn } = begun();
    const [one] = rowsOf('One?\n');
    if (!one) throw new Error('There is one.');
    ghosts.watch(one, () => undefined);
    await vi.waitFor(() => expect(asked).toEqual(['One?']));
    learn();
    expect(ghosts.of(one)).not.toBeNull();
    await vi.waitFor(() => expect(asked).toEqual(['One?', 'One?']));
    ghosts.close();
  });

  it('stay where they are when the note is read anew', async () => {
    const { ghosts, asked } = begun();
    const [, two] = rowsOf('One?\n\nTwo?\n');
    const [, later] = rowsOf('One? #question/inward\n\nTwo?\n');
    if (!two || !later) throw new Error('There are two.');
    ghosts.watch(two, () => undefined);
    await vi.waitFor(() => expect(asked).toEqual(['Two?']));
    expect(ghosts.of(later)).not.toBeNull();
    ghosts.watch(later, () => undefined);
    await vi.waitFor(() => expect(asked).toEqual(['Two?', 'Two?']));
    ghosts.close();
  });

  it.each([
    ['that is tagged', 'One? #question/inward\n'],
    ['that is no question', 'One? #question/skip\n'],
    ['that still holds a gap', 'What is ____? #question/inward\n'],
  ])('never stand at a row %s', async (_what, text) => {
    const { ghosts, asked } = begun();
    const [row] = rowsOf(text);
    if (!row) throw new Error('There is one.');
    ghosts.watch(row, () => undefined);
    await settle();
    expect(asked).toEqual([]);
    expect(ghosts.of(row)).toBeNull();
    ghosts.close();
  });

  it('wait until the vault has been read', async () => {
    const { ghosts, asked, read } = begun();
    const [one] = rowsOf('One?\n');
    if (!one) throw new Error('There is one.');
    read(true);
    ghosts.watch(one, () => undefined);
    await settle();
    expect(asked).toEqual([]);
    read(false);
    ghosts.refresh();
    await vi.waitFor(() => expect(asked).toEqual(['One?']));
    ghosts.close();
  });

  it.each(['off', 'proposals'] as const)(
    'are not worked out where the setting says «%s»',
    async (mode) => {
      const { ghosts, asked } = begun(mode);
      const [one] = rowsOf('One?\n');
      if (!one) throw new Error('There is one.');
      ghosts.watch(one, () => undefined);
      await settle();
      expect(asked).toEqual([]);
      ghosts.close();
    },
  );

  it('hear of nothing once they are closed', () => {
    const { ghosts, listeners } = begun();
    expect(listeners.size).toBe(1);
    ghosts.close();
    expect(listeners.size).toBe(0);
  });
});

describe('what is learnt of rows', () => {
  it('are their ghosts: accepted, overridden, or said to be none', () => {
    const [one, two] = rowsOf('One?\n\nTwo?\n');
    if (!one || !two) throw new Error('There are two.');
    const ghosts = { of: (row: Row) => (row === one ? SURE : null) };
    const chosen = (value: typeof LIMITS | { stance: string; stage: null } | null) =>
      [...choicesAt([one, two], () => value, ghosts)].map(([path, choices]) => [
        path,
        choices.map(({ text, outcome }) => [text, outcome.chosen, outcome.ghost?.stage]),
      ]);
    expect(chosen(LIMITS)).toEqual([['note.md', [['One?', 'outward/limits', 'outward/limits']]]]);
    expect(chosen({ stance: 'skip', stage: null })).toEqual([
      ['note.md', [['One?', 'skip/', 'outward/limits']]],
    ]);
    expect(chosen(null)).toEqual([]);
  });
});

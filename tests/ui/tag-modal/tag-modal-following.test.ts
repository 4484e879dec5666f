import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import { NoteProposals } from '../../../src/core/suggest/note-proposals';
import { rejectionOf } from '../../../src/core/suggest/rejection';
import type { SuggestMode } from '../../../src/core/suggest/suggest-mode';
import { TagMemory } from '../../../src/core/suggest/tag-memory';
import { SuggestionFollower, writtenChoices } from '../../../src/ui/tag-modal/follow-suggestions';
import { openTagging, reduceTagging, type TagAction } from '../../../src/ui/tag-modal/model';
import { ghostAt, proposalsAtCursor } from '../../../src/ui/tag-modal/suggested';
import type { TagState } from '../../../src/ui/tag-modal/tag-state';
import { ask, inOrder, tagged } from './tag-modal-questions';

const HIDE = { embedded: false, unmarked: false, skipped: false };

/** Every question below this label was tagged so, in another note. */
function remembered(): TagMemory {
  const memory = new TagMemory();
  memory.put(
    'other.md',
    Array.from({ length: 20 }, (_, group) => ({
      text: `這是第${String(group)}個問題嗎？`,
      label: '核心問題',
      section: null,
      asker: null,
      group,
      stage: 'inward/difference',
    })),
  );
  return memory;
}

/** A modal without an element, and what it asks the suggester for. */
function opened(count: number, mode: SuggestMode = 'ghosts') {
  const questions = inOrder([
    ...Array.from({ length: count }, (_, at) =>
      ask(`第${String(at)}樣和別樣差在哪裡？`, { label: '核心問題' }),
    ),
    tagged('標記過了嗎？', 'outward/limits'),
  ]);
  const rejected = new Set<string>();
  const memory = remembered();
  const listeners = new Set<() => void>();
  const suggester = {
    mode,
    ofNote: (path: string, of: typeof questions, text: string | null) =>
      new NoteProposals(
        () => ({
          memory,
          taxonomy: DEFAULT_TAXONOMY,
          records: {},
          rejected,
          mode: suggester.mode,
        }),
        path,
        of,
        text,
      ),
    ready: () => Promise.resolve(),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reject: vi.fn((text: string, stage: string) => void rejected.add(rejectionOf(text, stage))),
    takeRejectionBack: vi.fn(
      (text: string, stage: string) => void rejected.delete(rejectionOf(text, stage)),
    ),
  };
  let state: TagState = openTagging(questions, DEFAULT_TAXONOMY, HIDE, { offset: 0 });
  const follower = new SuggestionFollower(suggester, {
    path: 'note.md',
    text: '',
    state: () => state,
    suggest: (now, proposals) => {
      state = reduceTagging(state, { type: 'suggest', mode: now, proposals });
    },
  });
  const act = (action: TagAction): void => {
    const before = state;
    state = reduceTagging(state, action);
    follower.changed(before);
  };
  const tellNews = (): void => {
    for (const listener of listeners) listener();
  };
  return { follower, suggester, memory, act, tellNews, listeners, now: () => state };
}

let followed: ReturnType<typeof opened> | null = null;

function open(...given: Parameters<typeof opened>): ReturnType<typeof opened> {
  followed = opened(...given);
  return followed;
}

beforeEach(() => void vi.stubGlobal('window', globalThis));

afterEach(() => {
  followed?.follower.close();
  followed = null;
  vi.unstubAllGlobals();
});

const known = ({ now }: ReturnType<typeof opened>) => [...now().suggested.keys()];

describe('what is suggested in the modal', () => {
  it('is there at the cursor at once, and everywhere else soon', async () => {
    const modal = open(300);
    expect(known(modal)).toContain(0);
    expect(proposalsAtCursor(modal.now())).toHaveLength(3);
    await expect.poll(() => known(modal).length).toBe(300);
    expect(ghostAt(modal.now(), 299)?.mark.stage).toBe('difference');
  });

  it('is there for what is drawn before what is not', async () => {
    const modal = open(2000);
    modal.follower.draws(1999);
    await Promise.resolve();
    await expect.poll(() => known(modal)).toContain(1999);
    expect(known(modal).length).toBeLessThan(1900);
  });

  it('is nothing for what is tagged in the note', async () => {
    const modal = open(3);
    await expect.poll(() => known(modal).length).toBe(3);
    expect(known(modal)).not.toContain(3);
  });

  it('goes by a choice that is not written, at once, and is without it after an undo', async () => {
    const modal = open(5);
    await expect.poll(() => known(modal).length).toBe(5);
    const proposed = () => modal.now().suggested.get(1)?.proposals[0]?.probability ?? 0;
    const before = proposed();
    modal.act({ type: 'choose', value: { stance: 'outward', stage: 'analogy' } });
    expect(proposed()).toBeLessThan(before);
    modal.act({ type: 'undo' });
    await expect.poll(proposed).toBeCloseTo(before, 10);
  });

  it('is rejected in the vault too, and that is taken back by an undo', async () => {
    const modal = open(3);
    await expect.poll(() => known(modal).length).toBe(3);
    modal.act({ type: 'reject-ghost' });
    const { text } = modal.now().questions[0] ?? { text: '' };
    const sentAway = { chosen: '', opinions: [], ghost: { source: 'label', stage: 'inward/difference' } }; // prettier-ignore
    expect(modal.suggester.reject).toHaveBeenCalledExactlyOnceWith(text, 'inward/difference', {
      ...sentAway,
      ghost: { ...sentAway.ghost, source: expect.any(String) as string },
    });
    expect(proposalsAtCursor(modal.now())).toHaveLength(3);
    expect(ghostAt(modal.now(), 0)).toBeNull();
    modal.act({ type: 'undo' });
    expect(modal.suggester.takeRejectionBack).toHaveBeenCalledOnce();
    expect(ghostAt(modal.now(), 0)?.mark.stage).toBe('difference');
  });

  it('follows what is learnt meanwhile, and another mode', async () => {
    const modal = open(3);
    await expect.poll(() => known(modal).length).toBe(3);
    modal.suggester.mode = 'off';
    modal.tellNews();
    await expect.poll(() => modal.now().mode).toBe('off');
    expect(known(modal)).toEqual([]);
    modal.suggester.mode = 'proposals';
    modal.tellNews();
    await expect.poll(() => known(modal).length).toBe(3);
    expect(ghostAt(modal.now(), 0)).toBeNull();
  });

  it('is nothing at all where it is switched off', async () => {
    const modal = open(3, 'off');
    await Promise.resolve();
    expect(known(modal)).toEqual([]);
  });

  it('ends with the modal: choices that are not written count no more', async () => {
    const modal = open(3);
    const tags = () => modal.memory.tags.get('outward/analogy') ?? 0;
    modal.act({ type: 'choose', value: { stance: 'outward', stage: 'analogy' } });
    await expect.poll(tags).toBe(1);
    modal.follower.close();
    expect(tags()).toBe(0);
    expect(modal.listeners.size).toBe(0);
  });
});

describe('what is learnt of what was written', () => {
  it('are the questions that had proposals, and none that was refused or cleared', async () => {
    const modal = open(3);
    await expect.poll(() => known(modal).length).toBe(3);
    for (const type of ['accept-ghost', 'accept-ghost'] as const) modal.act({ type });
    modal.act({ type: 'move', to: 'last', extend: false });
    modal.act({ type: 'choose', value: null });
    const learnt = writtenChoices(modal.now(), ({ text }) => text.startsWith('第1樣'));
    expect(learnt.map(({ text, outcome }) => [text, outcome.chosen])).toEqual([
      ['第0樣和別樣差在哪裡？', 'inward/difference'],
    ]);
  });
});

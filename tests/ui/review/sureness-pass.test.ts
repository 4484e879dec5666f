import { describe, expect, it, vi } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { ReviewQueue } from '../../../src/ui/review/review-queue';
import { SurenessPass } from '../../../src/ui/review/sureness-pass';
import { TimeSlices } from '../../../src/vault/reading/time-slices';

/** Two notes of two questions; how sure each is, is what `sure` says by `path` and place. */
function begun() {
  const notes: Record<string, string> = { a: 'Is it one?\n\nIs it two?\n', b: 'Why?\n\nHow?\n' };
  const sure: Record<string, number> = { a0: 0.2, a1: 0.4, b0: 0.6, b1: 0.1 };
  const queue = new ReviewQueue(
    Object.keys(notes).map((path) => ({ now: () => path, untagged: 2 })),
    'question',
    'surest',
  );
  const listeners = new Set<() => void>();
  const readings: Record<string, object> = { a: {}, b: {} };
  const asked: string[] = [];
  const later: { readonly task: () => void; readonly ms: number }[] = [];
  let known: () => void = () => undefined;
  const pass = new SurenessPass(
    queue,
    {
      ready: () => new Promise((resolve) => (known = resolve)),
      questionsOf: (path) => {
        const text = notes[path];
        return text === undefined ? null : extractQuestions(text);
      },
      readingOf: (path) => readings[path] ?? null,
      surenessIn: (path) => (at) => {
        asked.push(`${path}${String(at)}`);
        return sure[`${path}${String(at)}`] ?? 0;
      },
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      later: (task, ms) => later.push({ task, ms }),
    },
    new TimeSlices(() => Promise.resolve()),
  );
  const tell = () => listeners.forEach((listener) => listener());
  /** The note reads so now, and the index knows. */
  const rewrite = (path: string, text: string) => {
    notes[path] = text;
    readings[path] = {};
    pass.noteChanged(Object.keys(notes).indexOf(path));
  };
  const first = () => {
    const path = queue.next();
    return path === null ? null : (queue.questionIn(extractQuestions(notes[path] ?? '')) ?? null);
  };
  return {
    pass,
    queue,
    notes,
    sure,
    asked,
    later,
    listeners,
    tell,
    rewrite,
    first,
    known: () => known(),
  };
}

describe('how sure the first proposals of a review are', () => {
  it('is asked for once the tags are known, and orders what comes', async () => {
    const { pass, asked, first, known } = begun();
    await Promise.resolve();
    expect(asked).toEqual([]);
    expect(first()?.question.text).toBe('Is it one?');
    known();
    await pass.first;
    expect(asked).toEqual(['a0', 'a1', 'b0', 'b1']);
    expect(first()?.question.text).toBe('Why?');
    pass.close();
  });

  it('is asked for again once something was learnt, not at once, and first where somebody has tagged', async () => {
    const { pass, asked, later, sure, tell, first, known } = begun();
    known();
    await pass.first;
    asked.length = 0;
    sure.b1 = 0.9;
    pass.touch(1);
    await vi.waitFor(() => {
      tell();
      expect(asked).toEqual(['b0', 'b1']);
    });
    expect(first()?.question.text).toBe('How?');
    // The others have to wait.
    await vi.waitFor(() => expect(later.length).toBeGreaterThan(0));
    expect(later.every(({ ms }) => ms > 500)).toBe(true);
    pass.close();
  });

  it('is asked for of a note that is read anew, at once and of no other', async () => {
    const { pass, asked, sure, rewrite, first, known } = begun();
    known();
    await pass.first;
    asked.length = 0;
    sure.b2 = 0.9;
    rewrite('b', 'Why?\n\nHow?\n\nWhere to?\n');
    await vi.waitFor(() => expect(asked).toEqual(['b0', 'b1', 'b2']));
    expect(first()?.question.text).toBe('Where to?');
    pass.close();
  });

  it('is asked for once more of a note that is read anew while others are looked at', async () => {
    const { pass, asked, sure, rewrite, first, known } = begun();
    known();
    await vi.waitFor(() => expect(asked).toContain('b0'));
    sure.a2 = 0.9;
    rewrite('a', 'Is it one?\n\nIs it two?\n\nIs it three?\n');
    await vi.waitFor(() => expect(asked).toContain('a2'));
    expect(first()?.question.text).toBe('Is it three?');
    pass.close();
  });

  it('is not asked for of a note that is gone, nor after the end', async () => {
    const { pass, notes, asked, listeners, first, known } = begun();
    delete notes.a;
    known();
    await pass.first;
    expect(asked).toEqual(['b0', 'b1']);
    expect(first()?.question.text).toBe('Why?');
    pass.close();
    expect(listeners.size).toBe(0);
  });
});

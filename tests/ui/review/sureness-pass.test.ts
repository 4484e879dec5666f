import { describe, expect, it, vi } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { ReviewQueue } from '../../../src/ui/review/review-queue';
import { SurenessPass } from '../../../src/ui/review/sureness-pass';
import { TimeSlices } from '../../../src/vault/reading/time-slices';

const NOTES = { a: 'Is it one?\n\nIs it two?\n', b: 'Why?\n\nHow?\n' };

/** Two notes of two questions, or others; how sure each is, is what `sure` says by `path` and place. */
function begun(texts: Readonly<Record<string, string>> = NOTES) {
  const notes: Record<string, string> = { ...texts };
  const sure: Record<string, number> = { a0: 0.2, a1: 0.4, b0: 0.6, b1: 0.1 };
  const queue = new ReviewQueue(
    Object.keys(notes).map((path) => ({ now: () => path, untagged: 2 })),
    'question',
    'surest',
  );
  const listeners = new Set<() => void>();
  const readings: Record<string, object> = {};
  for (const path of Object.keys(notes)) readings[path] = {};
  /** What happens while a question is looked at, by its place. */
  const meanwhile: Record<string, () => void> = {};
  let breaks = 0;
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
        meanwhile[`${path}${String(at)}`]?.();
        return sure[`${path}${String(at)}`] ?? 0;
      },
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      later: (task, ms) => later.push({ task, ms }),
    },
    new TimeSlices(() => {
      breaks += 1;
      return Promise.resolve();
    }),
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
    readings,
    sure,
    asked,
    later,
    listeners,
    tell,
    rewrite,
    first,
    meanwhile,
    breaks: () => breaks,
    known: () => known(),
  };
}

/** Lets everything be done that waits for nothing. */
function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
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
    const { pass, asked, later, sure, notes, tell, rewrite, first, known } = begun();
    known();
    await pass.first;
    asked.length = 0;
    sure.b1 = 0.9;
    // What is learnt is told before the index has the tag, and the tag may be told twice.
    tell();
    await tick();
    rewrite('b', notes.b?.replace('Why?', 'Why? #question/inward') ?? '');
    tell();
    await tick();
    pass.noteChanged(1);
    await tick();
    expect(asked).toEqual(['b1']);
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

  it('is asked for of a note that changes before all others, and not again in its turn', async () => {
    const { pass, asked, rewrite, meanwhile, known } = begun({ ...NOTES, c: 'Where?\n' });
    meanwhile.a0 = () => rewrite('c', 'Where?\n\nWhen?\n');
    known();
    await pass.first;
    expect(asked).toEqual(['a0', 'a1', 'c0', 'c1', 'b0', 'b1']);
    pass.close();
  });

  it('is asked for of every note, where several change at once', async () => {
    const { pass, asked, rewrite, known } = begun({ ...NOTES, c: 'Where?\n' });
    known();
    await pass.first;
    asked.length = 0;
    rewrite('c', 'Where to?\n');
    rewrite('a', 'Is it two?\n');
    await tick();
    expect(asked).toEqual(['c0', 'a0']);
    pass.close();
  });

  it('is asked for of a note that comes in', async () => {
    const { pass, queue, asked, rewrite, known } = begun();
    known();
    await pass.first;
    asked.length = 0;
    queue.add(() => 'c');
    rewrite('c', 'Where?\n');
    await tick();
    expect(asked).toEqual(['c0']);
    pass.close();
  });

  it('is known no more of a note that has gone', async () => {
    const { pass, queue, notes, readings, known } = begun();
    known();
    await pass.first;
    delete notes.b;
    delete readings.b;
    pass.noteChanged(1);
    expect(queue.sureness.first('surest')?.note).toBe(1);
    await vi.waitFor(() => expect(queue.sureness.first('surest')?.note).toBe(0));
    pass.close();
  });

  it('is asked for no further once it is closed, though notes have changed', async () => {
    const { pass, asked, rewrite, meanwhile, known } = begun({ ...NOTES, c: 'Where?\n' });
    known();
    await pass.first;
    asked.length = 0;
    rewrite('a', 'Is it two?\n');
    rewrite('c', 'Where to?\n');
    meanwhile.a0 = () => pass.close();
    await tick();
    expect(asked).toEqual(['a0']);
  });

  it('is asked for in slices of time, where notes have nothing to ask for too', async () => {
    const texts = Object.fromEntries(
      Array.from({ length: 8 }, (_, note) => [String(note), 'Nothing.\n']),
    );
    const { pass, breaks, known } = begun(texts);
    let now = 0;
    // Whatever is done takes five milliseconds.
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 5));
    known();
    await pass.first;
    pass.close();
    clock.mockRestore();
    expect(breaks()).toBeGreaterThan(2);
  });
});

// A review hears of what other programs do to notes: by the index, in slices of time, and of nothing else.
import { describe, expect, it, vi } from 'vitest';
import { NoteQuestions } from '../../../src/core/index/note-questions';
import { QuestionIndex } from '../../../src/core/index/question-index';
import { extractQuestions } from '../../../src/core/reading/extract';
import { QueueFollower } from '../../../src/ui/review/queue-follower';
import { ReviewQueue, untaggedOf } from '../../../src/ui/review/review-queue';
import { TimeSlices } from '../../../src/vault/reading/time-slices';

/** A review of `texts`, by path, as the index has them; `told` are the notes that it hears of. */
function begun(texts: Readonly<Record<string, string>>) {
  const index = new QuestionIndex((notice) => notice());
  const put = (path: string, text: string, inScope = true) =>
    index.put({
      path,
      scope: { inScope, reason: inScope ? 'in' : 'tag-missing' },
      checkbox: null,
      questions: NoteQuestions.of(extractQuestions(text)),
    });
  for (const [path, text] of Object.entries(texts)) put(path, text);
  const { chunks } = index.entries();
  /** The paths that notes have now, by those that they had first. */
  const renamed = new Map<string, string>();
  const follow = (path: string) => () => renamed.get(path) ?? path;
  const queue = new ReviewQueue(
    [...index.entries()].map(({ path, questions }) => ({
      now: follow(path),
      untagged: untaggedOf(questions.read(), 'question').length,
    })),
    'question',
  );
  const told: number[] = [];
  let breaks = 0;
  const slices = new TimeSlices(() => {
    breaks += 1;
    return Promise.resolve();
  });
  const begin = () =>
    new QueueFollower(
      { index, queue, root: 'question', slices, follow, onNote: (note) => told.push(note) },
      chunks,
    );
  return { index, put, renamed, queue, told, slices, begin, breaks: () => breaks };
}

const NOTES = { 'a.md': 'One?\n\nTwo?\n', 'b.md': 'Three?\n' };

describe('a review hears of', () => {
  it.each<[string, (review: ReturnType<typeof begun>) => void, number, readonly number[]]>([
    ['a question that comes in', ({ put }) => put('a.md', 'One?\n\nTwo?\n\nThree?\n'), 4, [0]],
    ['a question that goes', ({ put }) => put('a.md', 'One?\n'), 2, [0]],
    ['a tag', ({ put }) => put('b.md', 'Three? #question/inward\n'), 2, [1]],
    ['a note that is deleted', ({ index }) => index.remove('a.md'), 1, [0]],
    ['a new note', ({ put }) => put('c.md', 'Four?\n\nFive?\n'), 5, [2]],
    ['no new note that asks nothing', ({ put }) => put('c.md', 'No.\n'), 3, []],
    ['no new note that is no article', ({ put }) => put('c.md', 'Four?\n', false), 3, []],
    ['no progress', ({ index }) => index.setProgress(index.progress), 3, []],
  ])('%s', (_name, happens, left, heard) => {
    const review = begun(NOTES);
    review.begin();
    happens(review);
    expect(review.queue.left).toBe(left);
    expect(review.told).toEqual(heard);
  });

  it('what happened since it was counted', () => {
    const { put, queue, told, begin } = begun(NOTES);
    put('b.md', 'Three?\n\nFour?\n');
    expect(queue.left).toBe(3);
    begin();
    expect(queue.left).toBe(4);
    expect(told).toEqual([1]);
  });

  it('a note under the path that it has now, once', () => {
    const { index, put, renamed, queue, begin } = begun(NOTES);
    begin();
    renamed.set('a.md', 'z.md');
    index.rename('a.md', 'z.md');
    expect([queue.left, queue.notes.length]).toEqual([3, 2]);
    put('z.md', 'One?\n');
    expect([queue.left, queue.notes.length]).toEqual([2, 2]);
    index.remove('z.md');
    expect(queue.left).toBe(1);
  });

  it('a note that came in, again', () => {
    const { put, queue, told, begin } = begun(NOTES);
    begin();
    put('c.md', 'Four?\n');
    put('c.md', 'Four?\n\nFive?\n');
    expect([queue.left, queue.notes.length]).toEqual([5, 3]);
    expect(told).toEqual([2, 2]);
  });

  it('much at once, in slices, and what comes meanwhile', async () => {
    const { index, put, queue, slices, begin, breaks } = begun(NOTES);
    // Somebody else has used the slice up.
    const useUp = () => slices.work(() => vi.spyOn(performance, 'now').mockReturnValueOnce(1e9));
    begin();
    useUp();
    put('a.md', 'One?\n');
    put('b.md', 'Three?\n\nFour?\n');
    index.remove('a.md');
    expect(queue.left).toBe(3);
    await vi.waitFor(() => expect(queue.left).toBe(2));
    expect(breaks()).toBe(1);
    vi.restoreAllMocks();
  });

  it('nothing after its end', async () => {
    const { put, queue, told, slices, begin } = begun(NOTES);
    const follower = begin();
    slices.work(() => vi.spyOn(performance, 'now').mockReturnValueOnce(1e9));
    put('a.md', 'One?\n');
    follower.close();
    put('b.md', 'No.\n');
    await new Promise((resolve) => setTimeout(resolve));
    expect(queue.left).toBe(3);
    expect(told).toEqual([]);
    vi.restoreAllMocks();
  });
});

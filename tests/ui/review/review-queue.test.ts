import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { ReviewQueue, untaggedOf } from '../../../src/ui/review/review-queue';

const TAG = ' #question/inward';

/** A note of as many questions as `tagged` has entries, each with a mark where it is true. */
function read(tagged: readonly boolean[]) {
  return extractQuestions(
    tagged.map((has, at) => `Is it ${String(at)}?${has ? TAG : ''}`).join('\n\n'),
  );
}

function queueOf(notes: Readonly<Record<string, readonly boolean[]>>): ReviewQueue {
  return new ReviewQueue(
    Object.entries(notes).map(([path, tagged]) => ({
      now: () => path,
      untagged: untaggedOf(read(tagged), 'question').length,
    })),
    'question',
  );
}

describe('the review', () => {
  it('shows the untagged questions of a note in order, and counts what is left', () => {
    const notes = { a: [false, true, false], b: [false] };
    const queue = queueOf(notes);
    expect(queue.step(read(notes.a))?.text).toBe('Is it 0?');
    expect(queue.left).toBe(3);
    expect(queue.step(read([true, true, false]))?.text).toBe('Is it 2?');
    expect(queue.left).toBe(2);
    expect(queue.step(read([true, true, true]))).toBeNull();
    expect(queue.path).toBe('b');
  });

  it('passes over what was left, and still counts it as untagged', () => {
    const queue = queueOf({ a: [false, false] });
    const now = read([false, false]);
    queue.step(now);
    queue.leave();
    expect(queue.step(now)?.text).toBe('Is it 1?');
    expect(queue.left).toBe(1);
    expect(queue.untagged).toBe(2);
  });

  it('passes over a note that has been tagged or deleted meanwhile', () => {
    const queue = queueOf({ a: [false], b: [false] });
    expect(queue.step([])).toBeNull();
    expect(queue.path).toBe('b');
    expect(queue.left).toBe(1);
  });

  it('asks for what has no tag of its root, whatever the tags of others say', () => {
    const text = 'A? #bloom/analyze\n\nB? #question/inward #bloom/apply\n\nC? #bloom/skip\n';
    const questions = extractQuestions(text, { roots: ['bloom', 'question'] });
    const asked = (root: string) => untaggedOf(questions, root).map((question) => question.text);
    expect(asked('question')).toEqual(['A?', 'C?']);
    expect(asked('bloom')).toEqual([]);
  });

  it('shows every untagged question once, and ends', () => {
    const note = fc.array(fc.boolean(), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(note, { maxLength: 5 }),
        fc.infiniteStream(fc.boolean()),
        (made, tags) => {
          const notes = made.map((tagged) => [...tagged]);
          const queue = new ReviewQueue(
            notes.map((tagged, at) => ({
              now: () => String(at),
              untagged: tagged.filter((has) => !has).length,
            })),
            'question',
          );
          const wanted = notes.flatMap((tagged, note) =>
            tagged.flatMap((has, at) => (has ? [] : [`${String(note)}:Is it ${String(at)}?`])),
          );
          const shown: string[] = [];
          let left = 0;
          for (let { path } = queue; path !== null; { path } = queue) {
            const tagged = notes[Number(path)] ?? [];
            const question = queue.step(read(tagged));
            if (!question) continue;
            expect(queue.left).toBe(wanted.length - shown.length);
            shown.push(`${path}:${question.text}`);
            if (tags.next().value === true) {
              tagged[Number(/\d+/.exec(question.text)?.[0])] = true;
            } else {
              queue.leave();
              left += 1;
            }
          }
          expect(shown).toEqual(wanted);
          expect(queue.untagged).toBe(left);
        },
      ),
    );
  });
});

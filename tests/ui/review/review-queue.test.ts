import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { REVIEW_ORDERS, type ReviewOrder } from '../../../src/ui/review/review-order';
import { ReviewQueue, untaggedOf } from '../../../src/ui/review/review-queue';

const TAG = ' #question/inward';

/** A note of as many questions as `tagged` has entries, each with a mark where it is true. */
function read(tagged: readonly boolean[]) {
  return extractQuestions(
    tagged.map((has, at) => `Is it ${String(at)}?${has ? TAG : ''}`).join('\n\n'),
  );
}

function queueOf(
  notes: Readonly<Record<string, readonly boolean[]>>,
  order: ReviewOrder = 'notes',
): ReviewQueue {
  return new ReviewQueue(
    Object.entries(notes).map(([path, tagged]) => ({
      now: () => path,
      untagged: untaggedOf(read(tagged), 'question').length,
    })),
    'question',
    order,
  );
}

/** The queue learns how sure the questions of a note are, those that wait in their order. */
function know(queue: ReviewQueue, note: number, tagged: readonly boolean[], sure: number[]): void {
  const waiting = queue.waitingIn(note, read(tagged));
  queue.sureness.put(
    note,
    waiting.map(({ key }, at) => ({ key, sureness: sure[at] ?? 0 })),
  );
}

/** Goes through all, leaving each; `note:question` in the order in which they are shown. */
function leaveAll(queue: ReviewQueue, notes: Readonly<Record<string, readonly boolean[]>>) {
  const shown: string[] = [];
  for (let path = queue.next(); path !== null; path = queue.next()) {
    const next = queue.questionIn(read(notes[path] ?? []));
    if (!next) continue;
    shown.push(`${path}${/\d+/.exec(next.question.text)?.[0] ?? ''}`);
    queue.leave(next.place);
  }
  return shown;
}

describe('the review', () => {
  it('shows the untagged questions of a note in order, and counts what is left', () => {
    const queue = queueOf({ a: [false, true, false], b: [false] });
    expect(queue.next()).toBe('a');
    const first = queue.questionIn(read([false, true, false]));
    expect(first?.question.text).toBe('Is it 0?');
    expect(queue.left).toBe(3);
    if (first) queue.tagged(first.place);
    queue.next();
    expect(queue.questionIn(read([true, true, false]))?.question.text).toBe('Is it 2?');
    expect(queue.left).toBe(2);
    queue.next();
    expect(queue.questionIn(read([true, true, true]))).toBeNull();
    expect(queue.next()).toBe('b');
  });

  it('passes over what was left, and still counts it as untagged', () => {
    const queue = queueOf({ a: [false, false] });
    const now = read([false, false]);
    queue.next();
    const first = queue.questionIn(now);
    if (first) queue.leave(first.place);
    queue.next();
    expect(queue.questionIn(now)?.question.text).toBe('Is it 1?');
    expect(queue.left).toBe(1);
    expect(queue.untagged).toBe(2);
    if (first) queue.taggedBehind(first.place);
    expect(queue.untagged).toBe(1);
  });

  it('knows questions that read alike apart', () => {
    const alike = extractQuestions('Why?\n\nWhy?\n\nWhy?\n');
    const queue = new ReviewQueue([{ now: () => 'a', untagged: 3 }], 'question');
    const starts: number[] = [];
    while (queue.next() !== null) {
      const next = queue.questionIn(alike);
      if (!next) continue;
      starts.push(next.question.start);
      queue.leave(next.place);
    }
    expect(starts).toEqual(alike.map(({ start }) => start));
  });

  it.each(REVIEW_ORDERS)('passes over a note that is tagged or deleted meanwhile (%s)', (order) => {
    const queue = queueOf({ a: [false, false], b: [false] }, order);
    know(queue, 0, [false, false], [0.5, 0.5]);
    know(queue, 1, [false], [0.5]);
    while (queue.next() === 'a') expect(queue.questionIn([])).toBeNull();
    expect(queue.questionIn(read([false]))?.question.text).toBe('Is it 0?');
    expect(queue.left).toBe(1);
  });

  it('asks for what has no tag of its root, whatever the tags of others say', () => {
    const text = 'A? #bloom/analyze\n\nB? #question/inward #bloom/apply\n\nC? #bloom/skip\n';
    const questions = extractQuestions(text, { roots: ['bloom', 'question'] });
    const asked = (root: string) => untaggedOf(questions, root).map((question) => question.text);
    expect(asked('question')).toEqual(['A?', 'C?']);
    expect(asked('bloom')).toEqual([]);
  });
});

/** Shows the next question of the note; its words and its place. */
function shownOf(queue: ReviewQueue, questions: ReturnType<typeof extractQuestions>) {
  queue.next();
  const next = queue.questionIn(questions);
  if (!next) throw new Error('Nothing is shown.');
  return { text: next.question.text, place: next.place };
}

describe('what the index says of a note during the review', () => {
  it('has its turn and counts, also where the note was at its end', () => {
    const queue = queueOf({ a: [false], b: [false, false] });
    queue.tagged(shownOf(queue, read([false])).place);
    const { text, place } = shownOf(queue, read([false, false]));
    expect(text).toBe('Is it 0?');
    queue.look(0, read([true, false]));
    expect(queue.left).toBe(3);
    queue.leave(place);
    expect(queue.left).toBe(2);
    expect(queue.next()).toBe('a');
    expect(queue.questionIn(read([true, false]))?.question.text).toBe('Is it 1?');
  });

  it('counts nothing twice where it is behind what was tagged, left or tagged after all', () => {
    const queue = queueOf({ a: [false, false, false] });
    const now = [false, false, false];
    queue.tagged(shownOf(queue, read(now)).place);
    const left = shownOf(queue, read([true, false, false])).place;
    queue.leave(left);
    queue.look(0, read(now));
    expect([queue.left, queue.untagged]).toEqual([1, 2]);
    queue.taggedBehind(left);
    queue.look(0, read([true, false, false]));
    expect([queue.left, queue.untagged]).toEqual([1, 1]);
    queue.look(0, read([true, true, false]));
    expect([queue.left, queue.untagged]).toEqual([1, 1]);
  });

  it('counts nothing twice where it knows of a tag before the review does', () => {
    const queue = queueOf({ a: [false, false] });
    const { place } = shownOf(queue, read([false, false]));
    queue.look(0, read([true, false]));
    queue.tagged(place);
    expect(queue.left).toBe(1);
    expect(queue.next()).toBe('a');
  });

  it('does not ask again for what was tagged and cleared on the way back', () => {
    const queue = queueOf({ a: [false, false] });
    const { place } = shownOf(queue, read([false, false]));
    queue.tagged(place);
    queue.leftBehind(place);
    expect([queue.left, queue.untagged]).toEqual([1, 2]);
    queue.look(0, read([false, false]));
    expect([queue.left, queue.untagged]).toEqual([1, 2]);
    expect(shownOf(queue, read([false, false])).text).toBe('Is it 1?');
  });

  it('is asked again where a tag that it knew of has gone', () => {
    const queue = queueOf({ a: [false] });
    queue.tagged(shownOf(queue, read([false])).place);
    queue.look(0, read([true]));
    expect(queue.next()).toBeNull();
    queue.look(0, read([false]));
    expect(queue.left).toBe(1);
    expect(shownOf(queue, read([false])).text).toBe('Is it 0?');
  });

  it('is not taken at its word at the end, where a question looks like the one that was tagged', () => {
    const queue = queueOf({ a: [false] });
    queue.tagged(shownOf(queue, read([false])).place);
    const alike = extractQuestions(`Is it 0?\n\nIs it 0?${TAG}\n`);
    queue.look(0, alike);
    expect(queue.next()).toBe('a');
    expect(queue.questionIn(alike)?.question.start).toBe(0);
  });

  it.each(REVIEW_ORDERS)('may be that the note is gone: nothing of it counts (%s)', (order) => {
    const queue = queueOf({ a: [false, false, false], b: [false] }, order);
    know(queue, 0, [false, false, false], [0.5, 0.5, 0.5]);
    const now = read([false, false, false]);
    queue.leave(shownOf(queue, now).place);
    const { place } = shownOf(queue, now);
    queue.lose(0);
    queue.leave(place);
    expect([queue.left, queue.untagged]).toEqual([1, 1]);
    expect(queue.next()).toBe('b');
    // It is there again: what was left stays so.
    queue.look(0, now);
    expect([queue.left, queue.untagged]).toEqual([2, 4]);
  });

  it('may be that a note has untagged questions only now: it comes behind the others', () => {
    const queue = queueOf({ a: [false] });
    const note = queue.add(() => 'c');
    queue.look(note, read([false, false]));
    expect(queue.left).toBe(3);
    queue.leave(shownOf(queue, read([false])).place);
    expect(queue.next()).toBe('c');
    expect(queue.questionIn(read([false, false]))?.place.note).toBe(note);
  });
});

describe('the order of the review', () => {
  const notes = { a: [false, true, false], b: [false, false] };

  it.each<[ReviewOrder, readonly string[]]>([
    ['notes', ['a0', 'a2', 'b0', 'b1']],
    ['surest', ['b1', 'a0', 'b0', 'a2']],
    ['unsure', ['a2', 'a0', 'b0', 'b1']],
  ])('%s', (order, expected) => {
    const queue = queueOf(notes, order);
    // Those that are as sure come as they stand in the notes.
    know(queue, 0, notes.a, [0.5, 0]);
    know(queue, 1, notes.b, [0.5, 0.9]);
    expect(leaveAll(queue, notes)).toEqual(expected);
  });

  it.each<[ReviewOrder, readonly string[]]>([
    ['surest', ['b1', 'b0', 'a0', 'a2']],
    ['unsure', ['b0', 'b1', 'a0', 'a2']],
  ])('begins with what is known (%s)', (order, expected) => {
    const queue = queueOf(notes, order);
    know(queue, 1, notes.b, [0.1, 0.9]);
    expect(leaveAll(queue, notes)).toEqual(expected);
  });

  it('goes by what is known at each step', () => {
    const queue = queueOf(notes, 'surest');
    know(queue, 1, notes.b, [0.1, 0.9]);
    queue.next();
    const first = queue.questionIn(read(notes.b));
    expect(first?.question.text).toBe('Is it 1?');
    if (first) queue.tagged(first.place);
    know(queue, 0, notes.a, [0.2, 0.8]);
    expect(queue.next()).toBe('a');
    expect(queue.questionIn(read(notes.a))?.question.text).toBe('Is it 2?');
  });

  it('does not show again what was decided, though its note was looked at before that was known', () => {
    const queue = queueOf({ a: [false, false] }, 'surest');
    know(queue, 0, [false, false], [0.9, 0.1]);
    queue.next();
    const first = queue.questionIn(read([false, false]));
    if (first) queue.tagged(first.place);
    know(queue, 0, [false, false], [0.9, 0.1]);
    queue.next();
    expect(queue.questionIn(read([true, false]))).toBeNull();
    queue.next();
    expect(queue.questionIn(read([true, false]))?.question.text).toBe('Is it 1?');
  });

  it('shows every untagged question once, those that come in too, counts them, and ends, whichever order is chosen', () => {
    const note = fc.array(fc.boolean(), { maxLength: 5 });
    /**
     * What is done at a step: whether the question is tagged, whether the index knows before the review does, the note
     * that one more question comes into, the order, and what becomes known.
     */
    const step = fc.record({
      tags: fc.boolean(),
      isAhead: fc.boolean(),
      grows: fc.option(fc.nat({ max: 3 })),
      order: fc.constantFrom(...REVIEW_ORDERS),
      known: fc.nat({ max: 4 }),
      sure: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(
        fc.array(note, { maxLength: 4 }),
        fc.constantFrom(...REVIEW_ORDERS),
        fc.array(step, { minLength: 40, maxLength: 40 }),
        (made, order, steps) => {
          const notes = made.map((tagged) => [...tagged]);
          // The index is a step behind the notes.
          let indexed = notes.map((tagged) => [...tagged]);
          const queue = new ReviewQueue(
            notes.map((tagged, at) => ({
              now: () => String(at),
              untagged: tagged.filter((has) => !has).length,
            })),
            'question',
            order,
          );
          const wanted = notes.flatMap((tagged, note) =>
            tagged.flatMap((has, at) => (has ? [] : [`${String(note)}:Is it ${String(at)}?`])),
          );
          const shown: string[] = [];
          let left = 0;
          for (let path = queue.next(); path !== null; path = queue.next()) {
            const tagged = notes[Number(path)] ?? [];
            const next = queue.questionIn(read(tagged));
            if (!next) continue;
            expect(queue.left).toBe(wanted.length - shown.length);
            shown.push(`${path}:${next.question.text}`);
            const value = steps[shown.length - 1];
            if (!value) throw new Error('More was shown than there is.');
            const before = notes.map((each) => [...each]);
            if (value.tags) {
              tagged[next.at] = true;
              if (value.isAhead) {
                queue.look(Number(path), read(tagged));
                before[Number(path)] = [...tagged];
                indexed[Number(path)] = [...tagged];
              }
              queue.tagged(next.place);
            } else {
              queue.leave(next.place);
              left += 1;
            }
            queue.order = value.order;
            const ofNote = indexed[value.known];
            if (ofNote) {
              know(queue, value.known, ofNote, value.sure);
              queue.look(value.known, read(ofNote));
            }
            const growing = shown.length <= 20 ? (value.grows ?? -1) : -1;
            const grown = before[growing];
            if (grown) {
              wanted.push(`${String(growing)}:Is it ${String(grown.length)}?`);
              notes[growing]?.push(false);
              grown.push(false);
              queue.look(growing, read(grown));
            }
            indexed = before;
          }
          expect([...shown].sort()).toEqual([...wanted].sort());
          expect(queue.left).toBe(0);
          expect(queue.untagged).toBe(left);
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/core/suggest/record';
import { Lesson } from '../../../src/ui/suggest/lesson';
import type { OnReplay } from '../../../src/vault/writing/operations';

const OUTCOME: Outcome = { opinions: [], chosen: 'inward/anomaly', ghost: null };

function begin() {
  const learnt: Outcome[][] = [];
  const followed = new Map<number, OnReplay>();
  const lesson = new Lesson({
    operations: { follow: (id, onReplay) => void followed.set(id, onReplay) },
    suggester: {
      learn: (outcomes) => {
        const own = [...outcomes];
        learnt.push(own);
        return () => void learnt.splice(learnt.indexOf(own), 1);
      },
    },
  });
  return { lesson, learnt, followed };
}

describe('what is learnt of an operation', () => {
  it('goes with an undo and comes with a redo', () => {
    const { lesson, learnt, followed } = begin();
    lesson.onBegin(7);
    lesson.learn([OUTCOME, null]);
    expect(learnt).toEqual([[OUTCOME]]);
    const told = followed.get(7);
    for (const [way, left] of [
      ['undo', 0],
      ['redo', 1],
      ['undo', 0],
    ] as const) {
      told?.(way);
      expect(learnt).toHaveLength(left);
    }
  });

  it('stays where the operation is on no record', () => {
    const { lesson, learnt, followed } = begin();
    lesson.learn([OUTCOME]);
    expect([learnt.length, followed.size]).toEqual([1, 0]);
  });

  it('is nothing where no question had proposals', () => {
    const { lesson, learnt, followed } = begin();
    lesson.onBegin(7);
    lesson.learn([null]);
    expect([learnt.length, followed.size]).toEqual([0, 0]);
  });
});

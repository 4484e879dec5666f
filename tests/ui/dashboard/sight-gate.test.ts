// The index as a block hears of it: at once in sight, later out of sight, never after its end.
import { expect, it, vi } from 'vitest';
import { PathMap } from '../../../src/core/index/path-list';
import type { NoteEntry } from '../../../src/core/index/question-index';
import { SightGate } from '../../../src/ui/dashboard/sight-gate';

function gated() {
  const listeners = new Set<() => void>();
  const gate = new SightGate({
    progress: { phase: 'ready', done: 0, total: 0 },
    entries: () => new PathMap<NoteEntry>().snapshot(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const heard = vi.fn();
  gate.subscribe(heard);
  return { gate, heard, listeners, tell: () => listeners.forEach((listener) => listener()) };
}

it('is heard of at once while it is in sight', () => {
  const { heard, tell } = gated();
  tell();
  tell();
  expect(heard).toHaveBeenCalledTimes(2);
});

it('is heard of once, as late as it comes into sight, and only if something changed', () => {
  const { gate, heard, tell } = gated();
  gate.setInSight(false);
  tell();
  tell();
  expect(heard).not.toHaveBeenCalled();
  gate.setInSight(true);
  expect(heard).toHaveBeenCalledTimes(1);
  gate.setInSight(false);
  gate.setInSight(true);
  expect(heard).toHaveBeenCalledTimes(1);
});

it('is let go of at its end', () => {
  const { gate, heard, listeners } = gated();
  gate.close();
  expect(listeners.size).toBe(0);
  gate.setInSight(true);
  expect(heard).not.toHaveBeenCalled();
});

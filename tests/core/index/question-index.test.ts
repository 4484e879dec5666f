import { describe, expect, it, vi } from 'vitest';
import { NoteQuestions } from '../../../src/core/index/note-questions';
import { QuestionIndex, type NoteEntry } from '../../../src/core/index/question-index';

function entryAt(path: string, checkbox: boolean | null = null): NoteEntry {
  return {
    path,
    scope: { inScope: true, reason: 'in' },
    checkbox,
    questions: NoteQuestions.of([]),
  };
}

/** An index that holds its notices back until they are let go. */
function heldIndex() {
  const held: (() => void)[] = [];
  const index = new QuestionIndex((notice) => held.push(notice));
  const listener = vi.fn();
  const stop = index.subscribe(listener);
  const letGo = () => held.splice(0).forEach((notice) => notice());
  return { index, listener, stop, letGo };
}

const paths = (index: QuestionIndex) => [...index.entries()].map(({ path }) => path).sort();

describe('entries', () => {
  it('are put, replaced, found and removed by path', () => {
    const index = new QuestionIndex();
    index.put(entryAt('a.md'));
    index.put(entryAt('a.md', true));
    expect(index.entries().size).toBe(1);
    expect(index.get('a.md')).toEqual(entryAt('a.md', true));
    index.remove('a.md');
    expect(index.get('a.md')).toBeNull();
    expect(index.entries().size).toBe(0);
  });

  it('move with their note, over what stood there', () => {
    const index = new QuestionIndex();
    index.put(entryAt('a.md', true));
    index.put(entryAt('b.md', false));
    index.rename('a.md', 'b.md');
    expect(paths(index)).toEqual(['b.md']);
    expect(index.get('b.md')).toEqual(entryAt('b.md', true));
  });

  it('stay where nothing moves: no such note, or the same path', () => {
    const { index, listener, letGo } = heldIndex();
    index.put(entryAt('a.md'));
    letGo();
    const { revision } = index;
    index.rename('gone.md', 'a.md');
    index.rename('a.md', 'a.md');
    index.remove('gone.md');
    letGo();
    expect(paths(index)).toEqual(['a.md']);
    expect(index.revision).toBe(revision);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('move and go with their folder, and not with one whose name only begins alike', () => {
    const index = new QuestionIndex();
    for (const path of ['a/1.md', 'a/b/2.md', 'ab/3.md', 'a.md']) index.put(entryAt(path));
    index.renameFolder('a', 'z/a');
    expect(paths(index)).toEqual(['a.md', 'ab/3.md', 'z/a/1.md', 'z/a/b/2.md']);
    expect(index.get('z/a/1.md')).toEqual(entryAt('z/a/1.md'));
    index.removeFolder('z');
    expect(paths(index)).toEqual(['a.md', 'ab/3.md']);
  });

  it('move with a folder into one of its own name', () => {
    const index = new QuestionIndex();
    for (const path of ['a/1.md', 'a/a/1.md']) index.put(entryAt(path));
    index.renameFolder('a', 'b/a');
    expect(paths(index)).toEqual(['b/a/1.md', 'b/a/a/1.md']);
  });
});

it('gives its entries by path, as they were when it was asked', () => {
  const index = new QuestionIndex();
  for (const path of ['b.md', 'a.md', 'c/d.md']) index.put(entryAt(path));
  const before = index.entries();
  index.remove('a.md');
  index.put(entryAt('b.md', true));
  expect([...before].map(({ path }) => path)).toEqual(['a.md', 'b.md', 'c/d.md']);
  expect(before.get('b.md')).toEqual(entryAt('b.md'));
  expect([...index.entries()].map(({ path }) => path)).toEqual(['b.md', 'c/d.md']);
});

describe('notices', () => {
  it('come once for many changes, and again for later ones', () => {
    const { index, listener, letGo } = heldIndex();
    index.put(entryAt('a.md'));
    index.put(entryAt('b.md'));
    index.setProgress({ phase: 'indexing', done: 1, total: 2 });
    expect(listener).not.toHaveBeenCalled();
    letGo();
    expect(listener).toHaveBeenCalledTimes(1);
    index.remove('a.md');
    letGo();
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('come no more to who has stopped listening', () => {
    const { index, listener, stop, letGo } = heldIndex();
    index.put(entryAt('a.md'));
    stop();
    letGo();
    expect(listener).not.toHaveBeenCalled();
  });

  it('may change the index or the listeners without end or loss', () => {
    const { index, listener, letGo } = heldIndex();
    const stop = index.subscribe(() => {
      stop();
      index.put(entryAt('from-listener.md'));
    });
    index.put(entryAt('a.md'));
    letGo();
    letGo();
    letGo();
    expect(listener).toHaveBeenCalledTimes(2);
    expect(index.entries().size).toBe(2);
  });
});

it('counts revisions for entries, not for progress', () => {
  const index = new QuestionIndex();
  index.setProgress({ phase: 'indexing', done: 0, total: 3 });
  expect(index.revision).toBe(0);
  expect(index.progress).toEqual({ phase: 'indexing', done: 0, total: 3 });
  index.put(entryAt('a.md'));
  expect(index.revision).toBe(1);
});

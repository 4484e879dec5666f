// What is made whole after a crash in the middle of an operation.
import { describe, expect, it, vi } from 'vitest';
import { extractQuestions } from '../../../../src/core/reading/extract';
import { Operations } from '../../../../src/vault/writing/operations';
import { MarkWriter } from '../../../../src/vault/writing/write';
import { outcomeOf } from '../../../../src/vault/writing/write-outcome';
import {
  TAG,
  INWARD,
  MARK,
  NOTE,
  MARKED,
  vault,
  journal,
  operations,
  start,
  add,
  tagAll,
  READ_ONLY,
} from './started';

vi.mock('obsidian', () => import('../../obsidian'));

describe('after a crash in the middle of three notes', () => {
  const PATHS = ['a.md', 'b.md', 'c.md'];

  /** Recorded but not written: the crash came between the two. Written: after both. */
  async function crash(
    when: 'before the write' | 'after the write',
    paths: readonly string[] = PATHS,
  ): Promise<void> {
    const notes = paths.map((path) => tagAll(add(path, NOTE), NOTE));
    let writes = 0;
    const { app } = vault;
    const process = app.vault.process.bind(app.vault);
    const never = new Promise<never>(() => undefined);
    let reached: () => void = () => undefined;
    const crashed = new Promise<void>((resolve) => (reached = resolve));
    app.vault.process = async (...values) => {
      writes += 1;
      if (writes === 2 && when === 'after the write') await process(...values);
      if (writes === 2) {
        reached();
        return never;
      }
      return process(...values);
    };
    void new MarkWriter(new Operations(app, journal), () => TAG).writeAll(notes);
    await crashed;
    app.vault.process = process;
    start();
  }

  describe.each(['before the write', 'after the write'] as const)('%s of the second', (when) => {
    it('the operation is found, and finished as one', async () => {
      await crash(when);
      const [found] = await operations.recovery.interrupted();
      expect(found).toMatchObject({ total: 3, reached: 2 });
      if (!found) return;
      await operations.recovery.resume(found.operation);
      expect(PATHS.map((path) => vault.text(path))).toEqual([MARKED, MARKED, MARKED]);
      expect(await operations.recovery.interrupted()).toEqual([]);
      expect(await operations.undo()).toMatchObject({ notes: 3, places: 6, lost: [] });
      expect(PATHS.map((path) => vault.text(path))).toEqual([NOTE, NOTE, NOTE]);
    });

    it('or taken back, and forgotten', async () => {
      await crash(when);
      const [found] = await operations.recovery.interrupted();
      if (!found) throw new Error('nothing found');
      const turn = await operations.recovery.takeBack(found.operation);
      expect(turn).toMatchObject({ lost: [], failed: [], format: null });
      expect(PATHS.map((path) => vault.text(path))).toEqual([NOTE, NOTE, NOTE]);
      expect(await operations.recovery.interrupted()).toEqual([]);
      expect(await operations.redo()).toBeNull();
      expect(await operations.undo()).toBeNull();
      expect(await journal.notesOf(found.operation.id)).toEqual([]);
    });
  });

  it('finishing keeps what still stands of a note that has changed since', async () => {
    await crash('after the write');
    vault.modify('b.md', `甲為什麼？${MARK}\n\n乙為什麼？\n`);
    const [found] = await operations.recovery.interrupted();
    if (!found) throw new Error('nothing found');
    await operations.recovery.resume(found.operation);
    expect(vault.text('b.md')).toBe(MARKED);
    await operations.undo();
    expect(vault.text('b.md')).toBe(NOTE);
  });

  it('finishing keeps on record what was written of a note that can’t be written now', async () => {
    await crash('after the write');
    vault.modify('b.md', `甲為什麼？${MARK}\n\n乙為什麼？\n`);
    const [found] = await operations.recovery.interrupted();
    if (!found) throw new Error('nothing found');
    vault.processFails = READ_ONLY;
    const outcomes = await operations.recovery.resume(found.operation);
    expect(outcomes.map(({ edit }) => edit.ok)).toEqual([true, false, false]);
    vault.processFails = null;
    expect(await operations.undo()).toMatchObject({ total: 2, notes: 2, failed: [] });
    expect(PATHS.map((path) => vault.text(path))).toEqual([NOTE, NOTE, NOTE]);
  });

  it('taking back leaves what could not be written to the next undo', async () => {
    await crash('after the write');
    const [found] = await operations.recovery.interrupted();
    if (!found) throw new Error('nothing found');
    vault.processFails = READ_ONLY;
    const turn = await operations.recovery.takeBack(found.operation);
    expect(turn.failed.map(({ path }) => path)).toEqual(['a.md', 'b.md']);
    vault.processFails = null;
    expect(await operations.recovery.interrupted()).toEqual([]);
    expect(await operations.undo()).toMatchObject({ total: 2, notes: 2, failed: [] });
    expect(PATHS.map((path) => vault.text(path))).toEqual([NOTE, NOTE, NOTE]);
  });

  it('taking back forgets a note that is gone', async () => {
    await crash('after the write');
    vault.delete('b.md');
    const [found] = await operations.recovery.interrupted();
    if (!found) throw new Error('nothing found');
    const turn = await operations.recovery.takeBack(found.operation);
    expect(turn.failed).toMatchObject([{ path: 'b.md', failure: { code: 'missing' } }]);
    expect(await operations.ahead('undo')).toBeNull();
  });

  it('taking back that is stopped can be gone on with', async () => {
    await crash('after the write');
    const [found] = await operations.recovery.interrupted();
    if (!found) throw new Error('nothing found');
    const stop = new AbortController();
    const options = { signal: stop.signal, onProgress: () => stop.abort() };
    expect(await operations.recovery.takeBack(found.operation, options)).toMatchObject({ done: 1 });
    expect(PATHS.map((path) => vault.text(path))).toEqual([NOTE, MARKED, NOTE]);
    const [again] = await operations.recovery.interrupted();
    expect(again?.operation.id).toBe(found.operation.id);
    await operations.recovery.takeBack(found.operation);
    expect(PATHS.map((path) => vault.text(path))).toEqual([NOTE, NOTE, NOTE]);
    expect(await operations.recovery.interrupted()).toEqual([]);
  });

  it('finishing takes no note for another of its name that has a turn of its own', async () => {
    await crash('before the write', ['a.md', 'x/b.md', 'y/b.md']);
    vault.delete('x/b.md');
    const [found] = await operations.recovery.interrupted();
    if (!found) throw new Error('nothing found');
    const outcomes = await operations.recovery.resume(found.operation);
    expect(outcomes.map(({ path, edit }) => [path, edit.ok])).toEqual([
      ['x/b.md', false],
      ['a.md', true],
      ['y/b.md', true],
    ]);
    expect(vault.text('y/b.md')).toBe(MARKED);
  });

  it('finishing counts questions, names those that are refused, and follows a note by its name', async () => {
    await crash('before the write');
    vault.delete('b.md');
    add('elsewhere/b.md', NOTE);
    vault.modify('c.md', '乙為什麼？\n');
    const [found] = await operations.recovery.interrupted();
    if (!found) throw new Error('nothing found');
    const outcomes = await operations.recovery.resume(found.operation);
    expect(outcomes.map(({ path, edit }) => [path, outcomeOf(edit)])).toMatchObject([
      ['a.md', { written: 0, refused: [] }],
      ['elsewhere/b.md', { written: 2, refused: [] }],
      ['c.md', { written: 1, refused: [{ change: { question: { text: '甲為什麼？' } } }] }],
    ]);
    expect(await operations.undo()).toMatchObject({ total: 3, notes: 3, lost: [], failed: [] });
    expect(vault.text('elsewhere/b.md')).toBe(NOTE);
  });

  it('finishing names a note that is gone', async () => {
    await crash('before the write');
    vault.delete('c.md');
    const [found] = await operations.recovery.interrupted();
    if (!found) throw new Error('nothing found');
    const outcomes = await operations.recovery.resume(found.operation);
    expect(outcomes).toHaveLength(3);
    expect(outcomes).toContainEqual({
      path: 'c.md',
      edit: { ok: false, failure: { code: 'missing', detail: 'c.md' } },
    });
  });

  it('finishing changes the links, save in a note of which something is refused', async () => {
    const link = { original: '[[a#Why?]]', insert: '[[a#Why? question/inward]]' };
    const heading = '## Why?\n';
    const own = `${heading}\nSee [[a#Why?]].\n`;
    const [asks] = extractQuestions(heading);
    const [gone] = extractQuestions('What?\n');
    if (!asks || !gone) throw new Error('two questions');
    add('a.md', own);
    add('b.md', 'See [[a#Why?]].\n');
    add('c.md', 'So it is. [[a#Why?]]\n');
    await journal.begin({
      kind: 'marks',
      format: TAG,
      notes: [
        {
          path: 'a.md',
          changes: [{ question: asks, value: INWARD }],
          links: [{ ...link, from: 13 }],
        },
        { path: 'b.md', changes: [], links: [{ ...link, from: 4 }] },
        {
          path: 'c.md',
          changes: [{ question: gone, value: INWARD }],
          links: [{ ...link, from: 10 }],
        },
      ],
    });
    const [found] = await operations.recovery.interrupted();
    if (!found) throw new Error('nothing found');
    await operations.recovery.resume(found.operation);
    const texts = () => ['a.md', 'b.md', 'c.md'].map((path) => vault.text(path));
    expect(texts()).toEqual([
      `## Why?${MARK}\n\nSee [[a#Why? question/inward]].\n`,
      'See [[a#Why? question/inward]].\n',
      'So it is. [[a#Why?]]\n',
    ]);
    await operations.undo();
    expect(texts()).toEqual([own, 'See [[a#Why?]].\n', 'So it is. [[a#Why?]]\n']);
  });

  it('finishing leaves alone the copies that the operation itself spared', async () => {
    const copy = 'c (Conflicted copy Phone 202601011200).md';
    await crash('after the write', ['a.md', 'b.md', copy]);
    const [found] = await operations.recovery.interrupted();
    if (!found) throw new Error('nothing found');
    const outcomes = await operations.recovery.resume(found.operation);
    expect(vault.text(copy)).toBe(NOTE);
    expect(outcomes.at(-1)).toMatchObject({ edit: { failure: { code: 'conflicted-copy' } } });
  });

  it('an operation on one note needs no question', async () => {
    const file = add('a.md', NOTE);
    const id = await journal.begin({ kind: 'marks', format: TAG, notes: [] });
    await journal.record({ operation: id ?? 0, path: file.path, edits: [] });
    expect(await operations.recovery.interrupted()).toEqual([]);
    expect(await journal.unfinished()).toEqual([]);
  });
});

// What the journal holds of an operation: while it goes on, and where it fails.
import { describe, expect, it, vi } from 'vitest';
import type { TFile } from 'obsidian';
import { loseDatabases } from '../../../../scripts/playground/host/databases/lost-databases';
import { extractQuestions } from '../../../../src/core/reading/extract';
import { Journal } from '../../../../src/vault/writing/journal';
import { Operations } from '../../../../src/vault/writing/operations';
import { MarkWriter } from '../../../../src/vault/writing/write';
import {
  TAG,
  INWARD,
  MARK,
  NOTE,
  MARKED,
  startWithoutJournal,
  vault,
  journal,
  operations,
  writer,
  start,
  add,
  tagAll,
  READ_ONLY,
  at,
} from './started';

vi.mock('obsidian', () => import('../../obsidian'));

describe('the journal during an operation', () => {
  it('holds each note before it is written', async () => {
    const file = add('a.md', NOTE);
    const seen: (readonly string[])[] = [];
    const process = vault.app.vault.process.bind(vault.app.vault);
    const app = vault.app;
    app.vault.process = async (...values) => {
      const [running] = await journal.unfinished();
      const notes = await journal.notesOf(running?.id ?? 0);
      seen.push(notes.flatMap(({ edits }) => edits.map(({ lead }) => lead)));
      return process(...values);
    };
    await new MarkWriter(new Operations(app, journal), () => TAG).writeAll([tagAll(file, NOTE)]);
    expect(seen).toEqual([['甲為什麼？', '乙為什麼？']]);
  });

  it('holds what was written where the text moved in between', async () => {
    const file = add('a.md', NOTE);
    vault.afterRead = () => vault.modify('a.md', `為什麼？\n${NOTE}`);
    await writer.writeAll([tagAll(file, NOTE)]);
    const [note] = await journal.notesOf((await journal.lastDone())?.id ?? 0);
    expect(note?.edits.map(({ at }) => at)).toEqual([10, 10 + 7 + MARK.length]);
  });

  it('forgets a note that could not be written', async () => {
    const file = add('a.md', NOTE);
    vault.processFails = new Error('disk on fire');
    await writer.writeAll([tagAll(file, NOTE)]);
    expect(await journal.lastDone()).toBeNull();
    expect(await operations.ahead('undo')).toBeNull();
  });

  it('that cannot be kept stops nothing', async () => {
    const faults: string[] = [];
    const broken = new Journal('broken', (reason) => faults.push(reason));
    const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new Error('no database');
    });
    const tagging = new MarkWriter(new Operations(vault.app, broken), () => TAG);
    const outcome = await tagging.write(add('a.md', NOTE), tagAll(add('x.md', ''), NOTE).changes);
    opening.mockRestore();
    expect(outcome.written).toBe(2);
    expect(vault.text('a.md')).toBe(MARKED);
    expect(faults).toEqual(['no database']);
  });
});

describe('a tagging that is not on record', () => {
  const HALF = `甲為什麼？${MARK}\n\n乙為什麼？\n`;
  const tagOne = (file: TFile, text: string, which: number) =>
    writer.write(file, [{ question: at(extractQuestions(text), which), value: INWARD }]);
  const failing: readonly (readonly [string, () => unknown])[] = [
    ['could not begin', () => vi.spyOn(journal, 'begin').mockResolvedValueOnce(null)],
    ['was not recorded', () => vi.spyOn(journal, 'record').mockResolvedValueOnce(false)],
    ['could not be finished', () => vi.spyOn(journal, 'finish').mockResolvedValueOnce(false)],
  ];

  it.each(failing)('is never reached past by undo: it %s', async (_, fail) => {
    const file = add('a.md', NOTE);
    await tagOne(file, NOTE, 0);
    fail();
    await tagOne(file, HALF, 1);
    expect(await operations.ahead('undo')).toBe('unrecorded');
    expect(await operations.ahead('redo')).toBeNull();
    expect(await operations.undo()).toBeNull();
    expect(vault.text('a.md')).toBe(MARKED);
  });

  it('is never reached past once another, which could not begin either, wrote nothing', async () => {
    const [a, b] = [add('a.md', NOTE), add('b.md', NOTE)];
    await writer.writeAll([tagAll(a, NOTE)]);
    vi.spyOn(journal, 'begin').mockResolvedValueOnce(null).mockResolvedValueOnce(null);
    const onBegin = vi.fn();
    await writer.writeAll([tagAll(b, NOTE)], { onBegin });
    await writer.writeAll([tagAll(b, NOTE)], { onBegin });
    expect(onBegin).not.toHaveBeenCalled();
    expect(await operations.ahead('undo')).toBe('unrecorded');
    expect(await operations.undo()).toBeNull();
    expect([vault.text('a.md'), vault.text('b.md')]).toEqual([MARKED, MARKED]);
  });

  it.each(failing)('lets what came later be taken back, and made again: it %s', async (_, fail) => {
    const [a, b] = [add('a.md', NOTE), add('b.md', NOTE)];
    await tagOne(a, NOTE, 0);
    fail();
    await tagOne(a, HALF, 1);
    await writer.writeAll([tagAll(b, NOTE)]);
    expect(await operations.undo()).toMatchObject({ places: 2 });
    expect(await operations.undo()).toBeNull();
    expect(await operations.ahead('undo')).toBe('unrecorded');
    expect([vault.text('a.md'), vault.text('b.md')]).toEqual([MARKED, NOTE]);
    expect(await operations.redo()).toMatchObject({ places: 2 });
    expect(vault.text('b.md')).toBe(MARKED);
  });

  it.each(failing)('keeps what was undone before from being made again: it %s', async (_, fail) => {
    const [a, b] = [add('a.md', NOTE), add('b.md', NOTE)];
    await writer.writeAll([tagAll(a, NOTE)]);
    await operations.undo();
    fail();
    await writer.writeAll([tagAll(b, NOTE)]);
    expect(await operations.redo()).toBeNull();
    expect([vault.text('a.md'), vault.text('b.md')]).toEqual([NOTE, MARKED]);
  });

  it.each(failing)('is one that was completed while it was typed: it %s', async (_, fail) => {
    await writer.writeAll([tagAll(add('b.md', NOTE), NOTE)]);
    fail();
    const file = add('a.md', HALF);
    await writer.recordTyped(file, { from: 5, to: 5, expected: '', insert: MARK }, HALF);
    expect(await operations.undo()).toBeNull();
    expect(await operations.ahead('undo')).toBe('unrecorded');
    expect(vault.text('b.md')).toBe(MARKED);
  });

  it.each(failing.slice(0, 2))('stays so after a restart: it %s', async (_, fail) => {
    const [a, b] = [add('a.md', NOTE), add('b.md', NOTE)];
    await tagOne(a, NOTE, 0);
    fail();
    await tagOne(a, HALF, 1);
    start();
    expect(await operations.ahead('undo')).toBe('unrecorded');
    expect(await operations.undo()).toBeNull();
    await writer.writeAll([tagAll(b, NOTE)]);
    start();
    expect(await operations.undo()).toMatchObject({ places: 2 });
    start();
    expect(await operations.undo()).toBeNull();
    expect([vault.text('a.md'), vault.text('b.md')]).toEqual([MARKED, NOTE]);
  });

  it('lets all that came later be taken back after a restart', async () => {
    const files = ['a.md', 'b.md', 'c.md'].map((path) => add(path, NOTE));
    vi.spyOn(journal, 'begin').mockResolvedValueOnce(null);
    for (const file of files) await writer.writeAll([tagAll(file, NOTE)]);
    start();
    for (const path of ['c.md', 'b.md']) {
      expect(await operations.undo()).toMatchObject({ places: 2 });
      expect(vault.text(path)).toBe(NOTE);
    }
    expect(await operations.undo()).toBeNull();
    expect(vault.text('a.md')).toBe(MARKED);
  });

  it('is on record after a restart where only its end was not', async () => {
    const file = add('a.md', NOTE);
    vi.spyOn(journal, 'finish').mockResolvedValueOnce(false);
    await tagOne(file, NOTE, 0);
    start();
    expect(await operations.recovery.interrupted()).toEqual([]);
    expect(await operations.undo()).toMatchObject({ places: 1 });
    expect(vault.text('a.md')).toBe(NOTE);
  });

  it('keeps nothing from being taken back once the journal was emptied', async () => {
    const file = add('a.md', NOTE);
    for (const which of [0, 1]) await tagOne(file, vault.text('a.md'), which);
    vi.spyOn(journal, 'begin').mockResolvedValueOnce(null);
    await writer.writeAll([tagAll(add('b.md', NOTE), NOTE)]);
    await writer.writeAll([tagAll(add('c.md', NOTE), NOTE)]);
    startWithoutJournal();
    expect(await operations.ahead('undo')).toBe('unrecorded');
    await writer.writeAll([tagAll(add('d.md', NOTE), NOTE)]);
    expect(await operations.undo()).toMatchObject({ places: 2 });
    expect(vault.text('d.md')).toBe(NOTE);
  });

  it('stands in nobody’s way where it wrote nothing', async () => {
    const file = add('a.md', NOTE);
    await writer.writeAll([tagAll(file, NOTE)]);
    vi.spyOn(journal, 'begin').mockResolvedValueOnce(null);
    await writer.writeAll([tagAll(file, NOTE)]);
    expect(await operations.undo()).toMatchObject({ places: 2 });
  });

  it.each<[string, () => unknown]>([
    ['had no record', () => vi.spyOn(journal, 'record').mockResolvedValueOnce(false)],
    ['could not begin', () => vi.spyOn(journal, 'begin').mockResolvedValueOnce(null)],
  ])('stands in nobody’s way where it could not be written and %s', async (_, fail) => {
    const [a, b] = [add('a.md', NOTE), add('b.md', NOTE)];
    await writer.writeAll([tagAll(a, NOTE)]);
    fail();
    vault.processFails = READ_ONLY;
    const [outcome] = await writer.writeAll([tagAll(b, NOTE)]);
    expect(outcome?.failure?.code).toBe('read-only');
    vault.processFails = null;
    expect(await operations.undo()).toMatchObject({ places: 2 });
    expect(vault.text('a.md')).toBe(NOTE);
  });

  it.each<[string, () => unknown]>([
    ['is on record', () => undefined],
    ['could not begin', () => vi.spyOn(journal, 'begin').mockResolvedValueOnce(null)],
  ])('stands in nobody’s way where its questions went meanwhile: it %s', async (_, fail) => {
    const [a, b] = [add('a.md', NOTE), add('b.md', NOTE)];
    await writer.writeAll([tagAll(a, NOTE)]);
    fail();
    vault.afterRead = () => vault.modify('b.md', '沒有了。\n');
    await writer.writeAll([tagAll(b, NOTE)]);
    vault.afterRead = () => undefined;
    expect(await operations.ahead('undo')).toEqual({ id: 1, notes: 1 });
    expect(await operations.undo()).toMatchObject({ places: 2 });
    expect([vault.text('a.md'), vault.text('b.md')]).toEqual([NOTE, '沒有了。\n']);
  });

  it('stays one where its notes can’t be looked up, and is taken back later', async () => {
    await writer.writeAll([tagAll(add('a.md', NOTE), NOTE)]);
    await tagOne(add('b.md', NOTE), NOTE, 0);
    vi.spyOn(journal, 'notesOf').mockResolvedValueOnce([]);
    expect(await operations.undo()).toBeNull();
    expect(await operations.undo()).toMatchObject({ places: 1 });
    expect([vault.text('a.md'), vault.text('b.md')]).toEqual([MARKED, NOTE]);
  });
});

describe('a database whose connection is lost', () => {
  it('under every step loses no tagging', async () => {
    const [a, b] = [add('a.md', NOTE), add('b.md', NOTE)];
    const lose = () => loseDatabases(false);
    await writer.writeAll([tagAll(a, NOTE)], { onProgress: lose });
    expect(lose()).toBe(1);
    vault.afterRead = lose;
    await writer.writeAll([tagAll(b, NOTE)], { onBegin: lose, onProgress: lose });
    lose();
    expect(await operations.undo({ onProgress: lose })).toMatchObject({ places: 2 });
    expect([vault.text('a.md'), vault.text('b.md')]).toEqual([MARKED, NOTE]);
    lose();
    expect(await operations.undo()).toMatchObject({ places: 2 });
    lose();
    expect(await operations.redo()).toMatchObject({ places: 2 });
    expect([vault.text('a.md'), vault.text('b.md')]).toEqual([MARKED, NOTE]);
  });
});

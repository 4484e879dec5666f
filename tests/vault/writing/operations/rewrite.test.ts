// Another way of writing marks, as one operation; and how far undo goes, where that can’t be kept.
import { describe, expect, it, vi } from 'vitest';
import type { MarkFormat } from '../../../../src/core/model/mark';
import { undoBoundary, UndoReach } from '../../../../src/vault/writing/undo-boundary';
import { outcomeOf } from '../../../../src/vault/writing/write-outcome';
import { TAG, MARK, vault, journal, operations, writer, add, open, READ_ONLY } from './started';

vi.mock('obsidian', () => import('../../obsidian'));

describe('another way of writing marks', () => {
  const COMMENT: MarkFormat = { root: 'ask', style: 'comment' };
  const TEXT = `甲為什麼？${MARK}\r\nWhy? #question/skip Because. #question/other\r\n`;
  const REWRITTEN =
    '甲為什麼？ %% #ask/inward %%\r\nWhy? %% #ask/skip %% Because. %% #ask/other %%\r\n';

  it('rewrites every mark, and an undo gives the same bytes back', async () => {
    const file = add('a.md', TEXT);
    const [outcome] = await writer.rewriteAll([file], {
      from: TAG,
      to: COMMENT,
      setting: TAG,
    });
    expect(outcome).toMatchObject({ written: 3, failure: null });
    expect(vault.text('a.md')).toBe(REWRITTEN);
    expect(await operations.undo()).toMatchObject({ places: 3, lost: [], format: TAG });
    expect(vault.text('a.md')).toBe(TEXT);
    expect(await operations.redo()).toMatchObject({ places: 3, format: COMMENT });
    expect(vault.text('a.md')).toBe(REWRITTEN);
  });

  it('goes back to what the settings said, whatever root the marks had', async () => {
    const setting: MarkFormat = { root: 'ask', style: 'tag' };
    const file = add('a.md', TEXT);
    await writer.rewriteAll([file], { from: TAG, to: COMMENT, setting });
    expect(await operations.undo()).toMatchObject({ places: 3, format: setting, unread: null });
    expect(vault.text('a.md')).toBe(TEXT);
  });

  it('that was interrupted before any note goes back to what the settings said', async () => {
    const notes = [add('a.md', TEXT), add('b.md', TEXT)].map(({ path }) => ({ path }));
    await journal.begin({ kind: 'rewrite', from: TAG, to: COMMENT, setting: TAG, notes });
    const [found] = await operations.recovery.interrupted();
    if (!found) throw new Error('nothing found');
    expect(await operations.recovery.takeBack(found.operation)).toMatchObject({
      places: 0,
      format: TAG,
    });
  });

  it('that was interrupted is finished, with the links and the notes in which only these are changed', async () => {
    add('a.md', `## Why?${MARK}\n`);
    add('b.md', `[[a#Why? question/inward]] So?${MARK}\n`);
    add('c.md', `So?${MARK}\n`);
    const ask = { root: 'ask', style: 'tag' } as const;
    const original = '[[a#Why? question/inward]]';
    const link = { original, from: 0, insert: '[[a#Why? ask/inward]]' };
    const id = await journal.begin({
      kind: 'rewrite',
      from: TAG,
      to: ask,
      setting: TAG,
      roots: ['question'],
      notes: [
        { path: 'a.md' },
        { path: 'b.md', links: [link], keepsMarks: true },
        { path: 'c.md', keepsMarks: true },
      ],
    });
    const [found] = await operations.recovery.interrupted();
    if (!found) throw new Error('nothing found');
    const begun: number[] = [];
    const outcomes = await operations.recovery.resume(found.operation, {
      onBegin: (each) => begun.push(each),
    });
    expect(begun).toEqual([id]);
    expect(outcomes.map(({ path, edit }) => [path, outcomeOf(edit).written])).toEqual([
      ['a.md', 1],
      ['b.md', 0],
      ['c.md', 0],
    ]);
    const texts = () => ['a.md', 'b.md', 'c.md'].map((path) => vault.text(path));
    expect(texts()).toEqual([
      '## Why? #ask/inward\n',
      `[[a#Why? ask/inward]] So?${MARK}\n`,
      `So?${MARK}\n`,
    ]);
    expect(await operations.undo()).toMatchObject({ total: 2, notes: 2, lost: [], format: TAG });
    expect(texts()).toEqual([`## Why?${MARK}\n`, `${original} So?${MARK}\n`, `So?${MARK}\n`]);
  });

  it('that is taken back in some notes alone says which marks are not read', async () => {
    const [a, b] = [add('a.md', TEXT), add('b.md', TEXT)];
    await writer.rewriteAll([a, b], { from: TAG, to: COMMENT, setting: TAG });
    open(a, REWRITTEN);
    vault.processFails = READ_ONLY;
    expect(await operations.undo()).toMatchObject({ format: TAG, unread: 'ask' });
    vault.processFails = null;
    expect(await operations.undo()).toMatchObject({ format: TAG, unread: null });
  });

  it('of the same root, taken back in some notes alone, leaves no mark unread', async () => {
    const to: MarkFormat = { ...TAG, style: 'comment' };
    const [a, b] = [add('a.md', TEXT), add('b.md', TEXT)];
    await writer.rewriteAll([a, b], { from: TAG, to, setting: TAG });
    open(a, vault.text('a.md'));
    vault.processFails = READ_ONLY;
    expect(await operations.undo()).toMatchObject({ places: 3, format: TAG, unread: null });
    expect(vault.text('b.md')).toContain('%%');
  });

  it('that is stopped while it is taken back says which marks are not read', async () => {
    const files = [add('a.md', TEXT), add('b.md', TEXT)];
    await writer.rewriteAll(files, { from: TAG, to: COMMENT, setting: TAG });
    const stop = new AbortController();
    const onProgress = () => stop.abort();
    expect(await operations.undo({ signal: stop.signal, onProgress })).toMatchObject({
      done: 1,
      total: 2,
      format: TAG,
      unread: 'ask',
    });
  });

  it('leaves nothing unread that could be read: a note that is gone has no marks', async () => {
    const files = [add('a.md', TEXT), add('b.md', TEXT)];
    await writer.rewriteAll(files, { from: TAG, to: COMMENT, setting: TAG });
    vault.delete('b.md');
    const undone = await operations.undo();
    expect(undone).toMatchObject({ places: 3, format: TAG, unread: null });
    expect(undone?.failed).toHaveLength(1);
  });

  it('stays the settings’ where nothing of it could be taken back', async () => {
    const file = add('a.md', TEXT);
    await writer.rewriteAll([file], { from: TAG, to: COMMENT, setting: TAG });
    vault.modify('a.md', 'Another text.');
    const undone = await operations.undo();
    expect(undone).toMatchObject({ places: 0, format: null, unread: null });
    expect(undone?.lost).toHaveLength(3);
  });
});

it.each<[unknown, number]>([
  [null, 0],
  [7, 7],
  ['next', Infinity],
  ['garbage', 0],
  [{}, 0],
])('what is kept of how far undo goes, %j, means %d', (kept, from) => {
  const app = { loadLocalStorage: () => kept, saveLocalStorage: () => undefined };
  expect(undoBoundary(app).get()).toBe(from);
});

it.each<[number, unknown]>([
  [7, 7],
  [Infinity, 'next'],
])('how far undo goes, %d, is kept as %j', (from, kept) => {
  const save = vi.fn();
  undoBoundary({ loadLocalStorage: () => null, saveLocalStorage: save }).set(from);
  expect(save.mock.calls.map(([, value]: readonly unknown[]) => value)).toEqual([kept]);
});

it('what can’t be kept of how far undo goes is known until the next start', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  const full = {
    loadLocalStorage: () => null,
    saveLocalStorage: () => {
      throw new Error('The storage is full.');
    },
  };
  const reach = new UndoReach(undoBoundary(full));
  expect([reach.isLimited, reach.reaches(1)]).toEqual([false, true]);
  reach.lose();
  expect([reach.isLimited, reach.reaches(1)]).toEqual([true, false]);
  reach.began(2);
  expect([1, 2, 3].map((id) => reach.reaches(id))).toEqual([false, true, true]);
  expect(warn).toHaveBeenCalled();
  warn.mockRestore();
});

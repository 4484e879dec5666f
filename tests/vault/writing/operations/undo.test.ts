// Undo and redo of whole operations, over files and editors.
import { describe, expect, it, vi } from 'vitest';
import { extractQuestions } from '../../../../src/core/reading/extract';
import { UNRECORDED } from '../../../../src/vault/writing/operations';
import {
  MARK,
  NOTE,
  MARKED,
  vault,
  journal,
  operations,
  writer,
  start,
  add,
  tagAll,
  open,
  NOTHING,
  READ_ONLY,
  at,
} from './started';

vi.mock('obsidian', () => import('../../obsidian'));

describe('undo and redo', () => {
  it('take back and make again one operation after another, over files and editors', async () => {
    const [a, b] = [add('a.md', NOTE), add('b.md', NOTE)];
    const editor = open(b, NOTE);
    await writer.writeAll([tagAll(a, NOTE), tagAll(b, NOTE)]);
    await writer.write(a, [
      { question: at(extractQuestions(MARKED), 0), value: { stance: 'outward', stage: null } },
    ]);
    const second = MARKED.replace('inward', 'outward');
    expect(vault.text('a.md')).toBe(second);

    expect(await operations.undo()).toMatchObject({ notes: 1, places: 1, lost: [] });
    expect(vault.text('a.md')).toBe(MARKED);
    expect(await operations.undo()).toMatchObject({ notes: 2, places: 4, lost: [] });
    expect([vault.text('a.md'), editor.getValue()]).toEqual([NOTE, NOTE]);
    expect(await operations.undo()).toBeNull();

    expect(await operations.redo()).toMatchObject({ notes: 2, places: 4 });
    expect([vault.text('a.md'), editor.getValue()]).toEqual([MARKED, MARKED]);
    expect(await operations.redo()).toMatchObject({ notes: 1, places: 1 });
    expect(vault.text('a.md')).toBe(second);
    expect(await operations.redo()).toBeNull();
  });

  it('of one operation alone are not done once another came after it', async () => {
    const [a, b] = [add('a.md', NOTE), add('b.md', NOTE)];
    const begun: number[] = [];
    const onBegin = (id: number) => begun.push(id);
    await writer.writeAll([tagAll(a, NOTE)], { onBegin });
    await writer.writeAll([tagAll(b, NOTE)], { onBegin });
    const [first = 0, second = 0] = begun;
    expect(await operations.undo({}, first)).toBeNull();
    expect([vault.text('a.md'), vault.text('b.md')]).toEqual([MARKED, MARKED]);
    expect(await operations.undo({}, second)).toMatchObject({ places: 2 });
    expect(await operations.redo({}, first)).toBeNull();
    expect(await operations.ahead('undo')).toEqual({ id: first, notes: 1 });
    expect(await operations.redo({}, second)).toMatchObject({ places: 2 });
    expect(vault.text('b.md')).toBe(MARKED);
  });

  it('are told to those who follow, once they are over', async () => {
    const ahead: (number | null)[] = [];
    const stop = operations.subscribe(() => {
      void operations
        .ahead('undo')
        .then((next) => ahead.push(next === null || next === UNRECORDED ? null : next.id));
    });
    await writer.writeAll([tagAll(add('a.md', NOTE), NOTE)]);
    await operations.undo();
    await vi.waitFor(() => expect(ahead).toEqual([1, null]));
    stop();
    await operations.redo();
    expect(await operations.ahead('undo')).toMatchObject({ id: 1 });
    expect(ahead).toHaveLength(2);
  });

  it('outlive a restart', async () => {
    await writer.writeAll([tagAll(add('a.md', NOTE), NOTE)]);
    start();
    await operations.undo();
    expect(vault.text('a.md')).toBe(NOTE);
  });

  it('of a tag that the editor itself took back find it so and change nothing', async () => {
    const file = add('a.md', NOTE);
    const editor = open(file, NOTE);
    await writer.writeAll([tagAll(file, NOTE)]);
    editor.undo();
    expect(await operations.undo()).toEqual({ ...NOTHING, total: 1, done: 1 });
    expect(editor.getValue()).toBe(NOTE);
  });

  it('in an editor are one step of its own undo', async () => {
    const file = add('a.md', NOTE);
    const editor = open(file, NOTE);
    await writer.writeAll([tagAll(file, NOTE)]);
    await operations.undo();
    editor.undo();
    expect(editor.getValue()).toBe(MARKED);
  });

  it('find in a file with CRLF what was written in an editor with LF', async () => {
    const text = '為什麼？\r\n\r\n為什麼？\r\n\r\n為什麼？';
    const file = add('a.md', text);
    const editor = open(file, text);
    await writer.writeAll([tagAll(file, text)]);
    vault.modify('a.md', editor.getValue().replaceAll('\n', '\r\n'));
    vault.leaves.pop();
    expect(await operations.undo()).toMatchObject({ places: 3, lost: [] });
    expect(vault.text('a.md')).toBe(text);
  });

  it('leave alone what has changed since, and say where', async () => {
    await writer.writeAll([tagAll(add('a.md', NOTE), NOTE)]);
    vault.modify('a.md', `前言\n${MARKED.replace('乙為什麼？', '乙到底為什麼？')}`);
    const turn = await operations.undo();
    expect(turn).toMatchObject({ places: 1, lost: [{ path: 'a.md', edit: { after: MARK } }] });
    expect(vault.text('a.md')).toBe(`前言\n甲為什麼？\n\n乙到底為什麼？${MARK}\n`);
  });

  it.each<[string, () => void, string]>([
    ['is gone', () => vault.delete('b.md'), 'missing'],
    [
      'cannot be written',
      () => {
        vault.processFails = READ_ONLY;
      },
      'read-only',
    ],
  ])('go on where a note %s, and say so', async (_name, harm, code) => {
    const [a, b] = [add('a.md', NOTE), add('b.md', NOTE)];
    const editor = open(a, NOTE);
    await writer.writeAll([tagAll(b, NOTE), tagAll(a, NOTE)]);
    harm();
    const turn = await operations.undo();
    expect(turn?.failed).toMatchObject([{ path: 'b.md', failure: { code } }]);
    expect(editor.getValue()).toBe(NOTE);
  });

  it('try again what could not be written, and then go on to the operation before', async () => {
    const [a, b] = [add('a.md', NOTE), add('b.md', NOTE)];
    await writer.writeAll([tagAll(a, NOTE)]);
    await writer.writeAll([tagAll(b, NOTE)]);
    vault.processFails = READ_ONLY;
    expect(await operations.undo()).toMatchObject({ failed: [{ path: 'b.md' }] });
    vault.processFails = null;
    expect(await operations.undo()).toMatchObject({ notes: 1, failed: [] });
    expect([vault.text('a.md'), vault.text('b.md')]).toEqual([MARKED, NOTE]);
    expect(await operations.undo()).toMatchObject({ notes: 1, failed: [] });
    expect(vault.text('a.md')).toBe(NOTE);
  });

  it('try again as long as they get any further', async () => {
    const [a, b, c] = [add('a.md', NOTE), add('b.md', NOTE), add('c.md', NOTE)];
    await writer.writeAll([tagAll(a, NOTE)]);
    await writer.writeAll([tagAll(b, NOTE), tagAll(c, NOTE)]);
    vault.processFails = READ_ONLY;
    expect(await operations.undo()).toMatchObject({ notes: 0, failed: [{}, {}] });
    const editor = open(b, MARKED);
    expect(await operations.undo()).toMatchObject({ notes: 1, failed: [{ path: 'c.md' }] });
    expect(editor.getValue()).toBe(NOTE);
    vault.processFails = null;
    expect(await operations.undo()).toMatchObject({ notes: 1, failed: [] });
    expect([vault.text('a.md'), vault.text('c.md')]).toEqual([MARKED, NOTE]);
  });

  it('are not held up for ever by a note that can never be written', async () => {
    const [a, b] = [add('a.md', NOTE), add('b.md', NOTE)];
    const editor = open(a, NOTE);
    await writer.writeAll([tagAll(a, NOTE)]);
    await writer.writeAll([tagAll(b, NOTE)]);
    vault.processFails = READ_ONLY;
    await operations.undo();
    await operations.undo();
    expect(editor.getValue()).toBe(MARKED);
    await operations.undo();
    expect(editor.getValue()).toBe(NOTE);
  });

  it('that are stopped go on where they were when asked again', async () => {
    const files = ['a.md', 'b.md', 'c.md'].map((path) => add(path, NOTE));
    await writer.writeAll(files.map((file) => tagAll(file, NOTE)));
    const stop = new AbortController();
    const first = await operations.undo({ onProgress: () => stop.abort(), signal: stop.signal });
    expect(first).toMatchObject({ total: 3, done: 1, notes: 1 });
    expect(await operations.undo()).toMatchObject({ total: 3, done: 3, notes: 2, lost: [] });
    expect(files.map(({ path }) => vault.text(path))).toEqual([NOTE, NOTE, NOTE]);
  });

  it('that are stopped while they make it again go on where they were', async () => {
    const files = ['a.md', 'b.md'].map((path) => add(path, NOTE));
    await writer.writeAll(files.map((file) => tagAll(file, NOTE)));
    await operations.undo();
    const stop = new AbortController();
    const first = await operations.redo({ onProgress: () => stop.abort(), signal: stop.signal });
    expect(first).toMatchObject({ total: 2, done: 1, notes: 1 });
    expect(await operations.redo()).toMatchObject({ total: 2, done: 2, notes: 1 });
    expect(files.map(({ path }) => vault.text(path))).toEqual([MARKED, MARKED]);
    expect(await operations.redo()).toBeNull();
  });

  it('that can’t look up what to make again do so later', async () => {
    await writer.writeAll([tagAll(add('a.md', NOTE), NOTE)]);
    await operations.undo();
    vi.spyOn(journal, 'notesOf').mockResolvedValueOnce([]);
    expect(await operations.redo()).toBeNull();
    expect(await operations.redo()).toMatchObject({ places: 2 });
    expect(vault.text('a.md')).toBe(MARKED);
  });

  it('follow a note that is renamed, once the journal is told', async () => {
    await writer.writeAll([tagAll(add('a.md', NOTE), NOTE)]);
    vault.rename('a.md', 'b.md');
    await journal.rename('a.md', 'b.md');
    await operations.undo();
    expect(vault.text('b.md')).toBe(NOTE);
  });

  it('find a note that another program moved by its name, and change nothing in a namesake', async () => {
    await writer.writeAll([tagAll(add('a/x.md', NOTE), NOTE), tagAll(add('a/y.md', NOTE), NOTE)]);
    for (const path of ['a/x.md', 'a/y.md']) vault.delete(path);
    add('b/x.md', MARKED);
    add('b/y.md', '別的？\n');
    const turn = await operations.undo();
    expect(turn).toMatchObject({ notes: 1, places: 2, failed: [] });
    expect(turn?.lost.map(({ path }) => path)).toEqual(['a/y.md', 'a/y.md']);
    expect([vault.text('b/x.md'), vault.text('b/y.md')]).toEqual([NOTE, '別的？\n']);
  });

  it('never run into an operation under way', async () => {
    const file = add('a.md', NOTE);
    const tagging = writer.writeAll([tagAll(file, NOTE)]);
    const undoing = operations.undo();
    await tagging;
    expect(await undoing).toMatchObject({ places: 2 });
    expect(vault.text('a.md')).toBe(NOTE);
  });

  it('stop with the plugin, and count as not done', async () => {
    const files = ['a.md', 'b.md'].map((path) => add(path, NOTE));
    await writer.writeAll(files.map((file) => tagAll(file, NOTE)));
    let stopping = Promise.resolve();
    await operations.undo({
      onProgress: () => {
        stopping = operations.stop();
      },
    });
    await stopping;
    expect(files.map(({ path }) => vault.text(path))).toEqual([NOTE, MARKED]);
    start();
    expect(await operations.undo()).toMatchObject({ done: 2, notes: 1 });
  });

  it('know what there is to redo while an undo is still under way', async () => {
    await writer.writeAll([tagAll(add('a.md', NOTE), NOTE)]);
    const undoing = operations.undo();
    expect(await operations.ahead('redo')).toMatchObject({ notes: 1 });
    expect(await operations.ahead('undo')).toBeNull();
    await undoing;
  });
});

import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TFile } from 'obsidian';
import {
  followDatabases,
  loseDatabases,
} from '../../../scripts/playground/host/databases/lost-databases';
import { extractQuestions } from '../../../src/core/reading/extract';
import type { MarkFormat } from '../../../src/core/model/mark';
import type { MarkValue } from '../../../src/core/model/question';
import { Journal } from '../../../src/vault/writing/journal';
import { Operations, UNRECORDED } from '../../../src/vault/writing/operations';
import { undoBoundary, UndoReach } from '../../../src/vault/writing/undo-boundary';
import { MarkWriter, type NoteChanges } from '../../../src/vault/writing/write';
import { outcomeOf } from '../../../src/vault/writing/write-outcome';
import { FakeEditor } from '../fake-editor';
import { FakeVault } from '../fake-vault';
import { MarkdownView } from '../obsidian';

vi.mock('obsidian', () => import('../obsidian'));
vi.stubGlobal('window', globalThis);
followDatabases();

const TAG: MarkFormat = { root: 'question', style: 'tag' };
const INWARD: MarkValue = { stance: 'inward', stage: null };
const MARK = ' #question/inward';
const NOTE = '甲為什麼？\n\n乙為什麼？\n';
const MARKED = `甲為什麼？${MARK}\n\n乙為什麼？${MARK}\n`;

/** What this device keeps of the vault beside the journal. */
class LocalStorage {
  readonly #kept = new Map<string, unknown>();

  loadLocalStorage(key: string): unknown {
    return this.#kept.get(key) ?? null;
  }

  saveLocalStorage(key: string, data: unknown): void {
    this.#kept.set(key, data);
  }
}

let databases = 0;
let device: LocalStorage;
let vault: FakeVault;
let journal: Journal;
let operations: Operations;
let writer: MarkWriter;

beforeEach(() => {
  databases += 1;
  vault = new FakeVault();
  device = new LocalStorage();
  start();
});

/** As after a start: nothing is known but the notes and what the device keeps. */
function start(): void {
  journal = new Journal(`operations ${databases}`, (reason) => {
    throw new Error(reason);
  });
  operations = new Operations(vault.app, journal, undoBoundary(device));
  writer = new MarkWriter(operations, () => TAG);
}

function add(path: string, text: string): TFile {
  return vault.add(path, text) as unknown as TFile;
}

function tagAll(file: TFile, text: string): NoteChanges {
  return { file, changes: extractQuestions(text).map((question) => ({ question, value: INWARD })) };
}

function open(file: TFile, text: string): FakeEditor {
  const editor = new FakeEditor(text);
  vault.leaves.push({ view: new MarkdownView(file, editor) });
  return editor;
}

const NOTHING = { notes: 0, places: 0, lost: [], failed: [], format: null, unread: null };

const READ_ONLY = Object.assign(new Error('EROFS'), { code: 'EROFS' });

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

describe('with the plugin', () => {
  const PATHS = ['a.md', 'b.md', 'c.md'];

  it('a change to many notes stops before the next, and is offered at the next start', async () => {
    const notes = PATHS.map((path) => tagAll(add(path, NOTE), NOTE));
    let stopping = Promise.resolve();
    const outcomes = await writer.writeAll(notes, {
      onProgress: () => {
        stopping = operations.stop();
      },
    });
    await stopping;
    expect(outcomes).toHaveLength(1);
    expect(PATHS.map((path) => vault.text(path))).toEqual([MARKED, NOTE, NOTE]);
    start();
    const [found] = await operations.recovery.interrupted();
    expect(found).toMatchObject({ total: 3, reached: 1 });
    if (found) await operations.recovery.resume(found.operation);
    expect(PATHS.map((path) => vault.text(path))).toEqual([MARKED, MARKED, MARKED]);
  });

  it('a note that is being written is written before anything else is let go of', async () => {
    const file = add('a.md', NOTE);
    const { app } = vault;
    const process = app.vault.process.bind(app.vault);
    const isWriting = new Promise<void>((resolve) => {
      app.vault.process = async (...values) => {
        resolve();
        await new Promise((goOn) => setTimeout(goOn, 5));
        return process(...values);
      };
    });
    void writer.writeAll([tagAll(file, NOTE)]);
    await isWriting;
    await operations.stop();
    expect(vault.text('a.md')).toBe(MARKED);
    expect(await journal.unfinished()).toEqual([]);
  });

  it('what waits for its turn does nothing', async () => {
    const running = writer.writeAll([tagAll(add('a.md', NOTE), NOTE)], {
      onProgress: () => void operations.stop(),
    });
    const waiting = writer.writeAll(['b.md', 'c.md'].map((path) => tagAll(add(path, NOTE), NOTE)));
    await Promise.all([running, waiting]);
    expect(PATHS.map((path) => vault.text(path))).toEqual([MARKED, NOTE, NOTE]);
  });
});

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
    databases += 1;
    start();
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

describe('a mark that was completed while its note was typed in', () => {
  const TYPED = '甲為什麼？;;\n\n乙為什麼？\n';
  const COMPLETED = `甲為什麼？${MARK}\n\n乙為什麼？\n`;
  const mark = { from: 5, to: 5, expected: '', insert: MARK };

  function complete(file: TFile): FakeEditor {
    const editor = open(file, TYPED);
    const place = { line: 0, ch: 5 };
    editor.transaction({ changes: [{ from: place, to: { line: 0, ch: 7 }, text: MARK }] });
    void writer.recordTyped(file, mark, editor.getValue());
    return editor;
  }

  it('is taken back, what called for it with it, and made again', async () => {
    const editor = complete(add('a.md', NOTE));
    expect(await operations.undo()).toEqual({ ...NOTHING, notes: 1, places: 1, total: 1, done: 1 });
    expect(editor.getValue()).toBe(NOTE);
    expect(await operations.redo()).toMatchObject({ places: 1, lost: [] });
    expect(editor.getValue()).toBe(COMPLETED);
  });

  it('stands in the journal as a tagging that can’t be planned anew', async () => {
    const begin = vi.spyOn(journal, 'begin');
    complete(add('a.md', NOTE));
    await operations.ahead('undo');
    const task = { kind: 'marks', format: TAG, roots: ['question'], notes: [] };
    expect(begin.mock.calls).toEqual([[task]]);
  });

  it('is left alone where the editor has taken it back itself', async () => {
    const editor = complete(add('a.md', NOTE));
    editor.undo();
    expect(editor.getValue()).toBe(TYPED);
    expect(await operations.undo()).toMatchObject({ places: 0, notes: 0 });
    expect(editor.getValue()).toBe(TYPED);
  });

  it('comes after the operation that was under way, and is taken back first', async () => {
    const other = add('b.md', NOTE);
    const bulk = writer.writeAll([tagAll(other, NOTE)]);
    const editor = complete(add('a.md', NOTE));
    await bulk;
    await operations.undo();
    expect([editor.getValue(), vault.text('b.md')]).toEqual([NOTE, MARKED]);
    await operations.undo();
    expect(vault.text('b.md')).toBe(NOTE);
  });

  it('is found under the name that its note has when its turn comes', async () => {
    const bulk = writer.writeAll([tagAll(add('b.md', NOTE), NOTE)]);
    const file = add('a.md', NOTE);
    complete(file);
    file.path = 'renamed.md';
    await bulk;
    await operations.ahead('undo');
    const [note] = await journal.notesOf((await journal.lastDone())?.id ?? 0);
    expect(note?.path).toBe('renamed.md');
  });
});

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

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`no item ${index}`);
  return item;
}

import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TFile } from 'obsidian';
import { parse } from 'yaml';
import type { MarkChange } from '../../../src/core/marks/change';
import { extractQuestions } from '../../../src/core/reading/extract';
import type { MarkValue } from '../../../src/core/model/question';
import { Journal } from '../../../src/vault/writing/journal';
import { editNote } from '../../../src/vault/writing/note-edit';
import { Operations } from '../../../src/vault/writing/operations';
import { MarkWriter } from '../../../src/vault/writing/write';
import { FakeEditor } from '../fake-editor';
import { FakeVault } from '../fake-vault';
import { MarkdownView } from '../obsidian';

vi.mock('obsidian', () => import('../obsidian'));

const INWARD: MarkValue = { stance: 'inward', stage: null };
const MARK = ' #question/inward';
const NOTE = '甲為什麼？\n\n乙為什麼？\n';
const MARKED = `甲為什麼？${MARK}\n\n乙為什麼？${MARK}\n`;

vi.stubGlobal('window', globalThis);

let databases = 0;
let vault: FakeVault;
let writer: MarkWriter;

beforeEach(() => {
  vault = new FakeVault();
  databases += 1;
  const operations = new Operations(vault.app, new Journal(`write ${databases}`, fail));
  writer = new MarkWriter(operations, () => ({ root: 'question', style: 'tag' }));
});

function fail(reason: string): void {
  throw new Error(reason);
}

/** Changes for all questions of `text`, as somebody read them. */
function tagAll(text: string, value: MarkValue | null = INWARD): readonly MarkChange[] {
  return extractQuestions(text).map((question) => ({ question, value }));
}

function addNote(path: string, text: string): TFile {
  return vault.add(path, text) as unknown as TFile;
}

/** Opens the note in a pane, with the text that its editor shows. */
function open(file: TFile, text: string, mode: 'source' | 'preview' = 'source') {
  const editor = new FakeEditor(text);
  const save = vi.fn(() => Promise.resolve());
  const view = new MarkdownView(file, editor, mode, save);
  vault.leaves.push({ view });
  return { editor, view, save };
}

describe('tags that belong to no question', () => {
  it('are cleared, and what would change something else is counted', async () => {
    const kept = '**Bold**\n#question/inward\nWhy so? #question/outward\n';
    const file = addNote('a.md', `[Why? #question/inward](x)\n\n${kept}`);
    expect(await writer.clearStrays(file)).toEqual({ written: 1, refused: 1, failure: null });
    expect(vault.text('a.md')).toBe(`[Why?](x)\n\n${kept}`);
  });

  it('are cleared one by one', async () => {
    const file = addNote('a.md', '[A? #question/inward](x)\n\n[B? #question/inward](x)\n');
    expect(await writer.clearStrays(file, 1)).toEqual({ written: 1, refused: 0, failure: null });
    expect(vault.text('a.md')).toBe('[A? #question/inward](x)\n\n[B?](x)\n');
  });
});

describe('a note that is open nowhere', () => {
  it('is changed in one write', async () => {
    const outcome = await writer.write(addNote('a.md', NOTE), tagAll(NOTE));
    expect(outcome).toEqual({ written: 2, refused: [], failure: null });
    expect(vault.text('a.md')).toBe(MARKED);
    expect(vault.writes).toBe(1);
  });

  it('keeps its line ends and its missing last one', async () => {
    const text = '甲為什麼？\r\n\r\n乙為什麼？';
    await writer.write(addNote('a.md', text), tagAll(text));
    expect(vault.text('a.md')).toBe(`甲為什麼？${MARK}\r\n\r\n乙為什麼？${MARK}`);
  });

  it('is not written where it says so already', async () => {
    const outcome = await writer.write(addNote('a.md', MARKED), tagAll(MARKED));
    expect(outcome).toEqual({ written: 0, refused: [], failure: null });
    expect(vault.writes).toBe(0);
  });

  it('is changed as it is at that very moment', async () => {
    const file = addNote('a.md', NOTE);
    vault.afterRead = () => vault.modify('a.md', `新的一行。\n\n${NOTE}`);
    const outcome = await writer.write(file, tagAll(NOTE));
    expect(outcome.written).toBe(2);
    expect(vault.text('a.md')).toBe(`新的一行。\n\n${MARKED}`);
  });

  it('is left alone where the questions went in that moment', async () => {
    const file = addNote('a.md', NOTE);
    vault.afterRead = () => vault.modify('a.md', '沒有了。\n');
    const outcome = await writer.write(file, tagAll(NOTE));
    expect(outcome).toMatchObject({ written: 0, failure: null });
    expect(outcome.refused.map(({ code }) => code)).toEqual(['gone', 'gone']);
    expect(vault.text('a.md')).toBe('沒有了。\n');
  });

  it('is changed in the editor if it is opened in that moment', async () => {
    const file = addNote('a.md', NOTE);
    let editor: FakeEditor | null = null;
    vault.afterRead = () => (editor ??= open(file, NOTE).editor);
    await writer.write(file, tagAll(NOTE));
    expect((editor as FakeEditor | null)?.getValue()).toBe(MARKED);
    expect(vault.writes).toBe(0);
  });
});

describe('a note that is open in an editor', () => {
  it('is changed there in one transaction, which one undo takes back', async () => {
    const file = addNote('a.md', NOTE);
    const { editor } = open(file, NOTE);
    editor.type(NOTE.length, '新的。');
    const before = editor.getValue();
    const outcome = await writer.write(file, tagAll(NOTE));
    expect(outcome).toEqual({ written: 2, refused: [], failure: null });
    expect(editor.getValue()).toBe(`${MARKED}新的。`);
    expect(editor.transactions).toHaveLength(1);
    editor.undo();
    expect(editor.getValue()).toBe(before);
    editor.redo();
    expect(editor.getValue()).toBe(`${MARKED}新的。`);
    expect(vault.writes).toBe(0);
  });

  it('is changed as the editor has it, which may be newer than the file', async () => {
    const file = addNote('a.md', NOTE);
    const { editor } = open(file, `還沒存的。\n\n${NOTE}`);
    await writer.write(file, tagAll(NOTE));
    expect(editor.getValue()).toBe(`還沒存的。\n\n${MARKED}`);
    expect(vault.text('a.md')).toBe(NOTE);
  });

  it('is changed at the right places though its file has CRLF', async () => {
    const text = '為什麼？\r\n\r\n因為。\r\n\r\n為什麼？\r\n';
    const file = addNote('a.md', text);
    const { editor } = open(file, text);
    const outcome = await writer.write(file, tagAll(text).slice(1));
    expect(outcome).toEqual({ written: 1, refused: [], failure: null });
    expect(editor.getValue()).toBe(`為什麼？\n\n因為。\n\n為什麼？${MARK}\n`);
  });

  it('keeps the cursor where it stands', async () => {
    const file = addNote('a.md', NOTE);
    const { editor } = open(file, NOTE);
    editor.cursor = '甲為什麼？'.length;
    await writer.write(file, tagAll(NOTE));
    expect(editor.cursor).toBe('甲為什麼？'.length);
  });

  it('takes no transaction where nothing changes', async () => {
    const file = addNote('a.md', MARKED);
    const { editor } = open(file, MARKED);
    await writer.write(file, tagAll(MARKED));
    expect(editor.transactions).toEqual([]);
  });

  it('in two panes is changed in the active one', async () => {
    const file = addNote('a.md', NOTE);
    const first = open(file, NOTE);
    const second = open(file, NOTE);
    vault.activeView = second.view;
    await writer.write(file, tagAll(NOTE));
    expect(first.editor.transactions).toEqual([]);
    expect(second.editor.getValue()).toBe(MARKED);
  });

  it('is not mistaken for another one that is active', async () => {
    const file = addNote('a.md', NOTE);
    const other = addNote('b.md', NOTE);
    const here = open(file, NOTE);
    const there = open(other, NOTE);
    vault.activeView = there.view;
    await writer.write(file, tagAll(NOTE));
    expect(here.editor.getValue()).toBe(MARKED);
    expect(there.editor.getValue()).toBe(NOTE);
  });

  it('that takes no changes is a failure, not a success', async () => {
    const file = addNote('a.md', NOTE);
    const { view } = open(file, NOTE);
    view.editor = new FakeEditor(NOTE, { readOnly: true });
    const outcome = await writer.write(file, tagAll(NOTE));
    expect(outcome).toMatchObject({ written: 0, failure: { code: 'not-written' } });
  });
});

describe('a note shown otherwise', () => {
  it('in reading view is saved first and then changed on disk', async () => {
    const file = addNote('a.md', NOTE);
    const { editor, save } = open(file, NOTE, 'preview');
    save.mockImplementation(() => {
      vault.modify('a.md', `還沒存的。\n\n${NOTE}`);
      return Promise.resolve();
    });
    await writer.write(file, tagAll(NOTE));
    expect(save).toHaveBeenCalledTimes(1);
    expect(vault.text('a.md')).toBe(`還沒存的。\n\n${MARKED}`);
    expect(editor.transactions).toEqual([]);
  });

  it('in a pane that has not loaded it yet is changed on disk', async () => {
    const file = addNote('a.md', NOTE);
    const { editor } = open(file, '');
    await writer.write(file, tagAll(NOTE));
    expect(editor.transactions).toEqual([]);
    expect(vault.text('a.md')).toBe(MARKED);
  });

  it('in a pane that is only a placeholder so far is changed on disk', async () => {
    const file = addNote('a.md', NOTE);
    vault.leaves.push({ view: { file } });
    await writer.write(file, tagAll(NOTE));
    expect(vault.text('a.md')).toBe(MARKED);
  });
});

describe('failures are told, and nothing is half written', () => {
  it.each([
    ['read-only', Object.assign(new Error('EROFS'), { code: 'EROFS' })],
    ['read-only', Object.assign(new Error('EACCES'), { code: 'EACCES' })],
    ['failed', new Error('disk on fire')],
  ])('%s', async (code, error) => {
    const file = addNote('a.md', NOTE);
    vault.processFails = error;
    const outcome = await writer.write(file, tagAll(NOTE));
    expect(outcome).toEqual({ written: 0, refused: [], failure: { code, detail: error.message } });
    expect(vault.text('a.md')).toBe(NOTE);
  });

  it('a note that is gone', async () => {
    const file = addNote('a.md', NOTE);
    vault.delete('a.md');
    const outcome = await writer.write(file, tagAll(NOTE));
    expect(outcome.failure).toEqual({ code: 'missing', detail: 'a.md' });
  });

  it('a change that does not fit the text', async () => {
    const file = addNote('a.md', NOTE);
    const edits = [{ from: 0, to: 1, expected: '乙', insert: '' }];
    const ahead = vi.fn(() => Promise.resolve(true));
    expect(await editNote(vault.app, file, () => ({ edits }), ahead)).toEqual({
      ok: false,
      failure: { code: 'not-written', detail: 'mismatch' },
    });
    expect(ahead).not.toHaveBeenCalled();
    expect(vault.text('a.md')).toBe(NOTE);
  });

  it('a change that may not be written', async () => {
    const file = addNote('a.md', NOTE);
    const edits = [{ from: 0, to: 1, expected: '甲', insert: '' }];
    const refuse = () => Promise.resolve(false);
    expect(await editNote(vault.app, file, () => ({ edits }), refuse)).toEqual({
      ok: false,
      failure: { code: 'not-written', detail: 'journal' },
    });
    expect(vault.text('a.md')).toBe(NOTE);
  });

  it('a note that goes between reading and writing', async () => {
    const file = addNote('a.md', NOTE);
    vault.afterRead = () => vault.delete('a.md');
    const outcome = await writer.write(file, tagAll(NOTE));
    expect(outcome).toMatchObject({ written: 0, failure: { code: 'missing' } });
    expect(vault.file('a.md')).toBeNull();
  });

  it('a note that was moved is followed', async () => {
    const file = addNote('a.md', NOTE);
    vault.rename('a.md', 'b/c.md');
    await writer.write(file, tagAll(NOTE));
    expect(vault.text('b/c.md')).toBe(MARKED);
  });
});

describe('several notes', () => {
  it('are written one after another; one that fails stops nothing', async () => {
    const files = ['a.md', 'b.md', 'c.md'].map((path) => addNote(path, NOTE));
    vault.delete('b.md');
    const steps: [number, number][] = [];
    const outcomes = await writer.writeAll(
      files.map((file) => ({ file, changes: tagAll(NOTE) })),
      { onProgress: (done, total) => steps.push([done, total]) },
    );
    expect(outcomes.map(({ path, written, failure }) => [path, written, failure?.code])).toEqual([
      ['a.md', 2, undefined],
      ['b.md', 0, 'missing'],
      ['c.md', 2, undefined],
    ]);
    expect(steps).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(vault.text('c.md')).toBe(MARKED);
  });

  it('can be stopped between two', async () => {
    const files = ['a.md', 'b.md'].map((path) => addNote(path, NOTE));
    const stop = new AbortController();
    const outcomes = await writer.writeAll(
      files.map((file) => ({ file, changes: tagAll(NOTE) })),
      { onProgress: () => stop.abort(), signal: stop.signal },
    );
    expect(outcomes.map(({ path }) => path)).toEqual(['a.md']);
    expect(vault.text('b.md')).toBe(NOTE);
  });

  it('leave conflicted copies alone, unless one is all that was asked for', async () => {
    const path = 'a (Conflicted copy Phone 202601011200).md';
    const notes = [addNote(path, NOTE), addNote('a.md', NOTE)].map((file) => ({
      file,
      changes: tagAll(NOTE),
    }));
    const [spared, written] = await writer.writeAll(notes);
    expect(spared).toMatchObject({ written: 0, failure: { code: 'conflicted-copy' } });
    expect(written?.written).toBe(2);
    expect(vault.text(path)).toBe(NOTE);
    await writer.writeAll(notes.slice(0, 1));
    expect(vault.text(path)).toBe(MARKED);
  });
});

it('among several, a numbered copy is left alone only beside the note that it is a copy of', async () => {
  const paths = ['a.md', 'a 2.md', 'Chapter 2.md'];
  const notes = paths.map((path) => ({
    // As Obsidian's, which is asked for the note beside it.
    file: Object.assign(addNote(path, NOTE), { vault: vault.app.vault }),
    changes: tagAll(NOTE),
  }));
  const outcomes = await writer.writeAll(notes);
  expect(outcomes.map(({ failure }) => failure?.code)).toEqual([
    undefined,
    'conflicted-copy',
    undefined,
  ]);
  expect(paths.map((path) => vault.text(path))).toEqual([MARKED, NOTE, MARKED]);
});

describe('who asks in a note', () => {
  const TEXT = '---\nasker: [Ann]\n---\nWhy?\n';
  const writeAskers = (text: string, before: readonly string[], wanted: readonly string[]) => {
    const asked = { property: 'asker', before, wanted, parse };
    return writer.writeAskers(addNote('a.md', text), asked, {});
  };

  it('is written into its property alone', async () => {
    expect(await writeAskers(TEXT, ['Ann'], ['Ann', 'Bob'])).toMatchObject({
      refused: null,
      failure: null,
    });
    expect(vault.text('a.md')).toBe('---\nasker: [Ann, Bob]\n---\nWhy?\n');
  });

  it.each<[string, string, readonly string[], string | null]>([
    ['says something else by now', TEXT, ['Bob'], 'changed'],
    ['has no line of its own', '---\n{ asker: Ann }\n---\nWhy?\n', ['Ann'], 'unwritable'],
    ['says so already', TEXT, ['Ann'], null],
  ])('is not written where it %s', async (_, text, before, refused) => {
    expect(await writeAskers(text, before, ['Ann'].slice(refused === null ? 0 : 1))).toMatchObject({
      refused,
      failure: null,
    });
    expect(vault.text('a.md')).toBe(text);
    expect(vault.writes).toBe(0);
  });

  it('is not refused but a failure where the note can’t be written', async () => {
    vault.processFails = new Error('disk on fire');
    expect(await writeAskers(TEXT, ['Ann'], [])).toMatchObject({
      refused: null,
      failure: { code: 'failed' },
    });
    expect(vault.text('a.md')).toBe(TEXT);
  });
});

describe('a selection', () => {
  const text = '他們會不會成功\n\n因為。\n';
  const selection = { from: 0, to: 7, text: '他們會不會成功' };

  it('is tagged in the open editor', async () => {
    const file = addNote('a.md', text);
    const { editor } = open(file, text);
    const outcome = await writer.tagSelection(file, selection, INWARD);
    expect(outcome).toEqual({ written: 1, refused: null, failure: null });
    expect(editor.getValue()).toBe(`他們會不會成功${MARK}\n\n因為。\n`);
    editor.undo();
    expect(editor.getValue()).toBe(text);
  });

  it('is tagged on disk where the note is not open', async () => {
    await writer.tagSelection(addNote('a.md', text), selection, INWARD);
    expect(vault.text('a.md')).toBe(`他們會不會成功${MARK}\n\n因為。\n`);
  });

  it('is refused where the text has changed since', async () => {
    const outcome = await writer.tagSelection(addNote('a.md', '別的'), selection, INWARD);
    expect(outcome).toEqual({ written: 0, refused: 'changed', failure: null });
    expect(vault.writes).toBe(0);
  });

  it('fails as data where the note is gone', async () => {
    const file = addNote('a.md', text);
    vault.delete('a.md');
    const outcome = await writer.tagSelection(file, selection, INWARD);
    expect(outcome).toMatchObject({ written: 0, refused: null, failure: { code: 'missing' } });
  });
});

/** What can happen to a note between reading and writing, on the real write path; and notes of unusual bytes. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TFile } from 'obsidian';
import { extractQuestions } from '../../../src/core/reading/extract';
import type { MarkValue } from '../../../src/core/model/question';
import { Operations } from '../../../src/vault/writing/operations';
import { MarkWriter, type NoteChanges } from '../../../src/vault/writing/write';
import { FakeEditor } from '../fake-editor';
import { FakeVault } from '../fake-vault';
import { MemoryLog } from '../memory-log';
import { MarkdownView } from '../obsidian';

vi.mock('obsidian', () => import('../obsidian'));

const INWARD: MarkValue = { stance: 'inward', stage: null };
const MARK = ' #question/inward';
const NOTE = '甲為什麼？\n\n乙為什麼？\n';
const MARKED = `甲為什麼？${MARK}\n\n乙為什麼？${MARK}\n`;

let vault: FakeVault;
let operations: Operations;
let writer: MarkWriter;
/** Happens once, between the reading of a note and its writing. */
let meanwhile: () => void;

beforeEach(() => {
  vault = new FakeVault();
  meanwhile = () => undefined;
  const log = new MemoryLog((label) => {
    if (label === 'record') {
      const happens = meanwhile;
      meanwhile = () => undefined;
      happens();
    }
    return Promise.resolve();
  });
  operations = new Operations(vault.app, log);
  writer = new MarkWriter(operations, () => ({ root: 'question', style: 'tag' }));
});

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

describe('a note open in an editor, while a tag is under way', () => {
  it('is typed in: the typing stays, and so does the tag', async () => {
    const file = add('a.md', NOTE);
    const editor = open(file, NOTE);
    meanwhile = () => editor.type(0, '剛打的字。\n');
    const [outcome] = await writer.writeAll([tagAll(file, NOTE)]);
    expect(outcome).toMatchObject({ written: 2, refused: [] });
    expect(editor.getValue()).toBe(`剛打的字。\n${MARKED}`);
    await operations.undo();
    expect(editor.getValue()).toBe(`剛打的字。\n${NOTE}`);
  });

  it('is tagged by hand: nothing is tagged twice', async () => {
    const file = add('a.md', NOTE);
    const editor = open(file, NOTE);
    meanwhile = () => editor.type('甲為什麼？'.length, MARK);
    const [outcome] = await writer.writeAll([tagAll(file, NOTE)]);
    expect(outcome?.written).toBe(1);
    expect(editor.getValue()).toBe(MARKED);
    await operations.undo();
    expect(editor.getValue()).toBe(`甲為什麼？${MARK}\n\n乙為什麼？\n`);
  });

  it('is tagged by hand at all places: nothing is written, nor saved', async () => {
    const file = add('a.md', NOTE);
    const editor = new FakeEditor(NOTE);
    const save = vi.fn(() => Promise.resolve());
    vault.leaves.push({ view: new MarkdownView(file, editor, 'source', save) });
    meanwhile = () => {
      editor.type(NOTE.indexOf('\n'), MARK);
      editor.type(NOTE.length + MARK.length - 1, MARK);
    };
    const [outcome] = await writer.writeAll([tagAll(file, NOTE)]);
    expect(outcome).toMatchObject({ written: 0, refused: [], failure: null });
    expect(editor.getValue()).toBe(MARKED);
    expect(editor.transactions).toEqual([]);
    expect(save).not.toHaveBeenCalled();
    expect(await operations.undo()).toBeNull();
  });

  it('is closed: the file is written', async () => {
    const file = add('a.md', NOTE);
    const editor = open(file, NOTE);
    meanwhile = () => {
      vault.modify('a.md', `最後打的。\n${NOTE}`);
      vault.leaves.pop();
    };
    await writer.writeAll([tagAll(file, NOTE)]);
    expect(editor.transactions).toEqual([]);
    expect(vault.text('a.md')).toBe(`最後打的。\n${MARKED}`);
  });

  it('is in two panes, and the one that is active is closed: the other one has the tag', async () => {
    const file = add('a.md', NOTE);
    const other = open(file, NOTE);
    const view = new MarkdownView(file, new FakeEditor(NOTE));
    vault.leaves.push({ view });
    vault.activeView = view;
    meanwhile = () => {
      vault.leaves.pop();
      vault.activeView = null;
    };
    await writer.writeAll([tagAll(file, NOTE)]);
    expect(other.getValue()).toBe(MARKED);
    expect(vault.writes).toBe(0);
  });
});

describe('a note open in an editor', () => {
  it('counts as written once its pane has saved it, and not before', async () => {
    const file = add('a.md', NOTE);
    let save: () => void = () => undefined;
    const saving = new Promise<void>((resolve) => (save = resolve));
    const editor = new FakeEditor(NOTE);
    vault.leaves.push({ view: new MarkdownView(file, editor, 'source', () => saving) });
    let isTold = false;
    const told = writer.writeAll([tagAll(file, NOTE)]).then(() => (isTold = true));
    await vi.waitFor(() => expect(editor.getValue()).toBe(MARKED));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isTold).toBe(false);
    save();
    await told;
    expect(isTold).toBe(true);
  });

  it('does not count where its file cannot be saved, and the change is taken back like any other', async () => {
    const file = add('a.md', NOTE);
    let fault: Error | null = Object.assign(new Error('The disk is read-only.'), { code: 'EROFS' });
    const editor = new FakeEditor(NOTE);
    const save = () => (fault ? Promise.reject(fault) : Promise.resolve());
    vault.leaves.push({ view: new MarkdownView(file, editor, 'source', save) });
    const [outcome] = await writer.writeAll([tagAll(file, NOTE)]);
    expect(outcome).toMatchObject({
      written: 0,
      failure: { code: 'not-saved', detail: 'The disk is read-only.' },
    });
    expect(editor.getValue()).toBe(MARKED);
    fault = null;
    await operations.undo();
    expect(editor.getValue()).toBe(NOTE);
  });
});

describe('a note that is open nowhere, while a tag is under way', () => {
  it.each<[string, () => void, Readonly<Record<string, string>>, object]>([
    [
      'is edited outside: both stay',
      () => vault.modify('a.md', `外面寫的。\n${NOTE}`),
      { 'a.md': `外面寫的。\n${MARKED}` },
      { written: 2, refused: [], failure: null },
    ],
    [
      'loses a question: the other one is tagged, and the loss is told',
      () => vault.modify('a.md', '乙為什麼？\n'),
      { 'a.md': `乙為什麼？${MARK}\n` },
      { written: 1, refused: [{ code: 'gone' }], failure: null },
    ],
    [
      'is tagged by another program: nothing is tagged twice',
      () => vault.modify('a.md', MARKED),
      { 'a.md': MARKED },
      { written: 0, refused: [], failure: null },
    ],
    ['is deleted: it stays so', () => vault.delete('a.md'), {}, { failure: { code: 'missing' } }],
    [
      'is renamed: it is tagged under its new name',
      () => vault.rename('a.md', 'b.md'),
      { 'b.md': MARKED },
      { written: 2, failure: null },
    ],
    [
      'is moved to another folder: it is tagged there',
      () => vault.rename('a.md', 'x/y/a.md'),
      { 'x/y/a.md': MARKED },
      { written: 2, failure: null },
    ],
    [
      'becomes read-only: it stays as it was',
      () => {
        vault.processFails = Object.assign(new Error('EPERM'), { code: 'EPERM' });
      },
      { 'a.md': NOTE },
      { written: 0, failure: { code: 'read-only' } },
    ],
    [
      'is set aside by a sync, and another text has its name: neither is guessed at',
      () => {
        vault.rename('a.md', 'a (Conflicted copy Phone 202601011200).md');
        vault.create('a.md', '別的為什麼？\n');
      },
      { 'a.md': '別的為什麼？\n', 'a (Conflicted copy Phone 202601011200).md': MARKED },
      { written: 2, failure: null },
    ],
    [
      'is replaced by another text of its name: its questions are not found, and it stays as it is',
      () => {
        vault.delete('a.md');
        vault.create('a.md', '別的為什麼？\n');
      },
      { 'a.md': '別的為什麼？\n' },
      { written: 0, failure: { code: 'missing' } },
    ],
  ])('%s', async (_name, happens, texts, outcome) => {
    const file = add('a.md', NOTE);
    meanwhile = happens;
    const [result] = await writer.writeAll([tagAll(file, NOTE)]);
    expect(result).toMatchObject(outcome);
    const now = vault.files().map(({ path }) => [path, vault.text(path)]);
    expect(Object.fromEntries(now)).toEqual(texts);
  });

  it('is written by another plugin at the same moment: both changes are there', async () => {
    const file = add('a.md', NOTE);
    const others = (text: string) => `${text}別的外掛寫的。\n`;
    const [[outcome]] = await Promise.all([
      writer.writeAll([tagAll(file, NOTE)]),
      vault.app.vault.process(file, others),
      vault.app.vault.process(file, others),
    ]);
    expect(outcome?.written).toBe(2);
    expect(vault.text('a.md')).toBe(others(others(MARKED)));
  });
});

describe('a bulk change', () => {
  it('in which one write throws leaves that note whole and the others written', async () => {
    const notes = ['a.md', 'b.md', 'c.md'].map((path) => tagAll(add(path, NOTE), NOTE));
    const { app } = vault;
    const process = app.vault.process.bind(app.vault);
    app.vault.process = (file, change) => {
      if (file.path !== 'b.md') return process(file, change);
      change(NOTE);
      return Promise.reject(new Error('the disk is full'));
    };
    const failing = new Operations(app, new MemoryLog());
    const outcomes = await new MarkWriter(failing, () => ({
      root: 'question',
      style: 'tag',
    })).writeAll(notes);
    expect(outcomes.map(({ written, failure }) => failure?.detail ?? written)).toEqual([
      2,
      'the disk is full',
      2,
    ]);
    expect(['a.md', 'b.md', 'c.md'].map((path) => vault.text(path))).toEqual([
      MARKED,
      NOTE,
      MARKED,
    ]);
    app.vault.process = process;
    expect(await failing.undo()).toMatchObject({ total: 2, places: 4, lost: [], failed: [] });
    expect(vault.text('c.md')).toBe(NOTE);
  });
});

describe('bytes that are not the usual ones come back', () => {
  it.each<[string, string]>([
    ['CRLF', '甲為什麼？\r\n\r\nWhy? Because.\r\n'],
    ['CRLF and LF mixed', '甲為什麼？\r\n乙為什麼？\n\nWhy?\r\n'],
    ['a byte order mark', '\ufeff甲為什麼？\n'],
    ['a byte order mark before frontmatter', '\ufeff---\ntags: [a]\n---\n甲為什麼？\n'],
    ['no last line end', '甲為什麼？'],
    ['lone CR', '甲為什麼？\r乙為什麼？\r'],
    ['NUL and unpaired surrogates', '甲\u0000為什麼？\ud83d\n\udc00乙為什麼？\n'],
    ['marks that a merge of two devices doubled', `甲為什麼？${MARK} #question/outward\n`],
    ['the same marks twice', `甲為什麼？ #question/outward #question/outward\n`],
  ])('%s', async (_name, text) => {
    const file = add('a.md', text);
    const [outcome] = await writer.writeAll([tagAll(file, text)]);
    expect(outcome?.written).toBe(extractQuestions(text).length);
    const tagged = vault.text('a.md');
    expect(extractQuestions(tagged).every(({ marks }) => marks.length === 1)).toBe(true);
    expect(await operations.undo()).toMatchObject({ lost: [], failed: [] });
    expect(vault.text('a.md') === text).toBe(true);
    await operations.redo();
    expect(vault.text('a.md') === tagged).toBe(true);
  });

  it('five megabytes', async () => {
    const question = '為什麼這麼長？';
    const text = `${'一句沒有問什麼的話。'.repeat(500_000)}\n\n${question}\r\n${'Plain. '.repeat(4)}`;
    const file = add('a.md', text);
    await writer.writeAll([tagAll(file, question)]);
    const tagged = text.replace(question, question + MARK);
    expect(vault.text('a.md') === tagged).toBe(true);
    await operations.undo();
    expect(vault.text('a.md') === text).toBe(true);
  });
});

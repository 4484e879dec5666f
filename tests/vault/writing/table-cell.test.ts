import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TFile } from 'obsidian';
import { extractQuestions } from '../../../src/core/reading/extract';
import { Journal } from '../../../src/vault/writing/journal';
import { Operations } from '../../../src/vault/writing/operations';
import { MarkWriter } from '../../../src/vault/writing/write';
import { FakeEditor, type FakeEditorOptions } from '../fake-editor';
import { FakeVault } from '../fake-vault';
import { MarkdownView } from '../obsidian';

vi.mock('obsidian', () => import('../obsidian'));
vi.stubGlobal('window', globalThis);

const MARK = ' #question/inward';
const CELL = '| Why? |';
const TABLE = `| ask |\n| --- |\n${CELL}\n`;
const MARKED = TABLE.replace('?', `?${MARK}`);

let databases = 0;
let vault: FakeVault;
let operations: Operations;
let writer: MarkWriter;

beforeEach(() => {
  vault = new FakeVault();
  databases += 1;
  const journal = new Journal(`table cell ${databases}`, (reason) => {
    throw new Error(reason);
  });
  operations = new Operations(vault.app, journal);
  writer = new MarkWriter(operations, () => ({ root: 'question', style: 'tag' }));
});

/** Opens a note with the cursor in the cell, in which then no change stands. */
function open(text: string, options: FakeEditorOptions = {}) {
  const file = vault.add('a.md', text);
  const editor = new FakeEditor(text, { cell: CELL, ...options });
  editor.cursor = text.indexOf('Why') + 4;
  vault.leaves.push({ view: new MarkdownView(file, editor) });
  const changes = extractQuestions(text).map((question) => ({
    question,
    value: { stance: 'inward', stage: null },
  }));
  return { editor, tag: () => writer.write(file as unknown as TFile, changes) };
}

describe('a question in a table cell that is being edited', () => {
  it.each([
    ['the line before the table', `So.\n\n${TABLE}`, `So.\n\n${MARKED}`, 4],
    [
      'the end of the frontmatter',
      `---\na: 1\n---\n${TABLE}\nSo.\n`,
      `---\na: 1\n---\n${MARKED}\nSo.\n`,
      12,
    ],
    [
      'the line behind a table that comes first',
      `${TABLE}\nSo.\n`,
      `${MARKED}\nSo.\n`,
      MARKED.length,
    ],
  ])('is tagged once the cursor is put to %s', async (_what, text, expected, cursor) => {
    const { editor, tag } = open(text);
    expect(await tag()).toEqual({ written: 1, refused: [], failure: null });
    expect(editor.getValue()).toBe(expected);
    expect(editor.cursor).toBe(cursor);
    editor.undo();
    expect(editor.getValue()).toBe(text);
  });

  it('is tagged together with others, which stand at once', async () => {
    const text = `So. How?\n\n${TABLE}\nAnd now?\n`;
    const { editor, tag } = open(text);
    expect(await tag()).toEqual({ written: 3, refused: [], failure: null });
    expect(editor.getValue()).toBe(`So. How?${MARK}\n\n${MARKED}\nAnd now?${MARK}\n`);
    expect(await operations.undo()).toMatchObject({ places: 3, lost: [], failed: [] });
    expect(editor.getValue()).toBe(text);
  });

  it('changes its tag, and others theirs', async () => {
    const cell = '| Why? #question/skip |';
    const text = `So. How? #question/outward\n\n${TABLE.replace(CELL, cell)}\nAnd? #question/a\n`;
    const { editor, tag } = open(text, { cell });
    expect(await tag()).toEqual({ written: 3, refused: [], failure: null });
    expect(editor.getValue()).toBe(`So. How?${MARK}\n\n${MARKED}\nAnd?${MARK}\n`);
    expect(await operations.undo()).toMatchObject({ places: 3, lost: [], failed: [] });
    expect(editor.getValue()).toBe(text);
  });

  it('is tagged in the text that leaving the cell makes', async () => {
    const text = `So.\n\n${TABLE}`;
    const { editor, tag } = open(text, { whenLeft: { from: 0, to: 2, insert: 'And so' } });
    expect(await tag()).toEqual({ written: 1, refused: [], failure: null });
    expect(editor.getValue()).toBe(`And so.\n\n${MARKED}`);
    await operations.undo();
    expect(editor.getValue()).toContain(TABLE);
  });

  it('is a failure where the cell takes nothing for all that', async () => {
    const text = `So.\n\n${TABLE}`;
    const { editor, tag } = open(text, { cellStays: true });
    expect(await tag()).toMatchObject({
      written: 0,
      failure: { code: 'not-written', detail: 'editor' },
    });
    expect(editor.getValue()).toBe(text);
    expect(await operations.undo()).toBeNull();
  });

  it('is told of where only the others are tagged, which can be taken back', async () => {
    const text = `So. How?\n\n${TABLE}`;
    const { editor, tag } = open(text, { cellStays: true });
    expect(await tag()).toMatchObject({
      written: 0,
      failure: { code: 'partly-written', detail: 'editor' },
    });
    expect(editor.getValue()).toBe(`So. How?${MARK}\n\n${TABLE}`);
    expect(await operations.undo()).toMatchObject({ places: 1, lost: [], failed: [] });
    expect(editor.getValue()).toBe(text);
  });

  it('leaves on record what stands where leaving the cell changed more', async () => {
    const text = `So.\n\nHow?\n\n${TABLE}`;
    const whenLeft = { from: 0, to: 2, insert: 'And so' };
    const { editor, tag } = open(text, { cellStays: true, whenLeft });
    expect(await tag()).toMatchObject({ failure: { code: 'partly-written' } });
    await operations.undo();
    expect(editor.getValue()).toBe(`And so.\n\nHow?\n\n${TABLE}`);
  });
});

it('a table is not left for a question that stands elsewhere', async () => {
  const text = `So. How?\n\n${TABLE.replace('?', '.')}`;
  const { editor, tag } = open(text, { cell: '| Why. |' });
  const { cursor } = editor;
  expect(await tag()).toMatchObject({ written: 1 });
  expect(editor.cursor).toBe(cursor + MARK.length);
});

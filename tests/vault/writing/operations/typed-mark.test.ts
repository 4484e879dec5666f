// A mark that was completed while its note was typed in, taken back and made again.
import { describe, expect, it, vi } from 'vitest';
import type { TFile } from 'obsidian';
import type { FakeEditor } from '../../fake-editor';
import {
  TAG,
  MARK,
  NOTE,
  MARKED,
  vault,
  journal,
  operations,
  writer,
  add,
  tagAll,
  open,
  NOTHING,
} from './started';

vi.mock('obsidian', () => import('../../obsidian'));

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

import { EditorState } from '@codemirror/state';
import { editorInfoField, type Editor, type MarkdownFileInfo } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import { editorOptions } from '../../src/editor/editor-options';
import { OpenViews } from '../../src/editor/open-views';
import { questionPoints } from '../../src/editor/question-points';
import { isWholeNote } from '../../src/editor/whole-note';
import { OPTIONS } from './editor-options';

vi.mock('obsidian', () => import('./obsidian'));

/** As much of Obsidian's editor as is asked for the text of a note. */
function editorOf(text: string): Editor {
  const lines = text.split('\n');
  const editor: Partial<Editor> = {
    getLine: (line) => lines[line] ?? '',
    lineCount: () => lines.length,
    getValue: () => text,
  };
  return editor as Editor;
}

function stateOf(doc: string, editor: Editor): EditorState {
  const info: Partial<MarkdownFileInfo> = { editor };
  return EditorState.create({
    doc,
    extensions: [
      editorOptions.of(OPTIONS),
      questionPoints,
      editorInfoField.init(() => info as MarkdownFileInfo),
    ],
  });
}

/** `^` is where typing began, `|` the cursor; what stands between was typed since the last reading. */
function placeOf(drawn: string): number | null {
  const from = drawn.indexOf('^');
  const to = drawn.indexOf('|') - 1;
  const text = drawn.replace('^', '').replace('|', '');
  const read = text.slice(0, from) + text.slice(to);
  const editor = editorOf(text);
  const { state } = stateOf(read, editor).update({
    changes: { from, insert: text.slice(from, to) },
  });
  const views = new OpenViews();
  views.add({ composing: false, state });
  return views.pendingPlace(editor, from, to, ['question']);
}

describe('the place of a mark that is typed', () => {
  it.each([
    ['為什麼？^;;|', 4],
    ['為什麼？ ^#question/inw|', 4],
    ['A.\n\n「為什麼？」 ^;;| 因為。', 10],
    ['Why? So?^;;|', 8],
    ['Why? #question/inward So?^;;|', 25],
    ['`Why?` ^;;|', null],
    ['```\nWhy? ^;;|\n```', null],
    ['Why? So ^;;|', null],
    ['Why? ^;;| #question/inward', null],
    ['Why?\n^;;|', null],
  ])('is known from the points: %s', (drawn, expected) => {
    expect(placeOf(drawn)).toBe(expected);
  });

  it('is not known of what no editor holds, nor of one that was closed', () => {
    const editor = editorOf('Why?;;');
    const view = { composing: false, state: stateOf('Why?;;', editor) };
    const views = new OpenViews();
    expect(views.pendingPlace(editor, 4, 6, ['question'])).toBeNull();
    views.add(view);
    expect(views.pendingPlace(editor, 4, 6, ['question'])).toBe(4);
    expect(views.pendingPlace(editorOf('Why?;;'), 4, 6, ['question'])).toBeNull();
    views.delete(view);
    expect(views.pendingPlace(editor, 4, 6, ['question'])).toBeNull();
  });

  it('is never taken from the document of a table cell', () => {
    const note = editorOf('Why?;;|\n| --- |\n| Why?;; |');
    const views = new OpenViews();
    views.add({ composing: false, state: stateOf('Why?;;', note) });
    expect(views.pendingPlace(note, 4, 6, ['question'])).toBeNull();
  });
});

describe('a document', () => {
  const NOTE = '| A? |\n| --- |\n| B? |';

  it.each([
    ['the note', NOTE, true],
    ['a cell of it', 'B?', false],
    ['a cell with as many lines', 'B?\n\nC?', false],
  ])('is %s', (_what, doc, expected) => {
    expect(isWholeNote(stateOf(doc, editorOf(NOTE)))).toBe(expected);
  });

  it('is a note where nothing says otherwise', () => {
    expect(isWholeNote(EditorState.create({ doc: 'B?' }))).toBe(true);
  });
});

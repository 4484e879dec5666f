import type { Editor, EditorPosition } from 'obsidian';
import { expect, it } from 'vitest';
import { leaveTable } from '../../../src/vault/writing/leave-table';

const TABLE = '| ask |\n| --- |\n| Why? |';

/** Where the cursor is put that stood in `line` of `text`, as `line:ch`; null where it stays. */
function placeBeside(text: string, line: number): string | null {
  const places: EditorPosition[] = [];
  const editor = {
    getValue: () => text,
    getCursor: () => ({ line, ch: 3 }),
    setCursor: (place: EditorPosition) => places.push(place),
  };
  const hasLeft = leaveTable(editor as unknown as Editor);
  expect(places).toHaveLength(hasLeft ? 1 : 0);
  return places.map((place) => `${place.line}:${place.ch}`)[0] ?? null;
}

it.each([
  ['in its first line', `So.\n\n${TABLE}\n\nSo.`, 2, '1:0'],
  ['in its row of dashes', `So.\n\n${TABLE}\n\nSo.`, 3, '1:0'],
  ['in its last line', `So.\n\n${TABLE}\n\nSo.`, 4, '1:0'],
  ['before it', `So.\n\n${TABLE}\n\nSo.`, 1, null],
  ['behind it', `So.\n\n${TABLE}\n\nSo.`, 5, null],
  ['at the start of the note', `${TABLE}\n\nSo.`, 2, '3:0'],
  ['at the start of the note, with an empty line behind', `${TABLE}\n`, 2, '3:0'],
  ['that is all of the note', TABLE, 2, null],
  ['right behind the frontmatter', `---\na: 1\n---\n${TABLE}`, 5, '2:3'],
  ['a line behind the frontmatter', `---\na: 1\n---\n\n${TABLE}`, 6, '3:0'],
  ['without rows, in its row of dashes', 'So.\n\n| ask |\n| --- |\n\nSo.', 3, '1:0'],
  ['of two, in the second', `${TABLE}\n\nSo.\n\n${TABLE}`, 8, '5:0'],
  ['of two, in the first', `${TABLE}\n\nSo.\n\n${TABLE}`, 1, '3:0'],
])('the cursor in a table %s', (_where, text, line, place) => {
  expect(placeBeside(text, line)).toBe(place);
});

it.each(['', 'So.', '| ask |'])('the cursor stays where there is no table: %j', (text) => {
  expect(placeBeside(text, 0)).toBeNull();
});

import { describe, expect, it, vi } from 'vitest';
import { blockAround } from '../../../src/ui/block/block-around';

/** `|` is the cursor. */
function editorOf(marked: string) {
  const at = marked.indexOf('|');
  const lines = (marked.slice(0, at) + marked.slice(at + 1)).split('\n');
  const before = marked.slice(0, at).split('\n');
  const cursor = { line: before.length - 1, ch: before.at(-1)?.length ?? 0 };
  const getLine = vi.fn((line: number) => lines[line] ?? '');
  return { lines, cursor, editor: { getLine, lineCount: () => lines.length } };
}

function around(marked: string): string | null {
  const { editor, cursor } = editorOf(marked);
  const block = blockAround(editor, cursor);
  return block && `${block.query.slice(0, block.offset)}|${block.query.slice(block.offset)}`;
}

describe('the query block around the cursor', () => {
  it.each<[what: string, note: string, query: string | null]>([
    ['a block', 'a\n```question-stance\nla|\n```\nb', 'la|'],
    ['its first of several lines', '```question-stance\nl|a\nview list\n```', 'l|a\nview list'],
    ['its last', '```question-stance\nla\n\nview| list\n```', 'la\n\nview| list'],
    ['a fence that is too short to end it', '~~~~question-stance\nla|\n~~~\nb', 'la|'],
    ['tildes', '~~~~question-stance\nla|\n~~~~\nb', 'la|'],
    ['blanks', '  ``` question-stance \nla|\n  ```', 'la|'],
    ['a quote', '> ```question-stance\n> la|\n>\n> b\n> ```', 'la|\n\nb'],
    ['a callout in a callout', '> > ```question-stance\n> > la|\n> > ```', 'la|'],
    ['before a quote’s sign', '> ```question-stance\n|> la\n> ```', null],
    ['no end as yet', 'a\n```question-stance\nla|\nThe rest of the note', 'la|'],
    ['its opening fence', '```question-stance|\nla\n```', null],
    ['its closing fence', '```question-stance\nla\n```|', null],
    ['behind it', '```question-stance\nla\n```\nla|', null],
    ['another language', '```js\nla|\n```', null],
    ['another one that begins like it', '```question-stances\nla|\n```', null],
    ['a note without blocks', 'a\n\nla|', null],
    ['the first line', 'la|', null],
  ])('%s', (_what, note, query) => {
    expect(around(note)).toBe(query);
  });

  it.each([
    '```question-stance\nla|\nview list\n```',
    'a\n\n> ```question-stance\n> la\n>\n> view| list\n> ```',
    '\t```question-stance\n\tla\nview| list\n```',
  ])('knows where each of its places stands in the note: %j', (note) => {
    const { editor, cursor, lines } = editorOf(note);
    const block = blockAround(editor, cursor);
    if (!block) throw new Error('There is a block.');
    expect(block.positionOf(block.offset)).toEqual(cursor);
    for (let offset = 0; offset < block.query.length; offset += 1) {
      const { line, ch } = block.positionOf(offset);
      const there = lines[line]?.charAt(ch) ?? '';
      expect(there === '' ? '\n' : there).toBe(block.query.charAt(offset));
    }
  });

  it('is looked for in so many lines alone', () => {
    const many = 'word\n'.repeat(50_000);
    const { editor, cursor } = editorOf(`\`\`\`question-stance\n${many}la|\n${many}`);
    expect(blockAround(editor, cursor)).toBeNull();
    expect(editor.getLine.mock.calls.length).toBeLessThan(300);
    const near = editorOf(`${many}\`\`\`question-stance\nla|\n${many}`);
    expect(blockAround(near.editor, near.cursor)?.query).toBe('la');
    expect(near.editor.getLine.mock.calls.length).toBeLessThan(300);
  });
});

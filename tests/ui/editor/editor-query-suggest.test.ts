// What completing inside query blocks costs where no block is, by the lines that are asked for.
import type { App, Editor, EditorPosition } from 'obsidian';
import { expect, it, vi } from 'vitest';
import { PathMap } from '../../../src/core/index/path-list';
import type { NoteEntry } from '../../../src/core/index/question-index';
import { ColumnStore } from '../../../src/core/query';
import { stringsFor } from '../../../src/i18n';
import { DEFAULT_SETTINGS } from '../../../src/settings/schema';
import { QuerySuggest } from '../../../src/ui/editor/query-suggest';
import { note } from '../../core/query/note-sketch';

vi.mock('obsidian', () => ({
  EditorSuggest: class {
    setInstructions = () => undefined;
    close = () => undefined;
  },
  MarkdownView: class {
    file = null;
  },
}));

const notes = new PathMap<NoteEntry>();
notes.set(note('a.md', [{ text: 'Why?', label: 'limits' }]));
const entries = notes.snapshot();

function suggest(isComposing = false) {
  const asked = vi.fn(() => entries);
  const context = {
    app: {} as unknown as App,
    index: { entries: asked },
    settings: { get: () => DEFAULT_SETTINGS },
    language: 'en',
    strings: stringsFor('en'),
  };
  const made = new QuerySuggest(
    context as unknown as ConstructorParameters<typeof QuerySuggest>[0],
    { isComposing: () => isComposing },
    new ColumnStore(),
  );
  return { suggest: made, asked };
}

/** The cursor stands at the last line's end. */
function typeIn(made: QuerySuggest, text: string) {
  const lines = text.split('\n');
  const getLine = vi.fn((line: number) => lines[line] ?? '');
  const editor = { getLine, lineCount: () => lines.length } as unknown as Editor;
  const cursor: EditorPosition = { line: lines.length - 1, ch: lines.at(-1)?.length ?? 0 };
  const found = made.onTrigger(cursor, editor, null);
  const offered = found ? made.getSuggestions().map(({ insert }) => insert) : null;
  return { offered, lines: getLine.mock.calls.length };
}

const LONG = 'So it is.\n'.repeat(100_000);

it.each([
  ['Chinese', `${LONG}為什麼模型需要海量數據`],
  ['English', `${LONG}Why would a model need this much`],
  ['a list', `${LONG}- [ ] buy bread`],
  ['a quote', `${LONG}> so it is said`],
  ['a line of very many words', 'word '.repeat(1_000_000)],
])('looks at a line or two where %s is typed', (_what, text) => {
  const { suggest: made, asked } = suggest();
  const { offered, lines } = typeIn(made, text);
  expect(offered).toBeNull();
  expect(lines).toBeLessThanOrEqual(2);
  expect(asked).not.toHaveBeenCalled();
});

it.each([
  ['a word that fields begin with', `${LONG}la`],
  ['what reads as a field', `${LONG}label:`],
  ['an empty line', LONG],
])('looks no further up a note than queries are long: %s', (_what, text) => {
  const { suggest: made, asked } = suggest();
  const { offered, lines } = typeIn(made, text);
  expect(offered).toBeNull();
  expect(lines).toBeLessThanOrEqual(210);
  expect(asked).not.toHaveBeenCalled();
});

it.each([
  ['label:', ['limits']],
  ['view ma', ['matrix']],
  ['explain', null],
  // Enter is to end the line.
  ['view list\n', null],
  ['cost ', null],
])('offers in a block %j', (query, expected) => {
  const { suggest: made } = suggest();
  const found = typeIn(made, `${LONG}\`\`\`question-stance\n${query}`);
  expect(found.offered).toEqual(expected);
  expect(found.lines).toBeLessThanOrEqual(10);
});

it('offers all there is in an empty block', () => {
  const { suggest: made } = suggest();
  expect(typeIn(made, '```question-stance\n').offered).toContain('group by ');
});

it('offers nothing while an input method composes', () => {
  const { suggest: made } = suggest(true);
  expect(typeIn(made, '```question-stance\nla').offered).toBeNull();
});

import { expect, it } from 'vitest';
import { readFrontmatter } from '../../../../scripts/cli/notes/frontmatter';
import { noteFactsOf } from '../../../../scripts/cli/notes/note-facts';

const NOON = new Date(2026, 2, 5, 12).getTime();

function factsOf(text: string, file: { birthtimeMs: number; mtimeMs: number } | null = null) {
  const { tags, properties, created } = noteFactsOf(text, readFrontmatter(text), file);
  return { tags, properties, created };
}

it('has the tags of properties and text, and the properties as they are written', () => {
  expect(factsOf('---\ntags: [a, "#b/c"]\nStatus: done\n---\nWhy? #d `#e`\n')).toEqual({
    tags: ['a', 'b/c', 'd'],
    properties: { tags: ['a', '#b/c'], Status: 'done' },
    created: null,
  });
});

it.each([
  ['Why?', []],
  ['---\ntags: a, b\n---\n', ['a', 'b']],
  ['---\ntag: a\n---\n#b', ['a', 'b']],
  ['---\nnot: yaml: at all\n---\n#a', ['a']],
])('finds the tags of %j', (text, tags) => {
  expect(factsOf(text).tags).toEqual(tags);
});

it.each([
  [{ birthtimeMs: NOON, mtimeMs: 0 }, '2026-03-05'],
  [{ birthtimeMs: 0, mtimeMs: NOON }, '2026-03-05'],
])('has the day of the file %j: %j', (file, day) => {
  expect(factsOf('Why?', file).created).toBe(day);
});

// Tags that belong to no question, as the dashboard counts them: in the notes chosen, by what the index knows of each.
import { describe, expect, it } from 'vitest';
import { NoteQuestions } from '../../../../src/core/index/note-questions';
import { PathMap } from '../../../../src/core/index/path-list';
import type { NoteEntry } from '../../../../src/core/index/question-index';
import { EXCLUDED } from '../../../../src/core/model/scope';
import { findStrayNotes } from '../../../../src/ui/dashboard/model/stray-notes';

const IN = { inScope: true, reason: 'in' } as const;
const OUT = { inScope: false, reason: 'tag-missing' } as const;

function entryOf(path: string, strays: number, scope: NoteEntry['scope'] = IN): NoteEntry {
  return {
    path,
    scope,
    checkbox: null,
    questions: NoteQuestions.of([]),
    ...(strays > 0 && { strays }),
  };
}

function vaultOf(...entries: readonly NoteEntry[]): PathMap<NoteEntry> {
  const map = new PathMap<NoteEntry>();
  for (const entry of entries) map.set(entry);
  return map;
}

const vault = () =>
  vaultOf(
    entryOf('a.md', 2),
    entryOf('b.md', 0),
    entryOf('c.md', 1, OUT),
    entryOf('d.md', 4, EXCLUDED),
    entryOf('e.md', 3),
  );

describe('tags that belong to no question', () => {
  it.each([
    ['articles', { kind: 'articles' }, ['a.md 2', 'e.md 3']],
    ['the vault, but for what is excluded', { kind: 'vault' }, ['a.md 2', 'c.md 1', 'e.md 3']],
    ['one note', { kind: 'note', path: 'c.md' }, ['c.md 1']],
    ['a note that has none', { kind: 'note', path: 'b.md' }, []],
    ['no note', null, []],
  ] as const)('are counted in %s', (_, notes, expected) => {
    const found = findStrayNotes(vault().snapshot(), notes);
    expect(found.map(({ path, count }) => `${path} ${String(count)}`)).toEqual(expected);
  });

  it('are those that stand there now, where a note has changed', () => {
    const changing = vault();
    expect(findStrayNotes(changing.snapshot(), { kind: 'articles' })).toHaveLength(2);
    changing.set(entryOf('a.md', 0));
    changing.set(entryOf('b.md', 5));
    expect(findStrayNotes(changing.snapshot(), { kind: 'articles' })).toEqual([
      { path: 'b.md', count: 5 },
      { path: 'e.md', count: 3 },
    ]);
  });

  it('are found in a vault of many notes, each once and in order', () => {
    const paths = Array.from({ length: 1000 }, (_, at) => `${String(at).padStart(4, '0')}.md`);
    const many = vaultOf(...paths.map((path, at) => entryOf(path, at % 7 === 0 ? 1 : 0)));
    const found = findStrayNotes(many.snapshot(), { kind: 'vault' });
    expect(found.map(({ path }) => path)).toEqual(paths.filter((_, at) => at % 7 === 0));
  });
});

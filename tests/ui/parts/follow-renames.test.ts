import type { App } from 'obsidian';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/core/query/columns/row';
import { followPath, followRows } from '../../../src/ui/parts/follow-renames';
import { note } from '../../core/query/note-sketch';

/** A vault whose notes are renamed as Obsidian does it: the file object stays. */
function vaultOf(...paths: readonly string[]) {
  const files = paths.map((path) => ({ path }));
  const getFileByPath = (path: string) => files.find((file) => file.path === path) ?? null;
  return {
    app: { vault: { getFileByPath } } as unknown as App,
    rename: (from: string, to: string): void => {
      const file = getFileByPath(from);
      if (file) file.path = to;
    },
  };
}

const rowsOf = (path: string): readonly Row[] => {
  const entry = note(path, ['a?', 'b?']);
  return entry.questions.all().map((question) => ({ entry, question }));
};

describe('what a picker was opened for', () => {
  it('is found under the name that its note has now, whoever took the old one', () => {
    const { app, rename } = vaultOf('a.md', 'b.md');
    const rows = [...rowsOf('a.md'), ...rowsOf('b.md')];
    const [now, path] = [followRows(app, rows), followPath(app, 'a.md')];
    rename('a.md', 'z/c.md');
    rename('b.md', 'a.md');
    expect(now().map(({ entry, question }) => [entry.path, question.text])).toEqual([
      ['z/c.md', 'a?'],
      ['z/c.md', 'b?'],
      ['a.md', 'a?'],
      ['a.md', 'b?'],
    ]);
    expect(path()).toBe('z/c.md');
  });

  it('stays the very same where nothing was renamed, or no note is there', () => {
    const { app } = vaultOf('a.md');
    const rows = [...rowsOf('a.md'), ...rowsOf('gone.md')];
    expect(followRows(app, rows)().every((row, at) => row === rows[at])).toBe(true);
    expect(followPath(app, 'gone.md')()).toBe('gone.md');
  });
});

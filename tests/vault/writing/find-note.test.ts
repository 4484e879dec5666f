import { expect, it, vi } from 'vitest';
import { findNote } from '../../../src/vault/writing/find-note';
import { FakeVault } from '../fake-vault';

vi.mock('obsidian', () => import('../obsidian'));

it.each<[string, readonly string[], string | null]>([
  ['where it was', ['a/note.md', 'b/note.md'], 'a/note.md'],
  ['where the only note of its name is', ['b/note.md', 'a/other.md'], 'b/note.md'],
  ['in the folder above', ['note.md'], 'note.md'],
  ['nowhere, where two have its name', ['b/note.md', 'c/note.md'], null],
  ['nowhere, where names only end alike', ['b/my note.md', 'b/note.md.md'], null],
  ['nowhere, where a file of another kind has its name', ['b/note.png'], null],
  ['nowhere in an empty vault', [], null],
])('the note of a record is found %s', (_where, paths, found) => {
  const vault = new FakeVault();
  for (const path of paths) vault.add(path, 'Why?');
  expect(findNote(vault.app, 'a/note.md')?.path ?? null).toBe(found);
});

import { expect, it } from 'vitest';
import { isConflictedCopy } from '../../../src/vault/writing/conflicted-copy';

const BESIDE: ReadonlySet<string> = new Set(['a/n.md', 'Chapter 1.md', 'N.md']);

it.each([
  ['Obsidian Sync', 'a/Note (Conflicted copy Phone 202601011200).md', true],
  ['Dropbox', "a/Note (Ann's conflicted copy 2026-01-01).md", true],
  ['Dropbox, a second one', "Note (Ann's conflicted copy 2026-01-01 (1)).md", true],
  ['Nextcloud', 'Note (conflicted copy 2024-01-01 120000).md', true],
  ['Dropbox in mainland Chinese', 'n (张三的冲突副本 2024-01-01).md', true],
  ['Dropbox in Taiwan’s Chinese', 'n (小明 的衝突複本 2024-01-01).md', true],
  ['with a word between', 'n (小明 的衝突的複本).md', true],
  ['in wide parentheses', 'n（冲突副本）.md', true],
  ['in Japanese', 'n (太郎 の競合コピー 2024-01-01).md', true],
  ['in German', 'n (Annas in Konflikt stehende Kopie 2024-01-01).md', true],
  ['in French', 'n (Copie en conflit de Anne 2024-01-01).md', true],
  ['in Spanish', 'n (Copia en conflicto de Ana 2024-01-01).md', true],
  ['Syncthing', 'a/n.sync-conflict-20240101-120000-ABCDEFG.md', true],
  ['Syncthing of old', 'n.sync-conflict-20240101-120000.md', true],
  ['ownCloud of old', 'n_conflict-20240101-120000.md', true],
  ['Resilio', 'n.conflict.md', true],
  ['rclone', 'n.conflict1.md', true],
  ['Seafile', 'n (SFConflict ann@a.org 2024-01-01-12-00-00).md', true],
  ['iCloud, beside its note', 'a/n 2.md', true],
  ['iCloud, one later', 'a/n 12.md', true],
  ['a number with no such note beside it', 'n 2.md', false],
  ['a number with the note in another folder', 'b/n 2.md', false],
  ['a numbered chapter', 'Chapter 2.md', false],
  ['a copy of a numbered chapter', 'Chapter 1 2.md', true],
  ['a first one', 'a/n 1.md', false],
  ['a year', 'a/n 2024.md', false],
  ['a folder of that name', 'a (Conflicted copy x)/Note.md', false],
  ['the words without parentheses', 'a/Conflicted copy.md', false],
  ['another copy', 'a/Note (copy).md', false],
  ['a note about it', '如何處理衝突副本.md', false],
  ['a note about a conflict', 'The conflict.md', false],
  ['a dot before the word', 'On war.conflict theory.md', false],
])('a copy that a sync set aside: %s (%s): %s', (_what, path, is) => {
  expect(isConflictedCopy(path, (other) => BESIDE.has(other))).toBe(is);
});

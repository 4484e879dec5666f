/**
 * Copies of a note that a sync service sets aside where two devices changed it, told by their names. A copy that
 * looks like any other note (`Note 2.md` of iCloud) counts only where the note that it is a copy of stands beside it.
 */

import { lastPart } from '../../core/model/path';

/** What the services write between parentheses, in the languages of their apps. */
const IN_PARENTHESES = [
  // Obsidian Sync, Dropbox, Nextcloud, ownCloud.
  String.raw`\bconflicted copy\b`,
  String.raw`(?:冲突|衝突)的?(?:副本|複本|拷贝|拷貝)`,
  '競合コピー',
  '충돌된? ?사본',
  'in Konflikt stehende Kopie',
  'copie en conflit',
  'copia en conflicto',
  'copia in conflitto',
  'cópia em conflito',
  // Seafile.
  String.raw`\bSFConflict\b`,
];

const NAMES = [
  new RegExp(String.raw`[(（][^()（）]*(?:${IN_PARENTHESES.join('|')}).*[)）]`, 'i'),
  // Syncthing; older versions name no device.
  /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?$/i,
  // ownCloud of old.
  /_conflict-\d{8}-\d{6}$/i,
  // Resilio, rclone and others.
  /\.conflict(?:[-_.]?\d[-_.\dT]*)?$/i,
];

/** `isNote` is asked for the note that `path` may be a numbered copy of. */
export function isConflictedCopy(path: string, isNote: (path: string) => boolean): boolean {
  const name = lastPart(path);
  const folder = path.slice(0, path.length - name.length);
  const stem = name.replace(/\.md$/i, '');
  if (NAMES.some((pattern) => pattern.test(stem))) return true;
  const original = /^(.*\S) (?:[2-9]|[1-9]\d)$/.exec(stem)?.[1];
  return original !== undefined && isNote(`${folder}${original}.md`);
}

/** What a picker or a menu was opened for, under the names that its notes have when something is chosen. */
import type { App } from 'obsidian';
import type { Row } from '../../core/query';

/** The path of the note that stands at `path` now, whenever it is asked for; `path` itself where none does. */
export function followPath({ vault }: Pick<App, 'vault'>, path: string): () => string {
  // Obsidian keeps a note's file object when it is renamed.
  const file = vault.getFileByPath(path);
  return () => file?.path ?? path;
}

/** The rows with their notes' paths of the moment. */
export function followRows(app: Pick<App, 'vault'>, rows: readonly Row[]): () => readonly Row[] {
  const notes = new Map(rows.map(({ entry: { path } }) => [path, followPath(app, path)]));
  return () =>
    rows.map((row) => {
      const path = notes.get(row.entry.path)?.() ?? row.entry.path;
      return path === row.entry.path ? row : { ...row, entry: { ...row.entry, path } };
    });
}

/** The note that a record is about, also where another program has moved it since. */
import type { App, TFile } from 'obsidian';
import { lastPart } from '../../core/model/path';
import type { VaultFailure } from '../failure';

/**
 * Moved by another program, a note goes and comes without a rename; then it is the only one of its name. That
 * it may be another one does no harm where nothing is changed that does not read as recorded.
 */
export function findNote(app: App, path: string): TFile | null {
  const there = app.vault.getFileByPath(path);
  if (there) return there;
  const name = lastPart(path);
  const [only, second] = app.vault.getMarkdownFiles().filter((file) => file.name === name);
  return only && !second ? only : null;
}

export function missing(path: string): { readonly ok: false; readonly failure: VaultFailure } {
  return { ok: false, failure: { code: 'missing', detail: path } };
}

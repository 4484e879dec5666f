/** A note's text as the user sees it: an open editor's, which may be newer than the file, else the file's. */
import type { App, TFile } from 'obsidian';
import { findOpenEditor } from './open-editor';

/** Rejects where the file can't be read. */
export async function readNote(app: App, file: TFile): Promise<string> {
  return findOpenEditor(app, file)?.getValue() ?? (await app.vault.cachedRead(file));
}

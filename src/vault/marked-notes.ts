/** Which notes hold marks under a root, found by the metadata cache's tags before any note is read. */
import type { App, TFile } from 'obsidian';
import { extractQuestions } from '../core/extract';
import type { Question } from '../core/question';
import { findOpenEditor } from './open-editor';
import type { BulkOptions } from './bulk-options';

export interface MarkedNote {
  readonly file: TFile;
  /** As the user sees it: an open editor's text, which may be newer than the file's. */
  readonly text: string;
  /** Those that have marks. */
  readonly questions: readonly Question[];
}

/** Reads the notes of `files` that hold marks; one that can't be read is left out. Stops where `signal` says. */
export async function readMarkedNotes(
  app: App,
  files: readonly TFile[],
  root: string,
  { onProgress, signal }: BulkOptions = {},
): Promise<readonly MarkedNote[]> {
  const prefix = `#${root}/`.toLowerCase();
  const candidates = files.filter((file) =>
    app.metadataCache
      .getFileCache(file)
      ?.tags?.some(({ tag }) => tag.toLowerCase().startsWith(prefix)),
  );
  const notes: MarkedNote[] = [];
  let done = 0;
  for (const file of candidates) {
    if (signal?.aborted === true) break;
    const text = await readText(app, file);
    const questions = extractQuestions(text, { root, unmarked: true }).filter(
      ({ marks }) => marks.length > 0,
    );
    if (questions.length > 0) notes.push({ file, text, questions });
    done += 1;
    onProgress?.(done, candidates.length);
  }
  return notes;
}

async function readText(app: App, file: TFile): Promise<string> {
  try {
    return findOpenEditor(app, file)?.getValue() ?? (await app.vault.cachedRead(file));
  } catch {
    // Gone or unreadable at this moment: there is nothing to preview, and writing would say so.
    return '';
  }
}

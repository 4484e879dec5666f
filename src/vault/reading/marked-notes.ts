/** Which notes hold marks under a root, found by the metadata cache's tags before any note is read. */
import type { App, TFile } from 'obsidian';
import { extractQuestions } from '../../core/reading/extract';
import { markOf, type Question } from '../../core/model/question';
import { withRoot } from '../../core/model/roots';
import type { BulkOptions } from '../bulk-options';
import { failureOf, type VaultFailure } from '../failure';
import { readNote } from '../note-text';
import { hasTagUnder } from './tags-under-root';

export interface MarkedNote {
  readonly file: TFile;
  /** As the user sees it: an open editor's text, which may be newer than the file's. */
  readonly text: string;
  /** Those that have marks of the root. */
  readonly questions: readonly Question[];
}

export interface UnreadableNote {
  readonly path: string;
  readonly failure: VaultFailure;
}

export interface MarkedNotes {
  readonly notes: readonly MarkedNote[];
  /** Notes that hold marks and could not be read. */
  readonly unreadable: readonly UnreadableNote[];
}

/** Reads the notes of `files` that hold marks of `root`, those of `roots` beside them. Stops where `signal` says. */
export async function readMarkedNotes(
  app: App,
  files: readonly TFile[],
  root: string,
  roots: readonly string[] = [],
  { onProgress, signal }: BulkOptions = {},
): Promise<MarkedNotes> {
  const candidates = files.filter((file) =>
    hasTagUnder(app.metadataCache.getFileCache(file), [root]),
  );
  const known = withRoot(roots, root);
  const notes: MarkedNote[] = [];
  const unreadable: UnreadableNote[] = [];
  let done = 0;
  for (const file of candidates) {
    if (signal?.aborted === true) break;
    try {
      const text = await readNote(app, file);
      const questions = extractQuestions(text, { roots: known, unmarked: true }).filter(
        (question) => markOf(question, root) !== null,
      );
      if (questions.length > 0) notes.push({ file, text, questions });
    } catch (error) {
      unreadable.push({ path: file.path, failure: failureOf(error) });
    }
    done += 1;
    onProgress?.(done, candidates.length);
  }
  return { notes, unreadable };
}

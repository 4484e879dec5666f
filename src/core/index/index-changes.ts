/** What is another between two states of the index: found by their chunks, whatever the size of the vault. */
import type { NoteEntry } from './question-index';

export type IndexChunks = readonly (readonly NoteEntry[])[];

export interface IndexChange {
  readonly path: string;
  /** Null where it is gone. */
  readonly entry: NoteEntry | null;
}

/**
 * The notes that have been read anew, are new or have gone. Those that went come first: a note that was renamed is
 * then known by one path at a time.
 */
export function* changesBetween(before: IndexChunks, after: IndexChunks): Generator<IndexChange> {
  const old = new Map(except(before, after).map((entry) => [entry.path, entry]));
  const now = except(after, before);
  const paths = new Set(now.map(({ path }) => path));
  for (const path of old.keys()) if (!paths.has(path)) yield { path, entry: null };
  for (const entry of now) {
    const known = old.get(entry.path);
    if (known?.questions !== entry.questions) yield { path: entry.path, entry };
  }
}

/** The entries of chunks that the others do not have. */
function except(chunks: IndexChunks, others: IndexChunks): readonly NoteEntry[] {
  const known = new Set(others);
  return chunks.flatMap((chunk) => (known.has(chunk) ? [] : chunk));
}

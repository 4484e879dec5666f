/**
 * Which of the notes that are looked at have tags that belong to no question. Lists are made of questions, so these
 * tags show nowhere in them.
 */
import type { PathList } from '../../../core/index/path-list';
import type { NoteEntry } from '../../../core/index/question-index';
import { isWithin, type NoteChoice } from '../../../core/query';

export interface StrayNote {
  readonly path: string;
  readonly count: number;
}

/** The entries of a chunk that have some; after a change, a chunk or two are new. */
const known = new WeakMap<readonly NoteEntry[], readonly NoteEntry[]>();

/** In the order of their paths; none where no notes are chosen. */
export function findStrayNotes(
  entries: Pick<PathList<NoteEntry>, 'chunks'>,
  notes: NoteChoice | null,
): readonly StrayNote[] {
  if (notes === null) return [];
  return entries.chunks
    .flatMap(withStrays)
    .filter((entry) => isWithin(entry, notes))
    .map(({ path, strays = 0 }) => ({ path, count: strays }));
}

function withStrays(chunk: readonly NoteEntry[]): readonly NoteEntry[] {
  const before = known.get(chunk);
  if (before) return before;
  const found = chunk.filter(({ strays = 0 }) => strays > 0);
  known.set(chunk, found);
  return found;
}

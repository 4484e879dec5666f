/** One line of a list: a question with the note it stands in. */
import type { NoteEntry } from '../../index/question-index';
import { isBelow, lastPart } from '../../model/path';
import type { Question } from '../../model/question';
import type { GivenNotes } from './given-notes';

export interface Row {
  readonly entry: NoteEntry;
  readonly question: Question;
}

/** Which notes a list looks at: the user's articles, one note, a folder with all in it, the whole vault, or some given. */
export type NoteChoice =
  | { readonly kind: 'articles' }
  | { readonly kind: 'note' | 'folder'; readonly path: string }
  | { readonly kind: 'vault' }
  | { readonly kind: 'given'; readonly notes: GivenNotes };

/** Whether lists of `notes` look at the note. */
export function isWithin(entry: NoteEntry, notes: NoteChoice): boolean {
  if (notes.kind === 'articles') return entry.scope.inScope;
  if (notes.kind === 'note') return entry.path === notes.path;
  if (notes.kind === 'given') return notes.notes.has(entry.path);
  return (
    entry.scope.reason !== 'excluded' &&
    (notes.kind === 'vault' || isInFolder(entry.path, notes.path))
  );
}

/** Whether a note is in a folder, at any depth; `/`, or nothing, is the vault's root. */
export function isInFolder(path: string, folder: string): boolean {
  const name = folder.replace(/^\/+|\/+$/g, '');
  return name === '' || isBelow(path, name);
}

/** The note's name without folder and extension. */
export function noteName(path: string): string {
  return lastPart(path).replace(/\.md$/i, '');
}

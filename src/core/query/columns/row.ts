/** One line of a list: a question with the note it stands in. */
import type { NoteEntry } from '../../index/question-index';
import type { Question } from '../../model/question';

export interface Row {
  readonly entry: NoteEntry;
  readonly question: Question;
}

/** Which notes a list looks at: the user's articles, one note, or the whole vault. */
export type NoteChoice =
  | { readonly kind: 'articles' }
  | { readonly kind: 'note'; readonly path: string }
  | { readonly kind: 'vault' };

/** Whether lists of `scope` look at the note. */
export function isWithin(entry: NoteEntry, scope: NoteChoice): boolean {
  if (scope.kind === 'articles') return entry.scope.inScope;
  if (scope.kind === 'note') return entry.path === scope.path;
  return entry.scope.reason !== 'excluded';
}

/** The note's name without folder and extension. */
export function noteName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

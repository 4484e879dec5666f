/** Why the list is empty, decided on plain numbers, so that the view can say it and offer a way on. */
import type { IndexProgress } from '../../../core/index/question-index';
import type { NoteChoiceKind } from '../state/dashboard-state';

export type Emptiness =
  | { readonly kind: 'indexing' }
  | { readonly kind: 'no-note' }
  | { readonly kind: 'no-articles' }
  | { readonly kind: 'no-questions'; readonly notes: NoteChoiceKind }
  | { readonly kind: 'no-match'; readonly hidden: number };

export interface ListSituation {
  readonly notes: NoteChoiceKind;
  readonly hasNote: boolean;
  readonly phase: IndexProgress['phase'];
  /** Whether the index knows any note that counts as an article. */
  readonly hasArticles: boolean;
  /** Rows of these notes, before the filter. */
  readonly listed: number;
  /** Rows that fit the filter. */
  readonly shown: number;
}

/** Null where there is something to show. */
export function emptinessOf(situation: ListSituation): Emptiness | null {
  const { notes, hasNote, phase, hasArticles, listed, shown } = situation;
  if (shown > 0) return null;
  if (notes === 'note' && !hasNote) return { kind: 'no-note' };
  if (listed > 0) return { kind: 'no-match', hidden: listed };
  if (phase !== 'ready') return { kind: 'indexing' };
  if (notes === 'articles' && !hasArticles) return { kind: 'no-articles' };
  return { kind: 'no-questions', notes };
}

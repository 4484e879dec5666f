/** Why the list is empty, decided on plain numbers, so that the view can say it and offer a way on. */
import type { IndexProgress } from '../../../core/index/question-index';
import type { ScopeKind } from './dashboard-state';

export type Emptiness =
  | { readonly kind: 'indexing' }
  | { readonly kind: 'no-note' }
  | { readonly kind: 'no-articles' }
  | { readonly kind: 'no-questions'; readonly scope: ScopeKind }
  | { readonly kind: 'no-match'; readonly hidden: number };

export interface ListSituation {
  readonly scope: ScopeKind;
  readonly hasNote: boolean;
  readonly phase: IndexProgress['phase'];
  /** Whether the index knows any note that counts as an article. */
  readonly hasArticles: boolean;
  /** Rows in scope, before the filter. */
  readonly inScope: number;
  /** Rows that fit the filter. */
  readonly shown: number;
}

/** Null where there is something to show. */
export function emptinessOf(situation: ListSituation): Emptiness | null {
  const { scope, hasNote, phase, hasArticles, inScope, shown } = situation;
  if (shown > 0) return null;
  if (scope === 'note' && !hasNote) return { kind: 'no-note' };
  if (inScope > 0) return { kind: 'no-match', hidden: inScope };
  if (phase !== 'ready') return { kind: 'indexing' };
  if (scope === 'articles' && !hasArticles) return { kind: 'no-articles' };
  return { kind: 'no-questions', scope };
}

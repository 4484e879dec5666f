/** In which order the review goes through the questions, as the reader last chose on this device. */
import type { App } from 'obsidian';

/**
 * - `notes`: by note, and as they stand there;
 * - `surest`: those first whose likeliest stage is the likeliest;
 * - `unsure`: those last.
 */
export const REVIEW_ORDERS = ['notes', 'surest', 'unsure'] as const;
export type ReviewOrder = (typeof REVIEW_ORDERS)[number];

type Store = Pick<App, 'loadLocalStorage' | 'saveLocalStorage'>;

const KEY = 'question-stance-review-order';

export function keptOrder(store: Store): ReviewOrder {
  const kept: unknown = store.loadLocalStorage(KEY);
  return REVIEW_ORDERS.find((order) => order === kept) ?? 'notes';
}

export function keepOrder(store: Store, order: ReviewOrder): void {
  store.saveLocalStorage(KEY, order);
}

/** The one behind it; behind the last, the first. */
export function orderAfter(order: ReviewOrder): ReviewOrder {
  return REVIEW_ORDERS[(REVIEW_ORDERS.indexOf(order) + 1) % REVIEW_ORDERS.length] ?? 'notes';
}

/** What one source says of a question: how likely each stage is, and why. */

/**
 * - `same`: the same question, or nearly the same, tagged elsewhere;
 * - `label`, `section`, `asker`: what questions under the same one were tagged;
 * - `before`: what follows the stage before it, in its group or beyond;
 * - `wording`: the model that ships;
 * - `own`: the words of the user's own tagged questions.
 */
export const SOURCES = ['same', 'label', 'section', 'asker', 'before', 'wording', 'own'] as const;
export type Source = (typeof SOURCES)[number];

/** Where the source's questions were tagged. */
export type Where = 'note' | 'elsewhere';

/** Counts are of tagged questions: `times` of `of` had this stage. */
export type Why =
  | {
      readonly source: 'same';
      /** As it was written there. */
      readonly text: string;
      readonly isExact: boolean;
      readonly times: number;
      readonly of: number;
    }
  | {
      readonly source: 'label' | 'section' | 'asker';
      readonly name: string;
      readonly where: Where;
      readonly times: number;
      readonly of: number;
    }
  | {
      readonly source: 'before';
      readonly isInGroup: boolean;
      readonly stage: string;
      readonly times: number;
      readonly of: number;
    }
  /** No single words: those that weigh most are parts of words as often as not. */
  | { readonly source: 'wording' }
  | { readonly source: 'own'; readonly of: number };

export interface Opinion {
  readonly source: Source;
  /** By stage key; what is missing to 1 is for none of them. */
  readonly scores: ReadonlyMap<string, number>;
  /**
   * Of a source that knows tags of this very question: how much they weigh for each stage, beside all that others say,
   * which weighs 1.
   */
  readonly evidence?: ReadonlyMap<string, number>;
  /** For a stage that it speaks for; null where there is nothing to say. */
  readonly whyOf: (stage: string) => Why | null;
}

/** The likeliest stage; of two, the first. */
export function topOf(scores: ReadonlyMap<string, number>): string | null {
  let top: string | null = null;
  let most = 0;
  for (const [stage, score] of scores) {
    if (score > most) [top, most] = [stage, score];
  }
  return top;
}

/** A question as the model of wordings reads it: what is known of it when it is tagged. */

export interface WordedQuestion {
  /** On one line, without Markdown and marks. */
  readonly text: string;
  /** The note's text right before it, as much as there is. */
  readonly before?: string;
  /** The note's text right behind it. */
  readonly after?: string;
  readonly speaker?: string | null | undefined;
  readonly label?: string | null | undefined;
}

/** In UTF-16 units: as much of the text around a question as the model was taught with. */
export const BEFORE = 240;
export const AFTER = 120;

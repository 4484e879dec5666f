/** A change to many notes, as the modal shows it and runs it: sentences and plain data, and one function. */
import type { MarkValue } from '../../core/model/question';
import type { LinkChoiceOptions } from '../parts/link-choice';
import type { BulkOptions } from '../../vault/bulk-options';
import type { LinkOffer } from '../../vault/writing/write';

/** What stands at a question before or after: its marks, or a mark as it is spelled in the note. */
export type Shown =
  | { readonly kind: 'marks'; readonly marks: readonly MarkValue[] }
  | { readonly kind: 'spelling'; readonly text: string };

export interface PreviewChange {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  readonly before: Shown;
  readonly after: Shown;
}

export interface PreviewNote {
  readonly path: string;
  readonly changes: readonly PreviewChange[];
}

/** What was left as it was in one note, and why, as sentences. */
export interface UnwrittenNote {
  readonly path: string;
  readonly reasons: readonly string[];
}

export interface BulkReport {
  /** What was done, as one sentence. */
  readonly done: string;
  /** Whether anything was written that could be taken back. */
  readonly canUndo: boolean;
  /** Notes that a stop left unreached. */
  readonly left: number;
  readonly unwritten: readonly UnwrittenNote[];
  /** What is to be known of what was left, as a sentence; null where there is nothing. */
  readonly remark: string | null;
  /** Links to a heading of the only note, which were left alone and can be changed still. */
  readonly offer?: LinkOffer;
}

export interface BulkPreview {
  /** What will change, and what of the selection will not, as sentences. */
  readonly sentences: readonly string[];
  readonly notes: readonly PreviewNote[];
  /** On the button that starts it. */
  readonly start: string;
  /** The links that it would leave leading nowhere; absent where it changes no heading. */
  readonly links?: LinkChoiceOptions;
}

export interface BulkJob {
  readonly title: string;
  /** Null where it starts without one. */
  readonly preview: BulkPreview | null;
  readonly run: (options: BulkOptions) => Promise<BulkReport>;
}

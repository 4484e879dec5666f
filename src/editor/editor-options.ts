/**
 * What the editor's parts are told about settings and language, and what they ask of the interface.
 * One facet; a change of settings comes in as a new extension, so that everything is drawn again.
 */
import { Facet, type EditorState } from '@codemirror/state';
import type { MarkValue, Question } from '../core/model/question';
import type { StanceColor } from '../core/model/taxonomy';
import type { CHOICES } from '../settings/schema';

/** An editor's view, as far as it is asked later. */
export interface OpenView {
  readonly state: EditorState;
  /** An input method is composing in it. */
  readonly composing: boolean;
}

/** Whether questions without a mark have a sign at their terminator. */
export type SignMode = (typeof CHOICES)['sign'][number];

/** How a mark looks as a chip. */
export interface ChipLook {
  readonly label: string;
  /** The full «stance › stage», for the tooltip and screen readers. */
  readonly title: string;
  /** Null where the taxonomy does not know the stance. */
  readonly color: StanceColor | null;
}

export interface EditorOptions {
  /** The first segments of the tags that are marks. */
  readonly roots: readonly string[];
  readonly sign: SignMode;
  look(mark: MarkValue): ChipLook;
  /** What the sign of a question without a mark says. */
  readonly untaggedTitle: string;
  /** What the chip with the title `of` says where it is one of several. */
  conflictTitle(of: string): string;
  /** The writer chose the chip or the sign of `question`, as the document stands now. */
  open(state: EditorState, question: Question): void;
  /** Told of every editor while it is open. */
  readonly views: { add(view: OpenView): void; delete(view: OpenView): void };
  /** A note has been read, not a cell of a table; embedded and skipped questions are among `questions`. */
  onRead(state: EditorState, questions: readonly Question[]): void;
}

export const editorOptions = Facet.define<EditorOptions, EditorOptions | null>({
  combine: (values) => values[0] ?? null,
});

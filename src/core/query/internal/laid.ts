/** What stands at which position of a list, as whoever draws it asks. */
import type { NoteEntry } from '../../index/question-index';
import type { Question } from '../../model/question';
import type { Row } from '../columns/row';
import type { GroupField } from '../language/statement';

export interface LaidGroup {
  /** Names the group among all groups of the list; kept for those that are collapsed. */
  readonly id: string;
  readonly field: GroupField;
  /** As in `RowGroup`. */
  readonly key: string | null;
  /** 0, or 1 within another group. */
  readonly level: number;
  readonly size: number;
  /** The note of its first question. */
  readonly entry: NoteEntry;
  readonly collapsed: boolean;
  readonly rows: () => readonly Row[];
}

export type Laid =
  | { readonly kind: 'header'; readonly group: LaidGroup }
  | {
      readonly kind: 'question';
      readonly row: Row;
      /** Of the innermost group; null where there is none. */
      readonly group: string | null;
    };

export interface Layout {
  readonly length: number;
  at(index: number): Laid | null;
  /** Where a question stands; null where it does not, or its group is collapsed. */
  indexOf(entry: NoteEntry, question: Question): number | null;
  /** Where the header of a group stands. */
  indexOfGroup(id: string): number | null;
  groupIds(): readonly string[];
}

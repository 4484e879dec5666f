/** What stands at which position of a list, as whoever draws it asks. */
import type { NoteEntry } from '../../index/question-index';
import type { Question } from '../../model/question';
import type { Columns } from '../columns/columns';
import type { Row } from '../columns/row';
import type { ListedField } from '../columns/given-notes';

/** The ids of the groups whose questions do not show. */
export interface Collapsed {
  /** 0 where there are none. */
  readonly size: number;
  has(id: string): boolean;
}

export interface LaidGroup {
  /** Names the group among all groups of the list; kept for those that are collapsed. */
  readonly id: string;
  readonly field: ListedField;
  /** As in `RowGroup`. */
  readonly key: string | null;
  /** 0, or 1 within another group. */
  readonly level: number;
  readonly size: number;
  /** The note of its first question. */
  readonly entry: NoteEntry;
  readonly collapsed: boolean;
  readonly rows: () => readonly Row[];
  /** How many of its questions have each stage, by `stageKey`. */
  readonly stages: () => ReadonlyMap<string, number>;
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

/** How many of some questions have each stage, by `stageKey`. */
export function stagesOf(
  questions: Iterable<{ readonly columns: Columns; readonly position: number }>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { columns, position } of questions) {
    const key = columns.codes.textOf(columns.stages[position] ?? 0);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * A row a question and a column a stage, 0 or 1, as programs for statistics take it.
 *
 * Before the stages stand what is known of the question, `order` (which question of its note it is among those
 * written, from 1, by its place in the note and not by the order of the rows) and `skipped` (1 for those that say «not
 * a question»; they have no stage). A stage's column is called as its tag is, `root/stance/stage`; `root/stance` is for
 * questions of the stance without a stage, `root/(other)` for what no taxonomy has. Of the marks under one root the
 * first counts, as everywhere. So a taxonomy's columns sum to 1 for each question that is tagged by it.
 */
import { SKIP, isSameRoot } from '../model/question';
import type { Taxonomy } from '../model/taxonomy';
import type { AnswerRow } from '../query';
import {
  type Cell,
  cellsOf,
  type ColumnId,
  type NoteProperties,
  propertyHeading,
  tagOf,
} from './column';
import { withOrders } from './note-order';
import type { RootedMark } from '../model/question';

export const WIDE_COLUMNS: readonly ColumnId[] = [
  'path',
  'note',
  'line',
  'date',
  'asker',
  'section',
  'label',
  'group',
  'text',
];

export function* wideRecords(
  rows: Iterable<AnswerRow>,
  taxonomies: readonly Taxonomy[],
  columns: readonly ColumnId[],
  properties: NoteProperties,
): Generator<readonly Cell[] | undefined> {
  const stages = new StageColumns(taxonomies);
  yield [...columns, ...properties.names.map(propertyHeading), 'order', 'skipped', ...stages.names];
  for (const [row, order] of yield* withOrders(rows)) {
    yield [
      ...cellsOf(row, columns, properties),
      order,
      row.mark?.stance === SKIP ? 1 : 0,
      ...stages.cellsOf(row),
    ];
  }
}

class StageColumns {
  readonly names: readonly string[];
  readonly #roots: readonly string[];
  readonly #positions: ReadonlyMap<string, number>;

  constructor(taxonomies: readonly Taxonomy[]) {
    this.#roots = taxonomies.map(({ root }) => root);
    this.names = taxonomies.flatMap(({ root, stances }) => [
      ...stances.flatMap((stance) =>
        [null, ...stance.stages.map(({ id }) => id)].map((stage) =>
          tagOf({ root, stance: stance.id, stage }),
        ),
      ),
      otherOf(root),
    ]);
    this.#positions = new Map(this.names.map((name, at) => [name, at]));
  }

  cellsOf({ mark, otherMarks }: AnswerRow): readonly number[] {
    const cells = this.names.map(() => 0);
    const marks = mark ? [mark, ...otherMarks] : otherMarks;
    for (const root of this.#roots) {
      const first = marks.find((each) => isSameRoot(each.root, root));
      const position = first && this.#positionOf({ ...first, root });
      if (position !== undefined) cells[position] = 1;
    }
    return cells;
  }

  #positionOf(mark: RootedMark): number | undefined {
    if (mark.stance === SKIP) return undefined;
    return this.#positions.get(tagOf(mark)) ?? this.#positions.get(otherOf(mark.root));
  }
}

/** Ids have no brackets. */
function otherOf(root: string): string {
  return `${root}/(other)`;
}

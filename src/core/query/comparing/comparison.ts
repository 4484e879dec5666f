/**
 * Questions counted by who asks (or by another field) and stage: a table whose rows add up to `all`. One pass over
 * columns of numbers; no object is made of a question. What has no tag, says «not a question», or has a tag that no
 * stage stands for, is in no cell.
 */
import { SKIP } from '../../model/question';
import { markOfKey, partsOfKey } from '../../model/stage-key';
import type { Stances } from '../../model/taxonomy';
import { knownKeys } from '../arranging/group-key';
import type { GroupCodes } from '../arranging/group-codes';
import type { FittingChunk } from '../arranging/order-keys';
import type { Codes } from '../columns/codes';
import { foldText } from '../columns/folded-text';
import type { RowField } from './row-term';

export interface ComparedColumn {
  /** A `stageKey`. */
  readonly key: string;
  readonly stance: string;
  /** Null: the stance's questions without a stage. */
  readonly stage: string | null;
}

/** Looks into the table's cells; tens of thousands of arrays would take longer to make than to count. */
export class ComparedRow {
  readonly #cells: Int32Array;
  readonly #first: number;
  readonly #width: number;
  readonly total: number;

  /** `key` is a group's; null for what has none, and for all. */
  constructor(
    readonly key: string | null,
    cells: Int32Array,
    at: number,
    width: number,
  ) {
    this.#cells = cells;
    this.#first = at * width;
    this.#width = width;
    let total = 0;
    for (let column = 0; column < width; column++) total += this.countAt(column);
    this.total = total;
  }

  countAt(column: number): number {
    return this.#cells[this.#first + column] ?? 0;
  }

  /** By column. */
  get counts(): Int32Array {
    return this.#cells.subarray(this.#first, this.#first + this.#width);
  }
}

export interface Comparison {
  readonly by: RowField;
  /** The stages in their order; behind each stance's, where there are such questions, those without a stage. */
  readonly columns: readonly ComparedColumn[];
  /** Those that have a key, as they first come. */
  readonly rows: readonly ComparedRow[];
  /** What has no key; null where all has one. */
  readonly none: ComparedRow | null;
  readonly all: ComparedRow;
  /** Tagged questions that no column stands for. */
  readonly others: number;
}

/** What a code stands for beside a row or a column: nothing yet, «not a question», a tag of no stage. */
export const [UNSEEN, NO_COLUMN, OTHER] = [-1, -2, -3] as const;

/** What people write by hand, now so, now so: texts that a filter finds as one are one row. */
const FOLDED: ReadonlySet<RowField> = new Set<RowField>(['asker', 'label']);

export function compareQuestions(
  chunks: readonly FittingChunk[],
  by: RowField,
  groupCodes: Pick<GroupCodes, 'of'>,
  taxonomy: Stances,
): Comparison {
  const texts = chunks[0]?.columns.codes;
  const { possible, columnOf } = columnFinder(texts, taxonomy);
  const width = possible.length;
  let rowOf = new Int32Array(texts?.bound ?? 0).fill(UNSEEN);
  const rowCodes: number[] = [];
  const rowOfText = new Map<string, number>();
  const rowOfCode = (code: number): number => {
    const next = rowCodes.length;
    const folded = FOLDED.has(by) ? foldText(texts?.textOf(code) ?? '') : null;
    const row = (folded === null ? undefined : rowOfText.get(folded)) ?? next;
    if (folded !== null) rowOfText.set(folded, row);
    if (row === next) rowCodes.push(code);
    return row;
  };
  let cells = new Int32Array(64 * width);
  let others = 0;
  for (const { columns, fitting } of chunks) {
    const { stages } = columns;
    const codes = groupCodes.of(columns, by);
    // Groups may have texts that no question has.
    if (columns.codes.bound > rowOf.length) rowOf = withRoom(rowOf, 2 * columns.codes.bound);
    for (const at of fitting) {
      const stage = stages[at] ?? 0;
      if (stage === 0) continue;
      const column = columnOf(stage);
      if (column < 0) {
        if (column === OTHER) others += 1;
        continue;
      }
      const code = codes[at] ?? 0;
      let row = rowOf[code] ?? UNSEEN;
      if (row === UNSEEN) {
        rowOf[code] = row = rowOfCode(code);
        if (rowCodes.length * width > cells.length) cells = withRoom(cells, 2 * cells.length, 0);
      }
      const cell = row * width + column;
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
  }
  const sums = new Int32Array(width);
  for (let at = 0; at < rowCodes.length * width; at++) {
    sums[at % width] = (sums[at % width] ?? 0) + (cells[at] ?? 0);
  }
  const kept = possible.flatMap(({ stage }, at) =>
    stage !== null || (sums[at] ?? 0) > 0 ? [at] : [],
  );
  const table = picked(cells, rowCodes.length, width, kept);
  const rows = rowCodes.map(
    (code, at) => new ComparedRow(texts?.textOf(code) ?? null, table, at, kept.length),
  );
  return {
    by,
    columns: kept.flatMap((at) => possible[at] ?? []),
    rows: rows.filter(({ key }) => key !== null),
    none: rows.find(({ key }) => key === null) ?? null,
    all: new ComparedRow(null, picked(sums, 1, width, kept), 0, kept.length),
    others,
  };
}

function withRoom(
  numbers: Int32Array,
  length: number,
  fill: number = UNSEEN,
): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length).fill(fill);
  longer.set(numbers);
  return longer;
}

/** The cells of some columns alone. */
export function picked(
  cells: Int32Array,
  rows: number,
  width: number,
  columns: readonly number[],
): Int32Array {
  const table = new Int32Array(rows * columns.length);
  let to = 0;
  for (let row = 0; row < rows; row++) {
    for (const column of columns) table[to++] = cells[row * width + column] ?? 0;
  }
  return table;
}

export interface ColumnFinder {
  /** All that there may be, in their order. */
  readonly possible: readonly ComparedColumn[];
  /** The position of a stage's code, or `NO_COLUMN` or `OTHER`. */
  readonly columnOf: (code: number) => number;
}

export function columnFinder(texts: Codes | undefined, taxonomy: Stances): ColumnFinder {
  const possible = knownKeys('stage', taxonomy).map((key) => ({ key, ...markOfKey(key) }));
  const known = new Int32Array(texts?.bound ?? 0).fill(UNSEEN);
  const find = (code: number): number => {
    const key = texts?.textOf(code) ?? '';
    const column = possible.findIndex((each) => each.key === key);
    if (column !== -1) return column;
    return partsOfKey(key).stance === SKIP ? NO_COLUMN : OTHER;
  };
  const columnOf = (code: number): number => {
    const column = known[code] ?? UNSEEN;
    return column === UNSEEN ? (known[code] = find(code)) : column;
  };
  return { possible, columnOf };
}

/**
 * From which stage one goes to which next: of each tagged question that fits, the nearest tagged one before it in its
 * note, its section, or its asker's run, whether that one fits or not. So what a pair counts is what `after:` and
 * `stage:` find. Every question that counts is at the end of one transition, begins, or is among those said beside them:
 * `all.total` + `begins` + `nobody` + `others` questions.
 */
import type { Stances } from '../../model/taxonomy';
import { stagesBefore } from '../columns/stage-before';
import type { FittingChunk } from '../arranging/order-keys';
import {
  type ComparedColumn,
  ComparedRow,
  columnFinder,
  NO_COLUMN,
  OTHER,
  picked,
} from '../comparing/comparison';
import type { Within } from '../language/after-value';

export interface Transitions {
  readonly within: Within;
  /** The stages in their order; behind each stance's, where there are such questions, those without a stage. */
  readonly columns: readonly ComparedColumn[];
  /** By the column that is gone from, how often to each; as many as there are columns. */
  readonly rows: readonly ComparedRow[];
  /** How often each is gone to. */
  readonly all: ComparedRow;
  /** How many tagged questions of each column fit. */
  readonly questions: Int32Array;
  /** Those before which nothing was asked. */
  readonly begins: number;
  /** In no run, since nobody asks them; none where runs are not looked at. */
  readonly nobody: number;
  /** Of a tag that no stage stands for, or behind one. */
  readonly others: number;
}

export function countTransitions(
  chunks: readonly FittingChunk[],
  within: Within,
  taxonomy: Stances,
): Transitions {
  const { possible, columnOf } = columnFinder(chunks[0]?.columns.codes, taxonomy);
  const width = possible.length;
  const cells = new Int32Array(width * width);
  const questions = new Int32Array(width);
  let begins = 0;
  let nobody = 0;
  let others = 0;
  for (const { columns, fitting } of chunks) {
    if (fitting.length === 0) continue;
    const { stages } = columns;
    const before = stagesBefore(columns, within);
    const askers = within === 'run' ? columns.askers : null;
    for (const at of fitting) {
      const stage = stages[at] ?? 0;
      const to = stage === 0 ? NO_COLUMN : columnOf(stage);
      if (to === NO_COLUMN) continue;
      if (to !== OTHER) questions[to] = (questions[to] ?? 0) + 1;
      const last = before[at] ?? 0;
      const from = last === 0 ? NO_COLUMN : columnOf(last);
      if (to === OTHER || from === OTHER) others += 1;
      else if (from !== NO_COLUMN) cells[from * width + to] = (cells[from * width + to] ?? 0) + 1;
      else if (askers?.[at] === 0) nobody += 1;
      else begins += 1;
    }
  }
  // What stands before a question that fits may itself not fit.
  const isAsked = (at: number): boolean =>
    (questions[at] ?? 0) > 0 || cells.subarray(at * width, (at + 1) * width).some((n) => n > 0);
  const kept = possible.flatMap(({ stage }, at) => (stage !== null || isAsked(at) ? [at] : []));
  const rows = new Int32Array(kept.length * width);
  const sums = new Int32Array(width);
  kept.forEach((from, row) => {
    const own = cells.subarray(from * width, (from + 1) * width);
    rows.set(own, row * width);
    own.forEach((count, to) => (sums[to] = (sums[to] ?? 0) + count));
  });
  const table = picked(rows, kept.length, width, kept);
  return {
    within,
    columns: kept.flatMap((at) => possible[at] ?? []),
    rows: kept.map(
      (from, at) => new ComparedRow(possible[from]?.key ?? null, table, at, kept.length),
    ),
    all: new ComparedRow(null, picked(sums, 1, width, kept), 0, kept.length),
    questions: picked(questions, 1, width, kept),
    begins,
    nobody,
    others,
  };
}

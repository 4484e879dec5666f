/**
 * The numbers of a list of rows: how many questions, in how many notes, and how many in each cell of the
 * stance × stage matrix. A question with several marks counts where its first one says.
 */
import { isSkipped, markOf } from '../question';
import { findStage, findStance, type Taxonomy } from '../taxonomy';
import { stageKey } from './fields';
import type { Row } from './row';

export interface MatrixCount {
  /** All rows: `untagged` + `tagged` + `skipped`. */
  readonly total: number;
  readonly untagged: number;
  readonly tagged: number;
  /** Rows that say «not a question». */
  readonly skipped: number;
  /** Different notes among the rows. */
  readonly notes: number;
  /** Tagged rows by `stance/stage`; `stance/` where the mark has no stage. Cells with none are absent. */
  readonly byStage: ReadonlyMap<string, number>;
  /** Tagged rows by stance, those without a stage among them. */
  readonly byStance: ReadonlyMap<string, number>;
}

export function countMatrix(rows: readonly Row[]): MatrixCount {
  const notes = new Set<string>();
  const byStage = new Map<string, number>();
  const byStance = new Map<string, number>();
  let untagged = 0;
  let skipped = 0;
  for (const { entry, question } of rows) {
    notes.add(entry.path);
    const mark = markOf(question);
    if (!mark) {
      untagged += 1;
    } else if (isSkipped(question)) {
      skipped += 1;
    } else {
      countOne(byStage, stageKey(mark));
      countOne(byStance, mark.stance);
    }
  }
  const total = rows.length;
  const tagged = total - untagged - skipped;
  return { total, untagged, tagged, skipped, notes: notes.size, byStage, byStance };
}

/** The cells that `taxonomy` has no place for, as keys of `byStage`: marks of an edited or a foreign taxonomy. */
export function unknownCells(
  count: Pick<MatrixCount, 'byStage'>,
  taxonomy: Taxonomy,
): readonly string[] {
  return [...count.byStage.keys()].filter((key) => {
    const [stanceId = '', ...rest] = key.split('/');
    const stage = rest.join('/');
    const stance = findStance(taxonomy, stanceId);
    return !stance || (stage !== '' && !findStage(stance, stage));
  });
}

function countOne(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/**
 * The numbers of a list of rows: how many questions, in how many notes, and how many in each cell of the
 * stance × stage matrix. A question with several marks counts where its first one says.
 */
import { SKIP } from '../../model/question';
import { findStage, findStance, type Taxonomy } from '../../model/taxonomy';
import { partsOfKey } from '../../model/stage-key';

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

/** The numbers from how many questions have each `stageKey`; null is no mark. */
export function matrixOf(counts: ReadonlyMap<string | null, number>, notes: number): MatrixCount {
  const byStage = new Map<string, number>();
  const byStance = new Map<string, number>();
  let total = 0;
  let skipped = 0;
  for (const [key, count] of counts) {
    total += count;
    if (key === null) continue;
    const { stance } = partsOfKey(key);
    if (stance === SKIP) {
      skipped += count;
    } else {
      byStage.set(key, count);
      countUp(byStance, stance, count);
    }
  }
  const untagged = counts.get(null) ?? 0;
  return { total, untagged, tagged: total - untagged - skipped, skipped, notes, byStage, byStance };
}

/** The cells that `taxonomy` has no place for, as keys of `byStage`: marks of an edited or a foreign taxonomy. */
export function unknownCells(
  count: Pick<MatrixCount, 'byStage'>,
  taxonomy: Taxonomy,
): readonly string[] {
  return [...count.byStage.keys()].filter((key) => {
    const { stance: stanceId, stage } = partsOfKey(key);
    const stance = findStance(taxonomy, stanceId);
    return !stance || (stage !== '' && !findStage(stance, stage));
  });
}

function countUp<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

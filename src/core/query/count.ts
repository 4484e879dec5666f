/**
 * The numbers of a list of rows: how many questions, in how many notes, and how many in each cell of the
 * stance × stage matrix. A question with several marks counts where its first one says.
 */
import { isConflict, isSkipped, markOf, type Question } from '../question';
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

/** Counts that questions can be added to and taken from again. */
export class Tally implements MatrixCount {
  total = 0;
  untagged = 0;
  skipped = 0;
  notes = 0;
  /** Questions whose marks contradict each other or repeat. */
  conflicts = 0;
  readonly byStage = new Map<string, number>();
  readonly byStance = new Map<string, number>();

  get tagged(): number {
    return this.total - this.untagged - this.skipped;
  }

  /** Counts the questions of one note, or, with −1, counts them no more. */
  add(questions: readonly Question[], times: 1 | -1): void {
    if (questions.length === 0) return;
    this.notes += times;
    this.total += times * questions.length;
    for (const question of questions) {
      const mark = markOf(question);
      if (!mark) {
        this.untagged += times;
        continue;
      }
      if (isConflict(question)) this.conflicts += times;
      if (isSkipped(question)) {
        this.skipped += times;
      } else {
        count(this.byStage, stageKey(mark), times);
        count(this.byStance, mark.stance, times);
      }
    }
  }

  /** The same counts, to go on from. */
  copy(): Tally {
    const { total, untagged, skipped, notes, conflicts } = this;
    const copy = Object.assign(new Tally(), { total, untagged, skipped, notes, conflicts });
    for (const [key, of] of this.byStage) copy.byStage.set(key, of);
    for (const [key, of] of this.byStance) copy.byStance.set(key, of);
    return copy;
  }
}

export function countMatrix(rows: readonly Row[]): MatrixCount {
  const notes = new Map<string, Question[]>();
  for (const { entry, question } of rows) {
    const questions = notes.get(entry.path);
    if (questions) questions.push(question);
    else notes.set(entry.path, [question]);
  }
  const tally = new Tally();
  for (const questions of notes.values()) tally.add(questions, 1);
  return tally;
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

function count(counts: Map<string, number>, key: string, times: number): void {
  const now = (counts.get(key) ?? 0) + times;
  if (now === 0) counts.delete(key);
  else counts.set(key, now);
}

/**
 * How many of the taxonomy's stages are asked: in each note, all of it; or by each asker, over the notes of a list.
 */
import { stageKeysOf, type Stances } from '../../model/taxonomy';
import type { Columns } from '../columns/columns';
import { isWithin, type NoteChoice } from '../columns/row';
import { endOfRun, firstOfRun } from '../columns/run-bounds';

/** How many questions have each stage, by the codes of `Columns.stages`. */
type CountsByCode = ReadonlyMap<number, number>;

export class Coverage {
  /** How many stages there are. */
  readonly most: number;
  readonly #stages: ReadonlySet<string | null>;
  readonly #known: (boolean | undefined)[] = [];

  constructor(taxonomy: Stances) {
    this.#stages = new Set(stageKeysOf(taxonomy));
    this.most = this.#stages.size;
  }

  /** Of some notes' questions, those from one position up to another. */
  ofStretch({ stages, codes }: Columns, from: number, to: number): number {
    const seen = new Set<number>();
    for (let at = from; at < to; at++) {
      const stage = stages[at] ?? 0;
      if (this.#isStage(stage, codes)) seen.add(stage);
    }
    return seen.size;
  }

  /** By the code of the asker; nothing for those who ask none. */
  ofAskers(chunks: readonly Columns[], notes: NoteChoice | null): ReadonlyMap<number, number> {
    const asked = new Map<number, Set<number>>();
    for (const { askers, codes, entries, firsts, stages } of notes ? chunks : []) {
      entries.forEach((entry, note) => {
        if (!notes || !isWithin(entry, notes)) return;
        for (let at = firstOfRun(firsts, note); at < endOfRun(firsts, note); at++) {
          const stage = stages[at] ?? 0;
          // Most questions have none, and cost no more than this.
          if (!this.#isStage(stage, codes)) continue;
          const asker = askers[at] ?? 0;
          const own = asked.get(asker);
          if (own) own.add(stage);
          else asked.set(asker, new Set([stage]));
        }
      });
    }
    return new Map(Array.from(asked, ([asker, stages]) => [asker, stages.size]));
  }

  #isStage(code: number, codes: Columns['codes']): boolean {
    return (this.#known[code] ??= this.#stages.has(codes.textOf(code)));
  }
}

/** What each asker asks in the notes of a list, whatever fits; by the code of the asker, 0 for nobody. */
export function stagesByAsker(
  chunks: readonly Columns[],
  notes: NoteChoice | null,
): ReadonlyMap<number, CountsByCode> {
  const counts = new Map<number, Map<number, number>>();
  for (const { askers, entries, firsts, stages } of notes ? chunks : []) {
    entries.forEach((entry, note) => {
      if (!notes || !isWithin(entry, notes)) return;
      for (let at = firstOfRun(firsts, note); at < endOfRun(firsts, note); at++) {
        const asker = askers[at] ?? 0;
        const own = counts.get(asker) ?? new Map<number, number>();
        counts.set(asker, own);
        const stage = stages[at] ?? 0;
        own.set(stage, (own.get(stage) ?? 0) + 1);
      }
    });
  }
  return counts;
}

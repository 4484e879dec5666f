/**
 * How many of the taxonomy's stages are asked: in each note, all of it; or by each asker, over the notes of a list.
 */
import { stageKeysOf, type Stances } from '../../model/taxonomy';
import type { Columns } from '../columns/columns';
import { isWithin, type NoteChoice } from '../columns/row';

/** How many questions have each stage, by the codes of `Columns.stages`. */
type StageCounts = ReadonlyMap<number, number>;

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
    return this.#size(stages.subarray(from, to), codes);
  }

  /** By the code of the asker; nothing for those who ask nothing. */
  ofAskers(chunks: readonly Columns[], notes: NoteChoice | null): ReadonlyMap<number, number> {
    const codes = chunks[0]?.codes;
    const asked = stagesByAsker(chunks, notes);
    return new Map(
      Array.from(asked, ([asker, stages]) => [asker, codes ? this.#size(stages.keys(), codes) : 0]),
    );
  }

  #size(stages: Iterable<number>, codes: Columns['codes']): number {
    const seen = new Set<number>();
    for (const code of stages) {
      if ((this.#known[code] ??= this.#stages.has(codes.textOf(code)))) seen.add(code);
    }
    return seen.size;
  }
}

/** What each asker asks in the notes of a list, whatever fits; by the code of the asker, 0 for nobody. */
export function stagesByAsker(
  chunks: readonly Columns[],
  notes: NoteChoice | null,
): ReadonlyMap<number, StageCounts> {
  const counts = new Map<number, Map<number, number>>();
  for (const { askers, entries, firsts, stages } of notes ? chunks : []) {
    entries.forEach((entry, note) => {
      if (!notes || !isWithin(entry, notes)) return;
      for (let at = firsts[note] ?? 0; at < (firsts[note + 1] ?? 0); at++) {
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

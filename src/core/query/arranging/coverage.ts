/**
 * How many of the taxonomy's stages are asked: in each note, all of it; or by each asker, over the notes of a list.
 */
import { stageKey } from '../../model/stage-key';
import type { Stances } from '../../model/taxonomy';
import type { Columns } from '../columns/columns';
import { isWithin, type NoteChoice } from '../columns/row';

/** Which stage of the taxonomy each code of `Columns.stages` is; of others −1. */
type StageOf = (columns: Columns, position: number) => number;

export class Coverage {
  /** How many stages there are. */
  readonly most: number;
  readonly #stageOf: StageOf;

  constructor({ stances }: Stances) {
    const keys = stances.flatMap(({ id, stages }) =>
      stages.map((stage) => stageKey({ stance: id, stage: stage.id })),
    );
    const places = new Map<string | null, number>(keys.map((key, at) => [key, at]));
    const known: (number | undefined)[] = [];
    this.most = keys.length;
    this.#stageOf = ({ stages, codes }, position) => {
      const code = stages[position] ?? 0;
      return (known[code] ??= places.get(codes.textOf(code)) ?? -1);
    };
  }

  /** Of some notes' questions, those from one position up to another. */
  ofStretch(columns: Columns, from: number, to: number): number {
    const seen = new Uint8Array(this.most);
    for (let at = from; at < to; at++) this.#see(seen, columns, at);
    return count(seen);
  }

  /** By the code of the asker; nothing for those who ask nothing. */
  ofAskers(chunks: readonly Columns[], notes: NoteChoice | null): ReadonlyMap<number, number> {
    const seen = new Map<number, Uint8Array>();
    for (const columns of notes ? chunks : []) {
      const { askers, entries, firsts } = columns;
      entries.forEach((entry, note) => {
        if (!notes || !isWithin(entry, notes)) return;
        for (let at = firsts[note] ?? 0; at < (firsts[note + 1] ?? 0); at++) {
          const asker = askers[at] ?? 0;
          const stages = seen.get(asker) ?? new Uint8Array(this.most);
          seen.set(asker, stages);
          this.#see(stages, columns, at);
        }
      });
    }
    return new Map(Array.from(seen, ([asker, stages]) => [asker, count(stages)]));
  }

  #see(seen: Uint8Array, columns: Columns, position: number): void {
    const stage = this.#stageOf(columns, position);
    if (stage !== -1) seen[stage] = 1;
  }
}

function count(seen: Uint8Array): number {
  return seen.reduce((sum, each) => sum + each, 0);
}

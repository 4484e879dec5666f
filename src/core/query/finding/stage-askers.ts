/**
 * Who asks a stage anywhere in the notes of a list: what `lacks:` has to know of all notes before it looks at any. Told as
 * codes of names.
 */
import type { Columns } from '../columns/columns';
import { isWithin, type NoteChoice } from '../columns/row';
import { termsIn, type Filter } from '../language/condition';
import { stageTest } from './find';

/** By the stage, as the filter writes it. */
export type StageAskers = ReadonlyMap<string, ReadonlySet<number>>;

/** Of every stage that `filter` asks for by `lacks:`. */
export function stageAskers(
  filter: Filter,
  notes: NoteChoice | null,
  chunks: readonly Columns[],
): StageAskers {
  const stages = [...termsIn(filter)].flatMap(({ field, value }) =>
    field === 'lacks' ? [value] : [],
  );
  return new Map(stages.map((stage) => [stage, askersOf(stage, notes, chunks)]));
}

function askersOf(
  stage: string,
  notes: NoteChoice | null,
  chunks: readonly Columns[],
): ReadonlySet<number> {
  const found = new Set<number>();
  const isThatStage = stageTest(stage);
  const known: (boolean | undefined)[] = [];
  for (const { entries, firsts, stages, codes, askers } of notes ? chunks : []) {
    entries.forEach((entry, note) => {
      const [from = 0, to = 0] = [firsts[note], firsts[note + 1]];
      if (from === to || !notes || !isWithin(entry, notes)) return;
      for (let at = from; at < to; at++) {
        const code = stages[at] ?? 0;
        if ((known[code] ??= isThatStage(codes.textOf(code)))) found.add(askers[at] ?? 0);
      }
    });
  }
  return found;
}

export function sameAskers(one: StageAskers, other: StageAskers): boolean {
  if (one.size !== other.size) return false;
  return [...one].every(([stage, askers]) => {
    const others = other.get(stage);
    return others?.size === askers.size && [...askers].every((code) => others.has(code));
  });
}

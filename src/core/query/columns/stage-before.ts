/** What was asked before: of each question, the stage of the nearest tagged one before it. */
import type { Within } from '../language/after-value';
import type { Codes } from './codes';
import { FLAGS, type Columns } from './columns';
import { foldText } from './folded-text';
import { endOfRun, firstOfRun } from './run-bounds';

/** What was found, by the columns; within runs by who asks, whom another property may name later. */
const FOUND: { readonly [within in Within]: WeakMap<object, Int32Array> } = {
  note: new WeakMap(),
  section: new WeakMap(),
  run: new WeakMap(),
};

/**
 * Codes of `stageKey`, by question; 0 where nothing stands before it, or where nobody asks and runs are looked at. Not
 * to be written to: it is remembered for as long as the columns are.
 */
export function stagesBefore(columns: Columns, within: Within): Int32Array {
  const found = FOUND[within];
  const by = within === 'run' ? columns.askers : columns;
  const known = found.get(by);
  if (known) return known;
  const before = findBefore(columns, within);
  found.set(by, before);
  return before;
}

function findBefore(columns: Columns, within: Within): Int32Array {
  const before = new Int32Array(columns.size);
  const { firsts, flags, stages, trails } = columns;
  const askers = within === 'run' ? foldedAskers(columns) : null;
  /** Who asks in a note, few mostly, and the last stage of each. */
  const names: number[] = [];
  const lasts: number[] = [];
  for (let note = 0; note < columns.entries.length; note++) {
    const first = firstOfRun(firsts, note);
    const end = endOfRun(firsts, note);
    let last = 0;
    names.length = 0;
    for (let at = first; at < end; at++) {
      let name = 0;
      if (askers) {
        const asker = askers[at] ?? 0;
        if (asker === 0) continue;
        name = names.indexOf(asker);
        if (name === -1) {
          name = names.push(asker) - 1;
          lasts[name] = 0;
        }
        last = lasts[name] ?? 0;
      } else if (within === 'section' && at > first && trails[at] !== trails[at - 1]) last = 0;
      before[at] = last;
      if (((flags[at] ?? 0) & (FLAGS.marked | FLAGS.skipped)) !== FLAGS.marked) continue;
      lasts[name] = last = stages[at] ?? 0;
    }
  }
  return before;
}

const FOLDED = new WeakMap<Codes, (number | undefined)[]>();

/** Names that a filter takes for one have one code. */
function foldedAskers({ askers, codes }: Columns): Int32Array {
  const known = FOLDED.get(codes) ?? [];
  FOLDED.set(codes, known);
  return askers.map((code) => {
    if (code === 0) return 0;
    return (known[code] ??= codes.codeOf(foldText(codes.textOf(code) ?? '')));
  });
}

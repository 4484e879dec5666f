/** What some notes bring to a list: which of their questions it shows, counted and by group. Never changed. */
import type { QuestionKind } from '../question';
import { FLAGS, kindBit, type Columns } from './columns';
import type { Finder } from './fields';
import { finderOf, isCellTerm, type Filter } from './filter';
import type { Grouping } from './group';
import type { Scope } from './row';
import { partsOfKey } from './stage-key';

export interface Query {
  /** Null: no note at all. */
  readonly scope: Scope | null;
  /** The kinds of untagged questions that are listed; tagged ones always are. */
  readonly kinds: readonly QuestionKind[];
  /** Whether those are listed that say «not a question». */
  readonly withSkipped: boolean;
  readonly filter: Filter;
  readonly by: Grouping;
}

/** Counts by the code of `stageKey`, 0 for no mark; an absent code counts none. */
export interface Counts {
  readonly byStage: readonly (number | undefined)[];
  readonly notes: number;
}

export interface Share {
  readonly columns: Columns;
  /** Questions of the notes in scope that are listed, before the filter. */
  readonly listed: number;
  /** Questions that say «not a question» and fit, but for the matrix's own terms; listed or not. */
  readonly skipped: number;
  /** How many in the matrix have several marks. */
  readonly conflicts: number;
  /** What fits everything but the matrix's own terms. */
  readonly matrix: Counts;
  /** What fits. */
  readonly totals: Counts;
  /** The places of the questions that fit. */
  readonly fitting: Int32Array;
  /** The same by the code of their group, groups in the order of their first question; empty by note. */
  readonly groups: ReadonlyMap<number, readonly number[]>;
}

/** The query made ready: gives the share of any notes. */
export function sharerOf(query: Query): (columns: Columns) => Share {
  const cells = query.filter.filter(isCellTerm);
  const find = finderOf(query.filter.filter((term) => !isCellTerm(term)));
  const findInCells = cells.length > 0 ? finderOf(cells) : null;
  const kinds = query.kinds.reduce((bits, kind) => bits | kindBit(kind), 0);
  const stanceCodes: number[] = [];
  return (columns) => {
    const { size, flags, stages, firsts, entries } = columns;
    const { scope, withSkipped, by } = query;
    const inMatrix = new Uint8Array(size);
    if (scope) find(columns, inMatrix);
    let listed = 0;
    let skipped = 0;
    let conflicts = 0;
    for (let note = 0; note < entries.length; note++) {
      const first = firsts[note] ?? 0;
      const end = firsts[note + 1] ?? 0;
      if (first === end) continue;
      if (!isNoteWithin(columns, note, scope)) {
        inMatrix.fill(0, first, end);
        continue;
      }
      for (let at = first; at < end; at++) {
        const flag = flags[at] ?? 0;
        const isNone = (flag & FLAGS.skipped) !== 0;
        const isListed = isNone
          ? withSkipped
          : flag !== 0 || ((columns.kinds[at] ?? 0) & kinds) !== 0;
        if (isListed) listed += 1;
        if (inMatrix[at] !== 1) continue;
        if (isNone) skipped += 1;
        if (!isListed) inMatrix[at] = 0;
        else if ((flag & FLAGS.conflict) !== 0) conflicts += 1;
      }
    }
    const fits = findInCells ? both(columns, inMatrix, findInCells) : inMatrix;
    const fitting = placesOf(fits);
    return {
      columns,
      listed,
      skipped,
      conflicts,
      matrix: countsOf(columns, findInCells ? placesOf(inMatrix) : fitting),
      totals: countsOf(columns, fitting),
      fitting,
      groups: by === 'note' ? NO_GROUPS : grouped(fitting, groupCodes(by)),
    };

    function groupCodes(of: Exclude<Grouping, 'note'>): (at: number) => number {
      if (of === 'label') return (at) => columns.labels[at] ?? 0;
      if (of === 'stage') return (at) => stages[at] ?? 0;
      return (at) => {
        const stage = stages[at] ?? 0;
        return (stanceCodes[stage] ??= stanceCode(columns, stage));
      };
    }
  };
}

function isNoteWithin({ entries, inScope }: Columns, note: number, scope: Scope | null): boolean {
  if (!scope) return false;
  if (scope.kind === 'articles') return inScope[note] === 1;
  return scope.kind === 'vault' || entries[note]?.path === scope.path;
}

const NO_GROUPS: ReadonlyMap<number, readonly number[]> = new Map();

function both(columns: Columns, hits: Uint8Array, find: Finder): Uint8Array {
  const also = new Uint8Array(hits.length);
  find(columns, also);
  for (let at = 0; at < also.length; at++) also[at] = (also[at] ?? 0) & (hits[at] ?? 0);
  return also;
}

function placesOf(hits: Uint8Array): Int32Array {
  const places = new Int32Array(hits.length);
  let count = 0;
  for (let at = 0; at < hits.length; at++) {
    places[count] = at;
    count += hits[at] ?? 0;
  }
  return places.slice(0, count);
}

function countsOf({ stages, firsts }: Columns, places: Int32Array): Counts {
  const byStage: (number | undefined)[] = [];
  let untagged = 0;
  let notes = 0;
  let note = 0;
  let end = 0;
  for (const at of places) {
    const stage = stages[at] ?? 0;
    // Most questions have no mark.
    if (stage === 0) untagged += 1;
    else byStage[stage] = (byStage[stage] ?? 0) + 1;
    if (at < end) continue;
    notes += 1;
    while ((firsts[note + 1] ?? Infinity) <= at) note += 1;
    end = firsts[note + 1] ?? 0;
  }
  if (untagged > 0) byStage[0] = untagged;
  return { byStage, notes };
}

function grouped(
  places: Int32Array,
  codeOf: (at: number) => number,
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  let last = -1;
  let group: number[] = [];
  for (const at of places) {
    const code = codeOf(at);
    // Neighbours are mostly of one group.
    if (code !== last) {
      last = code;
      const known = groups.get(code);
      group = known ?? [];
      if (!known) groups.set(code, group);
    }
    group.push(at);
  }
  return groups;
}

function stanceCode({ codes }: Columns, stage: number): number {
  const key = codes.textOf(stage);
  return key === null ? 0 : codes.codeOf(partsOfKey(key).stance);
}

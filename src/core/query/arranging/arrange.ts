/**
 * What fits, in the order and the groups that a query asks for: sorted, grouped once or twice, limited. Works on numbers
 * alone; no row is made.
 */
import { partitionPoint } from '../../text/partition-point';
import type { ListedField } from '../columns/given-notes';
import type { Ordering, SortField } from '../language/statement';
import {
  givenRanks,
  groupRanks,
  sortRanks,
  type ArrangeContext,
  type FittingChunk,
  type GroupKeys,
  type Keys,
} from './order-keys';

export interface Arrangement {
  readonly groups: readonly Ordering<ListedField>[];
  readonly sorts: readonly Ordering<SortField>[];
  /** At most so many questions in all. */
  readonly limit?: number;
  /** At most so many questions in each group, the innermost. */
  readonly limitGroups?: number;
}

export interface ArrangedGroup {
  readonly field: ListedField;
  /** What its questions share; null where they have none. */
  readonly key: string | null;
  /** Its questions are those of `order` from `from` up to `to`. */
  readonly from: number;
  readonly to: number;
  /** The groups within, where there are two groupings. */
  readonly groups: readonly ArrangedGroup[];
}

export interface Arranged {
  /** What is shown, in its order: positions among all that fits, chunk after chunk. */
  readonly order: Int32Array;
  /** The position of each chunk's first question among all that fits, and, last, how many fit. */
  readonly starts: Int32Array;
  readonly groups: readonly ArrangedGroup[];
}

export function arrange(
  chunks: readonly FittingChunk[],
  { groups, sorts, limit = Infinity, limitGroups = Infinity }: Arrangement,
  context: ArrangeContext,
): Arranged {
  const starts = startsOf(chunks);
  const size = starts.at(-1) ?? 0;
  let order: Int32Array = new Int32Array(size);
  for (let at = 0; at < size; at++) order[at] = at;
  if (context.notes?.kind === 'given') {
    order = stableSort(order, givenRanks(chunks, starts, context.notes.notes));
  }
  for (const sort of [...sorts].reverse()) {
    order = stableSort(order, sortRanks(chunks, starts, sort, groups, context));
  }
  const keys = groups.map((group) => groupRanks(chunks, starts, order, group, context));
  for (const { ranks } of [...keys].reverse()) order = stableSort(order, ranks);
  const limited = keys.length === 0 ? order : withinGroups(order, keys, limitGroups);
  const shown = limited.length > limit ? limited.slice(0, limit) : limited;
  return { order: shown, starts, groups: groupsOf(shown, groups, keys, 0, shown.length) };
}

/** The chunk, and the position in it, of the question that is number `overall` of all that fit, from 0. */
export function fittingAt(
  chunks: readonly FittingChunk[],
  starts: Int32Array,
  overall: number,
): { readonly chunk: FittingChunk; readonly position: number } | null {
  const at = partitionPoint(chunks.length, (chunk) => (starts[chunk] ?? 0) <= overall) - 1;
  const chunk = chunks[at];
  const position = chunk?.fitting[overall - (starts[at] ?? 0)];
  return chunk && position !== undefined ? { chunk, position } : null;
}

function startsOf(chunks: readonly FittingChunk[]): Int32Array {
  const starts = new Int32Array(chunks.length + 1);
  chunks.forEach(({ fitting }, at) => (starts[at + 1] = (starts[at] ?? 0) + fitting.length));
  return starts;
}

/** By counting: one pass to count, one to order. */
function stableSort(order: Int32Array, { ranks, bound }: Keys): Int32Array {
  const next = new Int32Array(bound + 1);
  for (const overall of order) {
    const above = (ranks[overall] ?? 0) + 1;
    next[above] = (next[above] ?? 0) + 1;
  }
  for (let rank = 1; rank <= bound; rank++) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
  const sorted = new Int32Array(order.length);
  for (const overall of order) {
    const rank = ranks[overall] ?? 0;
    const to = next[rank] ?? 0;
    sorted[to] = overall;
    next[rank] = to + 1;
  }
  return sorted;
}

/** At most so many of each innermost group. */
function withinGroups(order: Int32Array, keys: readonly GroupKeys[], most: number): Int32Array {
  if (most === Infinity) return order;
  let [last, count] = [-1, 0];
  return order.filter((overall) => {
    const isSame =
      last !== -1 && keys.every(({ ranks: { ranks } }) => ranks[overall] === ranks[last]);
    count = isSame ? count + 1 : 1;
    last = overall;
    return count <= most;
  });
}

function groupsOf(
  order: Int32Array,
  groups: readonly Ordering<ListedField>[],
  keys: readonly GroupKeys[],
  from: number,
  to: number,
): readonly ArrangedGroup[] {
  const [group, ...innerGroups] = groups;
  const [key, ...innerKeys] = keys;
  if (!group || !key) return [];
  const { ranks } = key.ranks;
  const found: ArrangedGroup[] = [];
  for (let begin = from; begin < to;) {
    const rank = ranks[order[begin] ?? 0] ?? 0;
    let end = begin + 1;
    while (end < to && ranks[order[end] ?? 0] === rank) end += 1;
    found.push({
      field: group.by,
      key: key.texts[rank] ?? null,
      from: begin,
      to: end,
      groups: groupsOf(order, innerGroups, innerKeys, begin, end),
    });
    begin = end;
  }
  return found;
}

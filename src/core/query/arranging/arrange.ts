/**
 * What fits, in the order and the groups that a query asks for: sorted, grouped once or twice, limited. Works on numbers
 * alone; no row is made.
 */
import type { Stances } from '../../model/taxonomy';
import type { GroupField, Ordering, SortField } from '../language/statement';
import { partitionPoint } from '../../text/partition-point';
import type { Columns } from '../columns/columns';
import { knownKeys } from './group';
import type { GroupCodes } from './group-codes';
import type { Compare, Ranked, Ranks } from './sorted-texts';

/** What fits of some notes. */
export interface FittingChunk {
  readonly columns: Columns;
  /** The positions of the questions that fit. */
  readonly fitting: Int32Array;
}

export interface Arrangement {
  readonly groups: readonly Ordering<GroupField>[];
  readonly sorts: readonly Ordering<SortField>[];
  /** At most so many questions in all. */
  readonly limit?: number;
  /** At most so many questions in each group, the innermost. */
  readonly limitGroups?: number;
}

export interface ArrangedGroup {
  readonly field: GroupField;
  /** What its questions share; null where they have none. */
  readonly key: string | null;
  /** Its questions are those of `order` from `from` up to `to`. */
  readonly from: number;
  readonly to: number;
  /** The groups within, where there are two groupings. */
  readonly groups: readonly ArrangedGroup[];
}

export interface Arranged {
  /** What is shown, in its order: places among all that fits, chunk after chunk. */
  readonly order: Int32Array;
  /** The place of each chunk's first question among all that fits, and, last, how many fit. */
  readonly starts: Int32Array;
  readonly groups: readonly ArrangedGroup[];
}

export interface ArrangeContext {
  readonly taxonomy: Stances;
  readonly codes: GroupCodes;
  readonly compare: Compare;
  /** Null where they are not worked out yet: then they do not sort. */
  readonly ranksOf: (what: Ranked) => Ranks | null;
}

export function arrange(
  chunks: readonly FittingChunk[],
  { groups, sorts, limit = Infinity, limitGroups = Infinity }: Arrangement,
  context: ArrangeContext,
): Arranged {
  const starts = startsOf(chunks);
  const size = starts.at(-1) ?? 0;
  let order: Int32Array = Int32Array.from({ length: size }, (_, at) => at);
  for (const sort of [...sorts].reverse()) {
    order = stableSort(order, sortRanks(chunks, starts, sort, context));
  }
  const keys = groups.map((group) => groupRanks(chunks, starts, order, group, context));
  for (const { ranks } of [...keys].reverse()) order = stableSort(order, ranks);
  const limited = keys.length === 0 ? order : withinGroups(order, keys, limitGroups);
  const shown = limited.length > limit ? limited.slice(0, limit) : limited;
  return { order: shown, starts, groups: groupsOf(shown, groups, keys, 0, shown.length) };
}

/** The chunk and the position there of a place among all that fits. */
export function placeOf(
  chunks: readonly FittingChunk[],
  starts: Int32Array,
  place: number,
): { readonly chunk: FittingChunk; readonly position: number } | null {
  const at = partitionPoint(chunks.length, (chunk) => (starts[chunk] ?? 0) <= place) - 1;
  const chunk = chunks[at];
  const position = chunk?.fitting[place - (starts[at] ?? 0)];
  return chunk && position !== undefined ? { chunk, position } : null;
}

function startsOf(chunks: readonly FittingChunk[]): Int32Array {
  const starts = new Int32Array(chunks.length + 1);
  chunks.forEach(({ fitting }, at) => (starts[at + 1] = (starts[at] ?? 0) + fitting.length));
  return starts;
}

/** One number for each place among all that fits, small ones first, all below `bound`. */
interface Keys {
  readonly ranks: Int32Array;
  readonly bound: number;
}

interface GroupKeys {
  readonly ranks: Keys;
  /** By rank. */
  readonly texts: readonly (string | null)[];
}

/** By counting: one pass to count, one to place. */
function stableSort(order: Int32Array, { ranks, bound }: Keys): Int32Array {
  const next = new Int32Array(bound + 1);
  for (const place of order) {
    const above = (ranks[place] ?? 0) + 1;
    next[above] = (next[above] ?? 0) + 1;
  }
  for (let rank = 1; rank <= bound; rank++) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
  const sorted = new Int32Array(order.length);
  for (const place of order) {
    const rank = ranks[place] ?? 0;
    const at = next[rank] ?? 0;
    sorted[at] = place;
    next[rank] = at + 1;
  }
  return sorted;
}

/** Gives each place among all that fits the number that `numberOf` gives its question. */
function eachPlace(
  chunks: readonly FittingChunk[],
  starts: Int32Array,
  numbersOf: (chunk: FittingChunk, at: number) => (position: number) => number,
): Int32Array {
  const numbers = new Int32Array(starts.at(-1) ?? 0);
  chunks.forEach((chunk, at) => {
    const { fitting } = chunk;
    if (fitting.length === 0) return;
    const numberOf = numbersOf(chunk, at);
    let place = starts[at] ?? 0;
    for (const position of fitting) numbers[place++] = numberOf(position);
  });
  return numbers;
}

/** What has no value is last, whichever way. */
function turned(ranks: Int32Array, bound: number, none: number | null, reverse: boolean): Keys {
  if (!reverse) return { ranks, bound };
  const last = none ?? bound;
  return { ranks: ranks.map((rank) => (rank === none ? rank : last - 1 - rank)), bound };
}

function sortRanks(
  chunks: readonly FittingChunk[],
  starts: Int32Array,
  { by, reverse }: Ordering<SortField>,
  context: ArrangeContext,
): Keys {
  switch (by) {
    case 'text':
    case 'note': {
      const ranks = context.ranksOf(by);
      if (!ranks) return { ranks: new Int32Array(starts.at(-1) ?? 0), bound: 1 };
      const numbers = eachPlace(chunks, starts, ({ columns }) => {
        const of = ranks.get(columns);
        if (by === 'text') return (position) => of?.[position] ?? 0;
        return perNote(columns.firsts, (note) => of?.[note] ?? 0);
      });
      return turned(numbers, 1 + largest(numbers), null, reverse);
    }
    case 'path': {
      let before = 0;
      const numbers = eachPlace(chunks, starts, ({ columns }) => {
        const from = before;
        before += columns.entries.length;
        return perNote(columns.firsts, (note) => from + note);
      });
      return turned(numbers, 1 + largest(numbers), null, reverse);
    }
    case 'line': {
      const numbers = eachPlace(
        chunks,
        starts,
        ({ columns }) =>
          (at) =>
            columns.lines[at] ?? 0,
      );
      return turned(numbers, 1 + largest(numbers), null, reverse);
    }
    case 'label':
    case 'speaker':
    case 'asker':
    case 'stance':
    case 'stage':
    case 'kind':
    case 'date': {
      const codes = eachPlace(chunks, starts, ({ columns }) => {
        if (by === 'date') {
          const { days } = columns.facts;
          return perNote(columns.firsts, (note) => days[note] ?? 0);
        }
        const of = context.codes.of(columns, by);
        return (position) => of[position] ?? 0;
      });
      const texts = chunks[0]?.columns.codes;
      const known = by === 'date' ? [] : knownKeys(by, context.taxonomy);
      const order = new Map(known.map((key, at) => [key, at]));
      const values = distinct(codes).map((code) => ({ code, text: texts?.textOf(code) ?? '' }));
      const rank = (text: string) => order.get(text) ?? known.length;
      values.sort((a, b) => rank(a.text) - rank(b.text) || context.compare(a.text, b.text));
      return turned(
        ranked(
          codes,
          values.map(({ code }) => code),
        ),
        values.length + 1,
        values.length,
        reverse,
      );
    }
  }
}

function groupRanks(
  chunks: readonly FittingChunk[],
  starts: Int32Array,
  order: Int32Array,
  { by, reverse }: Ordering<GroupField>,
  context: ArrangeContext,
): GroupKeys {
  const codes = eachPlace(chunks, starts, ({ columns }) => {
    const of = context.codes.of(columns, by);
    return (position) => of[position] ?? 0;
  });
  const texts = chunks[0]?.columns.codes;
  const inOrder = new Int32Array(order.length);
  for (let at = 0; at < order.length; at++) inOrder[at] = codes[order[at] ?? 0] ?? 0;
  const values = distinct(inOrder).map((code) => ({ code, text: texts?.textOf(code) ?? '' }));
  if (by === 'month') values.sort((a, b) => (a.text < b.text ? -1 : 1));
  const known = knownKeys(by, context.taxonomy);
  const places = new Map(known.map((key, at) => [key, at]));
  const rank = (text: string) => places.get(text) ?? known.length;
  values.sort((a, b) => rank(a.text) - rank(b.text));
  if (reverse) values.reverse();
  const ranks = ranked(
    codes,
    values.map(({ code }) => code),
  );
  return {
    ranks: { ranks, bound: values.length + 1 },
    texts: [...values.map(({ text }) => text), null],
  };
}

/** Codes as the places of theirs in `order`; those of no value behind all. */
function ranked(codes: Int32Array, order: readonly number[]): Int32Array {
  const ranks = new Int32Array(1 + Math.max(0, ...order.slice(0, 1), largest(codes)));
  order.forEach((code, at) => (ranks[code] = at));
  ranks[0] = order.length;
  return codes.map((code) => ranks[code] ?? 0);
}

/** The codes that are there, but 0, in the order of their first. */
function distinct(codes: Int32Array): readonly number[] {
  const seen = new Uint8Array(1 + largest(codes));
  const found: number[] = [];
  seen[0] = 1;
  for (const code of codes) {
    if (seen[code] !== 0) continue;
    seen[code] = 1;
    found.push(code);
  }
  return found;
}

function largest(numbers: Int32Array): number {
  let most = 0;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** A number of each note for questions that are asked for in their order. */
function perNote(firsts: Int32Array, numberOf: (note: number) => number): (at: number) => number {
  let note = -1;
  let end = 0;
  let number = 0;
  return (at) => {
    if (at >= end) {
      while (end <= at) {
        note += 1;
        end = firsts[note + 1] ?? Infinity;
      }
      number = numberOf(note);
    }
    return number;
  };
}

/** At most so many of each innermost group. */
function withinGroups(order: Int32Array, keys: readonly GroupKeys[], most: number): Int32Array {
  if (most === Infinity) return order;
  let [last, count] = [-1, 0];
  return order.filter((place) => {
    const isSame =
      last !== -1 && keys.every(({ ranks: { ranks } }) => ranks[place] === ranks[last]);
    count = isSame ? count + 1 : 1;
    last = place;
    return count <= most;
  });
}

function groupsOf(
  order: Int32Array,
  groups: readonly Ordering<GroupField>[],
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

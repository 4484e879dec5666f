/**
 * Questions counted by the month, quarter or year of their note, and by stage or stance: buckets side by side, in the
 * order of time, that add up to all. Counted as the comparison counts, over columns of numbers, by month; the other
 * units are months added up. Days that a property says are told apart from those on which files were made.
 */
import { compareQuestions, type ComparedColumn, type Comparison } from '../comparing/comparison';
import { byDay } from '../arranging/group-codes';
import type { FittingChunk } from '../arranging/order-keys';
import type { Stances } from '../../model/taxonomy';
import {
  isTimeUnit,
  keyOfDay,
  keyOfNumber,
  numberOfKey,
  numberWithin,
  TIME_UNITS,
  type TimeUnit,
} from '../language/calendar';
import { MOST_GROUPINGS, type GroupField, type Ordering } from '../language/statement';

/** Of fewer questions shares say nothing. */
export const FEW = 5;

/** More empty buckets than these in a row are one. */
const MOST_EMPTY = 6;

/** By itself a unit is the smallest that has no more buckets than these. */
const FITTING: { readonly [unit in TimeUnit]: number } = { month: 18, quarter: 24, year: Infinity };

/** More buckets than these are drawn by no unit that has a larger one. */
const MOST_BUCKETS = 120;

export type TimelineParts = 'stage' | 'stance';

export interface TimelineBucket {
  /** As `calendar.ts` has it; null for questions without a day, and for all. */
  readonly key: string | null;
  /** The last of a run of empty ones; mostly the bucket itself. */
  readonly until: string | null;
  /** By column. */
  readonly counts: Int32Array;
  readonly total: number;
  /** How many of these have the day on which their note's file was made. */
  readonly byFile: number;
}

export interface Timeline {
  readonly unit: TimeUnit;
  readonly parts: TimelineParts;
  /** Stages in their order, or stances, each with a null stage. */
  readonly columns: readonly ComparedColumn[];
  /** From the first to the last that has questions; those between that have none are there too. */
  readonly buckets: readonly TimelineBucket[];
  /** What has no day; null where all has one. */
  readonly undated: TimelineBucket | null;
  readonly all: TimelineBucket;
  /** Tagged questions that no column stands for. */
  readonly others: number;
}

/** Behind a month's key: its days are those of files. */
const BY_FILE = '?';

const MONTHS = {
  of: byDay((day, isSaid) => keyOfDay(day, 'month') + (isSaid ? '' : BY_FILE)),
};

/** What `timelineOf` goes by, whichever its unit. */
export function countMonths(chunks: readonly FittingChunk[], taxonomy: Stances): Comparison {
  return compareQuestions(chunks, 'month', MONTHS, taxonomy);
}

/** `unit`: null for the one that fits. One that would have too many buckets gives way to a larger one. */
export function timelineOf(
  months: Comparison,
  unit: TimeUnit | null,
  parts: TimelineParts,
): Timeline {
  const { columns, toColumn } = columnsOf(months, parts);
  const added = (rows: readonly { readonly key: string | null; countAt(at: number): number }[]) => {
    const counts = new Int32Array(columns.length);
    let [total, byFile] = [0, 0];
    for (const row of rows) {
      for (const [at, to] of toColumn.entries()) {
        const count = row.countAt(at);
        counts[to] = (counts[to] ?? 0) + count;
        total += count;
        if (row.key?.endsWith(BY_FILE) === true) byFile += count;
      }
    }
    return { counts, total, byFile };
  };
  const none = added([]);
  const bucketsBy = (each: TimeUnit): readonly TimelineBucket[] => {
    const rowsAt = new Map<number, (typeof months.rows)[number][]>();
    for (const row of months.rows) {
      const month = numberOfKey((row.key ?? '').slice(0, 'YYYY-MM'.length), 'month') ?? 0;
      const number = numberWithin(month, 'month', each);
      rowsAt.set(number, [...(rowsAt.get(number) ?? []), row]);
    }
    const buckets: TimelineBucket[] = [];
    let next: number | null = null;
    for (const number of [...rowsAt.keys()].sort((a, b) => a - b)) {
      const from: number = next ?? number;
      const isGap = number - from > MOST_EMPTY;
      for (let at = from; at < number; at = isGap ? number : at + 1) {
        const until = keyOfNumber(isGap ? number - 1 : at, each);
        buckets.push({ key: keyOfNumber(at, each), until, ...none });
      }
      const key = keyOfNumber(number, each);
      buckets.push({ key, until: key, ...added(rowsAt.get(number) ?? []) });
      next = number + 1;
    }
    return buckets;
  };
  let chosen = unit ?? 'month';
  let buckets = bucketsBy(chosen);
  for (const larger of TIME_UNITS.slice(TIME_UNITS.indexOf(chosen) + 1)) {
    if (buckets.length <= (unit ? MOST_BUCKETS : FITTING[chosen])) break;
    chosen = larger;
    buckets = bucketsBy(larger);
  }
  const keyless = { key: null, until: null };
  return {
    unit: chosen,
    parts,
    columns,
    buckets,
    undated: months.none && { ...keyless, ...added([months.none]) },
    all: { ...keyless, ...added([...months.rows, ...(months.none ? [months.none] : [])]) },
    others: months.others,
  };
}

/** The columns, and by stage which of them counts it. */
function columnsOf({ columns }: Comparison, parts: TimelineParts) {
  if (parts === 'stage') return { columns, toColumn: columns.map((_, at) => at) };
  const stances = [...new Set(columns.map(({ stance }) => stance))];
  return {
    columns: stances.map((stance) => ({ key: stance, stance, stage: null })),
    toColumn: columns.map(({ stance }) => stances.indexOf(stance)),
  };
}

type Groups = readonly Ordering<GroupField>[];

/** The unit that a grouping asks for. */
export function unitOf(groups: Groups): TimeUnit | null {
  return groups.map(({ by }) => by).find(isTimeUnit) ?? null;
}

/** What a grouping asks bars to be parted by. */
export function timelineParts(groups: Groups): TimelineParts {
  return groups.some(({ by }) => by === 'stance') ? 'stance' : 'stage';
}

/** The grouping that asks for a unit, null for the one that fits, and for parts; others stay where there is room. */
export function timelineOrder(groups: Groups, unit: TimeUnit | null, parts: TimelineParts): Groups {
  const of = (by: GroupField): Groups[number] =>
    groups.find((group) => group.by === by) ?? { by, reverse: false };
  const asked = [...(unit ? [of(unit)] : []), ...(parts === 'stance' ? [of('stance')] : [])];
  const others = groups.filter(({ by }) => !isTimeUnit(by) && by !== 'stance');
  return [...asked, ...others].slice(0, MOST_GROUPINGS);
}

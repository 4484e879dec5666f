/**
 * By what an order goes: a number for each question that fits, so that sorting and grouping compare numbers alone.
 */
import type { Stances } from '../../model/taxonomy';
import type { Columns } from '../columns/columns';
import type { GivenNotes, ListedField } from '../columns/given-notes';
import { isTimeUnit } from '../language/calendar';
import type { Ordering, SortField } from '../language/statement';
import type { NoteChoice } from '../columns/row';
import { Coverage } from './coverage';
import { knownKeys } from './group-key';
import { givenCodes, type GroupCodes } from './group-codes';
import type { Comparator, Ranked, Ranks } from './sorted-texts';
import { endOfRun, firstOfRun } from '../columns/run-bounds';

/** What fits of some notes. */
export interface FittingChunk {
  readonly columns: Columns;
  /** The positions of the questions that fit. */
  readonly fitting: Int32Array;
}

export interface ArrangeContext {
  readonly taxonomy: Stances;
  readonly codes: GroupCodes;
  readonly compare: Comparator;
  /** The notes that are looked at; null for none. */
  readonly notes: NoteChoice | null;
  /** Null where they are not worked out yet: then they do not sort. */
  readonly ranksOf: (what: Ranked) => Ranks | null;
}

/** One number for each question that fits, chunk after chunk, small ones first, all below `bound`. */
export interface Keys {
  readonly ranks: Int32Array;
  readonly bound: number;
}

export interface GroupKeys {
  readonly ranks: Keys;
  /** By rank. */
  readonly texts: readonly (string | null)[];
}

/** Gives each question that fits the number that `numberOf` gives it. */
function eachFitting(
  chunks: readonly FittingChunk[],
  starts: Int32Array,
  numbersOf: (chunk: FittingChunk, at: number) => (position: number) => number,
): Int32Array {
  const numbers = new Int32Array(starts.at(-1) ?? 0);
  chunks.forEach((chunk, at) => {
    const { fitting } = chunk;
    if (fitting.length === 0) return;
    const numberOf = numbersOf(chunk, at);
    let next = starts[at] ?? 0;
    for (const position of fitting) numbers[next++] = numberOf(position);
  });
  return numbers;
}

/** What has no value is last, whichever way. */
function turned(ranks: Int32Array, bound: number, none: number | null, reverse: boolean): Keys {
  if (!reverse) return { ranks, bound };
  const last = none ?? bound;
  const reversed = new Int32Array(ranks.length);
  for (let at = 0; at < ranks.length; at++) {
    const rank = ranks[at] ?? 0;
    reversed[at] = rank === none ? rank : last - 1 - rank;
  }
  return { ranks: reversed, bound };
}

/** By coverage, notes and askers are meant as they are grouped: those of the first group that is either, else notes. */
export function sortRanks(
  chunks: readonly FittingChunk[],
  starts: Int32Array,
  { by, reverse }: Ordering<SortField>,
  groups: readonly Ordering<ListedField>[],
  context: ArrangeContext,
): Keys {
  switch (by) {
    case 'coverage': {
      const coverage = new Coverage(context.taxonomy);
      const none = coverage.most + 1;
      const whose = groups.find((group) => group.by === 'note' || group.by === 'asker');
      const ofAskers =
        whose?.by === 'asker'
          ? coverage.ofAskers(
              chunks.map(({ columns }) => columns),
              context.notes,
            )
          : null;
      const numbers = eachFitting(chunks, starts, ({ columns }) => {
        const { askers, firsts } = columns;
        if (!ofAskers) {
          return perNote(firsts, (note) =>
            coverage.ofStretch(columns, firstOfRun(firsts, note), endOfRun(firsts, note)),
          );
        }
        return (at) => (askers[at] === 0 ? none : (ofAskers.get(askers[at] ?? 0) ?? 0));
      });
      return turned(numbers, none + 1, none, reverse);
    }
    case 'text':
    case 'note': {
      const ranks = context.ranksOf(by);
      if (!ranks) return { ranks: new Int32Array(starts.at(-1) ?? 0), bound: 1 };
      const numbers = eachFitting(chunks, starts, ({ columns }) => {
        const of = ranks.get(columns);
        if (by === 'text') return (position) => of?.[position] ?? 0;
        return perNote(columns.firsts, (note) => of?.[note] ?? 0);
      });
      return turned(numbers, 1 + largest(numbers), null, reverse);
    }
    case 'path': {
      let before = 0;
      const numbers = eachFitting(chunks, starts, ({ columns }) => {
        const from = before;
        before += columns.entries.length;
        return perNote(columns.firsts, (note) => from + note);
      });
      return turned(numbers, 1 + largest(numbers), null, reverse);
    }
    case 'line': {
      const numbers = eachFitting(
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
      const codes = eachFitting(chunks, starts, ({ columns }) => {
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

/** By the order in which the notes were given. */
export function givenRanks(
  chunks: readonly FittingChunk[],
  starts: Int32Array,
  given: GivenNotes,
): Keys {
  const ranks = eachFitting(chunks, starts, ({ columns: { entries, firsts } }) =>
    perNote(firsts, (note) => given.positionOf(entries[note]?.path ?? '')),
  );
  return { ranks, bound: given.size };
}

export function groupRanks(
  chunks: readonly FittingChunk[],
  starts: Int32Array,
  order: Int32Array,
  { by, reverse }: Ordering<ListedField>,
  context: ArrangeContext,
): GroupKeys {
  const given = context.notes?.kind === 'given' ? context.notes.notes : null;
  const codes = eachFitting(chunks, starts, ({ columns }) => {
    const of = by === 'given' ? givenCodes(columns, given) : context.codes.of(columns, by);
    return (position) => of[position] ?? 0;
  });
  const texts = chunks[0]?.columns.codes;
  const values = distinct(codes, order).map((code) => ({ code, text: texts?.textOf(code) ?? '' }));
  if (isTimeUnit(by)) values.sort((a, b) => (a.text < b.text ? -1 : 1));
  const known = by === 'given' ? (given?.groupKeys ?? []) : knownKeys(by, context.taxonomy);
  const positions = new Map(known.map((key, at) => [key, at]));
  const rank = (text: string) => positions.get(text) ?? known.length;
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

/** Codes as the positions of theirs in `order`; those of no value behind all. */
function ranked(codes: Int32Array, order: readonly number[]): Int32Array {
  const ranks = new Int32Array(1 + largest(codes));
  order.forEach((code, at) => (ranks[code] = at));
  ranks[0] = order.length;
  const ordered = new Int32Array(codes.length);
  for (let at = 0; at < codes.length; at++) ordered[at] = ranks[codes[at] ?? 0] ?? 0;
  return ordered;
}

/** The codes that are there, but 0, as they come first in the order; in their own where none is given. */
function distinct(codes: Int32Array, order: Int32Array | null = null): readonly number[] {
  const seen = new Uint8Array(1 + largest(codes));
  const found: number[] = [];
  seen[0] = 1;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[order ? (order[at] ?? 0) : at] ?? 0;
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

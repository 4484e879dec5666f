/**
 * What stands at which place of a list: every group's header, and below it its questions, unless it is
 * folded. Answers at any place without having made the list.
 */
import type { Question } from '../question';
import type { NoteEntry } from '../question-index';
import type { Columns } from './columns';
import { GROUP_KEYS, type Grouping } from './group';
import {
  chunkAt,
  noteIn,
  placeAt,
  placeIn,
  placesIn,
  type Place,
  type QueryResult,
  type ResultGroup,
  type Run,
} from './result';

export interface LaidGroup {
  /** As in `RowGroup`. */
  readonly key: string | null;
  readonly size: number;
  /** The note of its first question. */
  readonly entry: NoteEntry;
  readonly folded: boolean;
  readonly places: () => readonly Place[];
}

export type Laid =
  | { readonly kind: 'header'; readonly group: LaidGroup }
  | { readonly kind: 'question'; readonly place: Place; readonly key: string | null };

export interface Layout {
  readonly length: number;
  at(index: number): Laid | null;
  /** Where a question stands; null where it does not, or its group is folded. */
  indexOf(entry: NoteEntry, question: Question): number | null;
  indexOfGroup(key: string | null): number | null;
  groupKeys(): readonly (string | null)[];
}

/** `folded` holds the keys of the groups whose questions do not show. */
export function layoutOf(result: QueryResult, folded: ReadonlySet<string | null>): Layout {
  const { by } = result.query;
  return by === 'note' ? new ByNote(result, folded) : new ByGroup(result, by, folded);
}

/** A note's header is kept as the complement of the note's place, a question as its place. */
interface NoteRun {
  readonly columns: Columns;
  readonly fitting: Int32Array;
  readonly items: () => Int32Array;
}

class ByNote implements Layout {
  readonly #runs: readonly NoteRun[];
  readonly #starts: readonly number[];
  readonly #folded: ReadonlySet<string | null>;
  readonly length: number;

  constructor(result: QueryResult, folded: ReadonlySet<string | null>) {
    this.#folded = folded;
    const lengths: number[] = [];
    this.#runs = result.shares.map(({ columns, fitting, totals }) => {
      let made: Int32Array | null = null;
      const items = (): Int32Array => (made ??= itemsOf(columns, fitting, folded));
      lengths.push(folded.size === 0 ? fitting.length + totals.notes : items().length);
      return { columns, fitting, items };
    });
    this.#starts = startsOf(lengths);
    this.length = this.#starts.at(-1) ?? 0;
  }

  at(index: number): Laid | null {
    const at = runAt(this.#starts, index);
    const run = this.#runs[at];
    const items = run?.items();
    const offset = index - (this.#starts[at] ?? 0);
    const item = items?.[offset];
    if (!run || !items || item === undefined) return null;
    if (item < 0) return this.#header(run, ~item);
    const place = placeAt(run.columns, item);
    return place && { kind: 'question', place, key: place.entry.path };
  }

  indexOf({ path }: NoteEntry, question: Question): number | null {
    const run = this.#runs[chunkAt(this.#runs, path)];
    const place = run ? placeIn(run.columns, path, question) : -1;
    return place === -1 ? null : this.#indexOfItem(path, place);
  }

  indexOfGroup(key: string | null): number | null {
    const run = key === null ? undefined : this.#runs[chunkAt(this.#runs, key)];
    const note = run && key !== null ? noteIn(run.columns, key) : -1;
    return note === -1 || key === null ? null : this.#indexOfItem(key, ~note);
  }

  groupKeys(): readonly string[] {
    return this.#runs.flatMap(({ columns, items }) =>
      Array.from(items())
        .filter((item) => item < 0)
        .map((item) => columns.entries[~item]?.path ?? ''),
    );
  }

  #indexOfItem(path: string, item: number): number | null {
    const at = chunkAt(this.#runs, path);
    const within = this.#runs[at]?.items().indexOf(item) ?? -1;
    return within === -1 ? null : (this.#starts[at] ?? 0) + within;
  }

  #header({ columns, fitting }: NoteRun, note: number): Laid | null {
    const entry = columns.entries[note];
    if (!entry) return null;
    const first = columns.firsts[note] ?? 0;
    const end = columns.firsts[note + 1] ?? 0;
    const places = fitting.filter((at) => at >= first && at < end);
    const group = {
      key: entry.path,
      size: places.length,
      entry,
      folded: this.#folded.has(entry.path),
      places: () => [...placesIn({ columns, places })],
    };
    return { kind: 'header', group };
  }
}

/** A run of notes as items: each note's header, and below it its questions, unless it is folded. */
function itemsOf(
  columns: Columns,
  fitting: Int32Array,
  folded: ReadonlySet<string | null>,
): Int32Array {
  const items: number[] = [];
  let note = -1;
  let end = 0;
  let isFolded = false;
  for (const at of fitting) {
    if (at >= end) {
      while (end <= at) {
        note += 1;
        end = columns.firsts[note + 1] ?? Infinity;
      }
      isFolded = folded.size > 0 && folded.has(columns.entries[note]?.path ?? null);
      items.push(~note);
    }
    if (!isFolded) items.push(at);
  }
  return Int32Array.from(items);
}

class ByGroup implements Layout {
  readonly #groups: readonly ResultGroup[];
  readonly #starts: readonly number[];
  readonly #keyOf: (question: Question) => string | null;
  readonly #folded: ReadonlySet<string | null>;
  readonly length: number;

  constructor(
    result: QueryResult,
    by: Exclude<Grouping, 'note'>,
    folded: ReadonlySet<string | null>,
  ) {
    this.#groups = result.groups;
    this.#keyOf = GROUP_KEYS[by];
    this.#folded = folded;
    this.#starts = startsOf(this.#groups.map(({ key, size }) => (folded.has(key) ? 1 : size + 1)));
    this.length = this.#starts.at(-1) ?? 0;
  }

  at(index: number): Laid | null {
    const at = runAt(this.#starts, index);
    const group = this.#groups[at];
    if (!group) return null;
    const offset = index - (this.#starts[at] ?? 0);
    if (offset === 0) return this.#header(group);
    let left = offset - 1;
    for (const { columns, places } of group.runs) {
      const place = places[left];
      if (place !== undefined) {
        const found = placeAt(columns, place);
        return found && { kind: 'question', place: found, key: group.key };
      }
      left -= places.length;
    }
    return null;
  }

  indexOf({ path }: NoteEntry, question: Question): number | null {
    const key = this.#keyOf(question);
    const start = this.indexOfGroup(key);
    const group = this.#groups.find((each) => each.key === key);
    if (start === null || !group || this.#folded.has(key)) return null;
    const last = chunkAt(group.runs, path);
    let before = 0;
    for (let at = 0; at < last; at++) before += group.runs[at]?.places.length ?? 0;
    const run: Run | undefined = group.runs[last];
    const within = run ? run.places.indexOf(placeIn(run.columns, path, question)) : -1;
    return within === -1 ? null : start + 1 + before + within;
  }

  indexOfGroup(key: string | null): number | null {
    const at = this.#groups.findIndex((group) => group.key === key);
    return at === -1 ? null : (this.#starts[at] ?? null);
  }

  groupKeys(): readonly (string | null)[] {
    return this.#groups.map(({ key }) => key);
  }

  #header({ key, size, runs }: ResultGroup): Laid | null {
    const [run] = runs;
    const first = run && placeAt(run.columns, run.places[0] ?? -1);
    if (!first) return null;
    const places = () => runs.flatMap((each) => [...placesIn(each)]);
    return {
      kind: 'header',
      group: { key, size, entry: first.entry, folded: this.#folded.has(key), places },
    };
  }
}

function startsOf(lengths: readonly number[]): readonly number[] {
  const starts = [0];
  let end = 0;
  for (const length of lengths) {
    end += length;
    starts.push(end);
  }
  return starts;
}

/** The run or group to which a place belongs; −1 beyond the ends. */
function runAt(starts: readonly number[], index: number): number {
  if (index < 0 || index >= (starts.at(-1) ?? 0)) return -1;
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

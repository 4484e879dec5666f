/**
 * What a list shows of the index: which questions, counted and grouped, and what stands at which place. Never
 * changed in place. It is put together of the shares of some hundred notes each, and what is known of notes
 * that have not changed is used again, so that one changed note costs about the same in any vault.
 */
import type { Question } from '../question';
import type { NoteEntry } from '../question-index';
import type { PathList } from '../path-list';
import type { Taxonomy } from '../taxonomy';
import { Codes, Columns } from './columns';
import { matrixOf, type MatrixCount } from './count';
import { knownKeys } from './group';
import { sharerOf, type Counts, type Query, type Share } from './share';

export type { Query } from './share';

/** A group across notes, as in `RowGroup`. */
export interface ResultGroup {
  readonly key: string | null;
  readonly size: number;
  readonly runs: readonly Run[];
}

/** Questions of some notes, by their places in the columns. */
export interface Run {
  readonly columns: Columns;
  readonly places: Int32Array | readonly number[];
}

export interface Place {
  readonly entry: NoteEntry;
  readonly question: Question;
}

type Notes = readonly NoteEntry[];

/** Asks queries of the index's snapshots; remembers what it looked at for as long as the notes stay as they are. */
export class Asker {
  readonly #codes = new Codes();
  readonly #columns = new WeakMap<Notes, Columns>();
  #query: Query | null = null;
  #sharer: (columns: Columns) => Share = () => {
    throw new Error('There is no query.');
  };
  #shares = new Map<Notes, Share>();

  ask(entries: PathList<NoteEntry>, query: Query, taxonomy: Taxonomy): QueryResult {
    if (query !== this.#query) {
      this.#query = query;
      this.#sharer = sharerOf(query);
      this.#shares = new Map();
    }
    const before = this.#shares;
    this.#shares = new Map();
    for (const notes of entries.chunks()) {
      this.#shares.set(notes, before.get(notes) ?? this.#sharer(this.#columnsOf(notes)));
    }
    return new QueryResult(entries, [...this.#shares.values()], query, taxonomy);
  }

  #columnsOf(notes: Notes): Columns {
    const known = this.#columns.get(notes);
    if (known) return known;
    const columns = new Columns(notes, this.#codes);
    this.#columns.set(notes, columns);
    return columns;
  }
}

export class QueryResult {
  readonly listed: number = 0;
  readonly skipped: number = 0;
  readonly conflicts: number = 0;
  #matrix: MatrixCount | null = null;
  #totals: MatrixCount | null = null;
  #groups: readonly ResultGroup[] | null = null;

  constructor(
    readonly entries: PathList<NoteEntry>,
    readonly shares: readonly Share[],
    readonly query: Query,
    private readonly taxonomy: Taxonomy,
  ) {
    for (const share of shares) {
      this.listed += share.listed;
      this.skipped += share.skipped;
      this.conflicts += share.conflicts;
    }
  }

  /** Counts of what fits everything but the matrix's own terms. */
  get matrix(): MatrixCount {
    this.#matrix ??= this.#sum(({ matrix }) => matrix);
    return this.#matrix;
  }

  /** Counts of what fits. */
  get totals(): MatrixCount {
    this.#totals ??= this.#sum(({ totals }) => totals);
    return this.#totals;
  }

  /** What fits, by group, in the order of `groupRows`. None where the groups are the notes. */
  get groups(): readonly ResultGroup[] {
    this.#groups ??= this.#makeGroups();
    return this.#groups;
  }

  /** All that fits, by path, then place. */
  *places(): Generator<Place> {
    for (const { columns, fitting } of this.shares) yield* placesIn({ columns, places: fitting });
  }

  /** Whether the question of a note fits, in a folded group or not. */
  has({ path }: NoteEntry, question: Question): boolean {
    const share = this.shares[chunkAt(this.shares, path)];
    const at = share ? placeIn(share.columns, path, question) : -1;
    return at !== -1 && share?.fitting.includes(at) === true;
  }

  #sum(countsOf: (share: Share) => Counts): MatrixCount {
    const codes = this.shares[0]?.columns.codes;
    const byCode: number[] = [];
    let notes = 0;
    for (const share of this.shares) {
      const counts = countsOf(share);
      notes += counts.notes;
      // Holes are skipped.
      counts.byStage.forEach((count, code) => {
        byCode[code] = (byCode[code] ?? 0) + (count ?? 0);
      });
    }
    const byKey = new Map<string | null, number>();
    byCode.forEach((count, code) => byKey.set(codes?.textOf(code) ?? null, count));
    return matrixOf(byKey, notes);
  }

  #makeGroups(): readonly ResultGroup[] {
    const groups = new Map<number, { size: number; runs: Run[] }>();
    for (const { columns, groups: parts } of this.shares) {
      for (const [code, places] of parts) {
        const group = groups.get(code) ?? { size: 0, runs: [] };
        groups.set(code, group);
        group.size += places.length;
        group.runs.push({ columns, places });
      }
    }
    const codes = this.shares[0]?.columns.codes;
    const byKey = new Map(
      Array.from(groups, ([code, group]) => {
        const key = codes?.textOf(code) ?? null;
        return [key, { key, ...group }] as const;
      }),
    );
    const known = knownKeys(this.query.by, this.taxonomy);
    const order = new Set([...known, ...byKey.keys()]);
    // What has no key comes last.
    if (order.delete(null)) order.add(null);
    return Array.from(order, (key) => byKey.get(key)).filter((group) => group !== undefined);
  }
}

/** The questions of a run. */
export function* placesIn({ columns, places }: Run): Generator<Place> {
  for (const at of places) {
    const place = placeAt(columns, at);
    if (place) yield place;
  }
}

export function placeAt(columns: Columns, at: number): Place | null {
  const question = columns.questions[at];
  const entry = columns.entries[columns.noteOf(at)];
  return question && entry ? { entry, question } : null;
}

/** The last of some parts, sorted by path, that does not begin behind the path; −1 where there is none. */
export function chunkAt(parts: readonly { readonly columns: Columns }[], path: string): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const first = parts[middle]?.columns.entries[0];
    if (first !== undefined && first.path <= path) low = middle;
    else high = middle - 1;
  }
  return parts.length === 0 ? -1 : low;
}

/** The place of a note's question in the columns; −1 where it is not there. */
export function placeIn(columns: Columns, path: string, question: Question): number {
  const note = noteIn(columns, path);
  const at = note === -1 ? -1 : (columns.entries[note]?.questions.indexOf(question) ?? -1);
  return at === -1 ? -1 : (columns.firsts[note] ?? 0) + at;
}

/** The place of a note in the columns; −1 where it is not there. */
export function noteIn({ entries }: Columns, path: string): number {
  return entries.findIndex((entry) => entry.path === path);
}

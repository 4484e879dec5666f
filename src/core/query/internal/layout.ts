/**
 * What stands at which position of a list: every group's header, and below it its questions, unless it is
 * collapsed. Answers at any position without having made the list.
 */
import type { Question } from '../../model/question';
import type { NoteEntry } from '../../index/question-index';
import type { Columns } from '../columns/columns';
import { stagesOf, type Collapsed, type Laid, type LaidGroup, type Layout } from './laid-rows';
import { groupId, keyOfId } from '../arranging/group-id';
import { chunkAt, noteIn, rowAt, positionIn, rowsIn, type QueryResult } from './result';
import { ArrangedLayout } from './arranged-layout';
import { isByNote, type ChunkResult } from './chunk-result';
import { partitionPoint } from '../../text/partition-point';
import { endOfRun, firstOfRun } from '../columns/run-bounds';

export function layoutOf(result: QueryResult, collapsed: Collapsed): Layout {
  return isByNote(result.query)
    ? new ByNote(result, collapsed)
    : new ArrangedLayout(result, collapsed);
}

class ByNote implements Layout {
  readonly #chunks: readonly ChunkResult[];
  readonly #items = new Map<ChunkResult, Int32Array>();
  readonly #starts: Int32Array;
  readonly #collapsed: Collapsed;
  readonly length: number;

  constructor({ chunks }: QueryResult, collapsed: Collapsed) {
    this.#chunks = chunks;
    this.#collapsed = collapsed;
    this.#starts = startsOf(chunks, (chunk) =>
      collapsed.size === 0
        ? chunk.fitting.length + chunk.totals.notes
        : this.#itemsOf(chunk).length,
    );
    this.length = this.#starts.at(-1) ?? 0;
  }

  at(index: number): Laid | null {
    const at = runAt(this.#starts, index);
    const chunk = this.#chunks[at];
    if (!chunk) return null;
    const item = this.#itemsOf(chunk)[index - (this.#starts[at] ?? 0)];
    if (item === undefined) return null;
    if (item < 0) return this.#header(chunk, ~item);
    const row = rowAt(chunk.columns, item);
    return row && { kind: 'question', row, group: groupId('note', row.entry.path) };
  }

  indexOf({ path }: NoteEntry, question: Question): number | null {
    const run = this.#chunks[chunkAt(this.#chunks, path)];
    const position = run ? positionIn(run.columns, path, question) : -1;
    return position === -1 ? null : this.#indexOfItem(path, position);
  }

  indexOfGroup(id: string): number | null {
    const path = keyOfId('note', id) ?? null;
    const run = path === null ? undefined : this.#chunks[chunkAt(this.#chunks, path)];
    const note = run && path !== null ? noteIn(run.columns, path) : -1;
    return note === -1 || path === null ? null : this.#indexOfItem(path, ~note);
  }

  groupIds(): readonly string[] {
    return this.#chunks.flatMap((chunk) =>
      Array.from(this.#itemsOf(chunk))
        .filter((item) => item < 0)
        .map((item) => groupId('note', chunk.columns.entries[~item]?.path ?? '')),
    );
  }

  #indexOfItem(path: string, item: number): number | null {
    const at = chunkAt(this.#chunks, path);
    const chunk = this.#chunks[at];
    const within = chunk ? this.#itemsOf(chunk).indexOf(item) : -1;
    return within === -1 ? null : (this.#starts[at] ?? 0) + within;
  }

  /** A note's header is kept as the complement of the note's position, a question as its position. */
  #itemsOf(chunk: ChunkResult): Int32Array {
    const known = this.#items.get(chunk);
    if (known) return known;
    const items = itemsOf(chunk.columns, chunk.fitting, this.#collapsed);
    this.#items.set(chunk, items);
    return items;
  }

  #header({ columns, fitting }: ChunkResult, note: number): Laid | null {
    const entry = columns.entries[note];
    if (!entry) return null;
    const first = firstOfRun(columns.firsts, note);
    const end = endOfRun(columns.firsts, note);
    const positions = fitting.filter((at) => at >= first && at < end);
    const id = groupId('note', entry.path);
    const group: LaidGroup = {
      id,
      field: 'note',
      key: entry.path,
      level: 0,
      size: positions.length,
      entry,
      collapsed: this.#collapsed.has(id),
      rows: () => [...rowsIn(columns, positions)],
      stages: () => stagesOf(Array.from(positions, (position) => ({ columns, position }))),
    };
    return { kind: 'header', group };
  }
}

/** A run of notes as items: each note's header, and below it its questions, unless it is collapsed. */
function itemsOf(columns: Columns, fitting: Int32Array, collapsed: Collapsed): Int32Array {
  const items: number[] = [];
  let note = -1;
  let end = 0;
  let isCollapsed = false;
  for (const at of fitting) {
    if (at >= end) {
      while (end <= at) {
        note += 1;
        end = columns.firsts[note + 1] ?? Infinity;
      }
      isCollapsed =
        collapsed.size > 0 && collapsed.has(groupId('note', columns.entries[note]?.path ?? ''));
      items.push(~note);
    }
    if (!isCollapsed) items.push(at);
  }
  return Int32Array.from(items);
}

/** Where each part begins, and, last, where all end. */
function startsOf<Part>(parts: readonly Part[], lengthOf: (part: Part) => number): Int32Array {
  const starts = new Int32Array(parts.length + 1);
  let end = 0;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (part !== undefined) end += lengthOf(part);
    starts[at + 1] = end;
  }
  return starts;
}

/** The part to which a position belongs; −1 beyond the ends. */
function runAt(starts: Int32Array, index: number): number {
  if (index < 0 || index >= (starts.at(-1) ?? 0)) return -1;
  return partitionPoint(starts.length - 1, (run) => (starts[run] ?? 0) <= index) - 1;
}

/**
 * Edits to a text that are applied whole or not at all. Each edit carries what it expects to find,
 * so that an edit planned on a stale text is refused instead of landing in the wrong place.
 */
import { partitionPoint } from '../text/partition-point';

/** Replace `from`–`to` (UTF-16 offsets), which must read `expected`, by `insert`. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly expected: string;
  readonly insert: string;
}

export type EditResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: 'mismatch' | 'overlap'; readonly edit: TextEdit };

/** Edits in the order of their places; those at one place keep the order given. */
export function inTextOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The first edit that does not fit the text, or null. `inOrder` as `inTextOrder` gives it. */
export function findMisfit(
  text: string,
  inOrder: readonly TextEdit[],
): Extract<EditResult, { ok: false }> | null {
  let last = 0;
  for (const edit of inOrder) {
    if (edit.from < last || edit.to < edit.from) return { ok: false, code: 'overlap', edit };
    if (edit.to > text.length || text.slice(edit.from, edit.to) !== edit.expected) {
      return { ok: false, code: 'mismatch', edit };
    }
    last = edit.to;
  }
  return null;
}

/** Applies all edits to `text`, or none. */
export function applyEdits(text: string, edits: readonly TextEdit[]): EditResult {
  const inOrder = inTextOrder(edits);
  const misfit = findMisfit(text, inOrder);
  if (misfit) return misfit;
  let result = '';
  let last = 0;
  for (const { from, to, insert } of inOrder) {
    result += text.slice(last, from) + insert;
    last = to;
  }
  return { ok: true, text: result + text.slice(last) };
}

/**
 * Those of `edits` that made `after` of `before`: all of them, some, or none. Null where something else has
 * changed too.
 */
export function landedEdits(
  before: string,
  edits: readonly TextEdit[],
  after: string,
): readonly TextEdit[] | null {
  const inOrder = inTextOrder(edits);
  let shift = 0;
  const landed = inOrder.filter(({ from, to, expected, insert }, index) => {
    const behind = before.slice(to, inOrder[index + 1]?.from ?? before.length);
    const stands = (text: string) => after.startsWith(text + behind, from + shift);
    // Where both could be meant, the longer text says more.
    const isMade = insert.length > expected.length ? stands(insert) : !stands(expected);
    if (isMade) shift += insert.length - expected.length;
    return isMade;
  });
  const made = applyEdits(before, landed);
  return made.ok && made.text === after ? landed : null;
}

/**
 * Where an offset of the text before `edits` stands after them. `side` says which side of an insertion at
 * that very offset it stays on; an offset inside a replaced stretch comes to the replacement's end.
 */
export function mapOffset(
  offset: number,
  edits: readonly TextEdit[],
  side: 'before' | 'after' = 'after',
): number {
  let shift = 0;
  for (const { from, to, insert } of inTextOrder(edits)) {
    if (from > offset || (from === offset && side === 'before')) break;
    if (to > offset) return from === offset ? offset + shift : from + shift + insert.length;
    shift += insert.length - (to - from);
  }
  return offset + shift;
}

/** Offsets before and after many edits, each found without going through all of them. */
export class OffsetMap {
  readonly #edits: readonly TextEdit[];
  /** By edit, how far the edits before it move what stands there. */
  readonly #shifts: readonly number[];

  constructor(edits: readonly TextEdit[]) {
    this.#edits = inTextOrder(edits);
    let shift = 0;
    this.#shifts = this.#edits.map(({ from, to, insert }) => {
      const before = shift;
      shift += insert.length - (to - from);
      return before;
    });
  }

  /** As `mapOffset`. */
  moved(offset: number, side: 'before' | 'after'): number {
    const at = this.#last(
      (edit) => edit.from < offset || (edit.from === offset && side === 'after'),
    );
    const edit = this.#edits[at];
    if (!edit) return offset;
    const shift = this.#shifts[at] ?? 0;
    const { from, to, insert } = edit;
    if (to > offset) return from === offset ? offset + shift : from + shift + insert.length;
    return offset + shift + insert.length - (to - from);
  }

  /** Where an offset of the text after the edits stood before; what was put in stood where it begins. */
  original(offset: number): number {
    const at = this.#last((edit, index) => edit.from + (this.#shifts[index] ?? 0) <= offset);
    const edit = this.#edits[at];
    if (!edit) return offset;
    const within = offset - edit.from - (this.#shifts[at] ?? 0) - edit.insert.length;
    return within < 0 ? edit.from : edit.to + within;
  }

  /** The index of the last edit that fits; -1 for none. Those that fit come first. */
  #last(fits: (edit: TextEdit, index: number) => boolean): number {
    const fitsAt = (index: number) => {
      const edit = this.#edits[index];
      return edit !== undefined && fits(edit, index);
    };
    return partitionPoint(this.#edits.length, fitsAt) - 1;
  }
}

/** The ways in which finders go through columns: by what repeats, by flags, by position, by note, by text. */
import { partsOfKey } from '../../model/stage-key';
import { BREAK, type Columns, type Joined } from '../columns/columns';
import { foldText } from '../columns/folded-text';
import { endOfRun, firstOfRun } from '../columns/run-bounds';

/** Sets `hits` to 1 at the position of every question that fits; leaves it as it is elsewhere. */
export type Finder = (columns: Columns, hits: Uint8Array) => void;

/** Labels and stances repeat from question to question; each is compared once. */
export function byCode(
  column: 'stages' | 'labels' | 'speakers' | 'askers',
  fits: (text: string | null) => boolean,
): Finder {
  const known: (0 | 1 | undefined)[] = [];
  return (columns, hits) => {
    const codes = columns[column];
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at] ?? 0;
      const hit = (known[code] ??= fits(columns.codes.textOf(code)) ? 1 : 0);
      if (hit === 1) hits[at] = 1;
    }
  };
}

/** A test of `stageKey`s: of the key where `value` is one, of the stage's id alone where it is that. */
export function stageTest(value: string): (key: string | null) => boolean {
  const wanted = foldText(value);
  const isKey = wanted.includes('/');
  return (key) => key !== null && foldText(isKey ? key : partsOfKey(key).stage) === wanted;
}

/** Those whose flags, as far as `mask` looks at them, are `wanted`. */
export function byFlags(mask: number, wanted: number): Finder {
  return ({ flags }, hits) => {
    for (let at = 0; at < flags.length; at++) {
      if (((flags[at] ?? 0) & mask) === wanted) hits[at] = 1;
    }
  };
}

export function byPosition(fits: (columns: Columns, at: number) => boolean): Finder {
  return (columns, hits) => {
    for (let at = 0; at < columns.size; at++) if (fits(columns, at)) hits[at] = 1;
  };
}

/** All questions of the notes that fit. */
export function byNote(fits: (columns: Columns, note: number) => boolean): Finder {
  return (columns, hits) => {
    const { firsts } = columns;
    for (let at = 0; at < columns.entries.length; at++) {
      const first = firstOfRun(firsts, at);
      const end = endOfRun(firsts, at);
      if (first < end && fits(columns, at)) hits.fill(1, first, end);
    }
  };
}

/** All questions that `find` does not find. */
export function not(find: Finder): Finder {
  return (columns, hits) => {
    const found = new Uint8Array(hits.length);
    find(columns, found);
    for (let at = 0; at < hits.length; at++) if (found[at] === 0) hits[at] = 1;
  };
}

/** All questions of the notes in which `find` finds none. */
export function notAny(columns: Columns, hits: Uint8Array, find: Finder): void {
  const found = new Uint8Array(hits.length);
  find(columns, found);
  const { firsts } = columns;
  for (let note = 0; note < columns.entries.length; note++) {
    const first = firstOfRun(firsts, note);
    const end = endOfRun(firsts, note);
    let at = first;
    while (at < end && found[at] === 0) at += 1;
    if (at === end) hits.fill(1, first, end);
  }
}

/** Calls `found` with the position of every string that has `wanted` in it. */
export function findIn(
  { text, starts }: Joined,
  wanted: string,
  found: (at: number) => void,
): void {
  if (wanted.includes(BREAK)) return;
  let at = 0;
  for (let offset = text.indexOf(wanted); offset !== -1;) {
    while ((starts[at + 1] ?? Infinity) <= offset) at += 1;
    if (at >= starts.length - 1) return;
    found(at);
    offset = text.indexOf(wanted, starts[at + 1]);
  }
}

export function stringAt({ text, starts }: Joined, at: number): string {
  return text.slice(starts[at], endOfRun(starts, at) - BREAK.length);
}

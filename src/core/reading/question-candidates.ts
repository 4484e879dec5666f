/**
 * Where a question may be at all: asking signs and marks. Found by plain search, so that a note with
 * none of them costs a search and no more.
 */
import { ASKS } from '../text/character';

const NEVER = Number.POSITIVE_INFINITY;

/** Each is searched apart: a plain search for one character is the fastest there is. */
const ASKING_SIGNS = Array.from(ASKS);

/** A cursor over the candidates of a text; asked with growing offsets it reads the text once. */
export class Candidates {
  #nearest = -1;
  /** By asking sign: where it comes next, as last searched. */
  readonly #nextAt: number[] = ASKING_SIGNS.map(() => -1);
  #mark = -1;
  readonly #roots: readonly string[];
  readonly #longestRoot: number;

  readonly #text: string;

  constructor(text: string, roots: readonly string[]) {
    this.#text = text;
    this.#roots = roots.map((root) => root.toLowerCase());
    this.#longestRoot = this.#roots.reduce((longest, { length }) => Math.max(longest, length), 0);
  }

  /** The first candidate at or after `from`; infinite where none is left. */
  next(from: number): number {
    if (this.#nearest < from) this.#nearest = this.#find(from);
    return this.#nearest;
  }

  #find(from: number): number {
    const nextAt = this.#nextAt;
    let nearest = this.nextMark(from);
    for (let index = 0; index < ASKING_SIGNS.length; index += 1) {
      let at = nextAt[index] ?? NEVER;
      if (at < from)
        nextAt[index] = at = found(this.#text.indexOf(ASKING_SIGNS[index] ?? '', from));
      if (at < nearest) nearest = at;
    }
    return nearest;
  }

  /** The first mark at or after `from`; infinite where none is left. Asked with growing offsets, too. */
  nextMark(from: number): number {
    if (this.#mark < from) this.#mark = this.#findMark(from);
    return this.#mark;
  }

  /** A mark has a slash behind its root: whichever is rarer, a heading's `#` or slashes, leads over the other. */
  #findMark(from: number): number {
    const text = this.#text;
    const reach = this.#longestRoot + 1;
    let slash = text.indexOf('/', from);
    if (slash === -1) return NEVER;
    let at = text.indexOf('#', Math.max(from, slash - reach));
    while (at !== -1) {
      if (slash <= at) slash = text.indexOf('/', at + 1);
      if (slash === -1) return NEVER;
      if (slash - at > reach) {
        at = text.indexOf('#', slash - reach);
        continue;
      }
      if (this.#isMark(at)) return at;
      at = text.indexOf('#', at + 1);
    }
    return NEVER;
  }

  #isMark(at: number): boolean {
    for (const root of this.#roots) {
      if (this.#text.charCodeAt(at + 1 + root.length) !== 0x2f) continue;
      if (this.#text.slice(at + 1, at + 1 + root.length).toLowerCase() === root) return true;
    }
    return false;
  }
}

function found(at: number): number {
  return at === -1 ? NEVER : at;
}

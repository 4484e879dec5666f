/**
 * Where a question may be at all: question marks and marks. Found by plain search, so that a note with
 * none of them costs a search and no more.
 */
import { ASKS } from '../text/character';

const NEVER = Number.POSITIVE_INFINITY;

const RARE_ASKS = Array.from(ASKS).filter((sign) => sign !== '?' && sign !== '？');

/** A cursor over the candidates of a text; asked with growing offsets it reads the text once. */
export class Candidates {
  // Each is searched apart: a plain search for one character is the fastest there is.
  #half = -1;
  #full = -1;
  #rare = -1;
  #mark = -1;
  readonly #roots: readonly string[];

  constructor(
    private readonly text: string,
    roots: readonly string[],
  ) {
    this.#roots = roots.map((root) => root.toLowerCase());
  }

  /** The first candidate at or after `from`; infinite where none is left. */
  next(from: number): number {
    if (this.#half < from) this.#half = found(this.text.indexOf('?', from));
    if (this.#full < from) this.#full = found(this.text.indexOf('？', from));
    if (this.#rare < from) this.#rare = this.#findRare(from);
    return Math.min(this.#half, this.#full, this.#rare, this.nextMark(from));
  }

  /** Most notes have none of these from their start on. */
  #findRare(from: number): number {
    let nearest = NEVER;
    for (const sign of RARE_ASKS) nearest = Math.min(nearest, found(this.text.indexOf(sign, from)));
    return nearest;
  }

  /** The first mark at or after `from`; infinite where none is left. Asked with growing offsets, too. */
  nextMark(from: number): number {
    if (this.#mark < from) this.#mark = this.#findMark(from);
    return this.#mark;
  }

  #findMark(from: number): number {
    let at = this.text.indexOf('#', from);
    while (at !== -1 && !this.#isMark(at)) at = this.text.indexOf('#', at + 1);
    return found(at);
  }

  #isMark(at: number): boolean {
    for (const root of this.#roots) {
      if (this.text.charCodeAt(at + 1 + root.length) !== 0x2f) continue;
      if (this.text.slice(at + 1, at + 1 + root.length).toLowerCase() === root) return true;
    }
    return false;
  }
}

function found(at: number): number {
  return at === -1 ? NEVER : at;
}

/**
 * Which runs of `*`, `_`, `==` and `~~` are emphasis: they dress text in pairs, by CommonMark's rules (0.31,
 * section 6.2), to which Obsidian adds highlights and GFM strikethrough, both in twos. A run without a partner is
 * text (`5*3`, `x==y`, `**kwargs`). Linear in the number of runs.
 */
import { CHARACTER, CLASS_OF } from '../text/character';
import type { EmphasisSpan, InlineSpan } from './span';

/** A run of delimiters, less what is paired already. */
interface Run {
  from: number;
  to: number;
  readonly code: number;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** What opens or closes bold text. */
export const BOLD_DELIMITER = /\*\*|__/;

const STAR = 0x2a;
const UNDERSCORE = 0x5f;
/** Kinds of runs that close alike: the character, whether it may open too, its length modulo three. */
const CLOSERS_OF_A_CHARACTER = 6;

/** The runs of one block, in order, and the pairs found among them. */
export class EmphasisRuns {
  readonly #runs: Run[] = [];
  readonly #delimiters: EmphasisSpan[] = [];

  /** How much is known, to come back to with `pair` or `forget`. */
  get state(): { readonly runs: number; readonly delimiters: number } {
    return { runs: this.#runs.length, delimiters: this.#delimiters.length };
  }

  /**
   * Takes note of the run of `code` between `from` and `to`. `before` and `after` are the code units beside it,
   * spaces where the block ends.
   */
  add(code: number, from: number, to: number, before: number, after: number): void {
    const length = to - from;
    // Highlights and strikethrough come in twos; one character or three are text.
    if (code !== STAR && code !== UNDERSCORE && length !== 2) return;
    const last = sideOf(before);
    const next = sideOf(after);
    const opens = next === 'letter' || (next === 'punctuation' && last !== 'letter');
    const closes = last === 'letter' || (last === 'punctuation' && next !== 'letter');
    // Underscores inside a word are its own.
    const isWord = code === UNDERSCORE;
    const canOpen = opens && (!isWord || !closes || last === 'punctuation');
    const canClose = closes && (!isWord || !opens || next === 'punctuation');
    if (canOpen || canClose) this.#runs.push({ from, to, code, length, canOpen, canClose });
  }

  /** Pairs the runs from the one of this index on; those left over are text. */
  pair(first: number): void {
    const runs = this.#runs;
    if (runs.length - first > 1) {
      const open: Run[] = [];
      // By kind of closing run: nothing opens it up to this offset.
      const nothingBefore = new Map<number, number>();
      for (let index = first; index < runs.length; index += 1) {
        const run = runs[index];
        if (!run) break;
        if (run.canClose) this.#close(run, open, nothingBefore);
        if (run.canOpen && run.from < run.to) open.push(run);
      }
    }
    runs.length = first;
  }

  /** Forgets what came since: it stands in an image's description. */
  forget({ runs, delimiters }: { readonly runs: number; readonly delimiters: number }): void {
    this.#runs.length = Math.min(this.#runs.length, runs);
    this.#delimiters.length = Math.min(this.#delimiters.length, delimiters);
  }

  /** `spans`, which are in order, with the delimiters that were paired among them. */
  mergeInto(spans: readonly InlineSpan[]): readonly InlineSpan[] {
    const delimiters = this.#delimiters;
    if (delimiters.length === 0) return spans;
    delimiters.sort((a, b) => a.from - b.from);
    const merged: InlineSpan[] = [];
    let next = 0;
    for (const span of spans) {
      for (let one = delimiters[next]; one && one.from < span.from; one = delimiters[next]) {
        merged.push(one);
        next += 1;
      }
      merged.push(span);
    }
    for (; next < delimiters.length; next += 1) {
      const one = delimiters[next];
      if (one) merged.push(one);
    }
    return merged;
  }

  #close(run: Run, open: Run[], nothingBefore: Map<number, number>): void {
    const kind = run.code * CLOSERS_OF_A_CHARACTER + (run.canOpen ? 3 : 0) + (run.length % 3);
    while (run.from < run.to) {
      const limit = nothingBefore.get(kind) ?? -1;
      let top = open.length - 1;
      for (; top >= 0; top -= 1) {
        const opener = open[top];
        if (!opener || opener.to <= limit) top = 0;
        else if (opener.code === run.code && arePartners(opener, run)) break;
      }
      const opener = open[top];
      if (!opener) {
        nothingBefore.set(kind, run.from);
        return;
      }
      // What opened between the two can close no more.
      open.length = top + 1;
      const isDouble = opener.to - opener.from > 1 && run.to - run.from > 1;
      const length = isDouble ? 2 : 1;
      this.#delimiters.push(
        { kind: 'emphasis', from: opener.to - length, to: opener.to, opens: true },
        { kind: 'emphasis', from: run.from, to: run.from + length, opens: false },
      );
      opener.to -= length;
      run.from += length;
      if (opener.from === opener.to) open.pop();
    }
  }
}

/** A run that may open and close pairs only where the lengths do not add up to threes. */
function arePartners(opener: Run, closer: Run): boolean {
  if (!opener.canClose && !closer.canOpen) return true;
  if ((opener.length + closer.length) % 3 !== 0) return true;
  return opener.length % 3 === 0 && closer.length % 3 === 0;
}

type Side = 'letter' | 'space' | 'punctuation';

function sideOf(code: number): Side {
  // Half of a character beyond the first plane: what looks at units sees no punctuation there.
  if (code >= 0xd800 && code <= 0xdfff) return 'letter';
  const kind = CLASS_OF[code];
  if (kind === CHARACTER.word) return 'letter';
  return kind === CHARACTER.space ? 'space' : 'punctuation';
}

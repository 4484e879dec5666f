/**
 * Places that read alike in a note (`Why?` three times over), told apart. What counts is the text without marks,
 * blanks and other tags, so that tagging one of them or its neighbours changes nothing here: how many places
 * read as this one, which of them it is, and what stands in the lines around it. An edit is found again by
 * these only where none of its twins can have taken its place; in doubt it is not.
 */
import { partitionPoint } from '../text/partition-point';

/** A place among those that read alike. Kept in the journal. */
export interface Standing {
  readonly of: number;
  /** From 1 on. */
  readonly nth: number;
  /** The nearest line above and below that has text, without marks and blanks; '' where there is none. */
  readonly above: string;
  readonly below: string;
  /** What stands above the twin before and below the twin behind: seen beside this place, it is that twin. */
  readonly aboveTwin?: string;
  readonly belowTwin?: string;
}

/** Whether `now` is the place that was `then`; `alike` are all that read as it does, and `line` is its own. */
function isSamePlace(
  then: Standing,
  now: Standing,
  alike: readonly Standing[],
  line: string,
): boolean {
  // Some twin is gone, and nothing says which.
  if (now.of < then.of) return false;
  if (now.of === 1) return true;
  if (now.of > then.of) {
    // Beside one of its own kind a new one can stand as well.
    const mayBeTwin = then.above === lastOf(line) || then.below === firstOf(line);
    const isTold = !mayBeTwin && then.above !== then.below;
    const isBetween = (each: Standing) => each.above === then.above && each.below === then.below;
    return isTold && isBetween(now) && alike.filter(isBetween).length === 1;
  }
  if (now.nth !== then.nth) return false;
  const sameAbove = now.above === then.above;
  const sameBelow = now.below === then.below;
  if (sameAbove && sameBelow) return true;
  if (!sameAbove && !sameBelow) return false;
  return sameAbove ? now.below !== then.belowTwin : now.above !== then.aboveTwin;
}

/** Tags, alone or in a comment, and blanks. */
const ASIDE = /[ \t]+|%%[ \t]*(?:#[^\s#%]+[ \t]*)+%%|#[^\s#%]+/g;

/** The text without tags and blanks. */
export function bare(text: string): string {
  return text.replace(ASIDE, '');
}

/** In UTF-16 units, as much of a neighbouring line as tells it from another. */
const NEIGHBOUR = 32;

function firstOf(line: string): string {
  return line.slice(0, NEIGHBOUR);
}

function lastOf(line: string): string {
  return line.slice(-NEIGHBOUR);
}

/** A text in which places are looked at. Line ends are LF. */
export class AlikePlaces {
  readonly #bare: string;
  /** What was left out, where it stood in the text, and how much was left out before it. */
  readonly #cuts: { readonly from: number; readonly to: number; readonly before: number }[] = [];
  readonly #known = new Map<string, ReadonlyMap<number, Standing>>();

  constructor(text: string) {
    let removed = 0;
    this.#bare = text.replace(ASIDE, (cut: string, at: number) => {
      this.#cuts.push({ from: at, to: at + cut.length, before: removed });
      removed += cut.length;
      return '';
    });
  }

  /** The place in the stretch `from`–`to`, within one line. Null where the stretch has nothing but marks. */
  standingOf(from: number, to: number): Standing | null {
    const start = this.#inBare(from);
    return this.#alike(start, this.#inBare(to)).get(start) ?? null;
  }

  /** Whether the place in the stretch `from`–`to` is, without doubt, the one that was `then`. */
  isSame(then: Standing, from: number, to: number): boolean {
    const start = this.#inBare(from);
    const end = this.#inBare(to);
    const alike = this.#alike(start, end);
    const now = alike.get(start);
    return now !== undefined && isSamePlace(then, now, [...alike.values()], this.#lineOf(start));
  }

  /** All that read as the stretch does, as much of their lines as it is of its own; by where they start. */
  #alike(start: number, end: number): ReadonlyMap<number, Standing> {
    if (start === end) return new Map();
    const reading = this.#bare.slice(start, end);
    const startsLine = this.#startsLine(start);
    const endsLine = this.#endsLine(end);
    const key = `${Number(startsLine)}${Number(endsLine)}${reading}`;
    const known = this.#known.get(key);
    if (known) return known;
    const places: number[] = [];
    let at = this.#bare.indexOf(reading);
    while (at !== -1) {
      const fits =
        (!startsLine || this.#startsLine(at)) && (!endsLine || this.#endsLine(at + reading.length));
      if (fits) places.push(at);
      at = this.#bare.indexOf(reading, at + 1);
    }
    const alike = this.#standings(places, reading.length);
    this.#known.set(key, alike);
    return alike;
  }

  #standings(places: readonly number[], length: number): ReadonlyMap<number, Standing> {
    const around = places.map((at) => ({
      above: this.#above(at),
      below: this.#below(at + length),
    }));
    return new Map(
      places.map((at, index) => {
        const { above = '', below = '' } = around[index] ?? {};
        const previous = around[index - 1];
        const next = around[index + 1];
        const standing = {
          of: places.length,
          nth: index + 1,
          above,
          below,
          ...(previous && { aboveTwin: previous.above }),
          ...(next && { belowTwin: next.below }),
        };
        return [at, standing];
      }),
    );
  }

  #above(start: number): string {
    if (start === 0) return '';
    let end = this.#bare.lastIndexOf('\n', start - 1);
    while (end > 0 && this.#bare[end - 1] === '\n') end -= 1;
    if (end <= 0) return '';
    return lastOf(this.#lineOf(end));
  }

  #below(end: number): string {
    let from = this.#bare.indexOf('\n', end);
    if (from === -1) return '';
    while (this.#bare[from] === '\n') from += 1;
    return firstOf(this.#lineOf(from));
  }

  /** The line that has the place in it, or at its end. */
  #lineOf(at: number): string {
    const from = at === 0 ? 0 : this.#bare.lastIndexOf('\n', at - 1) + 1;
    const to = this.#bare.indexOf('\n', at);
    return this.#bare.slice(from, to === -1 ? this.#bare.length : to);
  }

  #startsLine(at: number): boolean {
    return at === 0 || this.#bare[at - 1] === '\n';
  }

  #endsLine(at: number): boolean {
    return at === this.#bare.length || this.#bare[at] === '\n';
  }

  /** Within what was left out, the place where it stood. */
  #inBare(offset: number): number {
    const before = (at: number) => (this.#cuts[at]?.from ?? 0) < offset;
    const cut = this.#cuts[partitionPoint(this.#cuts.length, before) - 1];
    if (!cut) return offset;
    return cut.from - cut.before + Math.max(0, offset - cut.to);
  }
}

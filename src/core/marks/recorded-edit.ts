/**
 * Edits as they were made, kept so that they can be taken back later on a text that may have changed since.
 * A recorded edit knows what stood at its place before and after, and what stands beside it on its line;
 * it is taken back only where exactly that still stands, found again where the text has moved, and never at a
 * place that only reads alike: what may be gone counts as lost. Line ends do not count: what was made in an editor, whose text has LF, is found in a file that has CRLF.
 */
import { AlikePlaces, bare, type Standing } from './alike-places';
import { inTextOrder, type TextEdit } from '../model/text-edit';
import { isAtLineEnd } from '../text/character';

/** One edit that was made. Its line ends are LF. */
export interface RecordedEdit {
  /** In the text after all edits of its operation on that note, every line end counted as one. */
  readonly at: number;
  readonly before: string;
  readonly after: string;
  /** What stands right before and right behind, within the line and up to the next edit; at most `CONTEXT` units. */
  readonly lead: string;
  readonly trail: string;
  /** Whether `lead` reaches back to the line's start, and `trail` to its end. */
  readonly startsLine: boolean;
  readonly endsLine: boolean;
  /** Among places that read alike. Not there where an earlier version recorded, or there is nothing to read. */
  readonly standing?: Standing;
}

export interface Reversal {
  readonly edits: readonly TextEdit[];
  /** Edits whose place reads already as it is to read. */
  readonly settled: readonly RecordedEdit[];
  /** Edits whose place has changed since, or can't be told from another; they are left alone. */
  readonly lost: readonly RecordedEdit[];
}

/** What an edit's place is to read: as before it, or as after it. */
type Side = 'before' | 'after';

const CONTEXT = 48;

/** Records `edits` that made `textAfter`. They must have fitted the text before. */
export function recordEdits(
  edits: readonly TextEdit[],
  textAfter: string,
): readonly RecordedEdit[] {
  let shift = 0;
  const places = inTextOrder(edits).map(({ from, to, expected, insert }) => {
    const at = from + shift;
    shift += insert.length - (to - from);
    return { at, before: expected, after: insert };
  });
  const lineEnds = new LineEnds(textAfter);
  const alike = new AlikePlaces(textAfter.replaceAll('\r\n', '\n'));
  return places.map((place, index) => {
    const previous = places[index - 1];
    const next = places[index + 1];
    const end = place.at + place.after.length;
    const from = contextStart(
      textAfter,
      place.at,
      previous ? previous.at + previous.after.length : 0,
    );
    const to = contextEnd(textAfter, end, next ? next.at : textAfter.length);
    const at = lineEnds.withoutCr(place.at);
    const shiftAt = at - place.at;
    const before = place.before.replaceAll('\r\n', '\n');
    const after = place.after.replaceAll('\r\n', '\n');
    // Lines that come or go are no place in a line, that could be told from its twins.
    const isInLine = bare(before).trim() === bare(after).trim() || !(before + after).includes('\n');
    const standing = isInLine ? alike.standingOf(from + shiftAt, to + shiftAt) : null;
    return {
      at,
      before,
      after,
      lead: textAfter.slice(from, place.at),
      trail: textAfter.slice(end, to),
      startsLine: isLineStart(textAfter, from),
      endsLine: isAtLineEnd(textAfter, to),
      ...(standing && { standing }),
    };
  });
}

/** Plans to put back what stood before each edit. */
export function planReversal(text: string, recorded: readonly RecordedEdit[]): Reversal {
  return plan(text, recorded, 'before');
}

/** Plans to make the edits again after they were taken back. */
export function planRepeat(text: string, recorded: readonly RecordedEdit[]): Reversal {
  return plan(text, recorded, 'after');
}

/** The edits that still stand in `text`, as if they were being made there, at the places they stand at. */
export function standingEdits(
  text: string,
  recorded: readonly RecordedEdit[],
): readonly TextEdit[] {
  return planReversal(text, recorded).edits.map(({ from, to, expected, insert }) => ({
    from,
    to,
    expected: insert,
    insert: expected,
  }));
}

function plan(text: string, recorded: readonly RecordedEdit[], wanted: Side): Reversal {
  const withLf = text.replaceAll('\r\n', '\n');
  const now: Side = wanted === 'before' ? 'after' : 'before';
  const places = findPlaces(withLf, recorded, now);
  const missed = recorded.filter((edit) => !places.has(edit));
  const there = findPlaces(withLf, missed, wanted);
  const lineEnds = new LineEnds(text);
  const hasCrlf = withLf.length < text.length;
  const edits = [...places]
    .sort(([, a], [, b]) => a - b)
    .map(([edit, place]) => {
      const from = lineEnds.withCr(place);
      const to = lineEnds.withCr(place + edit[now].length);
      const insert = hasCrlf ? edit[wanted].replaceAll('\n', '\r\n') : edit[wanted];
      return { from, to, expected: text.slice(from, to), insert };
    });
  return {
    edits,
    settled: missed.filter((edit) => there.has(edit)),
    lost: missed.filter((edit) => !there.has(edit)),
  };
}

/**
 * Where each edit stands that reads as on `side`, in the order of the text; no two at one place. `text` has LF for all
 * line ends.
 */
function findPlaces(
  text: string,
  recorded: readonly RecordedEdit[],
  side: Side,
): ReadonlyMap<RecordedEdit, number> {
  const places = new Map<RecordedEdit, number>();
  const taken = new Set<number>();
  const finder = new Finder(text, side);
  // Text written before an edit pushes it and all that follow on by as much: look there first.
  let drift = 0;
  for (const edit of recorded) {
    const place = finder.placeOf(edit, edit.at + drift);
    if (place !== null && !taken.has(place)) {
      places.set(edit, place);
      taken.add(place);
      drift = place - edit.at;
    }
    // Offsets count the text with the edit in; where it is out now, those behind stand that much nearer.
    drift += edit[side].length - edit.after.length;
  }
  return withoutOverlaps(places, side);
}

/** Finds where edits read as on one side. */
class Finder {
  readonly #text: string;
  readonly #side: Side;

  readonly #places = new Map<string, readonly number[]>();
  readonly #alike: AlikePlaces;

  constructor(text: string, side: Side) {
    this.#text = text;
    this.#side = side;
    this.#alike = new AlikePlaces(text);
  }

  /** Where the edit stands, as far as that is certain; `likely` is where it stands unless the text has moved. */
  placeOf(edit: RecordedEdit, likely: number): number | null {
    const inPlace = this.#readsAt(edit, likely);
    const { standing } = edit;
    if (inPlace && !standing) return likely;
    if (inPlace && standing?.of === 1 && this.#countAlike(edit, likely) === 1) return likely;
    const places = this.#placesOf(edit);
    if (!standing) return this.#onlyPlace(edit, places);
    const [only, second] = places.filter((place) =>
      this.#alike.isSame(standing, ...this.#stretchOf(edit, place)),
    );
    return only !== undefined && second === undefined ? only : null;
  }

  /** For an edit that nothing is known of: the place that nothing else reads as, marked or not. */
  #onlyPlace(edit: RecordedEdit, places: readonly number[]): number | null {
    const [only, second] = places;
    if (only === undefined || second !== undefined) return null;
    return this.#countAlike(edit, only) === 1 ? only : null;
  }

  #countAlike(edit: RecordedEdit, place: number): number {
    return this.#alike.standingOf(...this.#stretchOf(edit, place))?.of ?? 1;
  }

  #stretchOf(edit: RecordedEdit, place: number): readonly [number, number] {
    return [place - edit.lead.length, place + edit[this.#side].length + edit.trail.length];
  }

  #readsAt(edit: RecordedEdit, place: number): boolean {
    const start = place - edit.lead.length;
    const reading = this.#reading(edit);
    return (
      start >= 0 &&
      this.#text.startsWith(reading, start) &&
      (!edit.startsLine || isLineStart(this.#text, start)) &&
      (!edit.endsLine || isAtLineEnd(this.#text, start + reading.length))
    );
  }

  #placesOf(edit: RecordedEdit): readonly number[] {
    const key = this.#keyOf(edit);
    const known = this.#places.get(key);
    if (known) return known;
    const places: number[] = [];
    const reading = this.#reading(edit);
    // Nothing to go by but a place that is another's now.
    let start = reading === '' ? -1 : this.#text.indexOf(reading);
    while (start !== -1) {
      const place = start + edit.lead.length;
      if (this.#readsAt(edit, place)) places.push(place);
      start = this.#text.indexOf(reading, start + 1);
    }
    this.#places.set(key, places);
    return places;
  }

  #keyOf(edit: RecordedEdit): string {
    return `${Number(edit.startsLine)}${Number(edit.endsLine)}${edit.lead.length} ${this.#reading(edit)}`;
  }

  #reading(edit: RecordedEdit): string {
    return edit.lead + edit[this.#side] + edit.trail;
  }
}

function withoutOverlaps(
  places: ReadonlyMap<RecordedEdit, number>,
  side: Side,
): ReadonlyMap<RecordedEdit, number> {
  const apart = new Map<RecordedEdit, number>();
  let last = -1;
  for (const [edit, place] of [...places].sort(([, a], [, b]) => a - b)) {
    if (place < last) continue;
    apart.set(edit, place);
    last = place + edit[side].length;
  }
  return apart;
}

/** Offsets with and without the second character of CRLF. To be asked in ascending order. */
class LineEnds {
  readonly #text: string;

  #breaks = 0;
  #next: number;

  constructor(text: string) {
    this.#text = text;
    this.#next = text.indexOf('\r\n');
  }

  withoutCr(offset: number): number {
    while (this.#next !== -1 && this.#next < offset) this.#advance();
    return offset - this.#breaks;
  }

  withCr(offset: number): number {
    while (this.#next !== -1 && this.#next < offset + this.#breaks) this.#advance();
    return offset + this.#breaks;
  }

  #advance(): void {
    this.#breaks += 1;
    this.#next = this.#text.indexOf('\r\n', this.#next + 2);
  }
}

function contextStart(text: string, at: number, limit: number): number {
  let from = at;
  while (from > limit && at - from < CONTEXT && !isLineStart(text, from)) from -= 1;
  return from;
}

function contextEnd(text: string, at: number, limit: number): number {
  let to = at;
  while (to < limit && to - at < CONTEXT && !isAtLineEnd(text, to)) to += 1;
  return to;
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
}

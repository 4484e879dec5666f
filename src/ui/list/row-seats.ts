/**
 * Which element of a long list serves which row. A row that was drawn before keeps its element; another takes that of
 * a row of the same kind that went, best one that stands where the row belongs: an element that moves in the document
 * is styled and laid out anew with all that stands in it, one that stays has only its words changed.
 */

export interface RowShape {
  readonly key: string | number;
  /** The same for rows that are built alike, and for no others. */
  readonly estimate: number;
}

export interface Seat {
  /** The element's place among those before; null: it is made anew. */
  readonly from: number | null;
  /** Whether it may stay where it stands; the others are put between those that do. */
  readonly stays: boolean;
}

/** How many elements are passed over for one of the row's kind: what is far away would leave none for the rows behind. */
const REACH = 4;

/** Seats `rows` in the elements that held `before`, both in the document's order. `isTakable`: whether another row may have it. */
export function seatRows(
  before: readonly RowShape[],
  rows: readonly RowShape[],
  isTakable: (place: number) => boolean,
): readonly Seat[] {
  const wanted = new Set(rows.map(({ key }) => key));
  const held = new Map<string | number, number>();
  const free = new Set<number>();
  for (const [place, { key }] of before.entries()) {
    // Two rows of one name are no reason to lose one of them.
    if (wanted.has(key) && !held.has(key)) held.set(key, place);
    else if (isTakable(place)) free.add(place);
  }
  const own = rows.map(({ key }) => {
    const place = held.get(key) ?? null;
    held.delete(key);
    return place;
  });
  const ends = endsOf(own, before.length);
  const take = (from: number, to: number, { estimate }: RowShape): number | null => {
    for (let place = from; place < to; place++) {
      if (free.has(place) && before[place]?.estimate === estimate) {
        free.delete(place);
        return place;
      }
    }
    return null;
  };
  // Where all rows are others, those that are yet to come on either side find their elements at the edges.
  const isAllNew = own.every((place) => place === null);
  let next = isAllNew ? Math.max(0, (before.length - rows.length) >> 1) : 0;
  const seats = rows.map((row, at): Seat => {
    const place = own[at] ?? null;
    const end = ends[at] ?? before.length;
    if (place !== null) {
      const stays = place < end && place >= next;
      if (stays) next = place + 1;
      return { from: place, stays };
    }
    const from = take(next, Math.min(end, next + REACH), row);
    if (from !== null) next = from + 1;
    return { from, stays: from !== null };
  });
  return seats.map((seat, at) => {
    const row = rows[at];
    if (seat.from !== null || !row) return seat;
    return { from: take(0, before.length, row), stays: false };
  });
}

/** For each row, the place of the next row behind it that stays, seen from the end. */
function endsOf(own: readonly (number | null)[], count: number): readonly number[] {
  const ends: number[] = [];
  let end = count;
  for (let at = own.length - 1; at >= 0; at--) {
    ends[at] = end;
    const place = own[at] ?? null;
    if (place !== null && place < end) end = place;
  }
  return ends;
}

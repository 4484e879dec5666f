import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seatRows, type RowShape } from '../../../src/ui/list/row-seats';

/** Headers are capital letters, questions small ones. */
const shapes = (names: string): readonly RowShape[] =>
  names.split('').map((key) => ({ key, estimate: key === key.toUpperCase() ? 40 : 60 }));

/** Where each row comes from, in brackets where the element moves. */
function seated(before: string, rows: string, isTakable = (_place: number) => true): string {
  return seatRows(shapes(before), shapes(rows), isTakable)
    .map(({ from, stays }) => {
      const name = from === null ? 'new' : (before[from] ?? '?');
      return stays || from === null ? name : `(${name})`;
    })
    .join(' ');
}

describe('the elements of rows', () => {
  it.each([
    ['are left to the rows that stay', 'AbcD', 'AbcD', 'A b c D'],
    ['are made where none is left', '', 'Ab', 'new new'],
    ['are made where none of the kind is left', 'ab', 'abC', 'a b new'],
    ['move from the top to the end where the reader goes on', 'AbcDe', 'cDefG', 'c D e (b) (A)'],
    ['stay where all rows are others of the same kinds', 'AbcDe', 'FghIj', 'A b c D e'],
    ['stay where headers stand a little elsewhere', 'AbcDefGhi', 'jkLmnO', 'b c D e f G'],
    ['leave those at the edges to the rows that are yet to come', 'abcdef', 'wx', 'c d'],
    ['take what stands between those that stay', 'axxb', 'ayzb', 'a x x b'],
    ['follow rows that change places', 'abc', 'cab', '(c) a b'],
    ['are one’s alone where two rows have one name', 'a', 'aa', 'a new'],
  ])('%s', (_, before, rows, expected) => {
    expect(seated(before, rows)).toBe(expected);
  });

  it('are not taken from whoever works in them', () => {
    expect(seated('ab', 'xy', (place) => place !== 0)).toBe('b new');
  });

  it('serve one row each, of one kind, and those that stay are in order', () => {
    const names = fc.string({ unit: fc.constantFrom(...'abcdABCD'.split('')), maxLength: 30 });
    fc.assert(
      fc.property(names, names, (before, rows) => {
        const from = shapes(before);
        const wanted = shapes(rows);
        const seats = seatRows(from, wanted, () => true);
        const taken = seats.flatMap((seat) => seat.from ?? []);
        expect(new Set(taken).size).toBe(taken.length);
        for (const [at, seat] of seats.entries()) {
          if (seat.from !== null) expect(from[seat.from]?.estimate).toBe(wanted[at]?.estimate);
        }
        const staying = seats.flatMap((seat) => (seat.stays ? (seat.from ?? []) : []));
        expect(staying).toEqual([...staying].sort((a, b) => a - b));
        // A row that was there has its own element.
        for (const key of new Set(rows)) {
          const place = before.indexOf(key);
          const seat = seats[rows.indexOf(key)];
          if (place >= 0) expect(seat?.from).toBe(place);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  extendTo,
  moveCursor,
  NO_SELECTION,
  rowBehind,
  selectAll,
  settle,
  toggleRows,
  type ListOrder,
  type ListSelection,
} from '../../../../src/ui/dashboard/model/list-selection';

interface DrawnOrder extends ListOrder {
  readonly keys: readonly string[];
}

/** A list drawn as text: capitals are headers, small letters rows. */
function order(drawn: string): DrawnOrder {
  const keys = Array.from(drawn);
  return {
    keys,
    length: keys.length,
    keyAt: (index) => keys[index],
    indexOf: (key) => (keys.includes(key) ? keys.indexOf(key) : undefined),
    isRow: (key) => key === key.toLowerCase(),
  };
}

/** Reads `A[b]c|`: `[…]` is selected, `|` stands after the cursor. */
function drawn(selection: ListSelection, list: DrawnOrder): string {
  return list.keys
    .map((key) => {
      const shown = selection.selected.has(key) ? `[${key}]` : key;
      return key === selection.cursor ? `${shown}|` : shown;
    })
    .join('');
}

const list = order('AbcDef');

it.each([
  ['the next row', 'b', 'c'],
  ['over a header', 'c', 'e'],
  ['behind the last of several, in whatever order', 'eb', 'f'],
  ['behind those that the list has', 'bz', 'c'],
  ['none behind the last', 'f', null],
  ['none behind what the list has not', 'z', null],
])('goes on to %s: %s', (_, keys, expected) => {
  expect(rowBehind(list, keys.split(''))).toBe(expected);
});

function at(cursor: string | null, ...selected: string[]): ListSelection {
  return { cursor, anchor: null, selected: new Set(selected) };
}

describe('the cursor', () => {
  it.each<[string, ListSelection, number, string]>([
    ['starts at the top', at(null), 1, 'A|bcDef'],
    ['starts at the bottom when going up', at(null), -1, 'AbcDef|'],
    ['goes over headers', at('c'), 1, 'AbcD|ef'],
    ['stops at the end', at('e'), 10, 'AbcDef|'],
    ['stops at the top', at('b'), -Infinity, 'A|bcDef'],
    ['leaves the selection alone', at('b', 'e'), 1, 'Abc|D[e]f'],
  ])('%s', (_name, selection, by, expected) => {
    expect(drawn(moveCursor(selection, list, by, false), list)).toBe(expected);
  });

  it('does not move in an empty list', () => {
    expect(moveCursor(at(null), order(''), 1, false)).toEqual(at(null));
  });
});

describe('extending', () => {
  it('selects rows from where it started, never headers', () => {
    const first = moveCursor(at('b'), list, 1, true);
    expect(drawn(first, list)).toBe('A[b][c]|Def');
    const second = moveCursor(moveCursor(first, list, 1, true), list, 1, true);
    expect(drawn(second, list)).toBe('A[b][c]D[e]|f');
  });

  it('shrinks when it goes back, and keeps what was selected before', () => {
    const down = moveCursor(at('b', 'f'), list, 3, true);
    expect(drawn(down, list)).toBe('A[b][c]D[e]|[f]');
    expect(drawn(moveCursor(down, list, -2, true), list)).toBe('A[b][c]|De[f]');
  });

  it('begins anew after a plain move', () => {
    const moved = moveCursor(moveCursor(at('b'), list, 1, true), list, 2, false);
    expect(drawn(moveCursor(moved, list, 1, true), list)).toBe('A[b][c]D[e][f]|');
  });

  it('reaches from the cursor to a clicked row', () => {
    expect(drawn(extendTo(at('b'), list, 'f'), list)).toBe('A[b][c]D[e][f]|');
  });

  it('selects one row more or the same with each step down (property)', () => {
    fc.assert(
      fc.property(
        fc.nat(5),
        fc.array(fc.constantFrom(1, -1), { maxLength: 12 }),
        (start, steps) => {
          const from = list.keys[start] ?? 'A';
          const end = steps.reduce((s, by) => moveCursor(s, list, by, true), at(from));
          const ends = [start, list.keys.indexOf(end.cursor ?? '')].sort((a, b) => a - b);
          const between = list.keys.slice(ends[0], (ends[1] ?? 0) + 1);
          const expected = steps.length === 0 ? [] : between.filter((key) => list.isRow(key));
          expect([...end.selected].sort()).toEqual(expected.sort());
        },
      ),
    );
  });
});

describe('toggling and selecting all', () => {
  it('completes a group that is partly selected, and empties one that is wholly selected', () => {
    const whole = toggleRows(at('A', 'b'), ['b', 'c'], 'A');
    expect(drawn(whole, list)).toBe('A|[b][c]Def');
    expect(drawn(toggleRows(whole, ['b', 'c'], 'A'), list)).toBe('A|bcDef');
  });

  it('selects all rows', () => {
    expect(drawn(selectAll(at('e'), ['b', 'c', 'e', 'f']), list)).toBe('A[b][c]D[e]|[f]');
  });
});

describe('after the list changed', () => {
  const settled = (selection: ListSelection, after: string): string => {
    const next = order(after);
    return drawn(
      settle(selection, list, next, (key) => next.keys.includes(key)),
      next,
    );
  };

  it.each<[string, ListSelection, string, string]>([
    ['keeps cursor and selection where nothing is gone', at('c', 'b'), 'xAbcyDef', 'xA[b]c|yDef'],
    ['unselects rows that are gone', at('e', 'b', 'e'), 'DefA', 'D[e]|fA'],
    ['goes on to the next row, not to a header', at('c'), 'AbDef', 'AbDe|f'],
    ['goes back where nothing follows', at('f'), 'AbcDe', 'AbcDe|'],
    ['goes from a header to what follows it', at('D'), 'Abcef', 'Abce|f'],
    ['has no cursor in an empty list', at('c', 'b'), '', ''],
  ])('%s', (_name, selection, after, expected) => {
    expect(settled(selection, after)).toBe(expected);
  });

  it('gives the same object back where nothing changes, so that nothing is drawn again', () => {
    const selection = at('c', 'b');
    expect(settle(selection, list, order('xAbcDef'), () => true)).toBe(selection);
    expect(settle(NO_SELECTION, list, order(''), () => false)).toBe(NO_SELECTION);
  });
});

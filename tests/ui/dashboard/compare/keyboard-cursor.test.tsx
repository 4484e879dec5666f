// @vitest-environment jsdom
import fc from 'fast-check';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  placeAmong,
  useFocusAtCursor,
  useKeyboardCursor,
} from '../../../../src/ui/dashboard/compare/keyboard-cursor';

const LETTERS = Array.from('abcdefgh');

describe('the place of the cursor', () => {
  it.each([
    ['stays where nothing changes', 'abc', 'b', 1, 'b', 1],
    ['goes with its key when something comes in before it', 'zabc', 'b', 1, 'b', 2],
    ['goes with its key when something before it goes', 'bc', 'b', 1, 'b', 0],
    ['goes with its key into another order', 'cba', 'a', 0, 'a', 2],
    ['falls to what stands at its position when its key is gone', 'acd', 'b', 1, 'c', 1],
    ['falls to the last when there are fewer', 'ab', 'd', 3, 'b', 1],
  ])('%s', (_name, keys, key, at, nowKey, nowAt) => {
    expect(placeAmong(Array.from(keys), { key, at })).toEqual({ key: nowKey, at: nowAt });
  });

  it('is nowhere where there is nothing', () => {
    expect(placeAmong([], { key: 'a', at: 0 })).toBeNull();
  });

  it('is always that of a key that is there, and its own wherever that is there', () => {
    const keys = fc.uniqueArray(fc.constantFrom(...LETTERS), { minLength: 1 });
    fc.assert(
      fc.property(keys, fc.constantFrom(...LETTERS), fc.nat(8), (all, key, at) => {
        const place = placeAmong(all, { key, at });
        expect(all[place?.at ?? -1]).toBe(place?.key);
        expect(all.includes(key) ? place?.key : key).toBe(key);
      }),
    );
  });
});

describe('the keyboard among what is drawn anew', () => {
  let draw: (keys: string) => void;
  let press: (to: number) => void;
  let root: HTMLElement;

  function Bars({ first }: { readonly first: string }) {
    const [keys, setKeys] = useState(Array.from(first));
    const [grid, setGrid] = useState<HTMLElement | null>(null);
    const [cursor, moveTo] = useKeyboardCursor(keys, keys.length - 1);
    const follow = useFocusAtCursor(grid, `[data-at='${String(cursor)}']`);
    draw = (now) => setKeys(Array.from(now));
    press = (to) => {
      moveTo(to);
      follow();
    };
    return (
      <div ref={setGrid}>
        {keys.map((key, at) => (
          <button
            key={key}
            type="button"
            data-at={at}
            tabIndex={at === cursor ? 0 : -1}
            onFocus={() => moveTo(at)}
          >
            {key}
          </button>
        ))}
      </div>
    );
  }

  beforeEach(async () => {
    // What Obsidian adds to nodes.
    Object.defineProperty(Node.prototype, 'doc', { configurable: true, get: () => document });
    root = document.body.appendChild(document.createElement('div'));
    await act(() => render(<Bars first="abcd" />, root));
  });
  afterEach(() => {
    render(null, root);
    document.body.replaceChildren();
  });

  const focused = () => document.activeElement?.textContent;
  const stop = () => root.querySelector('[tabindex="0"]')?.textContent;

  it('is by default at what is first asked for, whatever comes', async () => {
    expect(stop()).toBe('d');
    await act(() => draw('abcde'));
    expect(stop()).toBe('e');
    expect(document.activeElement).toBe(document.body);
  });

  it.each([
    ['something comes in before it', 'zabcd', 'b'],
    ['it is put elsewhere', 'dcba', 'b'],
    ['it goes', 'acd', 'c'],
    ['it goes as something comes in before it', 'zacd', 'a'],
    ['it and all behind it go', 'a', 'a'],
  ])('stays with the cursor when %s', async (_name, keys, at) => {
    await act(() => press(1));
    expect(focused()).toBe('b');
    await act(() => draw(keys));
    expect([focused(), stop()]).toEqual([at, at]);
  });

  it('falls from where the cursor was moved to by what came, not from where it was put', async () => {
    await act(() => press(1));
    await act(() => draw('zabcd'));
    await act(() => draw('zacd'));
    expect(focused()).toBe('c');
  });

  it('is left where it is when it is not among them', async () => {
    await act(() => press(1));
    const other = document.body.appendChild(document.createElement('input'));
    await act(() => other.focus());
    await act(() => draw('acd'));
    expect(document.activeElement).toBe(other);
    expect(stop()).toBe('c');
  });

  it('is not called back later by a key that led nowhere', async () => {
    await act(() => press(3));
    await act(() => press(3));
    const other = document.body.appendChild(document.createElement('input'));
    await act(() => other.focus());
    await act(() => draw('zabcd'));
    expect(document.activeElement).toBe(other);
  });
});

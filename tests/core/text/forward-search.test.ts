import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ForwardSearch } from '../../../src/core/text/forward-search';

describe('where a string comes next', () => {
  it.each([
    [0, 1],
    [1, 1],
    [2, 4],
    [4, 4],
    [5, 6],
    [99, 6],
  ])('from %i on in «a:bc:d» is %d', (from, at) => {
    expect(new ForwardSearch('a:bc:d', ':').next(from)).toBe(at);
  });

  it('is the same whatever was asked before', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ':'), maxLength: 30 }),
        fc.array(fc.nat(32), { maxLength: 20 }),
        (text, offsets) => {
          const search = new ForwardSearch(text, ':');
          for (const from of offsets) {
            const at = text.indexOf(':', from);
            expect(search.next(from)).toBe(at === -1 ? text.length : at);
          }
        },
      ),
    );
  });
});

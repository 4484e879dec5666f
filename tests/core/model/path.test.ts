import { describe, expect, it } from 'vitest';
import { isAtOrBelow, isBelow, movedPath } from '../../../src/core/model/path';

describe('a path', () => {
  it.each([
    ['a/b.md', 'a', true, true],
    ['a/b/c.md', 'a', true, true],
    ['a/b/c.md', 'a/b', true, true],
    ['a', 'a', false, true],
    ['ab/c.md', 'a', false, false],
    ['b/a/c.md', 'a', false, false],
    ['A/b.md', 'a', false, false],
    ['a', 'a/b', false, false],
    ['x/b.md', 'a', false, false],
  ])('%s: below %s, or at it', (path, place, below, at) => {
    expect([isBelow(path, place), isAtOrBelow(path, place)]).toEqual([below, at]);
  });

  it.each([
    ['a.md', 'a.md', 'b.md', 'b.md'],
    ['a/c/d.md', 'a', 'x/y', 'x/y/c/d.md'],
    ['ab/c.md', 'a', 'x', 'ab/c.md'],
  ])('%s, once %s is called %s', (path, from, to, expected) => {
    expect(movedPath(path, from, to)).toBe(expected);
  });
});

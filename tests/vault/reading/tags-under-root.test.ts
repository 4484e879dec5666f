import type { CachedMetadata } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { hasTagUnder } from '../../../src/vault/reading/tags-under-root';

function cacheWith(...tags: readonly string[]): CachedMetadata {
  const position = { start: { line: 0, col: 0, offset: 0 }, end: { line: 0, col: 1, offset: 1 } };
  return { tags: tags.map((tag) => ({ tag, position })) };
}

describe('a note’s tags by the metadata cache', () => {
  it.each([
    ['#question/inward', ['question'], true],
    ['#Question/Inward', ['question'], true],
    ['#question/inward', ['Question'], true],
    ['#QUESTION/inward', ['quesTION'], true],
    ['#ask/inward', ['question', 'ask'], true],
    ['#question', ['question'], false],
    ['#questions/inward', ['question'], false],
    ['#my/question/inward', ['question'], false],
    ['#question/inward', [], false],
  ])('%s is below one of %j: %s', (tag, roots, expected) => {
    expect(hasTagUnder(cacheWith(tag), roots)).toBe(expected);
    expect(hasTagUnder(cacheWith('#other', tag), roots)).toBe(expected);
  });

  it('are none where the cache knows no note, or no tag of it', () => {
    expect(hasTagUnder(null, ['question'])).toBe(false);
    expect(hasTagUnder({}, ['question'])).toBe(false);
  });
});

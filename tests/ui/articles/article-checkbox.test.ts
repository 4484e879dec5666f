import { describe, expect, it, vi } from 'vitest';
import type { ScopeReason } from '../../../src/core/model/scope';
import { tickedAs } from '../../../src/ui/articles/article-checkbox';

vi.mock('obsidian', () => ({ Notice: vi.fn() }));

describe('a note whose checkbox is clicked', () => {
  it.each<[ScopeReason, boolean, boolean, string]>([
    ['in', true, false, 'no-article'],
    ['checkbox-off', true, true, 'article'],
    ['tag-missing-and-checkbox-off', true, true, 'tag-missing'],
    ['tag-missing', true, false, 'neither'],
    ['in', false, true, 'no-article'],
    ['checkbox-off', false, false, 'article'],
    ['tag-missing-and-checkbox-off', false, false, 'tag-missing'],
  ])('was %s, wanted %s, is %s: comes to %s', (reason, checkboxValue, ticked, expected) => {
    const scope = { inScope: reason === 'in', reason };
    expect(tickedAs({ scope }, { checkboxValue }, ticked)).toBe(expected);
  });
});

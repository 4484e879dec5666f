// The page «What follows what» in both languages: its examples are read without a slip, and find what they say.
import { beforeAll, describe, expect, it } from 'vitest';
import { query, type QueryContext } from '../src/core/query';
import { examplesOf, pageOf, sampleVault } from './sample-vault';

const PAGES = ['docs/transitions.md', 'docs/transitions.zh-TW.md'] as const;

let context: QueryContext;

beforeAll(async () => {
  context = await sampleVault();
});

describe.each(PAGES)('%s', (page) => {
  it('has the same examples in each language, and leads to the other', () => {
    expect(examplesOf(page)).toHaveLength(2);
    expect(examplesOf(page)).toEqual(examplesOf(PAGES[0]));
    const other = PAGES.find((each) => each !== page) ?? '';
    expect(pageOf(page)).toContain(`(${other.replace('docs/', '')})`);
  });

  it.each(examplesOf(page))('%s', (lines) => {
    expect(query(lines, context).errors).toEqual([]);
  });
});

// The page «Queries» in both languages: its examples run over the sample vault, and it names all that there is.
import { beforeAll, describe, expect, it } from 'vitest';
import { FIELDS, query, type QueryContext } from '../src/core/query';
import { QUESTION_KINDS } from '../src/core/model/question';
import { IS_VALUES, ASKABLE_FIELDS } from '../src/core/query/language/fields';
import {
  GROUP_FIELDS,
  NOTE_CHOICES,
  PARTS,
  SORT_FIELDS,
  VIEWS,
} from '../src/core/query/language/statement';
import { examplesOf, pageOf, sampleVault } from './sample-vault';

const PAGES = ['docs/queries.md', 'docs/queries.zh-TW.md'] as const;

let context: QueryContext;

beforeAll(async () => {
  context = await sampleVault();
});

describe.each(PAGES)('%s', (page) => {
  it('has examples, the same in each language but for remarks', () => {
    const bare = (lines: string) => lines.replace(/^#.*$/gm, '#');
    expect(examplesOf(page).length).toBeGreaterThan(5);
    expect(examplesOf(page).map(bare)).toEqual(examplesOf(PAGES[0]).map(bare));
  });

  it.each(examplesOf(page))('%s', (lines) => {
    const answer = query(lines, context);
    expect(answer.errors).toEqual([]);
    expect(answer.matched).toBeGreaterThan(0);
    expect(answer.rows.length).toBeGreaterThan(0);
  });

  it('names every field, value, instruction and part', () => {
    const codes = new Set(
      Array.from(pageOf(page).matchAll(/`([^`\n]+)`/g), ([, code = '']) => code).flatMap((code) =>
        code.split(/[\s:]+/),
      ),
    );
    const all = [
      ...FIELDS.filter((field) => field !== 'text'),
      ...QUESTION_KINDS,
      ...IS_VALUES,
      ...ASKABLE_FIELDS,
      ...GROUP_FIELDS,
      ...SORT_FIELDS,
      ...NOTE_CHOICES,
      ...VIEWS,
      ...PARTS,
    ];
    expect(all.filter((word) => !codes.has(word))).toEqual([]);
  });
});

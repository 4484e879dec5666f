import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../core/query/row-engine';
import { DEFAULT_TAXONOMY, type Language } from '../../../src/core/model/taxonomy';
import { stringsFor } from '../../../src/i18n';
import { outlineOf } from '../../../src/ui/dashboard/model/list-outline';
import { GROUP_KEYS, type Grouping } from '../../../src/core/query/arranging/group';
import { note } from './dashboard-notes';

const ROWS = rowsOf(
  [
    note('b.md', [{ text: '為什麼？', tag: 'inward/difference', label: '核心問題' }, '真的嗎？']),
    note('sub/a.md', [{ text: 'Is it enough?', tag: 'outward/limits' }]),
  ],
  { kind: 'vault' },
);

function outline(by: Grouping, language: Language = 'en'): string {
  const words = { taxonomy: DEFAULT_TAXONOMY, language, strings: stringsFor(language) };
  const keyOf = by === 'month' ? () => null : GROUP_KEYS[by];
  return outlineOf(ROWS, {
    by,
    keyOf,
    words,
    linkTo: (path) => `[[${path.replace(/\.md$/, '')}]]`,
  });
}

describe('the list as an outline', () => {
  it('by note leads to each note once, and says the stance in words', () => {
    expect(outline('note')).toBe(
      [
        '## [[b]]',
        '',
        '- 為什麼？ *Digging inward › Fundamental difference*',
        '- 真的嗎？',
        '',
        '## [[sub/a]]',
        '',
        '- Is it enough? *Bridging outward › Test against real limits*',
        '',
      ].join('\n'),
    );
  });

  it('by stage has the stages in their order, the untagged last, each question with its note', () => {
    expect(outline('stage', 'zh-TW')).toBe(
      [
        '## 向內挖掘 › 根本差異',
        '',
        '- 為什麼？ [[b]]',
        '',
        '## 向外架橋 › 挑戰現實限制',
        '',
        '- Is it enough? [[sub/a]]',
        '',
        '## 未標記',
        '',
        '- 真的嗎？ [[b]]',
        '',
      ].join('\n'),
    );
  });

  it('by label names what has none', () => {
    expect(outline('label').match(/^## .*$/gm)).toEqual([
      '## 核心問題',
      `## ${stringsFor('en').dashboard.noLabel}`,
    ]);
  });
});

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
    note('sub/a.md', [
      { text: 'Is it #enough?', tag: 'outward/limits', section: 'Costs', speaker: 'Mara' },
    ]),
  ],
  { kind: 'vault' },
);

function outline(by: Grouping | null, language: Language = 'en'): string {
  const words = { taxonomy: DEFAULT_TAXONOMY, language, strings: stringsFor(language) };
  const keyOf = by === null || by === 'month' ? () => null : GROUP_KEYS[by];
  return outlineOf(ROWS, {
    by,
    keyOf,
    words,
    linkTo: (path, heading = null, shown) => {
      const target = path.replace(/\.md$/, '') + (heading === null ? '' : `#${heading}`);
      return shown === undefined ? `[[${target}]]` : `[[${target}|${shown}]]`;
    },
  });
}

describe('the list as an outline', () => {
  const BY_NOTE = [
    '## [[b]]',
    '',
    '- 為什麼？ *Digging inward › Fundamental difference* · 核心問題 · [[b|line 1]]',
    '- 真的嗎？ · [[b|line 101]]',
    '',
    '## [[sub/a]]',
    '',
    '- Is it \\#enough? *Bridging outward › Test against real limits* · Mara · [[sub/a#Costs|line 1]]',
    '',
  ].join('\n');

  it('by note leads to each note once, says the stance in words, and leads to each place', () => {
    expect(outline('note')).toBe(BY_NOTE);
  });

  it('without groups has its notes for them', () => {
    expect(outline(null)).toBe(BY_NOTE);
  });

  it('by stage has the stages in their order, the untagged last, each question with its note', () => {
    expect(outline('stage', 'zh-TW')).toBe(
      [
        '## 向內挖掘 › 根本差異',
        '',
        '- 為什麼？ · 核心問題 · [[b|b · 第 1 行]]',
        '',
        '## 向外架橋 › 挑戰現實限制',
        '',
        '- Is it \\#enough? · Mara · [[sub/a#Costs|a · 第 1 行]]',
        '',
        '## 未標記',
        '',
        '- 真的嗎？ · [[b|b · 第 101 行]]',
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

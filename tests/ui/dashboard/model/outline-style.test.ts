import { describe, expect, it } from 'vitest';
import { writeRows } from '../../../../src/core/export';
import { PathMap } from '../../../../src/core/index/path-list';
import type { NoteEntry } from '../../../../src/core/index/question-index';
import { DEFAULT_TAXONOMY, type Language } from '../../../../src/core/model/taxonomy';
import { ColumnStore, type GroupField, query } from '../../../../src/core/query';
import { stringsFor } from '../../../../src/i18n';
import { outlineStyle } from '../../../../src/ui/dashboard/model/outline-style';
import { note } from '../../../core/query/note-sketch';

const NOTES = new PathMap<NoteEntry>();
NOTES.set(
  note('b.md', [{ text: '為什麼？', tag: 'inward/difference', label: '核心問題' }, '真的嗎？']),
);
NOTES.set(
  note('sub/a.md', [
    { text: 'Is it #enough?', tag: 'outward/limits', section: 'Costs', speaker: 'Mara' },
  ]),
);

function outline(by: GroupField | null, language: Language = 'en'): string {
  const taxonomies = [DEFAULT_TAXONOMY];
  const { groups, rows } = query(by === null ? '' : `group by ${by}`, {
    entries: NOTES.snapshot(),
    store: new ColumnStore(),
    taxonomies,
    kinds: ['body'],
    today: '2026-01-01',
    notes: { kind: 'vault' },
  });
  const words = { taxonomy: DEFAULT_TAXONOMY, language, strings: stringsFor(language) };
  const style = outlineStyle(words, (path, heading = null, shown) => {
    const target = path.replace(/\.md$/, '') + (heading === null ? '' : `#${heading}`);
    return shown === undefined ? `[[${target}]]` : `[[${target}|${shown}]]`;
  });
  return [...writeRows('md', rows, { taxonomies, groups, outline: style })].join('');
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

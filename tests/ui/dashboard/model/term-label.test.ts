import { describe, expect, it } from 'vitest';
import { parseFilter, type Term } from '../../../../src/core/query';
import { DEFAULT_TAXONOMY, type Language } from '../../../../src/core/model/taxonomy';
import { stringsFor } from '../../../../src/i18n';
import { emptinessOf, type ListSituation } from '../../../../src/ui/dashboard/model/emptiness';
import { stagePaths, stagesAskedBy } from '../../../../src/ui/dashboard/model/stage-path';
import {
  conditionLabel,
  findableText,
  termLabel,
} from '../../../../src/ui/dashboard/model/term-label';
import { note } from '../../../core/query/note-sketch';

function said(by: typeof termLabel, term: string, language: Language): string {
  const [field = '', ...rest] = term.split(':');
  const words = { taxonomy: DEFAULT_TAXONOMY, language, strings: stringsFor(language) };
  return by({ field: field as Term['field'], value: rest.join(':') }, words);
}

describe('a filter term on its chip', () => {
  it.each<[string, Language, string]>([
    ['stance:outward', 'en', 'Bridging outward'],
    ['stage:outward/limits', 'zh-TW', '向外架橋 › 挑戰現實限制'],
    ['stage:outward/', 'zh-TW', '向外架橋 › 未分階段'],
    ['stage:limits', 'en', 'Stage: limits'],
    ['stage:sideways/up', 'en', 'sideways/up'],
    ['stage:inward/gone', 'zh', '向内挖掘 › gone'],
    ['stance:skip', 'zh', '不是问题'],
    ['is:untagged', 'en', 'Untagged'],
    ['is:tagged', 'zh-TW', '已標記'],
    ['is:conflict', 'en', 'Several tags'],
    ['label:算力瓶頸', 'zh-TW', '小標：算力瓶頸'],
    ['label:', 'en', 'Label: No label'],
    ['speaker:Lex: host', 'en', 'Speaker: Lex: host'],
    ['note:a/b/研究.md', 'zh', '笔记：研究'],
    ['after:inward/anomaly', 'en', 'After: Digging inward › Observed anomaly'],
    [
      'after:inward/anomaly within section',
      'en',
      'After: Digging inward › Observed anomaly, in the same section',
    ],
    ['after:inward/anomaly within run', 'zh-TW', '接在後面：向內挖掘 › 觀察異常（同一位提問者）'],
    ['folder:a/b', 'en', 'Folder: a/b'],
    ['folder:/', 'en', 'Folder: Top level of the vault'],
    ['text:算力', 'zh-TW', '「算力」'],
    ['text:GPU', 'en', '“GPU”'],
  ])('%s in %s is «%s»', (term, language, expected) => {
    expect(said(termLabel, term, language)).toBe(expected);
  });
});

describe('a condition on its chip', () => {
  it.each<[words: string, Language, ...labels: string[]]>([
    ['date:2025-04', 'en', 'Date: 2025-04'],
    ['(date:2025-Q2) date:2025-05', 'en', 'Date: 2025-Q2', 'Date: 2025-05'],
    ['(date:2025-Q2) date:2025-05', 'zh-TW', '日期：2025-Q2', '日期：2025-05'],
    ['(stance:inward) stance:outward', 'en', 'Digging inward', 'Bridging outward'],
    ['-label:a', 'en', 'not Label: a'],
    ['(date:2025 OR date:2026)', 'en', '(date:2025 OR date:2026)'],
    ['(label:a tag:b) label:c', 'en', '(label:a tag:b)', 'Label: c'],
  ])('%s in %s', (text, language, ...labels) => {
    const words = { taxonomy: DEFAULT_TAXONOMY, language, strings: stringsFor(language) };
    const said = parseFilter(text).filter.map((each) => conditionLabel(each, words));
    expect(said).toEqual(labels);
  });
});

describe('a filter term in the picker', () => {
  it.each<[string, Language, string]>([
    ['stance:outward', 'en', 'Stance Bridging outward 立場 向外架橋 立场 向外架桥'],
    ['stance:outward', 'zh-TW', '立場 向外架橋 Stance Bridging outward 立场 向外架桥'],
    ['is:tagged', 'zh', '标记 已标记 Tag Tagged 標記 已標記'],
    ['folder:a/b', 'zh-TW', '資料夾 a/b Folder 文件夹'],
    ['note:a/b/研究.md', 'zh', '笔记 a/b/研究.md'],
    ['speaker:Ilya', 'zh', '发言者 Ilya'],
  ])('%s in %s is found in «%s»', (term, language, expected) => {
    expect(said(findableText, term, language)).toBe(expected);
  });
});

describe('an empty list', () => {
  const full: ListSituation = {
    notes: 'articles',
    hasNote: true,
    phase: 'ready',
    hasArticles: true,
    listed: 5,
    shown: 5,
  };
  it.each<[string, Partial<ListSituation>, ReturnType<typeof emptinessOf>]>([
    ['is none where something is shown', {}, null],
    ['is none while indexing where something is shown', { phase: 'indexing' }, null],
    ['fits no filter', { shown: 0 }, { kind: 'no-match', hidden: 5 }],
    ['is still being read', { shown: 0, listed: 0, phase: 'indexing' }, { kind: 'indexing' }],
    [
      'is still being read before the first pass',
      { shown: 0, listed: 0, phase: 'idle', hasArticles: false },
      { kind: 'indexing' },
    ],
    ['has no articles', { shown: 0, listed: 0, hasArticles: false }, { kind: 'no-articles' }],
    [
      'has articles that ask nothing',
      { shown: 0, listed: 0 },
      { kind: 'no-questions', notes: 'articles' },
    ],
    [
      'has no note, whatever else',
      { notes: 'note', hasNote: false, shown: 0, listed: 0, phase: 'indexing' },
      { kind: 'no-note' },
    ],
    [
      'is a vault that asks nothing',
      { notes: 'vault', shown: 0, listed: 0, hasArticles: false },
      { kind: 'no-questions', notes: 'vault' },
    ],
  ])('%s', (_name, change, expected) => {
    expect(emptinessOf({ ...full, ...change })).toEqual(expected);
  });
});

describe('the path of a note', () => {
  it('counts every stage of the taxonomy in order, the missing ones as none', () => {
    const entry = note('a.md', [
      { text: 'a?', tag: 'outward/limits' },
      { text: 'b?', tag: 'outward/limits' },
      { text: 'c?', tag: 'inward/anomaly' },
      { text: 'd?', tag: 'inward' },
      { text: 'e?', tag: 'sideways/up' },
      'f?',
    ]);
    const drawn = stagePaths(stagesAskedBy(entry), DEFAULT_TAXONOMY).map(({ stance, stages }) =>
      [stance.id, ...stages.map(({ count }) => count)].join(' '),
    );
    expect(drawn).toEqual(['inward 1 0 0', 'outward 0 0 2 0']);
  });
});

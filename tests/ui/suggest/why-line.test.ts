import { describe, expect, it } from 'vitest';
import { DEFAULT_TAXONOMY, type Language } from '../../../src/core/model/taxonomy';
import type { Why } from '../../../src/core/suggest/opinion';
import { stringsFor } from '../../../src/i18n';
import { whyLine, whyLines } from '../../../src/ui/suggest/why-line';

const DIFFERENCE = { stance: 'inward', stage: 'difference' };

const wordsIn = (language: Language) => ({
  taxonomy: DEFAULT_TAXONOMY,
  language,
  strings: stringsFor(language),
});

const LANGUAGES: readonly Language[] = ['en', 'zh-TW', 'zh'];

type Case = readonly [what: string, why: Why, en: string, zhTw: string, zh: string];

const label = { source: 'label', name: '核心問題', where: 'note' } as const;
const same = { source: 'same', text: 'Why is it so?', isExact: true } as const;

const ALONE: readonly Case[] = [
  [
    'a label in the note',
    { ...label, times: 12, of: 14 },
    '12 of 14 under “核心問題” in this note',
    '這篇筆記裡，小標「核心問題」下的 14 題中有 12 題',
    '这篇笔记里，小标题“核心問題”下的 14 题中有 12 题',
  ],
  [
    'a heading in other notes',
    { source: 'section', name: 'Costs', where: 'elsewhere', times: 3, of: 1204 },
    '3 of 1,204 below the heading “Costs” in other notes',
    '其他筆記裡，章節「Costs」裡的 1,204 題中有 3 題',
    '其他笔记里，章节“Costs”里的 1,204 题中有 3 题',
  ],
  [
    'an asker of one question',
    { source: 'asker', name: 'Anna', where: 'note', times: 1, of: 1 },
    'The only one asked by Anna in this note',
    '這篇筆記裡，由Anna提問的唯一的一題',
    '这篇笔记里，由Anna提问的唯一一题',
  ],
  [
    'the stage before',
    { source: 'before', isInGroup: false, stage: 'inward/anomaly', times: 5, of: 7 },
    '5 of 7 after Observed anomaly',
    '接在「觀察異常」後面的 7 題中有 5 題',
    '接在“观察异常”后面的 7 题中有 5 题',
  ],
  [
    'the stage before in its group',
    { source: 'before', isInGroup: true, stage: 'inward/anomaly', times: 5, of: 7 },
    'Right after Observed anomaly: 5 of 7',
    '同一組裡緊接「觀察異常」的 7 題中有 5 題',
    '同一组里紧接“观察异常”的 7 题中有 5 题',
  ],
  [
    'a stage before that the taxonomy has no more',
    { source: 'before', isInGroup: false, stage: 'inward/gone', times: 1, of: 1 },
    'The only one after gone',
    '接在「gone」後面的唯一的一題',
    '接在“gone”后面的唯一一题',
  ],
  [
    'the same question, tagged once',
    { ...same, times: 1, of: 1 },
    'The same question elsewhere',
    '別處同樣的問題',
    '别处同样的问题',
  ],
  [
    'nearly the same question, tagged once',
    { ...same, isExact: false, times: 1, of: 1 },
    'Like “Why is it so?”',
    '類似「Why is it so?」',
    '类似“Why is it so?”',
  ],
  ['the wording', { source: 'wording' }, 'How it is worded', '從用詞來看', '从用词来看'],
  [
    'the user’s own words',
    { source: 'own', of: 230 },
    'The words of your 230 tagged questions',
    '你標記過的 230 題的用詞',
    '你标记过的 230 题的用词',
  ],
];

const WITH_STAGE: readonly Case[] = [
  [
    'a label in the note',
    { ...label, times: 12, of: 14 },
    '12 of 14 under “核心問題” in this note were Fundamental difference',
    '這篇筆記裡，小標「核心問題」下的 14 題中有 12 題是「根本差異」',
    '这篇笔记里，小标题“核心問題”下的 14 题中有 12 题是“根本差异”',
  ],
  [
    'the only one under a label',
    { ...label, times: 1, of: 1 },
    'The only one under “核心問題” in this note was Fundamental difference',
    '這篇筆記裡，小標「核心問題」下的唯一的一題是「根本差異」',
    '这篇笔记里，小标题“核心問題”下的唯一一题是“根本差异”',
  ],
  [
    'the stage before in its group',
    { source: 'before', isInGroup: true, stage: 'inward/anomaly', times: 1, of: 7 },
    'Right after Observed anomaly: 1 of 7 was Fundamental difference',
    '同一組裡緊接「觀察異常」的 7 題中有 1 題是「根本差異」',
    '同一组里紧接“观察异常”的 7 题中有 1 题是“根本差异”',
  ],
  [
    'the same question, tagged several times',
    { ...same, times: 3, of: 4 },
    'The same question elsewhere: 3 of 4 were Fundamental difference',
    '別處同樣的問題 4 題中有 3 題是「根本差異」',
    '别处同样的问题 4 题中有 3 题是“根本差异”',
  ],
  [
    'nearly the same question, tagged once',
    { ...same, isExact: false, times: 1, of: 1 },
    'Like “Why is it so?”, which was Fundamental difference',
    '類似「Why is it so?」，那一題是「根本差異」',
    '类似“Why is it so?”，那一题是“根本差异”',
  ],
  [
    'nearly the same questions',
    { ...same, isExact: false, times: 3, of: 4 },
    'Like “Why is it so?”: 3 of 4 were Fundamental difference',
    '類似「Why is it so?」：這類問題 4 題中有 3 題是「根本差異」',
    '类似“Why is it so?”：这类问题 4 题中有 3 题是“根本差异”',
  ],
];

describe('what speaks for a proposal', () => {
  it.each(ALONE)('is said beside its stage: %s', (_, why, ...lines) => {
    expect(LANGUAGES.map((language) => whyLine(why, wordsIn(language)))).toEqual(lines);
  });

  it.each(WITH_STAGE)('is said with its stage: %s', (_, why, ...lines) => {
    expect(LANGUAGES.map((language) => whyLine(why, wordsIn(language), DIFFERENCE))).toEqual(lines);
  });

  it('quotes no more of a long question than it can be known by', () => {
    const text = `${'How often '.repeat(9)}is it so?`;
    const why: Why = { source: 'same', text, isExact: false, times: 1, of: 1 };
    const quoted = 'How often How often How often How often…';
    expect(whyLine(why, wordsIn('en'))).toBe(`Like “${quoted}”`);
  });

  it('is a line for each source, or that nothing speaks for it', () => {
    const proposal = { mark: DIFFERENCE, probability: 0.5, lead: null };
    const whys: readonly Why[] = [{ source: 'wording' }, { source: 'own', of: 120 }];
    expect(whyLines({ ...proposal, whys }, wordsIn('en'))).toEqual([
      'How it is worded',
      'The words of your 120 tagged questions',
    ]);
    expect(whyLines({ ...proposal, whys: [] }, wordsIn('en'))).toEqual([
      'Nothing speaks for it but how usual it is',
    ]);
  });
});

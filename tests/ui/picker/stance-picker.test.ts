import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { sameMark } from '../../../src/core/model/mark';
import { DEFAULT_TAXONOMY, type Language } from '../../../src/core/model/taxonomy';
import { stringsFor } from '../../../src/i18n';
import { chosenByDigits, pickKeys, pickedByDigits } from '../../../src/ui/picker/pick-keys';
import {
  currentFirst,
  currentMarks,
  isCurrent,
  namesOf,
  pickableMarks,
  type PickableMark,
} from '../../../src/ui/picker/pickable-marks';
import { suggestedFirst, withSuggested } from '../../../src/ui/picker/suggested-first';
import { value } from '../tag-modal/tag-modal-questions';

const offered = (language: Language, canClear = false) =>
  pickableMarks(DEFAULT_TAXONOMY, language, stringsFor(language), canClear);

describe('the picker', () => {
  it('offers every stage, every bare stance and «not a question», in the order of the taxonomy', () => {
    expect(offered('en').map(({ name }) => name)).toEqual([
      'Digging inward › Observed anomaly',
      'Digging inward › Fundamental difference',
      'Digging inward › New direction',
      'Digging inward',
      'Bridging outward › Clarify the definition',
      'Bridging outward › Build an analogy',
      'Bridging outward › Test against real limits',
      'Bridging outward › Ultimate philosophy',
      'Bridging outward',
      'Not a question',
    ]);
  });

  it('knows the tag of its own root, behind or before those of others', () => {
    const roots = ['bloom', 'question'];
    const text =
      'A? #bloom/apply #question/inward\n\nB? #question/outward #bloom/apply\n\nC? #bloom/apply\n';
    const marks = currentMarks(extractQuestions(text, { roots }), 'question');
    expect(marks.map((mark) => mark?.stance ?? null)).toEqual(['inward', 'outward', null]);
  });

  it('offers to clear only where there is a tag', () => {
    expect(offered('en', true).filter(({ value: of }) => of === null)).toHaveLength(1);
    expect(offered('en').filter(({ value: of }) => of === null)).toHaveLength(0);
  });

  it.each([
    [
      'zh-TW',
      '向外架橋 › 挑戰現實限制',
      '面對資金、算力、時間與對手，它怎麼站得住？',
      '向外架桥 › 挑战现实限制',
    ],
    [
      'zh',
      '向外架桥 › 挑战现实限制',
      '面对资金、算力、时间与对手，它怎么站得住？',
      '向外架橋 › 挑戰現實限制',
    ],
  ] as const)(
    'names a choice in %s, says what it asks, and knows its other names',
    (language, name, asks, other) => {
      const item = offered(language).find(({ value: of }) => of?.stage === 'limits');
      expect(item).toEqual({
        value: value('outward/limits'),
        name,
        asks,
        others: ['Bridging outward › Test against real limits', other],
      });
    },
  );

  describe.each(['en', 'zh-TW', 'zh'] as const)('in an interface in %s', (language) => {
    it.each([
      ['outward/analogy', '建立類比'],
      ['outward/analogy', '建立类比'],
      ['outward/analogy', 'Build an analogy'],
      ['inward', '向內挖掘'],
      ['inward', '向内挖掘'],
      ['skip', '不是問題'],
      ['skip', '不是问题'],
      ['skip', 'Not a question'],
    ])('finds %s by “%s”', (path, words) => {
      const item = offered(language).find(({ value: of }) => sameMark(of, value(path)));
      expect(item && namesOf(item)).toContain(words);
    });
  });

  it('has names that are the same in several languages once', () => {
    const label = { en: 'Digging', 'zh-TW': '挖掘', zh: '挖掘' };
    const taxonomy = { stances: [{ id: 'a', label, color: 'red', stages: [] }] } as const;
    const [item] = pickableMarks(taxonomy, 'zh', stringsFor('zh'), false);
    expect(item && namesOf(item)).toBe('挖掘 Digging');
  });

  it('does not repeat the name in English', () => {
    const item = offered('en', true).find(({ value: of }) => of?.stage === 'limits');
    expect(item?.others).toEqual(['向外架橋 › 挑戰現實限制', '向外架桥 › 挑战现实限制']);
  });

  it('says what a stage of the user’s own asks as it was typed, and nothing of a bare stance', () => {
    const label = { en: 'Own' };
    const stages = [
      { id: 'b', label, asks: { en: 'Anything new?' } },
      { id: 'c', label, asks: { en: '' } },
    ];
    const taxonomy = { stances: [{ id: 'a', label, color: 'red', stages }] } as const;
    const items = pickableMarks(taxonomy, 'zh', stringsFor('zh'), true);
    expect(items.map(({ asks }) => asks)).toEqual(['Anything new?', '', '', '', '']);
  });

  it.each([
    ['the tag that all have', ['inward/direction', 'inward/direction'], true],
    ['not one that only some have', ['inward/direction', 'inward'], false],
    ['not where one has none', ['inward/direction', null], false],
    ['nothing for no questions', [], false],
  ])('marks as current %s', (_, marks, expected) => {
    const item = offered('en').find(({ value: of }) => of?.stage === 'direction');
    const given = marks.map((path) => (path === null ? null : value(path)));
    expect(item && isCurrent(item, given)).toBe(expected);
  });

  it('begins with the current tag, whose entry Enter chooses', () => {
    const all = offered('en', true);
    const direction = value('inward/direction');
    const names = currentFirst(all, [direction]).map(({ name }) => name);
    expect(names[0]).toBe('Digging inward › New direction');
    expect(names.slice().sort()).toEqual(
      all
        .map(({ name }) => name)
        .slice()
        .sort(),
    );
    expect(currentFirst(all, [direction, null])).toEqual(all);
  });

  it('never marks clearing as current', () => {
    const clear = offered('en', true).find(({ value: of }) => of === null);
    expect(clear && isCurrent(clear, [null])).toBe(false);
  });
});

describe('digits in the picker', () => {
  const items = offered('zh-TW', true);
  const names = (typed: string) =>
    pickedByDigits(items, DEFAULT_TAXONOMY, typed)?.map(({ name }) => name);

  it.each([
    ['1', ['向內挖掘', '向內挖掘 › 觀察異常', '向內挖掘 › 根本差異', '向內挖掘 › 新研究方向']],
    ['１', ['向內挖掘', '向內挖掘 › 觀察異常', '向內挖掘 › 根本差異', '向內挖掘 › 新研究方向']],
    ['23', ['向外架橋 › 挑戰現實限制']],
    ['3', []],
    ['19', []],
    ['', undefined],
    ['1a', undefined],
  ])('“%s” leaves %j', (typed, expected) => {
    expect(names(typed)).toEqual(expected);
  });

  it.each([
    ['12', 'inward/difference'],
    ['２４', 'outward/philosophy'],
    ['20', 'outward'],
  ])('“%s” chooses %s', (typed, path) => {
    expect(chosenByDigits(items, DEFAULT_TAXONOMY, typed)?.value).toEqual(value(path));
  });

  it.each(['1', '19', '121', 'x'])('“%s” chooses nothing yet', (typed) => {
    expect(chosenByDigits(items, DEFAULT_TAXONOMY, typed)).toBeNull();
  });

  it('reach the first nine stances and stages; all of them are offered', () => {
    const label = { en: 'A name' };
    const ids = Array.from({ length: 11 }, (_, at) => `t${String.fromCharCode(97 + at)}`);
    const stages = ids.map((id) => ({ id, label, asks: label }));
    const taxonomy = { stances: ids.map((id) => ({ id, label, color: 'red' as const, stages })) };
    const all = pickableMarks(taxonomy, 'en', stringsFor('en'), false);
    const ofStances = all.filter((item) => item.value !== null && item.value.stance !== 'skip');
    expect(ofStances).toHaveLength(11 * 12);
    expect(ofStances.filter((item) => pickKeys(item, taxonomy) !== null)).toHaveLength(9 * 10);
    const keysOf = (stance: string, stage: string | null) =>
      pickKeys({ value: { stance, stage } }, taxonomy);
    expect([keysOf('ti', 'ti'), keysOf('ti', null)]).toEqual(['99', '90']);
    expect([keysOf('ti', 'tj'), keysOf('tj', null), keysOf('tk', 'ta')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('find a name that has them in it, and then choose nothing at once', () => {
    const same = (text: string) => ({ en: text, 'zh-TW': text, zh: text });
    const stages = [
      { id: 'a', label: same('Now'), asks: same('?') },
      { id: 'b', label: same('Plan 11'), asks: same('?') },
    ];
    const taxonomy = { stances: [{ id: 's', label: same('S'), color: 'red', stages }] } as const;
    const all = pickableMarks(taxonomy, 'en', stringsFor('en'), false);
    expect(pickedByDigits(all, taxonomy, '11')?.map(({ name }) => name)).toEqual([
      'S › Now',
      'S › Plan 11',
    ]);
    expect(chosenByDigits(all, taxonomy, '11')).toBeNull();
  });
});

describe('what is suggested in the picker', () => {
  const words = { taxonomy: DEFAULT_TAXONOMY, language: 'en', strings: stringsFor('en') } as const;
  const label = { source: 'label', name: 'Core', where: 'note', times: 3, of: 4 } as const;
  const proposals = [
    { mark: value('outward/limits'), probability: 0.6, whys: [label], lead: 'label' },
    { mark: value('inward/anomaly'), probability: 0.2, whys: [], lead: null },
  ] as const;
  const stages = (items: readonly PickableMark[]) => items.map(({ value: of }) => of?.stage);

  it('comes first, the likeliest before the others, and the rest stays as it is', () => {
    const items = offered('en');
    const found = suggestedFirst(items, proposals);
    expect(stages(found).slice(0, 4)).toEqual(['limits', 'anomaly', 'difference', 'direction']);
    expect(found).toHaveLength(items.length);
    expect(suggestedFirst(items, [])).toEqual(items);
  });

  it('stands behind what the question has already', () => {
    const found = currentFirst(suggestedFirst(offered('en'), proposals), [value('outward')]);
    expect(stages(found).slice(0, 3)).toEqual([null, 'limits', 'anomaly']);
  });

  it('says so, and why, where it is offered', () => {
    const found = withSuggested(offered('en'), proposals, words);
    expect(stages(found)).toEqual(stages(offered('en')));
    expect(
      found.flatMap(({ value: of, suggested }) => (suggested ? [[of?.stage, suggested]] : [])),
    ).toEqual([
      ['anomaly', { word: 'suggested', why: 'Nothing speaks for it but how usual it is' }],
      [
        'limits',
        {
          word: 'suggested',
          why: '3 of 4 under “Core” in this note were Test against real limits',
        },
      ],
    ]);
  });

  it('is not offered where the taxonomy has it no more', () => {
    const gone = [{ ...proposals[0], mark: value('outward/gone') }];
    const items = offered('en');
    expect(suggestedFirst(withSuggested(items, gone, words), gone)).toEqual(items);
  });
});

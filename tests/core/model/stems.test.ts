import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { GAP, stemSource, stemText } from '../../../src/core/text/gap';
import { MOST_STEMS, shippedStems, stemsIn, stemsOf } from '../../../src/core/model/stems';
import { markOfKey } from '../../../src/core/model/stage-key';
import {
  DEFAULT_TAXONOMY,
  LANGUAGES,
  stageKeysOf,
  type Stems,
  type Taxonomy,
} from '../../../src/core/model/taxonomy';

const KEYS = stageKeysOf(DEFAULT_TAXONOMY);
const EACH = KEYS.flatMap((key) =>
  LANGUAGES.flatMap((language) =>
    shippedStems(markOfKey(key), language).map((stem) => [key, language, stem] as const),
  ),
);

function withStems(stems: Stems): Taxonomy {
  const [inward, ...others] = DEFAULT_TAXONOMY.stances;
  const stages = (inward?.stages ?? []).map((stage) => ({ ...stage, stems }));
  return { ...DEFAULT_TAXONOMY, stances: [...(inward ? [{ ...inward, stages }] : []), ...others] };
}

describe('the stems that ship', () => {
  it('are five for each stage in each language, no two alike', () => {
    for (const key of KEYS) {
      for (const language of LANGUAGES)
        expect(shippedStems(markOfKey(key), language)).toHaveLength(5);
    }
    expect(new Set(EACH.map(([, language, stem]) => `${language} ${stem}`)).size).toBe(EACH.length);
    expect(EACH).toHaveLength(7 * 3 * 5);
  });

  it.each(EACH)('%s %s: %s is read as one question with its tag', (key, _, stem) => {
    const text = stemText(stem);
    expect(stemSource(text)).toBe(stem);
    const questions = extractQuestions(`Before it.\n\n${text} #question/${key}\n\nBehind it.\n`);
    expect(questions.map((question) => [question.text, question.kind])).toEqual([[text, 'body']]);
    expect(questions[0]?.marks).toMatchObject([markOfKey(key)]);
    expect(questions[0]?.label).toBeNull();
  });

  it.each(EACH)(
    '%s %s: %s holds a gap in the sign of gaps alone, and ends as its language does',
    (_, language, stem) => {
      expect(stemText(stem)).not.toMatch(/[_＿]/);
      expect(stem).toMatch(language === 'en' ? /[a-z_]\?$/ : /[^ ]？$/);
      if (language !== 'en') expect(stem).not.toMatch(/[ ?,]/);
    },
  );

  it('hold a gap in three of five at least', () => {
    for (const key of KEYS) {
      for (const language of LANGUAGES) {
        const gaps = shippedStems(markOfKey(key), language).filter((stem) =>
          stemText(stem).includes(GAP),
        );
        expect(gaps.length, `${key} ${language}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

describe('a stage’s stems', () => {
  const anomaly = markOfKey('inward/anomaly');

  it('are those that ship until they are edited, a language at a time', () => {
    const edited = withStems({ 'zh-TW': ['怎麼會__？'] });
    expect(stemsOf(edited, anomaly, 'zh-TW')).toEqual(['怎麼會__？']);
    expect(stemsOf(edited, anomaly, 'en')).toEqual(shippedStems(anomaly, 'en'));
    expect(stemsOf(withStems({ en: [] }), anomaly, 'en')).toEqual([]);
  });

  it('of the user’s own stage are English ones where the language has none', () => {
    const own: Taxonomy = {
      ...DEFAULT_TAXONOMY,
      stances: [
        {
          id: 'own',
          label: { en: 'Own' },
          color: 'green',
          stages: [
            { id: 'one', label: { en: 'One' }, asks: { en: '' }, stems: { en: ['So __?'] } },
          ],
        },
      ],
    };
    expect(stemsOf(own, markOfKey('own/one'), 'zh')).toEqual(['So __?']);
    expect(stemsOf(own, markOfKey('own/two'), 'zh')).toEqual([]);
    expect(stemsOf(own, markOfKey('gone/one'), 'en')).toEqual([]);
  });

  it('are read from lines as they are typed: each once, none empty, no more than there are digits', () => {
    expect(stemsIn(` What if ___?\n\nWhat if ${GAP}?\nWhy? \n`)).toEqual(['What if __?', 'Why?']);
    const many = Array.from({ length: MOST_STEMS + 3 }, (_, at) => `Why ${at}?`);
    expect(stemsIn(many.join('\n'))).toEqual(many.slice(0, MOST_STEMS));
  });
});

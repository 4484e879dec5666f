// How transitions read: names, figures and tips, the text and the picture that are taken elsewhere.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TAXONOMY, type Language } from '../../../../../src/core/model/taxonomy';
import { countTransitions } from '../../../../../src/core/query';
import { stringsFor } from '../../../../../src/i18n';
import type { PictureLook } from '../../../../../src/ui/dashboard/model/drawing';
import { mapPicture } from '../../../../../src/ui/dashboard/model/transitions/map-picture';
import {
  differenceText,
  mapLinks,
  mapPaths,
  pairTip,
  sentencesOf,
  type ShownTransitions,
  shownTransitions,
  transitionsAsMarkdown,
  transitionsAsTsv,
} from '../../../../../src/ui/dashboard/model/transitions/shown-transitions';
import { resultOf } from '../../../../core/query/comparing/compared';
import { note, type Asked } from '../../../../core/query/note-sketch';

const STAGES: Readonly<Record<string, string>> = {
  A: 'inward/anomaly',
  D: 'inward/difference',
  L: 'outward/limits',
  o: 'outward',
  x: 'sideways/up',
};

function shownOf(letters: string, language: Language = 'en', taxonomy = DEFAULT_TAXONOMY) {
  const asked = Array.from(letters, (letter): Asked => ({ text: '?', tag: STAGES[letter] ?? '' }));
  const { chunks } = resultOf([note('a.md', asked)]);
  const words = { taxonomy, language, strings: stringsFor(language) };
  return shownTransitions(countTransitions(chunks, 'note', taxonomy), words);
}

const tips = (shown: ShownTransitions) => shown.pairs.map((pair) => pairTip(shown, pair));

describe('a pair', () => {
  // A→D 12 of 23 steps, D→A 11.
  const turns = shownOf('AD'.repeat(12));

  it('says how often it is, how often it would be, and what that tells', () => {
    expect(new Set(tips(turns))).toEqual(
      new Set([
        'Observed anomaly → Fundamental difference\n12 of the 12 steps from there\nIf what came before made no difference: about 6.3\nClearly more often\nPress to list these questions',
        'Fundamental difference → Observed anomaly\n11 of the 11 steps from there\nIf what came before made no difference: about 5.3\nClearly more often\nPress to list these questions',
        'Observed anomaly ↻ stays\nNever seen\nIf what came before made no difference: about 5.7\nClearly less often',
        'Fundamental difference ↻ stays\nNever seen\nIf what came before made no difference: about 5.7\nClearly less often',
      ]),
    );
    expect(tips(shownOf('AAL'))).toContain(
      'Observed anomaly → Test against real limits\n1 of the 2 steps from there\nIf what came before made no difference: about 1 (too few to judge)\nPress to list these questions',
    );
    expect(tips(shownOf('AAL', 'zh-TW'))[0]).toBe(
      '觀察異常 ↻ 停留\n從這裡出發的 2 步中有 1 步\n如果前一題沒有影響，大約 1 步（太少，無法判斷）\n點一下列出這些問題',
    );
  });

  it.each([
    [{ count: 12, expected: 6.26, leaning: 1 }, '▲ +5.7'],
    [{ count: 0, expected: 5.74, leaning: -1 }, '▼ −5.7'],
    [{ count: 3, expected: 3.04, leaning: 0 }, '+0'],
    [{ count: 3, expected: 3.06, leaning: 0 }, '−0.1'],
    [{ count: 2000, expected: 5, leaning: 0 }, '+1,995'],
  ] as const)('of %o differs by «%s»', (figures, text) => {
    const pair = { from: 0, to: 1, isJudged: true, ...figures };
    expect(differenceText(turns, pair)).toBe(text);
  });

  it('without a stage is named with its stance, and stands in the table alone', () => {
    const shown = shownOf('oLoL');
    expect(tips(shown)[0]).toMatch(/^Bridging outward › no stage → Test against real limits\n/);
    expect(mapPaths(shown).map((path) => path.length)).toEqual([3, 4]);
    expect(mapLinks(shown)).toEqual([]);
  });
});

describe('the map', () => {
  it('may draw every pair that is seen, the strongest first, and what is clearly missing', () => {
    const shown = shownOf('AD'.repeat(12));
    expect(mapLinks(shown).map(({ from, to, label }) => [from, to, label])).toEqual([
      [0, 1, '▲12'],
      [1, 0, '▲11'],
      [0, 0, '▼0'],
      [1, 1, '▼0'],
    ]);
  });

  it('is of stances that have stages', () => {
    const [inward, outward] = DEFAULT_TAXONOMY.stances;
    const stances = inward && outward ? [{ ...inward, stages: [] }, outward] : [];
    expect(mapPaths(shownOf('LL', 'en', { ...DEFAULT_TAXONOMY, stances }))).toHaveLength(1);
  });
});

it('what stands below says every question, and what the map leaves out', () => {
  const shown = shownOf('AALxL');
  const drawn = mapLinks(shown).map((link) => ({ link }));
  expect(sentencesOf(shown, drawn)).toMatch(
    /^4 tagged questions: 2 steps\. Before 1 nothing was asked there\. Not counted: 2 questions with a tag of no stage, or right after one\. What can be judged /,
  );
  expect(sentencesOf(shown, drawn.slice(1))).toContain(
    'The map shows 1 of 2 pairs, 1 of 2 steps; the table has all.',
  );
  expect(sentencesOf(shownOf('AAL', 'zh'), [])).toMatch(
    /^3 个已标记的问题，共 2 步。其中 1 题之前没有问过别的。图上是/,
  );
});

describe('as text', () => {
  it('is Markdown as it is shown', () => {
    expect(transitionsAsMarkdown(shownOf('AAL', 'zh-TW')).split('\n')).toEqual([
      '| 從 | 到 | 次數 | 期望 | 差 |',
      '| --- | --- | --: | --: | --: |',
      '| 觀察異常 | 觀察異常 | 1 | 1 | \\+0 少 |',
      '| 觀察異常 | 挑戰現實限制 | 1 | 1 | \\+0 少 |',
      '| 全部 |  | 2 |  |  |',
      '',
    ]);
  });

  it('is TSV of numbers to reckon with', () => {
    const lines = transitionsAsTsv(shownOf('AD'.repeat(12))).split('\n');
    expect(lines[0]).toBe('From\tto\tSteps\tExpected\tDifference');
    expect(lines).toContain('Observed anomaly\tFundamental difference\t12\t6.3\t5.7');
    expect(lines).toContain('Observed anomaly\tObserved anomaly\t0\t5.7\t-5.7');
    expect(lines.slice(-2)).toEqual(['All\t\t23\t\t', '']);
  });
});

describe('the picture', () => {
  const look: PictureLook = {
    ground: [255, 255, 255],
    text: [0, 0, 0],
    font: 'Inter, "Noto Sans"',
    colorOf: (name) => (name === 'blue' ? [0, 0, 255] : [255, 128, 0]),
    widthOf: (text, size) => text.length * size * 0.6,
  };

  it('has the stages with their numbers, the numbers of lines, and what stands below', () => {
    const { svg, width, height } = mapPicture(shownOf('AD'.repeat(12), 'zh-TW'), look);
    const texts = Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text]) => text);
    for (const text of ['觀察異常', '12', '▲12', '▲11', '▼0']) expect(texts).toContain(text);
    expect(texts.join('')).toContain('24 個已標記的問題，共 23 步。');
    const [xs, ys] = ['x', 'y'].map((axis) =>
      Array.from(svg.matchAll(new RegExp(` ${axis}="([\\d.]+)"`, 'g')), ([, at]) => Number(at)),
    );
    expect(Math.max(...(xs ?? []))).toBeLessThan(width);
    expect(Math.max(...(ys ?? []))).toBeLessThan(height);
  });

  it('is XML, whatever the stages are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (label) => {
        const stances = DEFAULT_TAXONOMY.stances.map((stance) => ({
          ...stance,
          stages: stance.stages.map((stage) => ({ ...stage, label: { en: label } })),
        }));
        const { svg } = mapPicture(shownOf('AADL', 'en', { ...DEFAULT_TAXONOMY, stances }), look);
        const within = svg.replace(
          /<\/?(?:svg|title|rect|circle|path|text|g)(?: [\w:-]+="[^"<]*")*\/?>/g,
          '',
        );
        expect(within).not.toMatch(/[<>]|&(?!#\d+;)/);
      }),
      { numRuns: 60 },
    );
  });
});

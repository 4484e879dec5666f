// What ships: its size, and that it tells questions apart that nobody taught it.
import { describe, expect, it } from 'vitest';
import { DEFAULT_TAXONOMY } from '../../../../src/core/model/taxonomy';
import { CLASSES, isShipped, NONE } from '../../../../src/core/suggest/wording/stage-classes';
import { evaluateModel } from '../../../../src/core/suggest/wording/evaluate';
import { featuresOf } from '../../../../src/core/suggest/wording/features';
import { shippedModel } from '../../../../src/core/suggest/wording/shipped-model';
import { WEIGHTS } from '../../../../src/core/suggest/wording/weights';

const scoresOf = (text: string) => evaluateModel(shippedModel(), featuresOf({ text }));

const likeliest = (text: string, most: number) =>
  CLASSES.map((name, at) => ({ name, score: scoresOf(text)[at] ?? 0 }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ name }) => name);

describe('the model of wordings that ships', () => {
  it('has a class for each stage that ships, and one for none', () => {
    const stages = DEFAULT_TAXONOMY.stances.flatMap(({ id, stages: own }) =>
      own.map((stage) => `${id}/${stage.id}`),
    );
    expect([...CLASSES]).toEqual([...stages, NONE]);
  });

  it('weighs at most 40 kB', () => {
    expect(WEIGHTS.rows.length).toBeGreaterThan(30_000);
    expect(JSON.stringify(WEIGHTS).length).toBeLessThanOrEqual(40_000);
  });

  it.each(['', '？', 'Why?', '為什麼？', 'Πού είναι;', '😀'])(
    'says of «%s» how likely each class is',
    (text) => {
      const scores = scoresOf(text);
      expect(scores).toHaveLength(CLASSES.length);
      expect(scores.every((score) => score >= 0)).toBe(true);
      expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 10);
    },
  );

  it.each([
    ['為什麼河水到了夏天反而變冷？', 'inward/anomaly'],
    ['Why did the bees suddenly disappear?', 'inward/anomaly'],
    ['這兩種方法在本質上的差異是什麼？', 'inward/difference'],
    ['接下來我們應該往哪個方向走？', 'inward/direction'],
    ['What should we do next to improve it?', 'inward/direction'],
    ['你說的「安靜」具體是指什麼？', 'outward/definition'],
    ['How many people live in the valley?', 'outward/definition'],
    ['這有點像是圖書館的借書制度嗎？', 'outward/analogy'],
    ['如果經費不夠，這個計畫還可行嗎？', 'outward/limits'],
    ['How will you pay for it once the grant runs out?', 'outward/limits'],
    ['您覺得一座城市的價值是什麼？', 'outward/philosophy'],
    ['What do you love most about your work?', 'outward/philosophy'],
    ['大家聽得到嗎？', NONE],
    ['Right?', NONE],
  ])('has the right stage of «%s» among its first three', (text, stage) => {
    expect(likeliest(text, 3)).toContain(stage);
  });
});

describe('the taxonomy that the model knows', () => {
  const [inward, outward] = DEFAULT_TAXONOMY.stances;
  if (!inward || !outward) throw new Error('two stances ship');

  it.each([
    ['as it ships', [inward, outward], true],
    ['in another order', [outward, inward], true],
    ['under other names', [{ ...inward, label: { en: 'In' } }, outward], true],
    ['with a stance less', [inward], false],
    ['with a stage less', [inward, { ...outward, stages: outward.stages.slice(1) }], false],
    ['with another id', [{ ...inward, id: 'inwards' }, outward], false],
    ['empty', [], false],
  ])('%s: %s', (_, stances, knows) => {
    expect(isShipped({ stances })).toBe(knows);
  });
});

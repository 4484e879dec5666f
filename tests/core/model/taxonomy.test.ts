import { describe, expect, it } from 'vitest';
import { formatMark } from '../../../src/core/model/mark';
import {
  DEFAULT_TAXONOMY,
  findStage,
  findStance,
  isTaxonomyId,
  localized,
  STANCE_COLORS,
} from '../../../src/core/model/taxonomy';
import { obsidianTags } from '../obsidian-tags';

it.each([
  ['inward', true],
  ['new-direction', true],
  ['stage_2', true],
  ['a', true],
  ['', false],
  ['skip', false],
  ['Inward', false],
  ['2nd', false],
  ['in ward', false],
  ['in/ward', false],
  ['向內', false],
  ['a'.repeat(32), true],
  ['a'.repeat(33), false],
])('%j can be an id: %s', (id, valid) => {
  expect(isTaxonomyId(id)).toBe(valid);
});

describe('the taxonomy that ships', () => {
  const { stances } = DEFAULT_TAXONOMY;

  it('has the stances and stages of the design, in their order', () => {
    expect(stances.map(({ id, stages }) => [id, stages.map((stage) => stage.id)])).toEqual([
      ['inward', ['anomaly', 'difference', 'direction']],
      ['outward', ['definition', 'analogy', 'limits', 'philosophy']],
    ]);
  });

  it('has valid ids, each stance its own colour', () => {
    const ids = stances.flatMap(({ id, stages }) => [id, ...stages.map((stage) => stage.id)]);
    expect(ids.filter((id) => !isTaxonomyId(id))).toEqual([]);
    const colors = stances.map(({ color }) => color);
    expect(new Set(colors).size).toBe(colors.length);
    expect(STANCE_COLORS).toEqual(expect.arrayContaining(colors));
  });

  it('speaks all three languages everywhere', () => {
    const texts = stances.flatMap(({ label, stages }) => [
      label,
      ...stages.flatMap((stage) => [stage.label, stage.asks]),
    ]);
    const silent = texts.filter((text) => !text.en || !text['zh-TW'] || !text.zh);
    expect(silent).toEqual([]);
  });

  it('writes marks that Obsidian reads as tags', () => {
    for (const { id, stages } of stances) {
      for (const stage of stages) {
        const mark = formatMark({ stance: id, stage: stage.id }, { root: 'q', style: 'tag' });
        expect(obsidianTags(`？ ${mark}`)).toEqual([`q/${id}/${stage.id}`]);
      }
    }
  });
});

it('finds stances and stages by id, or null', () => {
  const inward = findStance(DEFAULT_TAXONOMY, 'inward');
  expect(inward?.id).toBe('inward');
  expect(findStance(DEFAULT_TAXONOMY, 'sideways')).toBeNull();
  expect(inward && findStage(inward, 'anomaly')?.id).toBe('anomaly');
  expect(inward && findStage(inward, null)).toBeNull();
});

it('falls back to English where a language is missing', () => {
  expect(localized({ en: 'Why', zh: '为什么' }, 'zh')).toBe('为什么');
  expect(localized({ en: 'Why', zh: '为什么' }, 'zh-TW')).toBe('Why');
});

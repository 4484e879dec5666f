import { expect, it } from 'vitest';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import { stageCountRecords, stageCounts } from '../../../src/core/export';

it('every stage is counted in the taxonomy’s order, then what only notes have, then what is untagged or skipped', () => {
  const counts = {
    notes: 2,
    tagged: 6,
    untagged: 7,
    skipped: 2,
    byStage: { 'outward/limits': 3, 'outward/': 1, 'odd/a/b': 1, 'inward/anomaly': 1, 'skip/': 2 },
    byStance: { outward: 4, odd: 1, inward: 1, skip: 2 },
  };
  const records = stageCountRecords(stageCounts(counts, DEFAULT_TAXONOMY));
  expect(records).toEqual([
    ['inward', 'anomaly', 1],
    ['inward', 'difference', 0],
    ['inward', 'direction', 0],
    ['outward', 'definition', 0],
    ['outward', 'analogy', 0],
    ['outward', 'limits', 3],
    ['outward', 'philosophy', 0],
    ['odd', 'a/b', 1],
    ['outward', null, 1],
    [null, null, 7],
    ['skip', null, 2],
  ]);
});

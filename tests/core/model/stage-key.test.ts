import { expect, it } from 'vitest';
import { markOfKey, partsOfKey, stageKey } from '../../../src/core/model/stage-key';

it.each([
  ['inward/anomaly', { stance: 'inward', stage: 'anomaly' }],
  ['inward/', { stance: 'inward', stage: null }],
  ['inward/a/b', { stance: 'inward', stage: 'a/b' }],
])('%s is the key of a mark, and comes apart again', (key, mark) => {
  expect(stageKey(mark)).toBe(key);
  expect(markOfKey(key)).toEqual(mark);
});

it('takes what has no stage for a stance', () => {
  expect(partsOfKey('inward')).toEqual({ stance: 'inward', stage: '' });
});

import { describe, expect, it } from 'vitest';
import {
  formatFilter,
  parseFilter,
  pressedPair,
  transitionFilter,
  type Within,
  withinOf,
  withPair,
  withPairIn,
} from '../../../../src/core/query';

const filterOf = (words: string) => parseFilter(words).filter;
const PAIR = { from: 'inward/anomaly', to: 'outward/limits' };

describe('a pressed pair', () => {
  it.each([
    ['', 'note', 'after:inward/anomaly stage:outward/limits'],
    ['', 'section', 'after:"inward/anomaly within section" stage:outward/limits'],
    ['has:asker', 'run', 'has:asker after:"inward/anomaly within run" stage:outward/limits'],
    // Another pair goes.
    [
      'after:inward/direction stage:inward/anomaly Why',
      'note',
      'Why after:inward/anomaly stage:outward/limits',
    ],
    // What is asked for already is held together.
    ['stance:inward', 'note', '(stance:inward) after:inward/anomaly stage:outward/limits'],
    [
      'after:"outward/limits within run" stage:limits',
      'note',
      '(after:"outward/limits within run") (stage:limits) after:inward/anomaly stage:outward/limits',
    ],
    // Pressed again it is taken away.
    ['Why after:inward/anomaly stage:outward/limits', 'note', 'Why'],
    ['after:"inward/anomaly within  RUN" stage:outward/limits', 'run', ''],
  ] as const)('makes of «%s», within a %s, «%s»', (before, within, after) => {
    expect(formatFilter(withPair(filterOf(before), within, PAIR))).toBe(after);
  });

  it.each([
    ['after:inward/anomaly stage:outward/limits', 'note', true],
    ['after:"inward/anomaly within note" stage:outward/limits Why', 'note', true],
    ['after:inward/anomaly stage:outward/limits', 'run', false],
    ['after:inward/anomaly', 'note', false],
    ['stage:outward/limits', 'note', false],
    ['after:inward/anomaly stage:limits', 'note', false],
    ['after:inward/anomaly stage:outward/limits is:untagged', 'note', false],
    ['after:inward/anomaly after:inward/direction stage:outward/limits', 'note', false],
    ['-after:inward/anomaly stage:outward/limits', 'note', false],
  ] as const)('in «%s», within a %s: %s', (words, within, isPressed) => {
    const filter = filterOf(words);
    expect(pressedPair(filter, within)).toEqual(isPressed ? PAIR : null);
    expect(transitionFilter(filter, within).length < filter.length).toBe(isPressed);
  });

  it('stays pressed where it is looked for in something else', () => {
    const filter = filterOf('Why after:inward/anomaly stage:outward/limits');
    const inRuns = withPairIn(filter, 'note', 'run');
    expect(formatFilter(inRuns)).toBe('Why after:"inward/anomaly within run" stage:outward/limits');
    expect(formatFilter(withPairIn(inRuns, 'run', 'note'))).toBe(formatFilter(filter));
    expect(withPairIn(filterOf('Why'), 'note', 'run')).toEqual(filterOf('Why'));
  });
});

it.each<[string, readonly ('note' | 'section' | 'asker' | 'label')[], Within]>([
  ['nothing', [], 'note'],
  ['notes', ['note'], 'note'],
  ['sections', ['section', 'asker'], 'section'],
  ['askers', ['asker', 'note'], 'run'],
  ['labels', ['label'], 'note'],
])(
  'grouped by %s, transitions are looked for within a certain stretch',
  (_name, groups, within) => {
    expect(withinOf(groups.map((by) => ({ by })))).toBe(within);
  },
);

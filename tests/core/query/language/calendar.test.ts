import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endsWithin,
  isLargerUnit,
  keyOfDay,
  keyOfNumber,
  numberOfKey,
  TIME_UNITS,
} from '../../../../src/core/query/language/calendar';
import { dayAfter, readDateRange } from '../../../../src/core/query/language/date-range';

const days = fc.integer({ min: 0, max: 3_000_000 }).map((since) => dayAfter('0001-01-01', since));
const units = fc.constantFrom(...TIME_UNITS);

describe('what a day lies in', () => {
  it.each([
    ['2026-03-31', ['2026-03', '2026-Q1', '2026']],
    ['2025-10-01', ['2025-10', '2025-Q4', '2025']],
    ['0999-12-31', ['0999-12', '0999-Q4', '0999']],
  ])('%s', (day, keys) => {
    expect(TIME_UNITS.map((unit) => keyOfDay(day, unit))).toEqual(keys);
  });

  it('is found by its key as a date, its neighbours one place away', () => {
    fc.assert(
      fc.property(days, units, (day, unit) => {
        const key = keyOfDay(day, unit);
        const { from, to } = readDateRange(key, '2000-01-01') ?? {};
        expect([from ?? '', day, to ?? ''].sort()).toEqual([from, day, to]);
        const place = numberOfKey(key, unit) ?? -1;
        expect(keyOfNumber(place, unit)).toBe(key);
        const next = dayAfter(to ?? '', 1);
        if (next <= '9999-12-30') expect(keyOfDay(next, unit)).toBe(keyOfNumber(place + 1, unit));
      }),
    );
  });
});

it.each([
  ['2025', 'year', 'quarter', ['2025-Q1', '2025-Q4']],
  ['2025', 'year', 'month', ['2025-01', '2025-12']],
  ['2025-Q2', 'quarter', 'month', ['2025-04', '2025-06']],
  ['2025-06', 'month', 'quarter', ['2025-Q2', '2025-Q2']],
  ['2025-06', 'month', 'month', ['2025-06', '2025-06']],
  ['2025-Q3', 'quarter', 'year', ['2025', '2025']],
] as const)('%s, a %s, is from … to … in %ss', (key, from, to, ends) => {
  expect(endsWithin(key, from, to)).toEqual(ends);
});

it.each([
  ['2026-13', 'month'],
  ['2026-3', 'month'],
  ['2026-Q5', 'quarter'],
  ['2026', 'quarter'],
  ['2026-01', 'year'],
] as const)('%s is no key of a %s', (key, unit) => {
  expect(numberOfKey(key, unit)).toBeNull();
});

it.each([
  ['quarter', 'month', true],
  ['year', 'month', true],
  ['year', 'year', false],
  ['month', 'quarter', false],
] as const)('a %s is larger than a %s: %s', (unit, than, expected) => {
  expect(isLargerUnit(unit, than)).toBe(expected);
});

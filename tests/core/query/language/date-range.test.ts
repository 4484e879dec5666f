import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayAfter,
  dayOfValue,
  isWithinRange,
  readDateRange,
} from '../../../../src/core/query/language/date-range';

/** A Thursday. */
const TODAY = '2026-03-05';

describe('a span of days', () => {
  it.each<[value: string, from: string | null, to: string | null]>([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-03', '2026-03-01', '2026-03-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-Q1', '2024-01-01', '2024-03-31'],
    ['2025-q4', '2025-10-01', '2025-12-31'],
    ['２０２５Ｑ２', '2025-04-01', '2025-06-30'],
    ['2025-Q1..2025-Q3', '2025-01-01', '2025-09-30'],
    ['2024..2025-Q3', '2024-01-01', '2025-09-30'],
    ['>2025-Q1', '2025-04-01', null],
    ['<2025-Q1', null, '2024-12-31'],
    ['2026-3-5', '2026-03-05', '2026-03-05'],
    ['2026/03/05', '2026-03-05', '2026-03-05'],
    ['2026-01..2026-03', '2026-01-01', '2026-03-31'],
    ['2026-01…2026-03', '2026-01-01', '2026-03-31'],
    ['２０２６－０３', '2026-03-01', '2026-03-31'],
    ['＞２０２６-01', '2026-02-01', null],
    ['ＴＯＤＡＹ', '2026-03-05', '2026-03-05'],
    ['2026-01-15..', '2026-01-15', null],
    ['..2025', null, '2025-12-31'],
    ['>2026-01-15', '2026-01-16', null],
    ['>2026-01', '2026-02-01', null],
    ['>=2026-01', '2026-01-01', null],
    ['<2026', null, '2025-12-31'],
    ['<=2026-02', null, '2026-02-28'],
    ['today', '2026-03-05', '2026-03-05'],
    ['Yesterday', '2026-03-04', '2026-03-04'],
    ['this-week', '2026-03-02', '2026-03-08'],
    ['last-week', '2026-02-23', '2026-03-01'],
    ['this-month', '2026-03-01', '2026-03-31'],
    ['last-month', '2026-02-01', '2026-02-28'],
    ['this-year', '2026-01-01', '2026-12-31'],
    ['last-year', '2025-01-01', '2025-12-31'],
    ['last-30-days', '2026-02-04', '2026-03-05'],
    ['last-1-day', '2026-03-05', '2026-03-05'],
    ['last-2-weeks', '2026-02-20', '2026-03-05'],
    ['last-1-month', '2026-02-06', '2026-03-05'],
    ['last-2-years', '2024-03-06', '2026-03-05'],
  ])('%s', (value, from, to) => {
    expect(readDateRange(value, TODAY)).toEqual({ from, to });
  });

  it.each([
    '',
    'soon',
    '2026-13',
    '2026-Q5',
    '2026-Q0',
    '2026-Q1-05',
    '2026-02-30',
    '26-01-01',
    '..',
    '>',
    '>soon',
    'last-0-days',
    '2026-01..soon',
  ])('%j is none', (value) => {
    expect(readDateRange(value, TODAY)).toBeNull();
  });

  it('is never thrown at, and begins no later than it ends where it was written so', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789-./><=lasthimonwekdyr '.split('')) }),
        (value) => {
          const range = readDateRange(value, TODAY);
          if (range?.from != null) expect(range.from).toMatch(/^\d{4}-\d\d-\d\d$/);
          if (range?.to != null) expect(range.to).toMatch(/^\d{4}-\d\d-\d\d$/);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('moves over the ends of months and years', () => {
    expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01');
    expect(dayAfter('2026-01-01', -1)).toBe('2025-12-31');
    expect(dayAfter('9999-12-31', 1)).toBe('9999-12-31');
  });

  it('holds its ends', () => {
    const march = { from: '2026-03-01', to: '2026-03-31' };
    expect(
      ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) =>
        isWithinRange(day, march),
      ),
    ).toEqual([false, true, true, false]);
  });
});

describe("a property's day", () => {
  it.each<[value: unknown, day: string | null]>([
    ['2026-03-05', '2026-03-05'],
    ['2026-03-05T12:30:00', '2026-03-05'],
    ['2026/3/5 12:30', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['２０２６年３月５日', '2026-03-05'],
    [`${' '.repeat(100)}2026-03-05${'x'.repeat(1_000_000)}`, '2026-03-05'],
    ['[[2026-03-05]]', '2026-03-05'],
    ['20260305', '2026-03-05'],
    [20260305, '2026-03-05'],
    [['2026-03-05', '2026-04-01'], '2026-03-05'],
    [new Date('2026-03-05T00:00:00Z'), '2026-03-05'],
    [new Date('nonsense'), null],
    ['2026-02-30', null],
    ['5 March', null],
    [2026, null],
    [null, null],
    [undefined, null],
    [true, null],
    [{ year: 2026 }, null],
    [[], null],
  ])('%j', (value, day) => {
    expect(dayOfValue(value)).toBe(day);
  });
});

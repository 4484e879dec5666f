import { describe, expect, it } from 'vitest';
import {
  formatFilter,
  parseFilter,
  pressedSpan,
  spanInUnit,
  type Span,
  UNDATED,
  withoutSpan,
  withSpan,
} from '../../../../src/core/query';

function filterOf(words: string) {
  const { filter, problems } = parseFilter(words);
  expect(problems).toEqual([]);
  return filter;
}

describe('a pressed span', () => {
  it.each<[words: string, span: Span | undefined, unit: string | null | undefined, rest: string]>([
    ['date:2025', { from: '2025', to: '2025' }, 'year', ''],
    ['river date:2025-Q1..2025-Q4', { from: '2025-Q1', to: '2025-Q4' }, 'quarter', 'river'],
    ['date:2025-q1', { from: '2025-Q1', to: '2025-Q1' }, 'quarter', ''],
    ['date:2025-03..2025-05 tag:a', { from: '2025-03', to: '2025-05' }, 'month', 'tag:a'],
    ['missing:date is:tagged', UNDATED, null, 'is:tagged'],
  ])('is read from «%s»', (words, span, unit, rest) => {
    const pressed = pressedSpan(filterOf(words));
    expect([pressed?.span, pressed?.unit]).toEqual([span, unit]);
    expect(formatFilter(withoutSpan(filterOf(words)))).toBe(rest);
  });

  it.each([
    'date:this-year',
    'date:>2025',
    'date:2025-03-05',
    'date:2025..2026-03',
    'date:2026..2025',
    'date:2025..',
    'date:2025 date:2026',
    '-date:2025',
    'missing:label missing:date',
    'missing:asker',
  ])('is none in «%s», which narrows the timeline too', (words) => {
    expect(pressedSpan(filterOf(words))).toBeNull();
    expect(formatFilter(withoutSpan(filterOf(words)))).toBe(words);
  });

  it.each<[before: string, span: Span | null, after: string]>([
    ['', { from: '2025-Q1', to: '2025-Q1' }, 'date:2025-Q1'],
    ['river', { from: '2025-Q1', to: '2025-Q3' }, 'river date:2025-Q1..2025-Q3'],
    ['date:2024-Q4', { from: '2025-Q1', to: '2025-Q1' }, 'date:2025-Q1'],
    ['date:2024-Q4', UNDATED, 'missing:date'],
    ['missing:date', { from: '2025-Q1', to: '2025-Q1' }, 'date:2025-Q1'],
    ['date:2024-Q4 river', null, 'river'],
    ['date:this-year', null, 'date:this-year'],
    ['date:this-year', { from: '2025-Q1', to: '2025-Q1' }, '(date:this-year) date:2025-Q1'],
    ['date:2025', { from: '2025-Q1', to: '2025-Q1' }, '(date:2025) date:2025-Q1'],
    ['(date:2025) date:2025-Q1', { from: '2025-Q2', to: '2025-Q2' }, '(date:2025) date:2025-Q2'],
  ])('makes of «%s» by %j «%s»', (before, span, after) => {
    const filter = filterOf(before);
    const pressed = pressedSpan(filter);
    const isOfUnit = pressed?.unit === 'quarter' || pressed?.unit === null;
    expect(formatFilter(withSpan(filter, isOfUnit ? pressed : null, span))).toBe(after);
  });

  it('leaves a filter as it is that says so already, pressed or typed', () => {
    const filter = filterOf('date:2025-Q1');
    const span = { from: '2025-Q1', to: '2025-Q1' };
    expect(withSpan(filter, pressedSpan(filter), span)).toBe(filter);
    expect(withSpan(filter, null, span)).toBe(filter);
  });

  it.each([
    ['date:2025-Q1..2025-Q4', 'year', { from: '2025', to: '2025' }],
    ['date:2025-Q2', 'year', { from: '2025', to: '2025' }],
    ['date:2025-Q2', 'month', { from: '2025-04', to: '2025-06' }],
    ['missing:date', 'month', UNDATED],
  ] as const)('«%s» is, by the %s, %j', (words, unit, span) => {
    const pressed = pressedSpan(filterOf(words));
    expect(pressed && spanInUnit(pressed, unit)).toEqual(span);
  });
});

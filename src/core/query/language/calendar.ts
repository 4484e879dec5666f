/**
 * Months, quarters and years: what the days of notes are counted by. Each has a key that `date:` reads too (`2026-03`,
 * `2026-Q1`, `2026`) and, in its unit, a number: those of neighbours differ by one. Keys of one unit compare as strings.
 */

export const TIME_UNITS = ['month', 'quarter', 'year'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

const PER_YEAR: { readonly [unit in TimeUnit]: number } = { month: 12, quarter: 4, year: 1 };

const KEYS: { readonly [unit in TimeUnit]: RegExp } = {
  month: /^(\d{4})-(0[1-9]|1[0-2])$/,
  quarter: /^(\d{4})-Q([1-4])$/i,
  year: /^(\d{4})$/,
};

export function isTimeUnit(name: string): name is TimeUnit {
  return TIME_UNITS.some((unit) => unit === name);
}

export function isLargerUnit(unit: TimeUnit, than: TimeUnit): boolean {
  return TIME_UNITS.indexOf(unit) > TIME_UNITS.indexOf(than);
}

/** The number of a key; null where it is none of the unit's. */
export function numberOfKey(key: string, unit: TimeUnit): number | null {
  const [, year, part = '1'] = KEYS[unit].exec(key) ?? [];
  return year === undefined ? null : Number(year) * PER_YEAR[unit] + Number(part) - 1;
}

export function keyOfNumber(number: number, unit: TimeUnit): string {
  const each = PER_YEAR[unit];
  const year = String(Math.floor(number / each)).padStart(4, '0');
  const part = (number % each) + 1;
  if (unit === 'year') return year;
  return unit === 'quarter' ? `${year}-Q${part}` : `${year}-${String(part).padStart(2, '0')}`;
}

/** The number of what a smaller or the same one, by its number, lies in. */
export function numberWithin(number: number, from: TimeUnit, to: TimeUnit): number {
  return Math.floor((number * PER_YEAR[to]) / PER_YEAR[from]);
}

/** The key of what a day, `YYYY-MM-DD`, lies in. */
export function keyOfDay(day: string, unit: TimeUnit): string {
  const month = numberOfKey(day.slice(0, 'YYYY-MM'.length), 'month') ?? 0;
  return keyOfNumber(numberWithin(month, 'month', unit), unit);
}

/** The first and the last of a smaller unit in what has the key. */
export function endsWithin(
  key: string,
  from: TimeUnit,
  to: TimeUnit,
): readonly [first: string, last: string] {
  const number = numberOfKey(key, from) ?? 0;
  const first = Math.floor((number * PER_YEAR[to]) / PER_YEAR[from]);
  const behind = Math.floor(((number + 1) * PER_YEAR[to]) / PER_YEAR[from]);
  return [keyOfNumber(first, to), keyOfNumber(Math.max(first, behind - 1), to)];
}

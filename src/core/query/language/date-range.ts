/**
 * Values of `date:` ↔ the days they mean: `2026`, `2026-Q1`, `2026-03`, `2026-03-05`, two of them with `..` between,
 * `>` `>=` `<` `<=` before one, and spans that move with today (`today`, `this-month`, `last-30-days`, …).
 * A day is a calendar day as the reader writes it, `YYYY-MM-DD`, so that no time zone moves it.
 */
import { foldText } from '../../text/fold-text';

/** Both ends belong to it; null is open. Days compare as strings. */
export interface DateRange {
  readonly from: string | null;
  readonly to: string | null;
}

export const RELATIVE_DATES = [
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-year',
  'last-year',
] as const;

/** So much of a value is looked at: its day stands first. */
const LONGEST_DAY = 40;

const LAST_DAYS = /^last-(\d{1,5})-(day|week|month|year)s?$/;
const PARTIAL = /^(\d{4})(?:-?q([1-4])|-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const COMPARED = /^(>=|<=|>|<|≥|≤)\s*(.+)$/;
const BETWEEN = /^(.*?)\.\.\.?(.*)$/;

/** Null where it is no such value. `today` is a day. */
export function readDateRange(value: string, today: string): DateRange | null {
  // Full-width digits and punctuation are what an input method gives.
  const typed = foldText(value.trim());
  const words = typed.replace(/[/.](?=\d{1,2}(?:\D|$))/g, '-');
  const relative = readRelative(words, today);
  if (relative) return relative;
  const compared = COMPARED.exec(words);
  if (compared) return readCompared(compared[1] ?? '', compared[2] ?? '');
  const between = BETWEEN.exec(typed);
  if (between) return readBetween(between[1] ?? '', between[2] ?? '');
  return readPartial(words);
}

function readBetween(first: string, second: string): DateRange | null {
  const from = first.trim() === '' ? null : readPartial(first.trim());
  const to = second.trim() === '' ? null : readPartial(second.trim());
  if (first.trim() !== '' && !from) return null;
  if (second.trim() !== '' && !to) return null;
  if (!from && !to) return null;
  return { from: from?.from ?? null, to: to?.to ?? null };
}

function readCompared(comparison: string, operand: string): DateRange | null {
  const range = readPartial(operand);
  if (!range?.from || !range.to) return null;
  if (comparison === '>') return { from: dayAfter(range.to, 1), to: null };
  if (comparison === '<') return { from: null, to: dayAfter(range.from, -1) };
  return comparison === '>=' || comparison === '≥'
    ? { from: range.from, to: null }
    : { from: null, to: range.to };
}

/** A year, a quarter, a month or a day. */
function readPartial(words: string): DateRange | null {
  const [, year, quarter, month, day] = PARTIAL.exec(words) ?? [];
  if (year === undefined) return null;
  if (quarter !== undefined) {
    const end = 3 * Number(quarter);
    return { from: dayOf(year, end - 2, 1), to: dayOf(year, end, lastDayOf(Number(year), end)) };
  }
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const at = Number(month);
  if (at < 1 || at > 12) return null;
  const last = lastDayOf(Number(year), at);
  if (day === undefined) return { from: dayOf(year, at, 1), to: dayOf(year, at, last) };
  if (Number(day) < 1 || Number(day) > last) return null;
  const only = dayOf(year, at, Number(day));
  return { from: only, to: only };
}

function readRelative(words: string, today: string): DateRange | null {
  const counted = LAST_DAYS.exec(words);
  if (counted) return readLast(Number(counted[1]), counted[2] ?? 'day', today);
  const [year = '', month = ''] = today.split('-');
  switch (words) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday': {
      const day = dayAfter(today, -1);
      return { from: day, to: day };
    }
    case 'this-week':
      return weekOf(today);
    case 'last-week':
      return weekOf(dayAfter(today, -7));
    case 'this-month':
      return readPartial(`${year}-${month}`);
    case 'last-month':
      return readPartial(monthBefore(today, 1).slice(0, 7));
    case 'this-year':
      return readPartial(year);
    case 'last-year':
      return readPartial(String(Number(year) - 1).padStart(4, '0'));
    default:
      return null;
  }
}

/** The last so-and-so-many days, today among them. */
function readLast(count: number, unit: string, today: string): DateRange | null {
  if (count < 1) return null;
  if (unit === 'day') return { from: dayAfter(today, 1 - count), to: today };
  if (unit === 'week') return { from: dayAfter(today, 1 - 7 * count), to: today };
  const months = unit === 'year' ? 12 * count : count;
  return { from: dayAfter(monthBefore(today, months), 1), to: today };
}

/** Monday to Sunday. */
function weekOf(day: string): DateRange {
  const weekday = (dateOf(day).getUTCDay() + 6) % 7;
  const from = dayAfter(day, -weekday);
  return { from, to: dayAfter(from, 6) };
}

/** The same day some months before; the month's last one where it is shorter. */
function monthBefore(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = Math.max(0, year * 12 + month - 1 - count);
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return dayOf(
    String(toYear).padStart(4, '0'),
    toMonth,
    Math.min(date, lastDayOf(toYear, toMonth)),
  );
}

/** The day so many days later. Beyond the years that four digits write it stays at the end. */
export function dayAfter(day: string, days: number): string {
  const moved = new Date(dateOf(day).getTime() + days * 86_400_000);
  const year = moved.getUTCFullYear();
  if (Number.isNaN(year) || year < 0) return '0000-01-01';
  return year > 9999 ? '9999-12-31' : moved.toISOString().slice(0, 10);
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function lastDayOf(year: number, month: number): number {
  const date = new Date(Date.UTC(2000, month, 0));
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

function dayOf(year: string, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether the day lies in the range. */
export function isWithinRange(day: string, { from, to }: DateRange): boolean {
  return (from === null || day >= from) && (to === null || day <= to);
}

/**
 * The day that a property's value means: a date, a date with a time, or a number of eight digits; null where
 * it means none. Lists mean their first.
 */
export function dayOfValue(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (first instanceof Date) {
    return Number.isNaN(first.getTime()) ? null : dayAfter(first.toISOString().slice(0, 10), 0);
  }
  if (typeof first !== 'string' && typeof first !== 'number') return null;
  const text = foldText(String(first).trimStart().slice(0, LONGEST_DAY));
  const [, year, month, day] =
    /^\s*["'[]{0,2}(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})(?!\d)/.exec(text) ?? [];
  if (year === undefined) return null;
  return readPartial(`${year}-${month ?? ''}-${day ?? ''}`)?.from ?? null;
}

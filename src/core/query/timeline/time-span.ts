/**
 * A span of time in words of a filter. The only date of a filter, where it is a span of whole buckets, is a pressed
 * span: the list follows it, the timeline is counted without it. Other dates narrow both.
 */
import {
  type Filter,
  isTerm,
  sameCondition,
  sameFilter,
  type Condition,
  type Term,
} from '../language/condition';
import { endsWithin, numberOfKey, TIME_UNITS, type TimeUnit } from '../language/calendar';
import { narrowedBy, soleTerm } from '../language/filter-edits';

/** The questions without a day. */
export const UNDATED = 'undated';

/** Keys of one unit, the earlier one first; both belong to it. */
export type Span = { readonly from: string; readonly to: string } | typeof UNDATED;

export interface PressedSpan {
  readonly term: Term;
  readonly span: Span;
  /** Null where it is one of every unit. */
  readonly unit: TimeUnit | null;
}

const BETWEEN = '..';

function termOf(span: Span): Term {
  if (span === UNDATED) return { field: 'missing', value: 'date' };
  const { from, to } = span;
  return { field: 'date', value: from === to ? from : from + BETWEEN + to };
}

function read(condition: Condition): Omit<PressedSpan, 'term'> | null {
  if (!isTerm(condition)) return null;
  const { field, value } = condition;
  if (field === 'missing') return value === 'date' ? { span: UNDATED, unit: null } : null;
  if (field !== 'date') return null;
  const [from = '', to = from, more] = value.toUpperCase().split(BETWEEN);
  const unit = TIME_UNITS.find((each) => numberOfKey(from, each) !== null);
  if (unit === undefined || numberOfKey(to, unit) === null || more !== undefined) return null;
  return from <= to ? { span: { from, to }, unit } : null;
}

export function pressedSpan(filter: Filter): PressedSpan | null {
  const term = soleTerm(filter, (each) => read(each) !== null);
  const found = term && read(term);
  return found ? { term, ...found } : null;
}

export function withoutSpan(filter: Filter): Filter {
  const pressed = pressedSpan(filter);
  return pressed ? filter.filter((each) => each !== pressed.term) : filter;
}

/**
 * The filter with the span pressed in place of `before`, which is pressed in it, or with none. The same filter where it
 * says so already, whether or not that was pressed.
 */
export function withSpan(filter: Filter, before: PressedSpan | null, span: Span | null): Filter {
  const said = span && pressedSpan(filter);
  if (said && sameCondition(said.term, termOf(span))) return filter;
  const rest = before ? withoutSpan(filter) : filter;
  const after = span ? narrowedBy(rest, [termOf(span)]) : rest;
  return sameFilter(after, filter) ? filter : after;
}

/** The span in whole buckets of another unit. */
export function spanInUnit({ span, unit }: PressedSpan, to: TimeUnit): Span {
  if (span === UNDATED || unit === null) return span;
  return {
    from: endsWithin(span.from, unit, to)[0],
    to: endsWithin(span.to, unit, to)[1],
  };
}

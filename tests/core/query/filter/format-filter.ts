/** A filter in words that `parseFilter` reads back: for tests that go from a filter to its words and back. */
import type { Filter, FilterTerm } from '../../../../src/core/query/filter/filter';

const QUOTES = ['"', '“'];
const BEGINS_WITH_NAME = /^[a-z]+[:：]/i;

export function formatFilter(filter: Filter): string {
  return filter.map(formatTerm).join(' ');
}

function formatTerm({ field, value }: FilterTerm): string {
  const plain =
    value !== '' &&
    !/\s/.test(value) &&
    !QUOTES.includes(value.charAt(0)) &&
    !(field === 'text' && BEGINS_WITH_NAME.test(value));
  const written = plain ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
  return field === 'text' ? written : `${field}:${written}`;
}

/** Numbers, and the words that change with them, in English. */
const number = new Intl.NumberFormat('en');
const rules = new Intl.PluralRules('en');

/** A number as it is read: `1,200`. */
export function formatted(value: number): string {
  return number.format(value);
}

/** The words that go with a count. */
export function plural(count: number, one: string, other: string): string {
  return rules.select(count) === 'one' ? one : other;
}

/** A count before its word: `1 note`, `1,200 notes`. */
export function counted(count: number, one: string, other: string): string {
  return `${formatted(count)} ${plural(count, one, other)}`;
}

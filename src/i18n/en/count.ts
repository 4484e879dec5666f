/** Numbers, and the words that change with them, in English. */
// Both take milliseconds to make, which no start of the app is to wait for.
let number: Intl.NumberFormat | null = null;
let rules: Intl.PluralRules | null = null;

/** A number as it is read: `1,200`. */
export function formatted(value: number): string {
  number ??= new Intl.NumberFormat('en');
  return number.format(value);
}

/** The words that go with a count. */
export function plural(count: number, one: string, other: string): string {
  rules ??= new Intl.PluralRules('en');
  return rules.select(count) === 'one' ? one : other;
}

/** A count before its word: `1 note`, `1,200 notes`. */
export function counted(count: number, one: string, other: string): string {
  return `${formatted(count)} ${plural(count, one, other)}`;
}

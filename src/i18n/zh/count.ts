/** Numbers as the mainland writes them; no word changes with a number. */
// It takes milliseconds to make, which no start of the app is to wait for.
let number: Intl.NumberFormat | null = null;

/** A number as it is read: `1,200`. */
export function formatted(value: number): string {
  number ??= new Intl.NumberFormat('zh-CN');
  return number.format(value);
}

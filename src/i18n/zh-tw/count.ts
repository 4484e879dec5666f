/** Numbers as Taiwan writes them; no word changes with a number. */
const number = new Intl.NumberFormat('zh-TW');

/** A number as it is read: `1,200`. */
export function formatted(value: number): string {
  return number.format(value);
}

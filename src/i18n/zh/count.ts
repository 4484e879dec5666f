/** Numbers as the mainland writes them; no word changes with a number. */
const number = new Intl.NumberFormat('zh-CN');

/** A number as it is read: `1,200`. */
export function formatted(value: number): string {
  return number.format(value);
}

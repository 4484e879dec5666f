/** Days as people who look at their clock name them. */

/** `YYYY-MM-DD` where the reader is; of now, or of a moment in milliseconds since 1970. */
export function localDay(moment: number = Date.now()): string {
  const date = new Date(moment);
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(Math.min(9999, Math.max(0, year))).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

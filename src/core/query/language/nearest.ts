import { foldText } from '../../text/fold-text';

/** More slips than one in so many letters mean another word. */
const LETTERS_A_SLIP = 3;

/** Longer words are no slips of a name, and comparing them would take its time. */
const LONGEST = 60;

/** Null where nothing known is near. Words compare as people write them. */
export function nearestOf(word: string, known: Iterable<string>): string | null {
  const wanted = foldText(word);
  if (wanted === '' || wanted.length > LONGEST) return null;
  let nearest: string | null = null;
  let fewest = Math.ceil(wanted.length / LETTERS_A_SLIP) + 1;
  for (const candidate of known) {
    const slips = slipsBetween(wanted, foldText(candidate), fewest);
    if (slips >= fewest) continue;
    fewest = slips;
    nearest = candidate;
  }
  return nearest;
}

/**
 * How many letters were left out, put in, changed, or swapped with their neighbour (optimal string
 * alignment distance); at least `limit` where it is no less.
 */
function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? limit) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] ?? limit) + 1
          : limit;
      row.push(Math.min(changed, (last[j] ?? limit) + 1, (row[j - 1] ?? limit) + 1, swapped));
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? limit;
}

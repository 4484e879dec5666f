// Differences between two texts as one replaced range, and a three-way merge built on them.

export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The smallest single range whose replacement turns one text into the other; null where equal. */
export function differenceOf(before: string, after: string): Replacement | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < most - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

/** Both changes where they touch different places; `mine` where they touch the same. */
export function mergeTexts(base: string, mine: string, theirs: string): string {
  const own = differenceOf(base, mine);
  const other = differenceOf(base, theirs);
  if (!own) return theirs;
  if (!other || (own.from <= other.to && other.from <= own.to)) return mine;
  const [first, second] = own.from < other.from ? [own, other] : [other, own];
  return (
    base.slice(0, first.from) +
    first.insert +
    base.slice(first.to, second.from) +
    second.insert +
    base.slice(second.to)
  );
}

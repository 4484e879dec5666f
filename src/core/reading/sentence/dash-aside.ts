/** Questions that interrupt a sentence between dashes: `結果——誰想得到？——讓所有人吃驚。` */
import { CHARACTER, classAt } from '../../text/character';

const DASH = /[—–―]/;
/** An aside is no longer than this, in UTF-16 units. */
const LONGEST = 120;

export interface AsidePlace {
  /** Where the sentence starts. */
  readonly from: number;
  /** Where the question's terminator starts. */
  readonly at: number;
  /** What comes next behind them, closers, tags and spaces left out. */
  readonly next: number;
}

/** Where the question starts that stands between dashes; null where no dash closes it or none has opened it. */
export function asideStart(text: string, { from, at, next }: AsidePlace): number | null {
  if (!DASH.test(text.charAt(next))) return null;
  const reach = Math.max(from, at - LONGEST);
  let start = at;
  while (start > reach && !DASH.test(text.charAt(start - 1))) start -= 1;
  if (start === reach) return null;
  while (start < at && classAt(text, start) === CHARACTER.space) start += 1;
  return start < at ? start : null;
}

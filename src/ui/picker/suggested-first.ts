/** The picker's choices with those that are suggested for its question. Pure. */
import { sameMark } from '../../core/model/mark';
import type { Proposal } from '../../core/suggest/proposals';
import type { Wording } from '../parts/wording';
import { whyLines } from '../suggest/why-line';
import type { PickableMark } from './pickable-marks';

/** Of what speaks for a stage, as much as a line has room for. */
const MOST_WHYS = 2;

/** The same choices in their order; those that are suggested say so, and why. */
export function withSuggested(
  items: readonly PickableMark[],
  proposals: readonly Proposal[],
  words: Wording,
): readonly PickableMark[] {
  if (proposals.length === 0) return items;
  return items.map((item) => {
    const proposal = proposals.find(({ mark }) => sameMark(mark, item.value));
    if (!proposal) return item;
    const why = whyLines(proposal, words).slice(0, MOST_WHYS).join(' · ');
    return { ...item, suggested: { word: words.strings.suggest.word, why } };
  });
}

/** With those that are suggested first, the likeliest before the others; the rest in their order. */
export function suggestedFirst(
  items: readonly PickableMark[],
  proposals: readonly Proposal[],
): readonly PickableMark[] {
  const first = proposals.flatMap(
    ({ mark }) => items.find(({ value }) => sameMark(mark, value)) ?? [],
  );
  return [...new Set([...first, ...items])];
}

/**
 * What was rejected stays rejected: a stage, of a question's text. Kept as hashes, so that no text of a note is kept
 * anywhere else. The note and the place do not count; blanks, case, width and the two Chinese scripts do not either.
 */
import { foldText } from '../text/fold-text';
import { withoutSpaces } from '../text/character';

/** Of a question and a stage, 53 bits in base 36. */
export function rejectionOf(text: string, stage: string): string {
  const asked = `${withoutSpaces(foldText(text))}\n${stage}`;
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < asked.length; at++) {
    const unit = asked.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (0x100000000 * (high & 0x1fffff) + (low >>> 0)).toString(36);
}

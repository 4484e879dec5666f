/** The mark as filters, counts and groups name it. */
import type { MarkValue } from '../../model/question';

/** `stance/stage`, or `stance/` where it has no stage. */
export function stageKey(mark: MarkValue): string {
  return `${mark.stance}/${mark.stage ?? ''}`;
}

/** The two parts of a key. */
export function partsOfKey(key: string): { readonly stance: string; readonly stage: string } {
  const slash = key.indexOf('/');
  return { stance: key.slice(0, slash), stage: key.slice(slash + 1) };
}

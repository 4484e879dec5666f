/** The mark as filters, counts and groups name it. */
import type { MarkValue } from './question';

/** `stance/stage`, or `stance/` where it has no stage. */
export function stageKey(mark: MarkValue): string {
  return `${mark.stance}/${mark.stage ?? ''}`;
}

/** The mark as its tag has it behind the root: `stance/stage`, or `stance` where it has no stage. */
export function tagPath({ stance, stage }: MarkValue): string {
  return stage === null ? stance : `${stance}/${stage}`;
}

/** The two parts of a key; what has no `/` is a stance. A stage may have one in it, of an edited tag. */
export function partsOfKey(key: string): { readonly stance: string; readonly stage: string } {
  const slash = key.indexOf('/');
  if (slash === -1) return { stance: key, stage: '' };
  return { stance: key.slice(0, slash), stage: key.slice(slash + 1) };
}

/** The mark that a key names. */
export function markOfKey(key: string): MarkValue {
  const { stance, stage } = partsOfKey(key);
  return { stance, stage: stage === '' ? null : stage };
}

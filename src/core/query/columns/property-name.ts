/** Names of properties as queries and settings compare them. */
import { foldText } from '../../text/fold-text';

/** The same names come again in every note. */
const keys = new Map<string, string>();
const MOST_KEYS = 20_000;

/** The same for names that differ only in how people write them. */
export function nameKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size >= MOST_KEYS) keys.clear();
  const key = foldText(name).trim();
  keys.set(name, key);
  return key;
}

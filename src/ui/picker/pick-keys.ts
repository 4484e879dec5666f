/** Choices of the picker by digits, numbered as in the tag modal: first the stance, then its stage, 0 for none. */
import type { Taxonomy } from '../../core/model/taxonomy';
import { namesOf, type PickableMark } from './pickable-marks';
import { NO_STAGE_KEY } from '../tag-modal/keys';

/** The two digits that choose it; null for what has none, such as the tenth stage. */
export function pickKeys({ value }: PickableMark, taxonomy: Taxonomy): string | null {
  if (!value) return null;
  const stance = taxonomy.stances.findIndex(({ id }) => id === value.stance);
  const { stages = [] } = taxonomy.stances[stance] ?? {};
  const stage =
    value.stage === null
      ? NO_STAGE_KEY
      : stages.findIndex(({ id }) => id === value.stage) + NO_STAGE_KEY + 1;
  return stance === -1 || stance > 8 || stage > 9 ? null : `${stance + 1}${stage}`;
}

/** The digits of what is typed, in full width too; null where anything else is in it. */
export function digitsOf(typed: string): string | null {
  const plain = typed.normalize('NFKC').trim();
  return /^[0-9]+$/.test(plain) ? plain : null;
}

/** What the digits may still choose, by its keys, and, last, what has them in its name; null for no digits. */
export function pickedByDigits(
  items: readonly PickableMark[],
  taxonomy: Taxonomy,
  typed: string,
): readonly PickableMark[] | null {
  const digits = digitsOf(typed);
  if (digits === null) return null;
  const byKeys = items
    .map((item) => ({ item, keys: pickKeys(item, taxonomy) }))
    .filter(({ keys }) => keys?.startsWith(digits) === true)
    .sort((a, b) => (a.keys ?? '').localeCompare(b.keys ?? ''))
    .map(({ item }) => item);
  return [...byKeys, ...items.filter((item) => !byKeys.includes(item) && hasDigits(item, digits))];
}

/** The one choice that the digits name; null while they may mean another, or a name that has them in it. */
export function chosenByDigits(
  items: readonly PickableMark[],
  taxonomy: Taxonomy,
  typed: string,
): PickableMark | null {
  const digits = digitsOf(typed);
  if (digits === null || items.some((item) => hasDigits(item, digits))) return null;
  return items.find((item) => pickKeys(item, taxonomy) === digits) ?? null;
}

function hasDigits(item: PickableMark, digits: string): boolean {
  return namesOf(item).normalize('NFKC').includes(digits);
}

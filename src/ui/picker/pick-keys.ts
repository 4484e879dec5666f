/** Choices of the picker by digits, numbered as in the tag modal: first the stance, then its stage, 0 for none. */
import type { Stances } from '../../core/model/taxonomy';
import { namesOf, type PickableMark } from './pickable-marks';
import { choiceKey, NO_STAGE_KEY } from '../tag-modal/keys';

/** The two digits that choose it; null for what has none, such as the tenth stage. */
export function pickKeys({ value }: Pick<PickableMark, 'value'>, taxonomy: Stances): string | null {
  if (!value) return null;
  const at = taxonomy.stances.findIndex(({ id }) => id === value.stance);
  const stages = taxonomy.stances[at]?.stages ?? [];
  const stance = choiceKey(at);
  const stage =
    value.stage === null
      ? String(NO_STAGE_KEY)
      : choiceKey(stages.findIndex(({ id }) => id === value.stage));
  return stance === null || stage === null ? null : `${stance}${stage}`;
}

/** The digits of what is typed, in full width too; null where anything else is in it. */
export function digitsOf(typed: string): string | null {
  const plain = typed.normalize('NFKC').trim();
  return /^[0-9]+$/.test(plain) ? plain : null;
}

/** What the digits may still choose, by its keys, and, last, what has them in its name; null for no digits. */
export function pickedByDigits(
  items: readonly PickableMark[],
  taxonomy: Stances,
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
  taxonomy: Stances,
  typed: string,
): PickableMark | null {
  const digits = digitsOf(typed);
  if (digits === null || items.some((item) => hasDigits(item, digits))) return null;
  return items.find((item) => pickKeys(item, taxonomy) === digits) ?? null;
}

function hasDigits(item: PickableMark, digits: string): boolean {
  return namesOf(item).normalize('NFKC').includes(digits);
}

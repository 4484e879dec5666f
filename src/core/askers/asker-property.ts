/** Plans to write a note's askers into its frontmatter, as lines of their property alone. */
import { propertyKey } from '../model/scope';
import type { TextEdit } from '../model/text-edit';
import { readProperties, type ParseYaml } from '../properties/frontmatter-lines';
import { itemsOf, planProperties, writtenTexts } from '../properties/plan-properties';
import { splitNames } from './asker-names';

/**
 * - `changed`: the property says something else than was read;
 * - `unwritable`: it stands in the frontmatter as no line of its own, or something else would read otherwise.
 */
export type AskersRefusal = 'changed' | 'unwritable';

export type AskersPlan =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly code: AskersRefusal };

export interface WrittenAskers {
  /** What the property says (`writtenTexts`), for `planAskers`. */
  readonly said: readonly string[];
  /** As names: one text may hold several. */
  readonly names: readonly string[];
}

/** The askers as the note's text says them. Throws what `parse` throws. */
export function writtenAskers(text: string, property: string, parse: ParseYaml): WrittenAskers {
  const known = readProperties(text, parse);
  const value = known?.[propertyKey(known, property) ?? ''];
  const said = writtenTexts(value);
  return { said, names: Array.isArray(value) ? said : splitNames(said).map((name) => name.trim()) };
}

/**
 * `before` is what the property said when it was read (`writtenTexts`), `wanted` what it is to say: those that
 * stand there stay first, in their order. Throws what `parse` throws.
 */
export function planAskers(
  text: string,
  property: string,
  before: readonly string[],
  wanted: readonly string[],
  parse: ParseYaml,
): AskersPlan {
  const names = [...new Set([...before.filter((name) => wanted.includes(name)), ...wanted])];
  const known = readProperties(text, parse);
  if (!known) return refused('unwritable');
  const key = propertyKey(known, property);
  const value = key === null ? undefined : known[key];
  if (!isSame(writtenTexts(value), before)) return refused('changed');
  if (itemsOf(value).some((item) => typeof item === 'object' && item !== null)) {
    return refused('unwritable');
  }
  if (isSame(before, names)) return { ok: true, edits: [] };
  const edits = planProperties(text, { [key ?? property]: names }, parse);
  return edits ? { ok: true, edits } : refused('unwritable');
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at]);
}

function refused(code: AskersRefusal): AskersPlan {
  return { ok: false, code };
}

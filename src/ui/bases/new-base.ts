/** A base of questions as it is begun: of the user's articles, as the settings tell them, with one view. */
import type { ScopeRule } from '../../core/model/scope';
import { BASE_VIEW } from './base-options';

/** The text of a `.base` whose view is called `name`. */
export function newBase(scope: ScopeRule, name: string): string {
  const filters = filtersOf(scope).map((filter) => `    - ${quoted(filter)}\n`);
  return `filters:\n  and:\n${filters.join('')}views:\n  - type: ${BASE_VIEW}\n    name: ${quoted(name)}\n`;
}

/** What Bases can say of the rule: `hasTag` finds a note's tags wherever they stand, and takes nested ones too. */
function filtersOf({ mode, tags, checkbox, checkboxValue }: ScopeRule): readonly string[] {
  const notes = 'file.ext == "md"';
  if (mode === 'vault') return [notes];
  const names = tags.map((tag) => JSON.stringify(tag.replace(/^#/, '')));
  const filters = [
    ...(names.length > 0 ? [`file.hasTag(${names.join(', ')})`] : []),
    ...(checkbox === null
      ? []
      : [`note[${JSON.stringify(checkbox)}] ${checkboxValue ? '==' : '!='} true`]),
  ];
  return filters.length > 0 ? filters : [notes];
}

/** A text as YAML has it between single quotes, on one line. */
function quoted(text: string): string {
  return `'${text.replace(/\s+/g, ' ').replaceAll("'", "''")}'`;
}

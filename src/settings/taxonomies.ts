/** What the settings' list of taxonomies means: which of them is worked with, and by which roots notes are read. */
import type { MarkFormat } from '../core/model/mark';
import { withRoot } from '../core/model/roots';
import type { Taxonomy } from '../core/model/taxonomy';

/** That part of the settings. */
export interface Taxonomies {
  /** One or more, each with another id. */
  readonly taxonomies: readonly Taxonomy[];
  /** The id of the one that is worked with. */
  readonly active: string;
}

interface MarkStyleSetting {
  readonly mark: Pick<MarkFormat, 'style'>;
}

/** The taxonomy that is worked with; the first where the settings name one that is not there. */
export function activeTaxonomy({ taxonomies, active }: Taxonomies): Taxonomy {
  const [first] = taxonomies;
  const found = taxonomies.find(({ id }) => id === active) ?? first;
  if (!found) throw new RangeError('settings without a taxonomy');
  return found;
}

/** All taxonomies, the one that is worked with first. */
export function inWorkOrder(settings: Taxonomies): readonly Taxonomy[] {
  const active = activeTaxonomy(settings);
  return [active, ...settings.taxonomies.filter((each) => each !== active)];
}

/** The part of the settings that is different once the taxonomy worked with is what `edit` makes of it. */
export function editActive(
  settings: Taxonomies,
  edit: (taxonomy: Taxonomy) => Taxonomy,
): Pick<Taxonomies, 'taxonomies'> {
  const active = activeTaxonomy(settings);
  return {
    taxonomies: settings.taxonomies.map((each) => (each === active ? edit(each) : each)),
  };
}

/** How marks of the taxonomy that is worked with are written. */
export function markFormat(settings: Taxonomies & MarkStyleSetting): MarkFormat {
  return { root: activeTaxonomy(settings).root, style: settings.mark.style };
}

/** The part of the settings that is different once marks are written so. */
export function withMarkFormat(
  settings: Taxonomies,
  { root, style }: MarkFormat,
): Pick<Taxonomies, 'taxonomies'> & MarkStyleSetting {
  return { ...editActive(settings, (taxonomy) => ({ ...taxonomy, root })), mark: { style } };
}

/** The first segments of the tags that are marks, as notes are read: one of each taxonomy, each once. */
export function rootsOf({ taxonomies }: Pick<Taxonomies, 'taxonomies'>): readonly string[] {
  return taxonomies.reduce<readonly string[]>((roots, { root }) => withRoot(roots, root), []);
}

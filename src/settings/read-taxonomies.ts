/**
 * Taxonomies as a file has them → those that can be used. Read entry by entry, so that one that is broken, or that a
 * newer version wrote, costs nothing but itself: the same entry as it was before stands in for it, or for its broken
 * value, and where there was none it is left out. How many stances or stages there are is nobody's business here.
 */
import { isMarkRoot } from '../core/model/mark';
import {
  DEFAULT_TAXONOMY,
  isTaxonomyId,
  LANGUAGES,
  STANCE_COLORS,
  type Localized,
  type Stage,
  type Stance,
  type Stems,
  type Taxonomy,
} from '../core/model/taxonomy';
import { isItem, isRecord, ownOf, type Item } from './data';

export interface ReadList<T> {
  readonly items: readonly T[];
  /** Everything could be read. */
  readonly isWhole: boolean;
}

/** Never empty where `before` is not: a list of which nothing can be read is as it was. */
export function readTaxonomies(raw: unknown, before: readonly Taxonomy[]): ReadList<Taxonomy> {
  if (raw === undefined) return { items: [DEFAULT_TAXONOMY], isWhole: true };
  return reading((fault) => list(raw, before, fault, taxonomy));
}

/** The same of stances alone. */
export function readStances(raw: unknown, before: readonly Stance[]): ReadList<Stance> {
  return reading((fault) => list(raw, before, fault, stance));
}

type Fault = () => void;
type ReadItem<T> = (raw: Item, before: T | undefined, fault: Fault) => T | null;

function reading<T>(read: (fault: Fault) => readonly T[]): ReadList<T> {
  let isWhole = true;
  const items = read(() => {
    isWhole = false;
  });
  return { items, isWhole };
}

function list<T extends { readonly id: string }>(
  raw: unknown,
  before: readonly T[],
  fault: Fault,
  read: ReadItem<T>,
): readonly T[] {
  const items = new Map<string, T>();
  for (const item of Array.isArray(raw) ? raw : []) {
    if (!isItem(item) || !isTaxonomyId(item.id) || items.has(item.id)) {
      fault();
      continue;
    }
    const known = before.find(({ id }) => id === item.id);
    const value = read(item, known, fault) ?? known;
    if (value) items.set(item.id, value);
  }
  if (items.size > 0) return [...items.values()];
  fault();
  return before;
}

function taxonomy(raw: Item, before: Taxonomy | undefined, fault: Fault): Taxonomy | null {
  const { id, root } = raw;
  const stances = list(raw.stances, before?.stances ?? [], fault, stance);
  if (stances.length === 0) return null;
  const name = text(raw.name, before?.name ?? { en: id }, fault);
  if (typeof root === 'string' && isMarkRoot(root)) return { id, name, root, stances };
  fault();
  return { id, name, root: before?.root ?? DEFAULT_TAXONOMY.root, stances };
}

function stance(raw: Item, before: Stance | undefined, fault: Fault): Stance | null {
  const { id } = raw;
  const stages = list(raw.stages, before?.stages ?? [], fault, stage);
  if (stages.length === 0) return null;
  const label = text(raw.label, before?.label ?? { en: id }, fault);
  const color = STANCE_COLORS.find((each) => each === raw.color);
  if (color === undefined) fault();
  return { id, label, color: color ?? before?.color ?? STANCE_COLORS[0], stages };
}

function stage(raw: Item, before: Stage | undefined, fault: Fault): Stage {
  const { id } = raw;
  const own = stems(raw.stems, before?.stems, fault);
  return {
    id,
    label: text(raw.label, before?.label ?? { en: id }, fault),
    asks: text(raw.asks, before?.asks ?? { en: '' }, fault),
    ...(own && { stems: own }),
  };
}

/** Lists of texts by language; undefined where there are none of the stage's own. */
function stems(raw: unknown, before: Stems | undefined, fault: Fault): Stems | undefined {
  if (raw === undefined) return undefined;
  if (!isRecord(raw)) {
    fault();
    return before;
  }
  const lists = LANGUAGES.flatMap((language) => {
    const list: unknown = ownOf(raw, language);
    if (list === undefined) return [];
    if (Array.isArray(list) && list.every((stem) => typeof stem === 'string')) {
      return [[language, list] as const];
    }
    fault();
    return before?.[language] ? [[language, before[language]] as const] : [];
  });
  return Object.fromEntries(lists);
}

/** Text in the languages that this version speaks; English alone has to be there. */
function text(raw: unknown, before: Localized, fault: Fault): Localized {
  if (!isRecord(raw) || typeof raw.en !== 'string') {
    fault();
    return before;
  }
  const spoken = LANGUAGES.flatMap((language) => {
    const said = ownOf(raw, language);
    if (said !== undefined && typeof said !== 'string') fault();
    return typeof said === 'string' ? [[language, said] as const] : [];
  });
  return { ...Object.fromEntries(spoken), en: raw.en };
}

// What a base makes of the vault's files: filtered by the base and by the view, sorted, limited, grouped by one
// property at most (help, «Bases syntax» and «Views»; typings of `BasesConfigFile`). The keys of a view, `sort` and
// `groupBy` as `{property, direction}`, are read off base files that Obsidian wrote.
import type { BasesConfigFileFilter, BasesPropertyId, BasesSortConfig } from 'obsidian';
import { FilterFault, isTruthy, readStatement, type Subject } from './expression.ts';

export interface ViewConfig {
  readonly type: string;
  readonly name: string;
  readonly filters?: BasesConfigFileFilter;
  readonly limit?: number;
  readonly sort?: readonly BasesSortConfig[];
  readonly groupBy?: BasesSortConfig;
  readonly order?: readonly string[];
  readonly [key: string]: unknown;
}

export interface BaseConfig {
  readonly filters?: BasesConfigFileFilter;
  readonly properties?: Readonly<Record<string, { readonly displayName?: string }>>;
  readonly views?: readonly ViewConfig[];
}

export interface Group<T> {
  readonly key: unknown;
  readonly entries: readonly T[];
}

/** Whether a file passes. Throws a FilterFault where the filter is not understood. */
export function passes(filter: BasesConfigFileFilter | undefined, subject: Subject): boolean {
  if (filter === undefined) return true;
  if (typeof filter === 'string') return isTruthy(readStatement(filter)(subject));
  if ('and' in filter) return filter.and.every((each) => passes(each, subject));
  if ('or' in filter) return filter.or.some((each) => passes(each, subject));
  // «not» is passed by what none of its filters has.
  if ('not' in filter) return !filter.not.some((each) => passes(each, subject));
  throw new FilterFault(`Not understood: ${JSON.stringify(filter)}`);
}

/** Without a prefix a name is a note's property. */
export function propertyId(name: string): BasesPropertyId {
  return /^(?:note|file|formula)\./.test(name) ? (name as BasesPropertyId) : `note.${name}`;
}

function order(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  // What has no value comes last, whatever the direction.
  return String(one).localeCompare(String(other), undefined, { numeric: true });
}

function byProperty<T extends Subject>({ property, direction }: BasesSortConfig) {
  return (one: T, other: T): number => {
    const [a, b] = [one, other].map((each) => each.property(propertyId(property)));
    if (a === undefined || b === undefined)
      return Number(a === undefined) - Number(b === undefined);
    return direction === 'DESC' ? order(b, a) : order(a, b);
  };
}

/** The files of a view, in its order, no more than its limit. */
export function runQuery<T extends Subject>(
  base: BaseConfig,
  view: ViewConfig,
  files: readonly T[],
): readonly T[] {
  const found = files.filter((each) => passes(base.filters, each) && passes(view.filters, each));
  const sorts = [...(view.groupBy ? [view.groupBy] : []), ...(view.sort ?? [])];
  const sorted = found.sort((one, other) => {
    for (const sort of sorts) {
      const difference = byProperty<T>(sort)(one, other);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return view.limit === undefined ? sorted : sorted.slice(0, view.limit);
}

/** The files by the view's one grouping; one group without a key where it has none. */
export function groupFiles<T extends Subject>(
  view: ViewConfig,
  files: readonly T[],
): readonly Group<T>[] {
  const { groupBy } = view;
  if (!groupBy) return [{ key: undefined, entries: files }];
  const groups = new Map<string, { key: unknown; entries: T[] }>();
  for (const file of files) {
    const key = file.property(propertyId(groupBy.property));
    const name = JSON.stringify([key]);
    const group = groups.get(name) ?? { key, entries: [] };
    group.entries.push(file);
    groups.set(name, group);
  }
  return [...groups.values()];
}

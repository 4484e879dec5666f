/** What can be done with saved queries. Names are unique as people write them: `Cost` and `cost` are one. */
import { findPreset, type Preset } from '../core/query';

export type Queries = readonly Preset[];

/** Whether another query than `own` has the name. */
export function isQueryNameTaken(queries: Queries, name: string, own: string | null): boolean {
  const found = findPreset(queries, name);
  return found !== undefined && found.name !== own;
}

/** The query in place of the one called `own`, or added at the end where there is none. */
export function putQuery(queries: Queries, query: Preset, own: string | null): Queries {
  const isThere = queries.some(({ name }) => name === own);
  return !isThere ? [...queries, query] : queries.map((each) => (each.name === own ? query : each));
}

export function removeQuery(queries: Queries, name: string): Queries {
  return queries.filter((each) => each.name !== name);
}

/** The query moved to the position of another one. */
export function moveQuery(queries: Queries, name: string, target: string): Queries {
  const [from, to] = [name, target].map((each) => queries.findIndex((one) => one.name === each));
  const moved = queries[from ?? -1];
  if (!moved || to === undefined || to === -1) return queries;
  const others = queries.filter((each) => each !== moved);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}

/**
 * Saved queries as a file has them → those that can be used, in their order. Read entry by entry: what is no saved
 * query, or has the name of another one, is left out and costs nothing but itself.
 */
import * as v from 'valibot';
import { findPreset, type Preset } from '../core/query';
import { hasKeys, isRecord } from './data';

const entry = v.object({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty()),
  text: v.string(),
});

export function readQueries(raw: unknown): {
  readonly items: readonly Preset[];
  /** Everything could be read. */
  readonly isWhole: boolean;
} {
  if (raw === undefined) return { items: [], isWhole: true };
  const listed: readonly unknown[] = Array.isArray(raw) ? raw : [];
  const items: Preset[] = [];
  for (const each of listed) {
    const read = v.safeParse(entry, each);
    if (read.success && !findPreset(items, read.output.name)) items.push(read.output);
  }
  return { items, isWhole: Array.isArray(raw) && items.length === listed.length };
}

/**
 * Merged settings in which no two saved queries have one name: where each of two devices has given it, the later one
 * is numbered.
 */
export function withDistinctNames(data: unknown): unknown {
  if (!isRecord(data)) return data;
  const { items, isWhole } = readQueries(data.queries);
  if (isWhole || !hasKeys(data.queries)) return data;
  const named = [...items];
  for (const each of data.queries) {
    const read = v.safeParse(entry, each);
    if (!read.success || items.some(({ name }) => name === read.output.name)) continue;
    named.push({ ...read.output, name: freeQueryName(named, read.output.name) });
  }
  return { ...data, queries: named };
}

/** The name, with the first number behind it that no other has where it is taken. */
export function freeQueryName(queries: readonly Preset[], name: string): string {
  if (!findPreset(queries, name)) return name;
  let number = 2;
  while (findPreset(queries, `${name} ${String(number)}`)) number += 1;
  return `${name} ${String(number)}`;
}

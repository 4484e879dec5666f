/**
 * Obsidian's «Excluded files» as they stand in the vault's configuration. Obsidian's typings know of no way to read
 * it, so everything about it is asked for, and what is not as expected excludes nothing.
 */
import type { Vault } from 'obsidian';

export function excludedFiles(vault: Vault): readonly string[] {
  const getConfig: unknown = Reflect.get(vault, 'getConfig');
  if (typeof getConfig !== 'function') return [];
  const filters: unknown = getConfig.call(vault, 'userIgnoreFilters');
  if (!Array.isArray(filters)) return [];
  return filters.filter((filter) => typeof filter === 'string');
}

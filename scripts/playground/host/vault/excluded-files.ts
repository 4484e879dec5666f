// «Excluded files»: `userIgnoreFilters` of `app.json`, each the beginning of a path, or a pattern between slashes (help,
// «Settings», «Excluded files»). Obsidian leaves such files out of suggestions and makes less of them elsewhere; they
// stay files of the vault.

/** Whether one of `filters`, as they stand in the settings, has the path. */
export function isExcluded(path: string, filters: unknown): boolean {
  if (!Array.isArray(filters)) return false;
  return filters.some((filter) => {
    if (typeof filter !== 'string' || filter === '') return false;
    const pattern = /^\/(.+)\/$/.exec(filter)?.[1];
    if (pattern === undefined) return path.startsWith(filter);
    try {
      return new RegExp(pattern).test(path);
    } catch {
      // A pattern that is none excludes nothing.
      return false;
    }
  });
}

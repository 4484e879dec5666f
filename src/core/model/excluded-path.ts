/**
 * Obsidian's «Excluded files»: beginnings of paths, and regular expressions between slashes. Pure. A regular
 * expression that is none excludes nothing; neither does an empty entry.
 */

/** Makes of the entries a test of paths. */
export function excludedPaths(filters: readonly string[]): (path: string) => boolean {
  const tests = filters.flatMap((filter) => {
    const test = testOf(filter);
    return test ? [test] : [];
  });
  return (path) => tests.some((test) => test(path));
}

function testOf(filter: string): ((path: string) => boolean) | null {
  if (filter === '') return null;
  if (filter.length < 3 || !filter.startsWith('/') || !filter.endsWith('/')) {
    return (path) => path.startsWith(filter);
  }
  try {
    const pattern = new RegExp(filter.slice(1, -1));
    return (path) => pattern.test(path);
  } catch {
    return null;
  }
}

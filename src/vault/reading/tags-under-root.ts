/** What the metadata cache says of a note's tags, so that only notes with marks are read. */
import type { CachedMetadata } from 'obsidian';

/** Whether the note has a tag below one of `roots`. */
export function hasTagUnder(cache: CachedMetadata | null, roots: readonly string[]): boolean {
  const prefixes = roots.map((root) => `#${root}/`.toLowerCase());
  return (
    cache?.tags?.some(({ tag }) =>
      prefixes.some((prefix) => tag.toLowerCase().startsWith(prefix)),
    ) === true
  );
}

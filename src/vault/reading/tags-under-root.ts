/** What the metadata cache says of a note's tags, so that only notes with marks are read. */
import type { CachedMetadata } from 'obsidian';
import { isTagUnder } from '../../core/model/roots';

/** Whether the note has a tag below one of `roots`. */
export function hasTagUnder(cache: CachedMetadata | null, roots: readonly string[]): boolean {
  return cache?.tags?.some(({ tag }) => isTagUnder(tag, roots)) === true;
}

/**
 * The roots: first segments of the tags that are marks, without `#`, one for each taxonomy. What reads a note
 * reads the marks of all of them; what writes takes one.
 */
import { isSameRoot } from './question';

/** Whether a note is read alike with both. */
export function areSameRoots(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((root, at) => root === b[at]));
}

/** `roots` with `root` among them. */
export function withRoot(roots: readonly string[], root: string): readonly string[] {
  return roots.some((each) => isSameRoot(each, root)) ? roots : [...roots, root];
}

/**
 * The roots: first segments of the tags that are marks, without `#`, one for each taxonomy. What reads a note
 * reads the marks of all of them; what writes takes one.
 */
import { isBelow } from './path';
import { isSameRoot } from './question';

/** Whether a note is read alike with both. */
export function areSameRoots(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((root, at) => root === b[at]));
}

/** Whether a tag, with its `#`, is one below a root. */
export function isTagUnder(tag: string, roots: readonly string[]): boolean {
  const lower = tag.toLowerCase();
  return roots.some((root) => isBelow(lower, `#${root.toLowerCase()}`));
}

/** Whether a text may have a mark in it: a look that costs nothing. */
export function mayHoldMark(text: string, roots: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return roots.some((root) => lower.includes(`#${root.toLowerCase()}/`));
}

/** `roots` with `root` among them. */
export function withRoot(roots: readonly string[], root: string): readonly string[] {
  return roots.some((each) => isSameRoot(each, root)) ? roots : [...roots, root];
}

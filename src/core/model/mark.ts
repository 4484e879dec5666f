/** A mark as text: `#root/stance/stage`, bare (style `tag`) or in an Obsidian comment (style `comment`). */
import type { MarkStyle, MarkValue } from './question';
import { TAG_NAME } from '../text/tag-name';
import { tagPath } from './stage-key';

export interface MarkFormat {
  /** The first segment of the tag, without `#`. */
  readonly root: string;
  /** How marks are written; both styles are always read. */
  readonly style: MarkStyle;
}

export const DEFAULT_MARK_FORMAT: MarkFormat = { root: 'question', style: 'tag' };

/** Whether the two say the same. */
export function sameMark(a: MarkValue | null, b: MarkValue | null): boolean {
  if (a === null || b === null) return a === b;
  return a.stance === b.stance && a.stage === b.stage;
}

/** A root that makes a valid tag: what the tag grammar takes, no `/`, not digits alone. */
export function isMarkRoot(root: string): boolean {
  TAG_NAME.lastIndex = 0;
  const match = TAG_NAME.exec(root);
  return match?.[0] === root && !root.includes('/') && !/^\d+$/.test(root);
}

/** The mark as text, without the spaces around it. */
export function formatMark(value: MarkValue, format: MarkFormat): string {
  return inStyle(`#${format.root}/${tagPath(value)}`, format.style);
}

/** The tag, written in that style. */
export function inStyle(tag: string, style: MarkStyle): string {
  return style === 'comment' ? `%% ${tag} %%` : tag;
}

/** Whether Obsidian would take what stands at `at` into a tag that ends there. */
export function isTagCharacter(text: string, at: number): boolean {
  TAG_NAME.lastIndex = at;
  return TAG_NAME.test(text);
}

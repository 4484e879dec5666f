/**
 * The codec of marks: `#root/stance/stage`, bare (style `tag`) or in an Obsidian comment (style `comment`).
 * Reads marks from a text and plans the edits that set, change or clear them. Removing a mark gives
 * the bytes before it back; bytes outside marks never change.
 *
 * The space before a mark is always the mark's own. The space after it is the text's where the text that
 * follows is of a script that puts spaces between words, and the mark's own where it is not:
 *
 *     為什麼？因為       Why? Because
 *          ^ insert " #m "  ^ insert " #m"
 *
 * Where narrow text follows with no space (`Why?Because`), two spaces before the mark say that the space
 * after it is the mark's own.
 */
import type { MarkStyle, MarkValue, PlacedMark, Question } from './question';
import { SKIP } from './question';
import type { TextEdit } from './text-edit';

export interface MarkFormat {
  /** The first segment of the tag, without `#`. */
  readonly root: string;
  /** How marks are written; both styles are always read. */
  readonly style: MarkStyle;
}

export const DEFAULT_MARK_FORMAT: MarkFormat = { root: 'question', style: 'tag' };

/** A tag ends at white space, at ASCII punctuation other than `/-_`, and at general punctuation. */
const TAG_END = /[\s!"#$%&'()*+,.:;<=>?@^`{|}~[\]\\\u2000-\u206f\u2e00-\u2e7f]/;

/** A script written without spaces between words: CJK, kana, full-width forms and their punctuation. */
const WIDE = /[\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[\ud840-\ud87f]/;

/** Two marks that say the same. */
export function sameMark(a: MarkValue | null, b: MarkValue | null): boolean {
  return a === b || (a !== null && b !== null && a.stance === b.stance && a.stage === b.stage);
}

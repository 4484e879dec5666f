/** What Obsidian takes into a tag: it ends at white space, ASCII punctuation other than `/-_`, and general punctuation. */

const NAME = /[^\s!"#$%&'()*+,.:;<=>?@^`{|}~[\]\\\u2000-\u206f\u2e00-\u2e7f]+/;

/** Behind the `#`. */
export const TAG_NAME = new RegExp(NAME.source, 'y');

/** With the `#`. */
export const TAG = new RegExp(`#${NAME.source}`, 'y');

/** Each that stands at the start or behind white space; its name is what the group holds. */
export const SPACED_TAGS = new RegExp(`(?:^|\\s)#(${NAME.source})`, 'g');

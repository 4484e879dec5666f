/**
 * The gap of a stem: what the writer still has to say. One fixed run of characters, written into notes, by which a
 * question is known as begun and not yet asked: three dashed low lines, of which the middle one is of the other kind. They
 * look like the blank line of a form, every Chinese font has them, Markdown and tags have no use for them, and no keyboard
 * and no input method gives the two in turn, so that forms (`____`, `＿＿＿`) and rows of one of them (`﹍﹍﹍`) are none.
 */
export const GAP = '\ufe4d\ufe4e\ufe4d';

/** How stems are written where they are kept and edited: two low lines or more, as on paper. */
const BLANK = /[_＿]{2,}/g;

export function holdsGap(text: string): boolean {
  return text.includes(GAP);
}

/** The stem as it stands in a note. */
export function stemText(stem: string): string {
  return stem.trim().replace(BLANK, GAP);
}

/** The stem as it is kept and edited. */
export function stemSource(text: string): string {
  return text.trim().replaceAll(GAP, '__').replace(BLANK, '__');
}

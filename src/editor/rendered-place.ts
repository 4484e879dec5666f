/**
 * Where in rendered text the marks belong that Obsidian does not render, those in comments. The questions of
 * the source are looked for in the rendered text one after another, by their letters, digits and question
 * marks alone: dressing is gone there, and line breaks are elements.
 */
import type { PlacedMark, Question } from '../core/model/question';
import { isCloser } from '../core/text/character';

export interface RenderedPlace {
  /** The UTF-16 offset in the rendered text behind the terminator and what closes it. */
  readonly at: number;
  /** All of the question's marks in the order of the source, those that are rendered too. */
  readonly marks: readonly PlacedMark[];
}

/**
 * The places of the questions that comment marks stand behind, in order. A question that is not found, or
 * not for certain, has none.
 */
export function placeHiddenMarks(
  rendered: string,
  questions: readonly Pick<Question, 'text' | 'marks'>[],
): readonly RenderedPlace[] {
  const { letters, offsets } = lettersOf(rendered);
  const places: RenderedPlace[] = [];
  let from = 0;
  for (const { text, marks } of questions) {
    const wanted = lettersOf(text).letters;
    const found = wanted === '' ? -1 : letters.indexOf(wanted, from);
    if (found === -1) continue;
    from = found + wanted.length;
    const last = offsets[from - 1];
    const isHidden = marks.some(({ style }) => style === 'comment');
    if (!isHidden || last === undefined) continue;
    places.push({ at: pastClosers(rendered, last), marks });
  }
  return places;
}

/** Behind what closes the question that ends at `at`, and the rest of its terminator. */
function pastClosers(rendered: string, at: number): number {
  let past = at;
  while (isCloser(rendered.charCodeAt(past)) || '!！'.includes(rendered[past] ?? ' ')) past += 1;
  return past;
}

/** The letters, digits and asking signs of `text`, and by each of their UTF-16 units where it ends. */
function lettersOf(text: string): {
  readonly letters: string;
  readonly offsets: readonly number[];
} {
  let letters = '';
  const offsets: number[] = [];
  for (const { 0: run, index } of text.matchAll(/[\p{L}\p{N}?？﹖⁇⁈⁉]+/gu)) {
    letters += run;
    for (let at = 1; at <= run.length; at += 1) offsets.push(index + at);
  }
  return { letters, offsets };
}

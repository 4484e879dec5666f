/**
 * By what a question is found again in its note, wherever it has moved: 32 bits of its words, and of how many such
 * questions stand before it.
 */
import type { Question } from '../../core/model/question';

/** In the order of `questions`, which are all of their note. */
export function questionKeys(questions: readonly Pick<Question, 'text'>[]): readonly number[] {
  const seen = new Map<string, number>();
  return questions.map(({ text }) => {
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    let key = Math.imul(before ^ 0x811c9dc5, 0x01000193);
    for (let at = 0; at < text.length; at++) {
      key = Math.imul(key ^ text.charCodeAt(at), 0x01000193);
      key ^= key >>> 15;
    }
    return key >>> 0;
  });
}

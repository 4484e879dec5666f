/** What a note's comments say of its questions, for whoever draws marks in comments. */
import { extractQuestions } from '../core/reading/extract';

/**
 * The marks in comments of `text`, each with its question, as one string. Two texts with the same string
 * differ in no such mark; empty where there is none.
 */
export function commentMarks(text: string, roots: readonly string[]): string {
  if (!text.includes('%%')) return '';
  const seen = new Map<string, number>();
  return extractQuestions(text, { roots })
    .flatMap(({ text: question, marks }) => {
      const nth = (seen.get(question) ?? 0) + 1;
      seen.set(question, nth);
      if (!marks.some(({ style }) => style === 'comment')) return [];
      // All of them, since hidden ones are drawn among those that show.
      const values = marks.map(({ style, root, stance, stage }) => [
        style,
        root,
        stance,
        stage ?? '',
      ]);
      return [JSON.stringify([nth, question, values])];
    })
    .join('\n');
}

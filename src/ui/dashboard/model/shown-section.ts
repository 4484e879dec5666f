/** Which heading a row names: the innermost above the question, or the one that a search has found it by. */
import { foldText } from '../../../core/query';
import type { Question } from '../../../core/model/question';
import { sectionInNote } from '../../parts/question-section';

/** Null where there is none that says more than the name of the note at `path`. */
export function shownSection(
  path: string,
  question: Pick<Question, 'section'>,
  search: readonly string[],
): string | null {
  const wanted = search.map((text) => foldText(text.trim())).filter((text) => text !== '');
  const found = question.section.filter((title) => {
    const folded = wanted.length === 0 ? '' : foldText(title);
    return wanted.some((text) => folded.includes(text));
  });
  return found.at(-1) ?? sectionInNote(path, question).at(-1) ?? null;
}

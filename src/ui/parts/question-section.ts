/** The headings above a question, as they are shown beside its note's name. */
import { foldText, noteName } from '../../core/query';
import type { Question } from '../../core/model/question';
import { withoutSpaces } from '../../core/text/character';

/**
 * The trail without a first heading that only says the name of the note at `path` once more, case and spaces
 * aside.
 */
export function sectionInNote(
  path: string,
  { section }: Pick<Question, 'section'>,
): readonly string[] {
  const [first] = section;
  return first !== undefined && plain(first) === plain(noteName(path)) ? section.slice(1) : section;
}

function plain(text: string): string {
  return withoutSpaces(foldText(text));
}

/** What a review's head says of a question: where it stands, who asks it, and what stands around it. */
import { parseYaml } from 'obsidian';
import { noteName } from '../../core/query';
import type { UiContext } from '../context';
import { sectionInNote } from '../parts/question-section';
import type { HeadTexts } from './review-head';
import type { ShownQuestion } from './review-history';
import { askerIn, passageAround } from './review-passage';

/** @param state How many are left, or what it is tagged with. */
export function headTexts(
  { settings }: Pick<UiContext, 'settings'>,
  shown: ShownQuestion,
  state: string,
): HeadTexts {
  const { file, question, read } = shown;
  const asker = askerIn(shown, settings.get().notes.askersProperty, parseYaml);
  const parts = [...sectionInNote(file.path, question), question.label, asker];
  const place = [noteName(file.path), ...new Set(parts.filter((part) => part !== null))];
  const around = passageAround(shown.text, question, read);
  return { place: place.join(' › '), state, text: question.text, ...around };
}

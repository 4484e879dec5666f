/** The vault's examples of a stage. Notes with marks are in the index wherever they stand, so nothing is read for them. */
import { localDay } from '../../core/model/local-day';
import {
  type AnswerRow,
  type ColumnStore,
  noteName,
  query,
  type StageExamples,
  stageExamples,
} from '../../core/query';
import { inWorkOrder, rootsOf } from '../../settings/taxonomies';
import type { UiContext } from '../context';
import { listedKinds } from '../parts/listed-kinds';
import { openQuestion } from '../parts/open-question';
import { sectionInNote } from '../parts/question-section';
import type { PaneType } from 'obsidian';

export type ExamplesContext = Pick<
  UiContext,
  'app' | 'index' | 'settings' | 'language' | 'strings' | 'operations'
> & {
  /** Of the index's notes, as all queries have them. */
  readonly columns: ColumnStore;
};

/** `here`: the path of the note at hand. */
export function vaultExamples(
  { index, settings, columns }: ExamplesContext,
  stage: string,
  here: string | null,
  most: number,
): StageExamples {
  const now = settings.get();
  const context = {
    entries: index.entries(),
    store: columns,
    taxonomies: inWorkOrder(now),
    kinds: listedKinds(now.lists),
    today: localDay(),
    notes: { kind: 'vault' },
  } as const;
  return stageExamples((asked) => query(asked, context), stage, here, most);
}

/** Where an example stands: who asks, its note, the headings above it. */
export function exampleSource({ strings }: Pick<UiContext, 'strings'>, row: AnswerRow): string {
  const { asker, path } = row;
  const parts = [asker ?? strings.learning.noAsker, noteName(path), ...sectionInNote(path, row)];
  return parts.join(' · ');
}

/** Opens the example's note with it in view. What the index does not hold any more is not opened. */
export function openExample(
  { app, index, settings }: ExamplesContext,
  { path, end }: AnswerRow,
  pane: PaneType | boolean,
): void {
  const file = app.vault.getFileByPath(path);
  const question = index
    .get(path)
    ?.questions.all()
    .find((each) => each.end === end);
  if (file && question) {
    void openQuestion(app, file, question, rootsOf(settings.get()), pane);
  }
}

/** What is learnt of the tags that rows are given: of those of which something was proposed. */
import type { MarkValue, Question } from '../../../core/model/question';
import { proposalOutcome } from '../../../core/suggest/note-proposals';
import type { Row } from '../../../core/query';
import type { WrittenChoice } from '../../../vault/suggest/written-choices';
import type { RowGhosts } from './row-ghosts';

/** By note: each question that is given another mark, with what came of its proposals. */
export function choicesAt(
  rows: readonly Row[],
  valueFor: (question: Question) => MarkValue | null,
  ghosts: Pick<RowGhosts, 'of'>,
): ReadonlyMap<string, readonly WrittenChoice[]> {
  const choices = new Map<string, WrittenChoice[]>();
  for (const row of rows) {
    const { entry, question } = row;
    const found = ghosts.of(row);
    const outcome = found && proposalOutcome(found, valueFor(question));
    if (!outcome) continue;
    const ofNote = choices.get(entry.path) ?? [];
    ofNote.push({ text: question.text, outcome });
    choices.set(entry.path, ofNote);
  }
  return choices;
}

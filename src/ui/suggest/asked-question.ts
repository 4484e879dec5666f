/** One question of a note, as pickers ask the suggester about it, and what is learnt once a choice is written. */
import type { MarkValue, Question } from '../../core/model/question';
import {
  NO_PROPOSALS,
  proposalOutcome,
  type QuestionProposals,
} from '../../core/suggest/note-proposals';
import type { Suggester } from '../../vault/suggest/suggester';

interface AskingContext {
  readonly suggester: Pick<Suggester, 'mode' | 'ready' | 'ofNote' | 'learn'>;
}

export interface AskedQuestion {
  readonly path: string;
  /** All questions of the note, as it was read. */
  readonly read: readonly Question[];
  /** The one that is asked about, of the same reading. */
  readonly question: Pick<Question, 'start' | 'text'>;
  /** The note's text, which has the questions where they stand; null where it is not at hand. */
  readonly text: string | null;
}

/** What is suggested for it by what is known now. */
export function proposalsFor(
  { suggester }: AskingContext,
  { path, read, question, text }: AskedQuestion,
): QuestionProposals {
  const position = read.findIndex(({ start }) => start === question.start);
  if (position === -1 || suggester.mode === 'off') return NO_PROPOSALS;
  const note = suggester.ofNote(path, read, text);
  const proposals = note.of(position, note.marks);
  note.close();
  return proposals;
}

/** To be called once the choice stands in the note, at its path of the moment. */
export function learnWritten(
  { suggester }: AskingContext,
  path: string,
  { text }: Pick<Question, 'text'>,
  proposals: QuestionProposals,
  chosen: MarkValue | null,
): void {
  const outcome = proposalOutcome(proposals, chosen);
  if (outcome) suggester.learn(path, [{ text, outcome }]);
}

/** Tests of notes and their questions, which filters are made of. */
import type { Question } from '../question';
import type { NoteEntry } from '../question-index';

/** `at` is the question's place among those of its note. */
export type QuestionTest = (question: Question, at: number) => boolean;

/** What a term says of a note: all of its questions fit, none does, or each is to be tested. */
export type NoteTest = (entry: NoteEntry) => boolean | QuestionTest;

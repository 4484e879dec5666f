/**
 * The questions of a note that is being read. Whose they are shows only once the whole note is: until then a
 * question's label may be the name of who speaks.
 */
import type { Question } from './question';
import { isPronoun } from './speaker';
import type { Speakers } from './turn-track';

interface Draft {
  readonly question: Question;
  /** The turn it stands in, for `Speakers.of`. */
  readonly turn: number;
}

export class QuestionDrafts {
  readonly #drafts: Draft[] = [];

  add(question: Question, turn: number): void {
    this.#drafts.push({ question, turn });
  }

  /** The questions in the order in which they came, each with its speaker. */
  resolve(speakers: Speakers): readonly Question[] {
    return this.#drafts.map(({ question, turn }) => {
      const speaker = speakers.of(turn);
      const { label } = question;
      const isPerson = label !== null && (speakers.isName(label) || isPronoun(label));
      if (speaker === null && !isPerson) return question;
      return { ...question, speaker, label: isPerson ? null : label };
    });
  }
}

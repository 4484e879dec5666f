/**
 * The questions of a note that is being read. Whose they are shows only once the whole note is: until then a
 * question's label, or a heading above it, may be the name of who speaks.
 */
import { isPronoun } from './around/person-name';
import type { Question } from '../model/question';
import type { SectionTrail } from './around/section';
import type { FoundQuestion } from './sentence/sentence';
import type { Speakers } from './around/turn-track';

export interface QuestionDraft {
  readonly asked: FoundQuestion;
  readonly text: string;
  readonly label: string | null;
  readonly group: number;
  /** The turn it stands in, for `Speakers.of`. */
  readonly turn: number;
  /** How many headings stand before it, for `SectionTrail.resolve`. */
  readonly headings: number;
}

export class QuestionDrafts {
  readonly #drafts: QuestionDraft[] = [];

  add(draft: QuestionDraft): void {
    this.#drafts.push(draft);
  }

  /** The questions in the order in which they came, each with its speaker and its section. */
  resolve(speakers: Speakers, sections: SectionTrail): readonly Question[] {
    const trailBehind = sections.resolve(speakers.isName);
    return this.#drafts.map(({ asked, text, label, group, turn, headings }): Question => {
      const { start, end, markAt, line, kind, marks } = asked;
      const speaker = speakers.of(turn);
      const section = trailBehind(headings);
      const isPerson = label !== null && (speakers.isName(label) || isPronoun(label));
      // Written out, and not spread: that made reading notes half again as slow.
      return {
        start,
        end,
        markAt,
        line,
        text,
        kind,
        section,
        label: isPerson ? null : label,
        speaker,
        group,
        marks,
      };
    });
  }
}

/**
 * Choices that were written and are in the sources' records. Where such a tag goes from its note again, by whichever
 * undo or by hand, what was learnt of it goes from the records, and comes back with the tag.
 */
import { SKIP } from '../../core/model/question';
import { markOfKey } from '../../core/model/stage-key';
import {
  recorded,
  takenBack,
  type ProposalOutcome,
  type SourceRecords,
} from '../../core/suggest/source-records';
import type { TaggedQuestion } from '../../core/suggest/tagged-question';

export interface WrittenChoice {
  readonly text: string;
  readonly outcome: ProposalOutcome;
}

interface Followed extends WrittenChoice {
  path: string;
  /** `expected`: written, and not seen in its note yet. */
  state: 'expected' | 'seen' | 'gone';
}

/** More than anybody takes back. */
const MOST_FOLLOWED = 2000;

export class WrittenChoices {
  #followed: Followed[] = [];

  /** The records with what was written in the note. */
  add(records: SourceRecords, path: string, choices: readonly WrittenChoice[]): SourceRecords {
    const added = choices.map((choice): Followed => ({ ...choice, path, state: 'expected' }));
    this.#followed = [...this.#followed, ...added].slice(-MOST_FOLLOWED);
    return choices.reduce((all, { outcome }) => recorded(all, outcome), records);
  }

  /** The records once the note is tagged so. */
  follow(records: SourceRecords, path: string, tagged: readonly TaggedQuestion[]): SourceRecords {
    let now = records;
    for (const each of this.#followed) {
      if (each.path !== path && each.state !== 'gone') continue;
      const isThere = tagged.some(
        ({ text, stage }) => text === each.text && stage === each.outcome.chosen,
      );
      // A note that was moved is known by where its tags are found again.
      if (isThere && each.state === 'gone') {
        now = recorded(now, each.outcome);
        each.path = path;
        each.state = 'seen';
      } else if (each.path !== path) continue;
      else if (isThere) each.state = 'seen';
      // One that was undone before anybody saw it is gone, too; an older reading is put right by the next one.
      else if (each.state === 'seen' || (each.state === 'expected' && isStage(each.outcome))) {
        now = takenBack(now, each.outcome);
        each.state = 'gone';
      }
    }
    return now;
  }

  forget(): void {
    this.#followed = [];
  }
}

/** Nothing else is seen in notes here: a bare stance, and «not a question», stay as they were recorded. */
function isStage({ chosen }: ProposalOutcome): boolean {
  const { stance, stage } = markOfKey(chosen);
  return stance !== SKIP && stage !== null;
}

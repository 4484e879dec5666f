/**
 * Judged questions played as a vault that is tagged note by note: what each source knows of a question when it comes.
 * What the reader called «none» is left untagged. The model of wordings has not seen the question's document.
 */
import { DEFAULT_TAXONOMY } from '../../src/core/model/taxonomy';
import type { Opinion } from '../../src/core/suggest/opinion';
import { opinionsFrom } from '../../src/core/suggest/opinions';
import { priorOf } from '../../src/core/suggest/prior';
import { TagMemory } from '../../src/core/suggest/tag-memory';
import type { TaggedQuestion } from '../../src/core/suggest/tagged-question';
import { CLASSES, NONE } from '../../src/core/suggest/wording/stage-classes';
import { hashOf } from '../../src/core/suggest/wording/packed-model';
import type { Answer } from './figures';
import type { JudgedQuestion } from './judged-questions';

export interface Moment {
  readonly question: JudgedQuestion;
  readonly prior: ReadonlyMap<string, number>;
  readonly opinions: readonly Opinion[];
}

/** The previous question ends where this one begins. */
const IN_ONE_BREATH = /[?？]["'」』”’)\s]*$/;

/** `wording` has an answer for each question. */
export function* replay(
  questions: readonly JudgedQuestion[],
  wording: readonly Answer[] | null,
): Generator<Moment> {
  const memory = new TagMemory();
  for (const places of notesOf(questions)) {
    const tagged: TaggedQuestion[] = [];
    let group = 0;
    for (const place of places) {
      const question = questions[place];
      if (!question) continue;
      if (!IN_ONE_BREATH.test(question.before)) group += 1;
      const { text, stage } = question;
      const path = String(question.doc);
      const surroundings = {
        text,
        label: question.label ?? null,
        section: null,
        asker: question.speaker ?? null,
        group,
      };
      const prior = priorOf(DEFAULT_TAXONOMY, memory.tags);
      const previous = tagged[tagged.length - 1] ?? null;
      const opinions = [...opinionsFrom(memory, { ...surroundings, path, previous }, prior)];
      const answer = wording?.[place];
      if (answer) opinions.push(opinionOf(answer));
      yield { question, prior, opinions };
      if (stage === NONE) continue;
      tagged.push({ ...surroundings, stage });
      memory.put(path, tagged.slice());
    }
  }
}

/** The places of each document's questions; the documents in an order that has nothing to do with what they are. */
function notesOf(questions: readonly JudgedQuestion[]): readonly (readonly number[])[] {
  const notes = new Map<string, number[]>();
  questions.forEach(({ doc }, place) => {
    const note = notes.get(String(doc));
    if (note) note.push(place);
    else notes.set(String(doc), [place]);
  });
  return [...notes]
    .sort(([a], [b]) => hashOf(a) - hashOf(b) || (a < b ? -1 : 1))
    .map(([, places]) => places);
}

function opinionOf({ scores }: Answer): Opinion {
  const stages = CLASSES.map((name, at) => [name, scores[at] ?? 0] as const);
  return {
    source: 'wording',
    scores: new Map(stages.filter(([name]) => name !== NONE)),
    whyOf: () => null,
  };
}

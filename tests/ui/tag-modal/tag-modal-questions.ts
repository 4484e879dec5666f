/** Questions made by hand for the tag modal's tests: what matters is said, the rest follows from the place. */
import type { MarkValue, PlacedMark, Question } from '../../../src/core/model/question';

export function ask(text: string, given: Partial<Question> = {}): Question {
  return {
    start: 0,
    end: 0,
    markAt: 0,
    line: 1,
    text,
    kind: 'body',
    section: [],
    label: null,
    speaker: null,
    group: 0,
    marks: [],
    ...given,
  };
}

/** Gives each question a place of its own. */
export function inOrder(questions: readonly Question[]): readonly Question[] {
  return questions.map((question, at) => ({
    ...question,
    start: at * 100,
    end: at * 100 + 50,
    markAt: at * 100 + 50,
    line: at + 1,
    group: at,
    marks: question.marks.map((mark) => ({ ...mark, from: at * 100 + 51, to: at * 100 + 60 })),
  }));
}

/** `inward/difference`, `inward`, `skip` as a mark. */
export function value(path: string): MarkValue {
  const [stance = '', stage = null] = path.split('/');
  return { stance, stage };
}

export function placed(path: string): PlacedMark {
  return { ...value(path), root: 'question', from: 51, to: 60, style: 'tag' };
}

export function tagged(text: string, ...paths: readonly string[]): Question {
  return ask(text, { marks: paths.map(placed) });
}

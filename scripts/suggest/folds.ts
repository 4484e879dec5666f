/**
 * Answers of models that have not seen the question's document: the documents fall into folds, and each fold is
 * asked of a model that the others taught. Models are packed and unpacked, so that what ships is measured.
 */
import { CLASSES } from '../../src/core/suggest/wording/stage-classes';
import { evaluateModel } from '../../src/core/suggest/wording/evaluate';
import { featuresOf } from '../../src/core/suggest/wording/features';
import { packModel, unpackModel, type Model } from '../../src/core/suggest/wording/packed-model';
import type { Answer } from './figures';
import type { JudgedQuestion } from './judged-questions';
import { lessonOf, teach, type Lesson } from './teach';
import { fitTemperature, heat } from './temperature';

/** Of each question: the answer of the fold's model as it is, and calibrated by what the other folds' answers need. */
export function answersByFold(
  questions: readonly JudgedQuestion[],
  folds: number,
): { readonly plain: readonly Answer[]; readonly calibrated: readonly Answer[] } {
  const documents = [...new Set(questions.map(({ doc }) => doc))];
  const foldOf = new Map(documents.map((doc, at) => [doc, at % folds]));
  const lessons = questions.map(lessonOf);
  const plain: Answer[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const model = teachWithout(questions, lessons, (question) => foldOf.get(question.doc) === fold);
    questions.forEach((question, at) => {
      if (foldOf.get(question.doc) === fold) plain[at] = answerOf(model, question);
    });
  }
  const temperatures = Array.from({ length: folds }, (_, fold) =>
    fitTemperature(plain.filter((_, at) => foldOf.get(questions[at]?.doc ?? '') !== fold)),
  );
  const calibrated = plain.map((answer, at) =>
    heat(answer, temperatures[foldOf.get(questions[at]?.doc ?? '') ?? 0] ?? 1),
  );
  return { plain, calibrated };
}

export function answerOf(model: Model, question: JudgedQuestion): Answer {
  return {
    scores: evaluateModel(model, featuresOf(question)),
    right: CLASSES.indexOf(question.stage),
  };
}

function teachWithout(
  questions: readonly JudgedQuestion[],
  lessons: readonly Lesson[],
  isLeftOut: (question: JudgedQuestion) => boolean,
): Model {
  const taught = lessons.filter((_, at) => {
    const question = questions[at];
    return question !== undefined && !isLeftOut(question);
  });
  return unpackModel(packModel(teach(taught)));
}

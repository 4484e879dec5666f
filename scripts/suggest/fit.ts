/**
 * `npm run suggest:fit -- <file.jsonl>`: plays the judged questions as a vault that is tagged note by note, and fits
 * what each source's word is worth, with the model of wordings and without it, into
 * `src/core/suggest/source-weights.ts`. Prints how right the sources are together, by weights that other documents
 * gave.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CLASSES, NONE } from '../../src/core/suggest/wording/stage-classes';
import { proposalsFrom } from '../../src/core/suggest/proposals';
import { stageKey } from '../../src/core/model/stage-key';
import { calibrationError, figuresOf, ghostsOf, type Answer } from './figures';
import { fitSources, type Weights } from './fit-sources';
import { answersByFold } from './folds';
import { readJudged } from './judged-questions';
import { replay, type Moment } from './replay';
import { sourceWeightsSource } from './weights-source';

const FOLDS = 5;

const file = process.argv[2];
if (file === undefined) {
  console.error('Which questions? npm run suggest:fit -- <file.jsonl>');
  process.exitCode = 1;
} else {
  const questions = readJudged(file);
  const wording = answersByFold(questions, FOLDS).calibrated;
  const moments = [...replay(questions, wording)];
  print('wording alone', wording);
  print('all sources', answersHeldOut(moments));
  const foreign = [...replay(questions, null)].filter(({ question }) => question.stage !== NONE);
  print('without wording', answersHeldOut(foreign));
  const target = fileURLToPath(
    new URL('../../src/core/suggest/source-weights.ts', import.meta.url),
  );
  writeFileSync(target, sourceWeightsSource(fitSources(moments), fitSources(foreign)));
  console.log(target);
}

function answersHeldOut(moments: readonly Moment[]): readonly Answer[] {
  const docs = [...new Set(moments.map(({ question }) => question.doc))];
  const foldOf = new Map(docs.map((doc, at) => [doc, at % FOLDS]));
  const weights = Array.from({ length: FOLDS }, (_, fold) =>
    fitSources(moments.filter(({ question }) => foldOf.get(question.doc) !== fold)),
  );
  return moments.map((moment) => {
    const own = weights[foldOf.get(moment.question.doc) ?? 0];
    if (!own) throw new Error('each fold has weights');
    return answerOf(moment, own);
  });
}

function answerOf({ question, prior, opinions }: Moment, weights: Weights): Answer {
  const proposals = proposalsFrom({
    text: question.text,
    prior,
    opinions,
    records: {},
    rejected: new Set(),
    weights,
  });
  const byStage = new Map(proposals.map(({ mark, probability }) => [stageKey(mark), probability]));
  const rest = 1 - proposals.reduce((sum, { probability }) => sum + probability, 0);
  return {
    scores: CLASSES.map((name) => (name === NONE ? Math.max(0, rest) : (byStage.get(name) ?? 0))),
    right: CLASSES.indexOf(question.stage),
  };
}

function print(name: string, answers: readonly Answer[]): void {
  const { first, firstThree, n } = figuresOf(answers);
  const ghosts = ghostsOf(answers);
  const figures = {
    first,
    firstThree,
    calibration: calibrationError(answers),
    ghosts: ghosts.share,
    right: ghosts.right,
  };
  const parts = Object.entries(figures).map(([each, value]) => `${each} ${value.toFixed(3)}`);
  console.log(`${name.padEnd(16)} ${parts.join(' ')} n ${n}`);
}

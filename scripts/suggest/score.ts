/**
 * `npm run suggest:score -- <file.jsonl>`: how well the model of wordings that ships, alone, tells the stages of
 * judged questions, «none» counted as a class. With `--json` the last line of its output is the figures as JSON.
 * `--folds 5` measures models that the file itself teaches, each on documents that it has not seen.
 * `--without before,after,speaker,label` takes away what a question may lack.
 */
import { parseArgs } from 'node:util';
import { CLASSES, NONE } from '../../src/core/suggest/wording/stage-classes';
import { shippedModel } from '../../src/core/suggest/wording/shipped-model';
import { calibrationError, figuresOf, ghostsOf, type Answer } from './figures';
import { answerOf, answersByFold } from './folds';
import { readJudged, type JudgedQuestion } from './judged-questions';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    folds: { type: 'string' },
    without: { type: 'string', default: '' },
  },
});

const [file] = positionals;
if (file === undefined) {
  console.error('Which questions? npm run suggest:score -- <file.jsonl>');
  process.exitCode = 1;
} else {
  score(file);
}

function score(path: string): void {
  const absent = options.without.split(',');
  const questions = readJudged(path).map((question) => without(question, absent));
  const answers =
    options.folds === undefined
      ? questions.map((question) => answerOf(shippedModel(), question))
      : answersByFold(questions, Number(options.folds)).calibrated;
  print('all', answers);
  for (const language of new Set(questions.map(({ lang }) => lang))) {
    print(
      language,
      answers.filter((_, at) => questions[at]?.lang === language),
    );
  }
  console.log('');
  for (const [place, name] of CLASSES.entries()) {
    const own = answers.filter(({ right }) => right === place);
    if (own.length > 0) print(name, own);
  }
  if (options.json) console.log(JSON.stringify(figuresOf(answers)));
}

function without(question: JudgedQuestion, absent: readonly string[]): JudgedQuestion {
  return {
    ...question,
    ...(absent.includes('before') && { before: '' }),
    ...(absent.includes('after') && { after: '' }),
    ...(absent.includes('speaker') && { speaker: null }),
    ...(absent.includes('label') && { label: null }),
  };
}

function print(name: string, answers: readonly Answer[]): void {
  const { first, firstTwo, firstThree, surestQuarter, n } = figuresOf(answers);
  const ghosts = ghostsOf(answers);
  const stages = ghostsOf(answers, CLASSES.indexOf(NONE));
  console.log(
    `${name.padEnd(20)} first ${rounded(first)} two ${rounded(firstTwo)} three ${rounded(firstThree)}` +
      ` surest quarter ${rounded(surestQuarter)} calibration error ${rounded(calibrationError(answers))}` +
      ` ghosts ${rounded(ghosts.share)} right ${rounded(ghosts.right)}` +
      ` of stages ${rounded(stages.share)} right ${rounded(stages.right)} n ${n}`,
  );
}

function rounded(figure: number): string {
  return figure.toFixed(3);
}

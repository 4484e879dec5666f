/**
 * `npm run suggest:train -- <file.jsonl>`: teaches the model of wordings by judged questions and writes its weights
 * (`src/core/suggest/wording/weights.ts`). They are calibrated by the answers of five folds over documents.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packModel } from '../../src/core/suggest/wording/packed-model';
import { answersByFold } from './folds';
import { readJudged } from './judged-questions';
import { cooled, lessonOf, teach } from './teach';
import { fitTemperature } from './temperature';
import { weightsSource } from './weights-source';

const FOLDS = 5;

const file = process.argv[2];
if (file === undefined) {
  console.error('Which questions? npm run suggest:train -- <file.jsonl>');
  process.exitCode = 1;
} else {
  const questions = readJudged(file);
  const temperature = fitTemperature(answersByFold(questions, FOLDS).plain);
  const packed = packModel(cooled(teach(questions.map(lessonOf)), temperature));
  const target = fileURLToPath(
    new URL('../../src/core/suggest/wording/weights.ts', import.meta.url),
  );
  writeFileSync(target, weightsSource(packed));
  console.log(`${target}: ${packed.rows.length} characters, temperature ${temperature.toFixed(2)}`);
}

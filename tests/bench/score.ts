/**
 * `npm run score`: how well the extractor finds the questions of the judged documents beside the project.
 * Prints precision, recall, F1 and the share of right starts per document and per language; fails when a
 * language is below the floors. `-- --misses` lists every mark it gets wrong.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extractQuestions } from '../../src/core/reading/extract';
import { addScores, f1, EMPTY_SCORE, scoreDocument, type Judged, type Score } from './judged';

const FLOOR = { f1: 1, starts: 0.97 };

const folder = path.resolve(import.meta.dirname, '../../../shared/gold');
const showMisses = process.argv.includes('--misses');

if (!existsSync(folder)) {
  console.log(`No judged documents: ${folder} is missing.`);
} else {
  process.exitCode = run();
}

function run(): number {
  const documents = JSON.parse(
    readFileSync(path.join(folder, 'gold.json'), 'utf8'),
  ) as readonly Judged[];
  const byLanguage = new Map<string, Score>();
  for (const document of documents) {
    const text = readFileSync(path.join(folder, document.file), 'utf8');
    const { score, misses } = scoreDocument(text, document, extractQuestions(text));
    print(`${document.file} ${document.lang}`, score);
    if (showMisses) for (const miss of misses) console.log(`    ${miss}`);
    const sum = byLanguage.get(document.lang) ?? EMPTY_SCORE;
    byLanguage.set(document.lang, addScores(sum, score));
  }
  let total = EMPTY_SCORE;
  let failed = false;
  for (const [language, score] of byLanguage) {
    print(language, score);
    total = addScores(total, score);
    failed ||= f1(score) < FLOOR.f1 || score.rightStarts / score.found < FLOOR.starts;
  }
  print('all', total);
  return failed ? 1 : 0;
}

function print(name: string, score: Score): void {
  const precision = ratio(score.found, score.found + score.invented);
  const recall = ratio(score.found, score.found + score.missed);
  const starts = ratio(score.rightStarts, score.found);
  console.log(
    `${name.padEnd(9)} P ${precision} R ${recall} F1 ${f1(score).toFixed(3)} starts ${starts}` +
      ` (${score.rightStarts}/${score.found} found, ${score.missed} missed, ${score.invented} invented)`,
  );
}

function ratio(part: number, whole: number): string {
  return (whole === 0 ? 1 : part / whole).toFixed(3);
}

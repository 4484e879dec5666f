/** JSON: one array with a question a line, and the same without the array (`ndjson`). */
import type { PrintedQuestion } from './printed-question';

export function* json(questions: readonly PrintedQuestion[]): Generator<string> {
  yield '[';
  for (const [at, question] of questions.entries()) {
    yield `${at === 0 ? '' : ','}\n${JSON.stringify(question)}`;
  }
  yield questions.length === 0 ? ']\n' : '\n]\n';
}

export function* ndjson(questions: readonly PrintedQuestion[]): Generator<string> {
  for (const question of questions) yield `${JSON.stringify(question)}\n`;
}

/** Strings of the transitions. */
import { counted, formatted } from './count';

export const transitions = () => ({
  map: 'Map of what follows what',
  table: 'What follows what',
  within: (name: string) => `Next within: ${name}`,
  withins: { note: 'a note', section: 'a section', run: 'one asker’s run in a note' },
  heads: { pair: 'From → to', count: 'Steps', expected: 'Expected', difference: 'Difference' },
  to: (stage: string) => `→ ${stage}`,
  stays: '↻ stays',
  pair: (from: string, to: string) => `${from} → ${to}`,
  few: 'few',
  all: 'All',
  ofSteps: (count: number, total: number) =>
    `${formatted(count)} of the ${counted(total, 'step', 'steps')} from there`,
  never: 'Never seen',
  expected: (expected: string) => `If what came before made no difference: about ${expected}`,
  tooFew: (expected: string) => `${expected} (too few to judge)`,
  leanings: { more: 'Clearly more often', less: 'Clearly less often' },
  press: 'Press to list these questions',
  legend: {
    on: 'on along the path',
    back: 'back along it',
    stay: 'stays',
    change: 'another stance',
    width: 'width: number of steps',
  },
  sum: (questions: number, steps: number) =>
    `${counted(questions, 'tagged question', 'tagged questions')}: ${counted(steps, 'step', 'steps')}.`,
  begins: (count: number) => `Before ${formatted(count)} nothing was asked there.`,
  nobody: (count: number) =>
    `${counted(count, 'question is', 'questions are')} nobody’s, and in no run.`,
  others: (count: number) =>
    `Not counted: ${counted(count, 'question', 'questions')} with a tag of no stage, or right after one.`,
  judged: (least: number) =>
    `What can be judged comes first: ▲ and ▼ stand only where ${formatted(least)} or more are expected; «few» means fewer.`,
  shown: (pairs: number, ofPairs: number, steps: number, ofSteps: number) =>
    `The map shows ${formatted(pairs)} of ${counted(ofPairs, 'pair', 'pairs')}, ${formatted(steps)} of ${counted(ofSteps, 'step', 'steps')}; the table has all.`,
  /** A sentence behind another one. */
  behind: (sentence: string) => ` ${sentence}`,
  pictureName: 'What follows what',
  nothing: 'No step yet',
  nothingHint: {
    note: 'A step leads from one tagged question of a note to the next. None of these has one before it.',
    section:
      'A step leads from one tagged question of a section to the next. None of these has one before it.',
    run: 'A step leads from one of an asker’s tagged questions in a note to the next. None of these has one before it.',
  },
});

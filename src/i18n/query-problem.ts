/** What is wrong with a query, in a sentence of the interface's language. */
import type { LocatedProblem } from '../core/query';
import type { Strings } from './en/strings';

/** More names than these are not listed: nobody reads on. */
const MOST_LISTED = 20;

export function problemSentence(problem: LocatedProblem, words: Strings['query']): string {
  const { code, word, nearest, known } = problem;
  const sentence = (more: string): string => words.problems[code](word, more).trim();
  if (code === 'preset-in-itself') return sentence(known.join(' → '));
  if (nearest !== null) return sentence(words.didYouMean(nearest));
  if (known.length === 0) return sentence('');
  const more = known.length > MOST_LISTED ? ['…'] : [];
  return sentence(words.choices([...known.slice(0, MOST_LISTED), ...more].join(words.listed)));
}

/** What is wrong with a query, in a sentence. */
import type { ProblemCode } from '../../core/query';

const problems: { readonly [code in ProblemCode]: (word: string, more: string) => string } = {
  'unknown-field': (word, more) =>
    `There is no field “${word}”. ${more} Put it in quotes if it is text.`,
  'unknown-value': (word, more) => `“${word}” is not known here. ${more}`,
  'unknown-preset': (word, more) => `No saved query is called “${word}”. ${more}`,
  'unknown-stage': (word, more) => `There is no stance or stage “${word}”. ${more}`,
  'missing-value': (word, more) =>
    word === '' ? `Something is missing. ${more}` : `“${word}” needs a value.`,
  'no-note': (word) => `“${word}” needs an open note, or a path behind it.`,
  'unclosed-quote': () => 'The quotation mark is not closed.',
  'text-after-quote': () => 'A space is missing after the quotation mark.',
  'unclosed-bracket': () => 'This bracket is not closed.',
  'unopened-bracket': () => 'This bracket closes none.',
  'empty-brackets': () => 'There is nothing in these brackets.',
  'missing-term': () => 'There is nothing to go with this. Put it in quotes if it is text.',
  'bad-date': (word) =>
    `“${word}” is no date. Write 2026-03, 2026-01..2026-03, >2026-01-15, this-month or last-30-days.`,
  'bad-number': (word) => `“${word}” is no number from 1 up.`,
  'too-many-words': (word) => `“${word}” is one word too many.`,
  'too-many-groupings': () => 'Questions can be grouped twice at most.',
  'preset-in-itself': (_word, more) => `This saved query is in itself: ${more}.`,
  'too-deep': () => 'Too many brackets within brackets; what is deeper is left out.',
  'too-many-terms': () => 'There are too many words; the rest is left out.',
  'too-long': () => 'The query is too long; the rest is left out.',
};

export const query = () => ({
  problems,
  /** Behind a problem: what was probably meant, or what there is to choose from. */
  didYouMean: (name: string) => `Did you mean “${name}”?`,
  /** A button that puts it in the place of what stands there. */
  write: (name: string) => `Write “${name}”`,
  choices: (names: string) => `There is: ${names}.`,
  listed: ', ',
  /** In front of a problem's sentence, where a query has several lines. */
  line: (line: number, sentence: string) => `Line ${line}: ${sentence}`,
  /** What each instruction is followed by. */
  instructions: {
    'scope ': 'Which notes are looked at',
    'group by ': 'What questions are grouped by',
    'sort by ': 'What they are sorted by',
    'limit ': 'How many in all',
    'limit groups ': 'How many in each group',
    'view ': 'How they are shown',
    'show ': 'Parts to show',
    'hide ': 'Parts to leave out',
    'preset ': 'All that a saved query says',
  },
  /** What Enter does with a suggestion. */
  complete: 'write it',
});

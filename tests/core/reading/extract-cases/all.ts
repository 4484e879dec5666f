/** The case tables by group. */
import { CHINESE_LINES } from './chinese-lines';
import { ENGLISH_TEXT } from './english-text';
import { MARKDOWN_PLACES } from './markdown-places';
import { NOT_QUESTIONS } from './not-questions';
import { ODD_TEXT } from './odd-text';
import { QUOTES_AND_BRACKETS } from './quotes-and-brackets';
import { SPEECH } from './speech';

export const CASE_GROUPS: readonly (readonly [name: string, cases: readonly string[]])[] = [
  ['Chinese in clauses, lines and paragraphs', CHINESE_LINES],
  ['English sentences', ENGLISH_TEXT],
  ['quotation marks and brackets', QUOTES_AND_BRACKETS],
  ['question marks that ask nothing', NOT_QUESTIONS],
  ['places in Markdown', MARKDOWN_PLACES],
  ['speech', SPEECH],
  ['other scripts and broken text', ODD_TEXT],
];

export const ALL_CASES: readonly string[] = CASE_GROUPS.flatMap(([, cases]) => cases);

import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../src/core/extract';
import { CHINESE_LINES } from './extract-cases/chinese-lines';
import { ENGLISH_TEXT } from './extract-cases/english-text';
import { MARKDOWN_PLACES } from './extract-cases/markdown-places';
import { NOT_QUESTIONS } from './extract-cases/not-questions';
import { formatMarked, parseMarked } from './extract-cases/notation';
import { ODD_TEXT } from './extract-cases/odd-text';
import { QUOTES_AND_BRACKETS } from './extract-cases/quotes-and-brackets';
import { SPEECH } from './extract-cases/speech';

const GROUPS: readonly (readonly [name: string, cases: readonly string[]])[] = [
  ['Chinese in clauses, lines and paragraphs', CHINESE_LINES],
  ['English sentences', ENGLISH_TEXT],
  ['quotation marks and brackets', QUOTES_AND_BRACKETS],
  ['question marks that ask nothing', NOT_QUESTIONS],
  ['places in Markdown', MARKDOWN_PLACES],
  ['speech', SPEECH],
  ['other scripts and broken text', ODD_TEXT],
];

describe.each(GROUPS)('in %s', (_name, cases) => {
  it.each(cases)('%s', (marked) => {
    const { text } = parseMarked(marked);
    expect(formatMarked({ text, questions: extractQuestions(text) })).toBe(marked);
  });
});

import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { CASE_GROUPS } from './extract-cases/all';
import { formatMarked, parseMarked } from './extract-cases/notation';

describe.each(CASE_GROUPS)('in %s', (_name, cases) => {
  it.each(cases)('%s', (marked) => {
    const { text } = parseMarked(marked);
    expect(formatMarked({ text, questions: extractQuestions(text) })).toBe(marked);
  });
});

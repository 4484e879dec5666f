import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { sentencesArbitrary, type Sentence } from './extract-cases/note-arbitrary';

/** A way of breaking the same sentences into lines. */
type Rewriting = (sentences: readonly Sentence[]) => string;

const inOneLine: Rewriting = (sentences) =>
  sentences
    .map(({ clauses, isWide }) => clauses.join(isWide ? '' : ' '))
    .join(sentences[0]?.isWide === true ? '' : ' ');

const byClause =
  (gap: string): Rewriting =>
  (sentences) =>
    sentences.flatMap(({ clauses }) => clauses).join(gap);

const bySentence =
  (gap: string): Rewriting =>
  (sentences) =>
    sentences.map((sentence) => inOneLine([sentence])).join(gap);

/** Breaks a line wherever the next word has no room left. */
function wrap(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1] ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

const inside =
  (rewriting: Rewriting, first: string, rest: string): Rewriting =>
  (sentences) =>
    first + rewriting(sentences).replaceAll('\n', `\n${rest}`);

const REWRITINGS: readonly (readonly [name: string, rewriting: Rewriting])[] = [
  ['one clause a line, blank lines between', byClause('\n\n')],
  ['one clause a line', byClause('\n')],
  ['one clause a line, CRLF', byClause('\r\n')],
  ['one clause a line with spaces at the end', byClause('  \n')],
  ['one sentence a line', bySentence('\n')],
  ['one sentence a paragraph', bySentence('\n\n')],
  ['in a quote', inside(byClause('\n'), '> ', '> ')],
  ['in a quote, blank lines between', inside(byClause('\n\n'), '> ', '> ')],
  ['in a callout', inside(byClause('\n'), '> [!note] A title\n> ', '> ')],
  ['in a list item', inside(byClause('\n'), '- ', '  ')],
  ['in a list item, blank lines between', inside(byClause('\n\n'), '- ', '  ')],
  ['in a numbered item in a quote', inside(byClause('\n'), '> 12. ', '>     ')],
];

function askedIn(text: string): readonly string[] {
  return extractQuestions(text).map((question) => `${question.kind}: ${question.text}`);
}

describe('how a note is broken into lines changes no question', () => {
  it.each(REWRITINGS)('%s', (_name, rewriting) => {
    fc.assert(
      fc.property(sentencesArbitrary, (sentences) => {
        expect(askedIn(rewriting(sentences))).toEqual(askedIn(inOneLine(sentences)));
      }),
      { numRuns: 150 },
    );
  });

  it.each([60, 72, 80])('English wrapped at %i columns', (width) => {
    fc.assert(
      fc.property(
        sentencesArbitrary.filter(([first]) => first?.isWide === false),
        (sentences) => {
          const line = inOneLine(sentences);
          expect(askedIn(wrap(line, width))).toEqual(askedIn(line));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('and there are questions to find', () => {
    const found = fc
      .sample(sentencesArbitrary, 200)
      .flatMap((sentences) => askedIn(inOneLine(sentences)));
    expect(found.length).toBeGreaterThan(50);
  });
});

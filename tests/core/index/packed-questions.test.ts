import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { packQuestions, unpackQuestions } from '../../../src/core/index/packed-questions';
import type { PlacedMark, Question } from '../../../src/core/model/question';

const text = fc.string({ unit: 'binary', maxLength: 12 });
const mark: fc.Arbitrary<PlacedMark> = fc.record({
  root: fc.constantFrom('question', 'bloom', '問題'),
  from: fc.nat(),
  to: fc.nat(),
  stance: text,
  stage: fc.option(text),
  style: fc.constantFrom('tag', 'comment'),
});
const question: fc.Arbitrary<Question> = fc.record({
  start: fc.nat(),
  end: fc.nat(),
  markAt: fc.nat(),
  line: fc.nat(),
  text,
  kind: fc.constantFrom('body', 'heading', 'quoted', 'embedded', 'unmarked'),
  section: fc.array(text, { maxLength: 3 }),
  label: fc.option(text),
  speaker: fc.option(text),
  group: fc.nat(),
  marks: fc.array(mark, { maxLength: 3 }),
});

it('gives the questions back as they were', () => {
  fc.assert(
    fc.property(fc.array(question, { maxLength: 5 }), (questions) => {
      expect(unpackQuestions(packQuestions(questions))).toEqual(questions);
    }),
    { numRuns: 300 },
  );
});

describe('what is no packing', () => {
  const packed = packQuestions(extractQuestions('# 一\n\n為什麼？ #question/inward\n'));

  it.each([
    ['nothing that parses', packed.slice(0, -1)],
    ['a number', '7'],
    ['null', 'null'],
    ['an object', '{}'],
    ['no list of questions', '[[]]'],
    ['a section that is no list', '[[1],[]]'],
    ['a question that is no list', '[[],[1]]'],
    ['an empty question', '[[],[[]]]'],
    ['a text that is a number', packed.replace('"為什麼？"', '4')],
    ['a section that is not there', packed.replace('[["一"]]', '[]')],
    ['a mark cut short', packed.replace(/,0\]\],\["question"\]\]$/, ']],["question"]]')],
    ['a mark whose root is not there', packed.replace(/,\["question"\]\]$/, ']')],
    ['a root that is a number', packed.replace('["question"]', '[1]')],
  ])('gives null: %s', (_, broken) => {
    expect(broken).not.toBe(packed);
    expect(unpackQuestions(broken)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposedAskers } from '../../../src/core/askers/proposed-askers';
import { extractQuestions } from '../../../src/core/reading/extract';
import { TWO_ASKERS } from './two-askers';

function proposed(section: readonly string[], speaker: string | null = null): string {
  return proposedAskers([{ kind: 'body', text: 'Why?', section, speaker }])
    .map(({ name, isSure }) => (isSure ? name : `(${name})`))
    .join(' | ');
}

describe('who is proposed, and in brackets who may be meant', () => {
  it.each<[heading: string, names: string]>([
    ['第一部分：Ilya Sutskever 都在問什麼問題？', 'Ilya Sutskever'],
    ['第二部分： Dwarkesh Patel 都在問什麼？', 'Dwarkesh Patel'],
    ['Dwarkesh Patel都在問什麼', 'Dwarkesh Patel'],
    ['Dwarkesh Patel 的提問', 'Dwarkesh Patel'],
    ['圖靈都在問什麼', '圖靈'],
    ['图灵都在问什么', '图灵'],
    ['艾倫・圖靈的提問', '艾倫・圖靈'],
    ['第三部分：蘇菲問', '蘇菲'],
    ['Ilya asks', 'Ilya'],
    ['What Ilya Asks About Scaling Laws', 'Ilya | (Scaling Laws)'],
    ['Ilya’s questions', 'Ilya'],
    ["Patel's questions", 'Patel'],
    ['Mary-Jane Watson’s Questions', 'Mary-Jane Watson'],
    ['Guido van Rossum asks', 'Guido van Rossum'],
    ['Part II: Dr. Jane Goodall', '(Dr. Jane Goodall)'],
    ['3. 關於「Scaling」的反思', '(Scaling)'],
    ['Three questions to begin with', ''],
    ['Kiln log of the winter', ''],
    ['AI 的提問', ''],
    ['常見的提問', ''],
    ['大家都在問什麼', ''],
    ['我們應該如何問', ''],
    ['三位訪問者都問什麼問題', ''],
    ['為什麼要問問題', ''],
    ['如何問好問題', ''],
    ['1. 關於「泛化」與「效率」的本質追問', ''],
  ])('by «%s»: %s', (heading, names) => {
    expect(proposed([heading])).toBe(names);
  });

  it('has speakers, and of one who is named twice the fuller name', () => {
    expect(proposed(['Ilya Sutskever 都在問什麼', 'What Ilya asks'], 'Lex')).toBe(
      'Lex | Ilya Sutskever',
    );
  });

  it('are both askers of an article, by its headings that ask as well', () => {
    const names = proposedAskers(extractQuestions(TWO_ASKERS)).map(({ name }) => name);
    expect(names).toEqual(['Ilya Sutskever', 'Dwarkesh Patel']);
  });
});

it('never throws, names nobody twice, and nobody without a name, whatever the headings', () => {
  const heading = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom('Ilya ', 'Sutskever', '問', '都在', '的提問', '圖靈', '・', '’s ', 'asks'),
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(fc.array(heading), (section) => {
      const names = proposedAskers([{ kind: 'body', text: '', section, speaker: null }]);
      expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
      for (const { name } of names) expect(name.trim()).not.toBe('');
    }),
  );
});

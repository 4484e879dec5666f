import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WordedQuestion } from '../../../../src/core/suggest/wording/worded-question';
import { featuresOf } from '../../../../src/core/suggest/wording/features';

const namesOf = (asked: WordedQuestion) => [...featuresOf(asked).keys()];

describe('the features of a question', () => {
  it.each<{
    readonly says: string;
    readonly asked: WordedQuestion;
    readonly has: readonly string[];
  }>([
    {
      says: 'its words, pairs of them, stems, and what it begins and ends with',
      asked: { text: 'Why do prices rise?' },
      has: ['q:why do prices', 'k:why_rise', 's:pric', 'f:why do', 'e:prices rise', 'C:why'],
    },
    {
      says: 'runs of Chinese characters, Simplified',
      asked: { text: '這個機制的原理是什麼？' },
      has: ['q:原理是什', 'f:这 个', 'e:什 么', 'C:essence', 'language:z'],
    },
    {
      says: 'its last clause by itself',
      asked: { text: 'You built it, but who is paid?' },
      has: ['l:who', 'lf:but who', 'CL:money', 'clauses:2'],
    },
    {
      says: 'any number as one word',
      asked: { text: 'Is 3,000 enough?' },
      has: ['q:is #', 'q:# enough'],
    },
    {
      says: 'what the sentence before it is about',
      asked: { text: 'Who paid?', before: 'It cost a lot.\n\n**Mara:**\n' },
      has: ['CB:money', 'turn:starts'],
    },
    {
      says: 'how it is answered, not the name of who answers',
      asked: { text: 'Is it?', after: '\n\n### 唐先生：\n對，因為很貴。' },
      has: ['af:对', 'CA:cause', 'turn:ends'],
    },
    {
      says: 'how it is answered in the line of the name',
      asked: { text: 'Is it?', after: '\n\n**Ann Lee:** Yeah, sure.' },
      has: ['af:yeah', 'af:yeah sure'],
    },
    {
      says: 'what was asked just before',
      asked: { text: 'And then?', before: 'What does it cost? ' },
      has: ['CP:money', 'question:before', 'questions:1'],
    },
    {
      says: 'whether a speaker and a label are known',
      asked: { text: 'And then?', speaker: 'Ann', label: 'Limits' },
      has: ['speaker:1', 'label'],
    },
  ])('say $says', ({ asked, has }) => {
    expect(namesOf(asked)).toEqual(expect.arrayContaining([...has]));
  });

  it('have no names of people', () => {
    const names = namesOf({
      text: 'Is it?',
      before: 'It cost a lot.\n\n**Zebedee:**\n',
      after: '\n\nQuentin (01:10:02):\nYes.',
      speaker: 'Zebedee',
    });
    expect(names.filter((name) => /zebedee|quentin/.test(name))).toEqual([]);
  });

  it('are the same in Traditional and Simplified Chinese', () => {
    expect(namesOf({ text: '為什麼螢火蟲不回來？' })).toEqual(
      namesOf({ text: '为什么萤火虫不回来？' }),
    );
  });

  it('look no farther around a question than the model was taught with', () => {
    const near = namesOf({ text: 'Is it?', before: 'b'.repeat(240), after: 'a'.repeat(120) });
    const far = namesOf({
      text: 'Is it?',
      before: 'x? '.repeat(99) + 'b'.repeat(240),
      after: 'a'.repeat(900),
    });
    expect(far).toEqual(near);
  });

  it('are finite and positive, whatever is known of a question', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '？', '\n', '為什麼？', "don't", ':**'),
    );
    const maybe = fc.option(text, { nil: null });
    const asked = fc.record(
      { text, before: text, after: text, speaker: maybe, label: maybe },
      { requiredKeys: ['text'] },
    );
    fc.assert(
      fc.property(asked, (given) => {
        for (const value of featuresOf(given).values()) {
          expect(value > 0 && Number.isFinite(value)).toBe(true);
        }
      }),
    );
  });
});

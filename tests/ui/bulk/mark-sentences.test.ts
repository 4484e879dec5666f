import { describe, expect, it } from 'vitest';
import type { MarkChange } from '../../../src/core/marks/change';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import { stringsFor } from '../../../src/i18n';
import { changeSentences, doneSentence } from '../../../src/ui/bulk/mark-sentences';
import { ask, tagged, value } from '../tag-modal/tag-modal-questions';

const words = { taxonomy: DEFAULT_TAXONOMY, language: 'en', strings: stringsFor('en') } as const;

function change(to: string | null, from: string | null = null): MarkChange {
  const question = from === null ? ask('Why?') : tagged('Why?', from);
  return { question, value: to === null ? null : value(to) };
}

describe('what will change is said', () => {
  it.each<[string, readonly MarkChange[], readonly string[]]>([
    [
      'with the tag',
      [change('inward/direction'), change('inward/direction')],
      ['2 questions in 1 note will be tagged “Digging inward › New direction”.'],
    ],
    [
      'with how many tags go',
      [change('inward'), change('inward', 'outward'), change('inward', 'outward/limits')],
      [
        '3 questions in 1 note will be tagged “Digging inward”.',
        '2 of them have another tag now, which will be replaced.',
      ],
    ],
    [
      'where all tags go',
      [change('skip', 'outward')],
      [
        '1 question in 1 note will be marked as not a question.',
        'It has another tag now, which will be replaced.',
      ],
    ],
    [
      'where tags are cleared',
      [change(null, 'outward'), change(null, 'inward')],
      ['2 questions in 1 note will lose their tags.'],
    ],
    [
      'without a tag where there are several',
      [change('inward', 'outward'), change('outward', 'inward')],
      ['2 questions in 1 note will change.'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(changeSentences(words, changes, 1)).toEqual(expected);
  });
});

it('tags of another root are not said to be replaced', () => {
  const marks = [{ ...value('apply'), root: 'bloom', from: 5, to: 17, style: 'tag' as const }];
  const changes = [{ question: ask('Why?', { marks }), value: value('inward') }];
  expect(changeSentences(words, changes, 1)).toEqual([
    '1 question in 1 note will be tagged “Digging inward”.',
  ]);
});

describe('what was done to one question is said', () => {
  it.each<[string | null, string]>([
    ['inward/direction', 'Tagged “Why?” as Digging inward › New direction.'],
    ['skip', 'Marked “Why?” as not a question.'],
    [null, 'Cleared the tag of “Why?”.'],
  ])('as %s', (to, expected) => {
    expect(doneSentence(words, [change(to, 'outward')])(1, 1)).toBe(expected);
  });

  it('and several are counted', () => {
    const said = doneSentence(words, [change('inward'), change('inward')]);
    expect(said(2, 1)).toBe('Changed 2 questions in 1 note.');
  });
});

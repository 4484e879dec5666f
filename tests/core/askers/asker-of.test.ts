import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AskerNames } from '../../../src/core/askers/asker-names';
import { askerOfEach } from '../../../src/core/askers/asker-of';
import { isListed } from '../../../src/core/model/question';
import { extractQuestions } from '../../../src/core/reading/extract';
import { TWO_ASKERS } from './two-askers';

const BOTH = ['Ilya Sutskever', 'Dwarkesh Patel'];

interface Asked {
  readonly section?: readonly string[];
  readonly speaker?: string;
  readonly kind?: 'heading';
  readonly text?: string;
}

function askerOf(names: readonly string[], asked: Asked): string | null {
  return askerOfEach(new AskerNames(names))({
    kind: 'body',
    text: 'Why?',
    section: [],
    ...asked,
    speaker: asked.speaker ?? null,
  });
}

describe('who asks', () => {
  it.each<[what: string, names: readonly string[], asked: Asked, asker: string | null]>([
    ['the speaker', BOTH, { speaker: 'Lex Fridman', section: ['Ilya'] }, 'Lex Fridman'],
    ['the speaker by the name that is given', BOTH, { speaker: 'Ilya' }, 'Ilya Sutskever'],
    ['whom a heading names', BOTH, { section: ['Essays', 'What Ilya asks'] }, 'Ilya Sutskever'],
    ['whom an outer one names', BOTH, { section: ['Ilya', '1. On scaling'] }, 'Ilya Sutskever'],
    ['the innermost', BOTH, { section: ['Ilya', 'Dwarkesh', '1.'] }, 'Dwarkesh Patel'],
    ['nobody under two names', BOTH, { section: ['Ilya', 'Ilya and Dwarkesh'] }, null],
    ['nobody of several', BOTH, { section: ['Scaling'] }, null],
    ['the only one', ['Ilya'], { section: ['Scaling'] }, 'Ilya'],
    ['nobody where nobody is named', [], { section: ['Ilya'] }, null],
    [
      'nobody by a heading that names an asker',
      ['Ilya'],
      { kind: 'heading', text: 'What does Ilya ask?', section: ['Ilya'] },
      null,
    ],
    [
      'not even the speaker above such a heading',
      BOTH,
      { kind: 'heading', text: '圖靈與 Ilya 都在問什麼？', speaker: 'Lex' },
      null,
    ],
    [
      'the asker by another heading',
      BOTH,
      { kind: 'heading', text: 'Why?', section: ['Ilya'] },
      'Ilya Sutskever',
    ],
  ])('is %s', (_what, names, asked, asker) => {
    expect(askerOf(names, asked)).toBe(asker);
  });

  it('is told apart in an article with two parts: sixteen questions and nine, the headings’ own for nobody', () => {
    const of = askerOfEach(new AskerNames(BOTH));
    const counts = new Map<string | null, number>();
    for (const question of extractQuestions(TWO_ASKERS).filter(isListed)) {
      const asker = of(question);
      counts.set(asker, (counts.get(asker) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      null: 3,
      'Ilya Sutskever': 16,
      'Dwarkesh Patel': 9,
    });
  });
});

const heading = fc.constantFrom('Ilya asks', 'Patel', '1. Scaling', 'Ilya, Dwarkesh', '圖靈');
const asked = fc.record({
  section: fc.array(heading, { maxLength: 3 }),
  speaker: fc.option(fc.constantFrom('Ilya', 'Lex', 'Dwarkesh Patel')),
});

it('does not depend on what was asked before in the note', () => {
  fc.assert(
    fc.property(fc.subarray([...BOTH, '艾倫・圖靈']), fc.array(asked), (names, questions) => {
      const of = askerOfEach(new AskerNames(names));
      for (const { section, speaker } of questions) {
        const together = of({ kind: 'body', text: 'Why?', section, speaker });
        expect(together).toBe(askerOf(names, { section, ...(speaker !== null && { speaker }) }));
      }
    }),
  );
});

it('is found in one heading as under others that name nobody', () => {
  fc.assert(
    fc.property(fc.array(heading, { maxLength: 3 }), (section) => {
      expect(askerOf(BOTH, { section: [...section, '圖靈', '2. Next'] })).toBe(
        askerOf(BOTH, { section }),
      );
    }),
  );
});

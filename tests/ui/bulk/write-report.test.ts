import type { TFile } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import type { RefusedChange } from '../../../src/core/marks/change';
import { stringsFor } from '../../../src/i18n';
import { outcomeLines } from '../../../src/ui/bulk/write-report';
import type { VaultFailure } from '../../../src/vault/failure';
import type { WriteOutcome } from '../../../src/vault/writing/write';
import { ask } from '../tag-modal/tag-modal-questions';

vi.mock('obsidian', () => ({
  ConfirmationModal: class {
    open = () => undefined;
  },
  Modal: class {
    open = () => undefined;
  },
}));

const refuse = (text: string, code: RefusedChange['code'] = 'gone'): RefusedChange => ({
  change: { question: ask(text), value: null },
  code,
});

function lines(outcome: Partial<WriteOutcome>, success?: string): readonly string[] {
  const whole = { written: 0, refused: [], failure: null, ...outcome };
  return outcomeLines(stringsFor('en'), 'My note', whole, success);
}

describe('what a notice says', () => {
  it.each([
    ['how many were written', { written: 3 }, ['Changed the tags of 3 questions.']],
    ['that one was', { written: 1 }, ['Changed the tag of 1 question.']],
    ['that nothing had to be', {}, ['Nothing to change: it has that tag already.']],
    [
      'which question is gone',
      { refused: [refuse('Why?')] },
      ['Not written: “Why?” is no longer in the note.'],
    ],
    [
      'which question is there twice, after what was written',
      { written: 1, refused: [refuse('Why?', 'ambiguous')] },
      [
        'Changed the tag of 1 question.',
        'Not written: “Why?” stands in the note more than once. Tag it at the cursor instead.',
      ],
    ],
  ])('%s', (_, outcome, expected) => {
    expect(lines(outcome)).toEqual(expected);
  });

  const links = { leading: 2, changed: 0, notes: 0 };
  const LEFT = '2 links lead to a heading by its old text, and nowhere now.';
  const offer = { operation: 1, file: {} as unknown as TFile, links: new Map() };

  it.each([
    ['that a setting changes links', links, [LEFT, 'A setting changes such links too.']],
    ['of links alone where they can be changed still', { ...links, offer }, [LEFT]],
    [
      'what takes back links in other notes',
      { leading: 2, changed: 2, notes: 1 },
      [
        'Changed 2 links to the heading too, in 1 other note.',
        'The editor’s own undo takes back its note alone; “Undo last tagging” takes back all of it.',
      ],
    ],
  ])('tells %s', (_, outcome, expected) => {
    expect(lines({ written: 1, links: outcome }, 'Tagged.')).toEqual(['Tagged.', ...expected]);
  });

  it('is the given sentence where all went well', () => {
    expect(lines({ written: 1 }, 'Tagged: New direction')).toEqual(['Tagged: New direction']);
  });

  it('names three questions and counts the others', () => {
    const refused = ['a?', 'b?', 'c?', 'd?', 'e?'].map((text) => refuse(text));
    const said = lines({ refused });
    expect(said).toHaveLength(4);
    expect(said[3]).toBe('… and 2 more.');
  });

  it.each(['en', 'zh-TW', 'zh'] as const)('names the note in every failure, in %s', (language) => {
    const codes: readonly VaultFailure['code'][] = [
      'missing',
      'read-only',
      'frontmatter',
      'conflicted-copy',
      'not-written',
      'partly-written',
      'failed',
    ];
    for (const code of codes) {
      const failure = { code, detail: 'EIO' };
      const said = outcomeLines(stringsFor(language), '筆記', { written: 0, refused: [], failure });
      expect(said).toHaveLength(1);
      expect(said[0]).toContain('筆記');
    }
  });
});

// Other lines between the fences of a query block, in any note: only those change, or nothing does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/model/text-edit';
import { blockEdit } from '../../../src/ui/block/block-fence';

const WHOLE = { from: 0, to: Infinity };

function edited(text: string, source: string, replacement: string, lines = WHOLE): string | null {
  const edit = blockEdit(text, lines, source, replacement);
  if (!edit) return null;
  const applied = applyEdits(text, [edit]);
  return applied.ok ? applied.text : null;
}

const fenced = (held: string, prefix = '', sign = '```') =>
  `${prefix}${sign}question-stance\n${held}${prefix}${sign}\n`;

describe('another query in a block', () => {
  it.each([
    ['alone', fenced('a\n'), 'a', fenced('x\ny\n')],
    ['that is empty', fenced(''), '', fenced('x\ny\n')],
    ['of tildes', fenced('a\n', '', '~~~~'), 'a', fenced('x\ny\n', '', '~~~~')],
    [
      'in a callout',
      `> [!note]\n${fenced('> a\n', '> ')}`,
      'a',
      `> [!note]\n${fenced('> x\n> y\n', '> ')}`,
    ],
    [
      'in a quote with an empty line',
      fenced('> a\n>\n> b\n', '> '),
      'a\n\nb',
      fenced('> x\n> y\n', '> '),
    ],
    ['in a list', fenced('    a\n', '    '), 'a', fenced('    x\n    y\n', '    ')],
    [
      'beside another one',
      `${fenced('b\n')}${fenced('a\n')}`,
      'a',
      `${fenced('b\n')}${fenced('x\ny\n')}`,
    ],
    [
      'with carriage returns',
      '```question-stance\r\na\r\n```\r\n',
      'a',
      '```question-stance\r\nx\r\ny\r\n```\r\n',
    ],
  ])('%s', (_, text, source, expected) => {
    expect(edited(text, source, 'x\ny')).toBe(expected);
  });

  it.each([
    ['that holds something else', fenced('b\n'), 'a'],
    ['that is there twice', `${fenced('a\n')}\n${fenced('a\n')}`, 'a'],
    ['that is not closed', '```question-stance\na\n', 'a'],
    ['of another language', '```question\na\n```\n', 'a'],
  ])('is none %s', (_, text, source) => {
    expect(edited(text, source, 'x')).toBeNull();
  });

  it('is the one in the lines that are told, of two alike', () => {
    const text = `${fenced('a\n')}\n${fenced('a\n')}`;
    expect(edited(text, 'a', 'x', { from: 4, to: 6 })).toBe(`${fenced('a\n')}\n${fenced('x\n')}`);
  });

  it('gives the note back to the byte when the first one is written again', () => {
    const line = fc.stringMatching(/^[a-z: -]{1,8}$/).filter((each) => each.trim() !== '');
    const text = fc.array(fc.constantFrom('Why? ', '\n', '\n\n', '> q', '- a', '`c` ', '# h'));
    fc.assert(
      fc.property(
        text.map((parts) => parts.join('')),
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '> ', '  '),
        fc.constantFrom('\n', '\r\n'),
        (around, held, other, prefix, end) => {
          const lines = (of: readonly string[]) => of.map((each) => `${prefix}${each}\n`).join('');
          const note = (of: readonly string[]) =>
            `${around}\n${fenced(lines(of), prefix)}${around}`.replaceAll('\n', end);
          const there = edited(note(held), held.join('\n'), other.join('\n'));
          expect(there).toBe(note(other));
          expect(edited(there ?? '', other.join('\n'), held.join('\n'))).toBe(note(held));
        },
      ),
    );
  });
});

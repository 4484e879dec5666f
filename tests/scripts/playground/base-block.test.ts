// A changed option of a fenced base goes back into its note, and into nothing else of it.
import { expect, it } from 'vitest';
import { replaceBaseBlock } from '../../../scripts/playground/host/bases/base-block.ts';

const block = (text: string) => `\`\`\`base\n${text}\n\`\`\`\n`;

it.each([
  ['the block', `# A\n\n${block('a: 1')}End\n`, `# A\n\n${block('a: 2\nb: 3')}End\n`],
  ['an empty line at its end', block('a: 1\n'), null],
  ['a longer fence', '````base\na: 1\n````', '````base\na: 2\nb: 3\n````'],
  [
    'line ends of Windows',
    '```base\r\na: 1\r\n```\r\nx\n',
    '```base\r\na: 2\r\nb: 3\r\n```\r\nx\n',
  ],
  ['another language', '```yaml\na: 1\n```\n', null],
  ['a block that was changed', block('a: 5'), null],
  ['a block without an end', '```base\na: 1', null],
  ['a fence inside another', '~~~\n```base\na: 1\n```\n~~~\n', null],
])('%s', (_name, note, expected) => {
  expect(replaceBaseBlock(note, 'a: 1\n', 'a: 2\nb: 3\n', 0)).toBe(expected);
});

it.each([
  [0, 'a: 2', 'a: 1'],
  [4, 'a: 1', 'a: 2'],
])('of two that read alike the one nearest to line %i', (line, first, second) => {
  const note = `${block('a: 1')}\n${block('a: 1')}`;
  expect(replaceBaseBlock(note, 'a: 1', 'a: 2', line)).toBe(`${block(first)}\n${block(second)}`);
});

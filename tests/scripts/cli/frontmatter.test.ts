import { describe, expect, it } from 'vitest';
import { readFrontmatter } from '../../../scripts/cli/frontmatter';

describe('frontmatter', () => {
  it.each<[name: string, text: string, expected: unknown]>([
    [
      'with properties',
      '---\ntags: [a]\nCheckbox 1: true\n---\n',
      { tags: ['a'], 'Checkbox 1': true },
    ],
    ['that is the whole note', '---\na: 1\n---', { a: 1 }],
    ['with CRLF', '---\r\na: 1\r\nb:\r\n---\r\ntext', { a: 1, b: null }],
    ['after a byte order mark', '\ufeff---\na: 1\n---\n', { a: 1 }],
    ['with hyphens in a value', '---\na: x---y\n---\n', { a: 'x---y' }],
    ['that is empty', '---\n---\na: 1\n---\n', null],
    ['that is a list', '---\n- a\n---\n', null],
    ['that does not parse', '---\na: [\n---\n', null],
    ['that is not closed', '---\na: 1\n', null],
    ['that does not start the note', '\n---\na: 1\n---\n', null],
    ['that is a rule', '----\na: 1\n----\n', null],
    ['in no note', '', null],
  ])('%s', (_name, text, expected) => {
    expect(readFrontmatter(text)).toEqual(expected);
  });
});

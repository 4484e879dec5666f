import { describe, expect, it } from 'vitest';
import { readFrontmatter } from '../../../../scripts/cli/notes/frontmatter';

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
    ['with a name twice', '---\na: 1\na: 2\n---\n', null],
    ['with a name twice further in', '---\na: { b: 1, b: 2 }\n---\n', null],
    ['that is not closed', '---\na: 1\n', null],
    ['that does not start the note', '\n---\na: 1\n---\n', null],
    ['that is a rule', '----\na: 1\n----\n', null],
    ['in no note', '', null],
  ])('%s', (_name, text, expected) => {
    expect(readFrontmatter(text)).toEqual(expected);
  });

  it('of ten thousand properties is read in a moment', () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `p${at}: ${at}`);
    const from = performance.now();
    const properties = readFrontmatter(`---\n${lines.join('\n')}\n---\n`);
    expect(properties?.p9999).toBe(9999);
    expect(performance.now() - from).toBeLessThan(5_000);
  });
});

import { expect, it } from 'vitest';
import { excludedPaths } from '../../../src/core/model/excluded-path';

it.each<[string, readonly string[], string, boolean]>([
  ['a folder', ['Archive/'], 'Archive/a.md', true],
  ['a folder in a folder', ['Archive/'], 'Archive/2020/a.md', true],
  ['a folder of the same name elsewhere', ['Archive/'], 'b/Archive/a.md', false],
  ['a folder whose name goes on', ['Archive/'], 'Archives/a.md', false],
  ['a beginning', ['Arch'], 'Archives/a.md', true],
  ['a file', ['a.md'], 'a.md', true],
  ['one of several', ['x/', 'Archive/'], 'Archive/a.md', true],
  ['an expression', ['/\\.draft\\.md$/'], 'b/a.draft.md', true],
  ['an expression that does not fit', ['/\\.draft\\.md$/'], 'b/a.md', false],
  ['an expression that is none', ['/(/'], '(', false],
  ['an expression that is none beside a folder', ['/(/', 'b/'], 'b/a.md', true],
  ['nothing', [], 'a.md', false],
  ['an empty entry', [''], 'a.md', false],
  ['one slash', ['/'], 'a.md', false],
  ['two slashes', ['//'], 'a.md', false],
  ['signs that mean nothing in a beginning', ['a.b/'], 'axb/c.md', false],
])('excluded: %s', (_what, filters, path, is) => {
  expect(excludedPaths(filters)(path)).toBe(is);
});

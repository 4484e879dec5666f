import { expect, it } from 'vitest';
import { comparison } from '../../src/i18n/collation';

it.each([
  ['en', ['b10', 'b9', 'a', 'Á', 'C'], ['a', 'Á', 'b9', 'b10', 'C']],
  ['de', ['z', 'ä', 'a'], ['a', 'ä', 'z']],
  ['sv', ['z', 'ä', 'a'], ['a', 'z', 'ä']],
  ['no locale!', ['b', 'a'], ['a', 'b']],
])('sorts as readers of %s look things up', (code, texts, sorted) => {
  expect([...texts].sort(comparison(code))).toEqual(sorted);
});

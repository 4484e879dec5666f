import { expect, it, vi } from 'vitest';
import * as table from '../../../src/core/text/chinese-variants';
import { foldText } from '../../../src/core/text/fold-text';

vi.mock(import('../../../src/core/text/chinese-variants'), async (original) => {
  const module = await original();
  return { ...module, readVariants: vi.fn(module.readVariants) };
});

it('unpacks the table of Chinese variants with the first Chinese or Japanese text, and once', () => {
  for (const text of ['Why?', 'Café “it’s”…', 'Что?', '왜?', 'ＡＩ 😀']) foldText(text);
  expect(table.readVariants).not.toHaveBeenCalled();
  expect(foldText('類比')).toBe('类比');
  expect(foldText('類'.repeat(5000))).toBe('类'.repeat(5000));
  expect(table.readVariants).toHaveBeenCalledTimes(1);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chineseVariants, chineseVariantsSource } from '../../../scripts/chinese-variants';
import { FIRST_VARIANT, readVariants } from '../../../src/core/text/chinese-variants';

describe('the table of Chinese variants', () => {
  const file = new URL('../../../src/core/text/chinese-variants.ts', import.meta.url);

  it('is what the dictionaries say today', () => {
    expect(readFileSync(file, 'utf8')).toBe(chineseVariantsSource());
  });

  it('reads back as it was packed', () => {
    const table = readVariants();
    const read = new Map<string, string>();
    table.forEach((to, at) => {
      if (to !== 0) read.set(String.fromCharCode(FIRST_VARIANT + at), String.fromCharCode(to));
    });
    expect(read).toEqual(chineseVariants());
  });

  it.each([
    ['類比', '类比'],
    ['數據', '数据'],
    ['裡', '里'],
    ['裏', '里'],
    ['為', '为'],
    ['爲', '为'],
    ['臺', '台'],
    ['着', '著'],
  ])('%s and %s stand for the same', (one, other) => {
    expect(folded(one)).toBe(folded(other));
  });

  it('leads nowhere in two steps', () => {
    const variants = chineseVariants();
    expect([...variants.values()].filter((to) => variants.has(to))).toEqual([]);
  });

  it('takes less than twenty kilobytes', () => {
    expect(readFileSync(file).length).toBeLessThan(20_000);
  });

  function folded(text: string): string {
    const variants = chineseVariants();
    return Array.from(text, (character) => variants.get(character) ?? character).join('');
  }
});

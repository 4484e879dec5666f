import { describe, expect, it } from 'vitest';
import { stringsFor } from '../../../src/i18n';
import { DEFAULT_SETTINGS } from '../../../src/settings/schema';
import { partNames } from '../../../src/ui/settings/part-names';

const ALL = Object.keys(DEFAULT_SETTINGS) as (keyof typeof DEFAULT_SETTINGS)[];

describe('parts of the settings', () => {
  it.each([
    ['en', 'Stances and stages, What the lists show'],
    ['zh-TW', '立場與階段、清單顯示的內容'],
    ['zh', '立场与阶段、列表显示的内容'],
  ] as const)('are named as the settings’ page does in %s, each once', (language, names) => {
    expect(partNames(['taxonomies', 'active', 'lists', 'notes'], stringsFor(language))).toBe(names);
  });

  it.each(['zh-TW', 'zh'] as const)('have no name of the file’s in %s', (language) => {
    for (const part of ALL) {
      expect(partNames([part], stringsFor(language))).toMatch(/^[\u4e00-\u9fff]+$/);
    }
  });
});

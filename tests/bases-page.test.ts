// The pages about bases: their examples are read as they stand, and their tables name all options and what they take.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { GROUP_FIELDS, VIEWS } from '../src/core/query';
import { stringsFor } from '../src/i18n';
import { baseOptions, BASE_VIEW, readBaseOptions } from '../src/ui/bases/base-options';

describe.each([
  ['docs/bases.md', 'en'],
  ['docs/bases.zh-TW.md', 'zh-TW'],
] as const)('%s', (name, language) => {
  const text = readFileSync(join(__dirname, '..', name), 'utf8');
  const strings = stringsFor(language);
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`question'));

  it('has examples that are read without a fault', () => {
    const [, example = ''] = /```yaml\n([^]*?)```/.exec(text) ?? [];
    const { views } = parse(example) as { views: readonly Readonly<Record<string, unknown>>[] };
    expect(views).toHaveLength(2);
    for (const view of views) {
      expect(view.type).toBe(BASE_VIEW);
      const { state, problems } = readBaseOptions((key) => view[key], {}, strings);
      expect(problems).toEqual([]);
      expect(state.filter.length > 0 || state.view === 'compare').toBe(true);
    }
  });

  it('names each option as the menu and the base do', () => {
    const named = baseOptions(strings).map((option) =>
      'key' in option ? [option.displayName, option.key] : [],
    );
    expect(
      rows.map((row) =>
        [...row.matchAll(/[^|]+/g)].slice(0, 2).map(([cell]) => cell.replaceAll('`', '').trim()),
      ),
    ).toEqual(named);
  });

  it('names each view, and no grouping that is none', () => {
    const wordsIn = (key: string) =>
      Array.from(
        rows.find((row) => row.includes(key))?.matchAll(/`(\w+)`/g) ?? [],
        ([, word]) => word,
      ).filter((word) => word !== key);
    expect(wordsIn('questionView')).toEqual([...VIEWS]);
    const groupings: readonly (string | undefined)[] = ['none', ...GROUP_FIELDS];
    expect(wordsIn('questionGrouping').filter((word) => !groupings.includes(word))).toEqual([]);
  });
});

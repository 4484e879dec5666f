// Whatever the language of queries has is called something in each language of the interface.
import { describe, expect, it } from 'vitest';
import { DEFAULT_TAXONOMY, LANGUAGES } from '../../../src/core/model/taxonomy';
import { FIELDS, PARTS, SORT_FIELDS, VIEWS, type CompletionItem } from '../../../src/core/query';
import { INSTRUCTIONS } from '../../../src/core/query/completing/completion-place';
import { FIELD_TABLE } from '../../../src/core/query/language/fields';
import { GROUP_FIELDS, NOTE_CHOICES } from '../../../src/core/query/language/statement';
import { stringsFor } from '../../../src/i18n';
import { suggestionName, writtenOf } from '../../../src/ui/editor/query-suggest-names';

const words = [
  ['scope', NOTE_CHOICES],
  ['group', GROUP_FIELDS],
  ['sort', SORT_FIELDS],
  ['view', VIEWS],
  ['parts', PARTS],
  ['reverse', ['reverse']],
] as const;

const valuesOf = (field: (typeof FIELDS)[number]): readonly string[] => {
  const rule = FIELD_TABLE[field];
  if (rule.kind === 'known' || rule.kind === 'missing') return rule.values;
  if (rule.kind === 'stance') return ['inward', 'outward'];
  return rule.kind === 'stage' || rule.kind === 'path-stage' ? ['outward/limits'] : [];
};

const items: readonly CompletionItem[] = [
  ...INSTRUCTIONS.map((each) => ({ kind: 'instruction', words: each }) as const),
  ...FIELDS.map((field) => ({ kind: 'field', field }) as const),
  ...FIELDS.flatMap((field) =>
    valuesOf(field).map(
      (value) => ({ kind: 'value', term: { field, value }, count: null }) as const,
    ),
  ),
  ...words.flatMap(([list, all]) => all.map((word) => ({ kind: 'word', list, word }) as const)),
];

describe.each(LANGUAGES)('in %s', (language) => {
  const wording = { taxonomy: DEFAULT_TAXONOMY, language, strings: stringsFor(language) };

  it('every instruction, field, word and value of the language has a name', () => {
    expect(items.length).toBeGreaterThan(80);
    const nameless = items.filter((item) => suggestionName(item, wording) === '');
    // What is called as it is written needs no second word.
    const same = language === 'en' ? ['quoted', 'embedded'] : [];
    expect(nameless.map(writtenOf)).toEqual(same);
  });

  it.each<[item: CompletionItem, written: string, name: string]>([
    [{ kind: 'value', term: { field: 'label', value: '算力 ' }, count: 3 }, '算力 ', ''],
    [{ kind: 'path', path: '讀書/安靜.md', count: 3 }, '讀書/安靜.md', '安靜'],
    [{ kind: 'path', path: '讀書', count: 3 }, '讀書', ''],
    [{ kind: 'preset', name: 'Limits' }, 'Limits', ''],
  ])('what notes and people call something has no other name: %j', (item, written, name) => {
    expect([writtenOf(item), suggestionName(item, wording)]).toEqual([written, name]);
  });
});

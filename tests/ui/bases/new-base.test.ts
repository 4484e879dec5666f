import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { DEFAULT_SCOPE, type ScopeRule } from '../../../src/core/model/scope';
import { newBase } from '../../../src/ui/bases/new-base';

it.each<readonly [rule: Partial<ScopeRule>, filters: readonly string[]]>([
  [{}, ['file.hasTag("my-article")', 'note["Checkbox 1"] == true']],
  [{ tags: ['#a', 'b/c'], checkbox: null }, ['file.hasTag("a", "b/c")']],
  [
    { tags: [], checkbox: 'It’s "my" done', checkboxValue: false },
    [String.raw`note["It’s \"my\" done"] != true`],
  ],
  [{ tags: ["it's"], checkbox: null }, ['file.hasTag("it\'s")']],
  [{ tags: [], checkbox: null }, ['file.ext == "md"']],
  [{ mode: 'vault' }, ['file.ext == "md"']],
])('a base is begun with what makes a note an article: %j', (rule, filters) => {
  expect(parse(newBase({ ...DEFAULT_SCOPE, ...rule }, 'It’s 問題: mine'))).toEqual({
    filters: { and: filters },
    views: [{ type: 'question-stance', name: 'It’s 問題: mine' }],
  });
});

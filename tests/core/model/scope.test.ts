import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SCOPE,
  frontmatterTags,
  isTagOrChild,
  judgeScope,
  type Frontmatter,
  type ScopeReason,
  type ScopeRule,
} from '../../../src/core/model/scope';

it.each([
  ['my-article', 'my-article', true],
  ['#my-article', 'my-article', true],
  ['my-article', '#my-article', true],
  ['My-Article', 'my-article', true],
  ['my-article/draft', 'my-article', true],
  ['my-articles', 'my-article', false],
  ['my', 'my-article', false],
  ['文章/草稿', '文章', true],
])('%s is %s or a child of it: %s', (tag, wanted, is) => {
  expect(isTagOrChild(tag, wanted)).toBe(is);
});

describe('tags of the frontmatter', () => {
  it.each<[string, Frontmatter, readonly string[]]>([
    ['none at all', null, []],
    ['no property', { title: 'x' }, []],
    ['an empty property', { tags: null }, []],
    ['a list', { tags: ['a', 'b/c'] }, ['a', 'b/c']],
    ['one string', { tags: 'a' }, ['a']],
    ['a string with commas', { tags: 'a, b' }, ['a', 'b']],
    ['a string with spaces', { tags: 'a b' }, ['a', 'b']],
    ['with hashes', { tags: ['#a'] }, ['a']],
    ['the property in the singular', { tag: 'a' }, ['a']],
    ['the property in capitals', { Tags: ['a'] }, ['a']],
    ['a number', { tags: [2026] }, ['2026']],
    ['what is no tag', { tags: [null, { a: 1 }, '', '#'] }, []],
    ['both properties', { tag: 'a', tags: ['b'] }, ['a', 'b']],
  ])('%s', (_, frontmatter, tags) => {
    expect(frontmatterTags(frontmatter)).toEqual(tags);
  });
});

describe('judging a note', () => {
  const unticked: ScopeRule = { ...DEFAULT_SCOPE, checkboxValue: false };
  const tagAlone: ScopeRule = { ...DEFAULT_SCOPE, checkbox: null };
  const boxAlone: ScopeRule = { ...DEFAULT_SCOPE, tags: [] };
  const either: ScopeRule = { ...tagAlone, tags: ['my-article', 'essay'] };
  const vault: ScopeRule = { ...DEFAULT_SCOPE, mode: 'vault' };
  const tags = ['my-article'];

  it.each<[string, ScopeRule, Frontmatter, ScopeReason]>([
    ['tag and tick', DEFAULT_SCOPE, { tags, 'Checkbox 1': true }, 'in'],
    ['a child tag and tick', DEFAULT_SCOPE, { tags: 'my-article/a', 'Checkbox 1': true }, 'in'],
    ['a tick in small letters', DEFAULT_SCOPE, { tags, 'checkbox 1': true }, 'in'],
    ['a tick in capitals', DEFAULT_SCOPE, { tags, 'CHECKBOX 1': true }, 'in'],
    [
      'the one written alike, of several',
      DEFAULT_SCOPE,
      { tags, 'checkbox 1': true, 'Checkbox 1': false },
      'checkbox-off',
    ],
    [
      'wanted unticked, ticked in capitals',
      { ...DEFAULT_SCOPE, checkboxValue: false },
      { tags, 'CHECKBOX 1': true },
      'checkbox-off',
    ],
    ['tag, no tick', DEFAULT_SCOPE, { tags, 'Checkbox 1': false }, 'checkbox-off'],
    ['tag, empty checkbox', DEFAULT_SCOPE, { tags, 'Checkbox 1': null }, 'checkbox-off'],
    ['tag, no checkbox', DEFAULT_SCOPE, { tags }, 'checkbox-off'],
    ['tag, the word true', DEFAULT_SCOPE, { tags, 'Checkbox 1': 'true' }, 'checkbox-off'],
    ['tick, no tag', DEFAULT_SCOPE, { 'Checkbox 1': true }, 'tag-missing'],
    ['tick, another tag', DEFAULT_SCOPE, { tags: ['x'], 'Checkbox 1': true }, 'tag-missing'],
    ['neither', DEFAULT_SCOPE, { title: 'x' }, 'tag-missing-and-checkbox-off'],
    ['no frontmatter', DEFAULT_SCOPE, null, 'tag-missing-and-checkbox-off'],
    ['wanted unticked, unticked', unticked, { tags, 'Checkbox 1': false }, 'in'],
    ['wanted unticked, missing', unticked, { tags }, 'in'],
    ['wanted unticked, ticked', unticked, { tags, 'Checkbox 1': true }, 'checkbox-off'],
    ['no checkbox wanted', tagAlone, { tags }, 'in'],
    ['no checkbox wanted, no tag', tagAlone, {}, 'tag-missing'],
    ['no tag wanted', boxAlone, { 'Checkbox 1': true }, 'in'],
    ['any of the tags', either, { tags: 'essay' }, 'in'],
    ['the whole vault', vault, null, 'in'],
  ])('%s', (_, rule, frontmatter, reason) => {
    expect(judgeScope(frontmatter, rule)).toEqual({ inScope: reason === 'in', reason });
  });
});

import { describe, expect, it } from 'vitest';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import type { KeyPress } from '../../../src/keys/key-press';
import { intentOf, KEY_HINTS, repeats } from '../../../src/ui/tag-modal/keys';
import { openTagging, reduce } from '../../../src/ui/tag-modal/model';
import type { TagState } from '../../../src/ui/tag-modal/tag-state';
import { ask, inOrder } from './tag-modal-questions';

const atList = openTagging(inOrder([ask('a'), ask('b')]), DEFAULT_TAXONOMY, {
  embedded: false,
  unmarked: false,
  skipped: false,
});
const atFilter = reduce(atList, { type: 'focus', on: 'filter' });
const filtered = reduce(atList, { type: 'filter', text: 'a' });
const selecting = reduce(atList, { type: 'toggle' });
const withStance = reduce(atList, { type: 'open-stance', stance: 'inward' });

/** `Mod+Shift+z` as a key press. */
function press(keys: string): KeyPress {
  const parts = keys.split('+');
  return {
    name: parts[parts.length - 1] ?? '',
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    isRepeat: false,
  };
}

/** The intent as a few words. */
function said(state: TagState, keys: string): string {
  const intent = intentOf(state, press(keys));
  if (!intent) return 'nothing';
  if (intent.do !== 'act') return intent.do;
  const { type, ...given } = intent.action;
  return [type, ...Object.values(given).map((part) => JSON.stringify(part))].join(' ');
}

describe('keys in the list', () => {
  it.each([
    ['ArrowDown', 'move "next" false'],
    ['j', 'move "next" false'],
    ['Shift+ArrowDown', 'move "next" true'],
    ['Shift+j', 'move "next" true'],
    ['ArrowUp', 'move "previous" false'],
    ['k', 'move "previous" false'],
    ['Shift+k', 'move "previous" true'],
    ['Home', 'move "first" false'],
    ['End', 'move "last" false'],
    ['Shift+End', 'move "last" true'],
    ['PageDown', 'move "page-down" false'],
    ['PageUp', 'move "page-up" false'],
    ['u', 'move "next-untagged" false'],
    ['Space', 'toggle'],
    ['Mod+a', 'select-all'],
    ['g', 'widen'],
    ['1', 'digit 1'],
    ['0', 'digit 0'],
    ['x', 'choose {"stance":"skip","stage":null}'],
    ['Backspace', 'choose null'],
    ['Delete', 'choose null'],
    ['/', 'focus "filter"'],
    ['Mod+z', 'undo'],
    ['Mod+Shift+z', 'redo'],
    ['Mod+y', 'redo'],
    ['o', 'open'],
    ['Enter', 'write'],
    ['Mod+Enter', 'write'],
    ['Escape', 'leave'],
    ['a', 'asked-by'],
    ['b', 'nothing'],
    ['z', 'nothing'],
    ['Mod+1', 'nothing'],
    ['Mod+x', 'nothing'],
    ['Alt+j', 'nothing'],
    ['Tab', 'nothing'],
    ['F5', 'nothing'],
  ])('%s: %s', (keys, expected) => {
    expect(said(atList, keys)).toBe(expected);
  });
});

it.each([
  ['j', true],
  ['Shift+ArrowDown', true],
  ['Mod+z', true],
  ['Enter', false],
  ['o', false],
  ['a', false],
  ['x', false],
  ['1', false],
  ['g', false],
  ['Escape', false],
])('held down, %s goes on: %s', (keys, expected) => {
  const intent = intentOf(atList, press(keys));
  expect(intent && repeats(intent)).toBe(expected);
});

describe('keys in the filter box', () => {
  it.each([
    ['j', 'nothing'],
    ['a', 'nothing'],
    ['1', 'nothing'],
    ['Space', 'nothing'],
    ['Backspace', 'nothing'],
    ['Mod+a', 'nothing'],
    ['Mod+z', 'nothing'],
    ['Home', 'nothing'],
    ['Enter', 'focus "list"'],
    ['ArrowDown', 'focus "list"'],
    ['Mod+Enter', 'write'],
    ['Escape', 'step-back'],
  ])('%s: %s', (keys, expected) => {
    expect(said(atFilter, keys)).toBe(expected);
  });
});

describe('keys that go by what is open', () => {
  it.each([
    ['Escape leaves the filter before the modal', filtered, 'Escape', 'step-back'],
    ['Escape drops the selection before the modal', selecting, 'Escape', 'step-back'],
    ['Escape leaves the stance before the modal', withStance, 'Escape', 'step-back'],
    ['Enter takes the stance alone where the stage is missing', withStance, 'Enter', 'digit 0'],
    ['Mod+Enter writes all the same', withStance, 'Mod+Enter', 'write'],
  ])('%s', (_, state, keys, expected) => {
    expect(said(state, keys)).toBe(expected);
  });
});

it('every hint names a key that does something', () => {
  const modifiers = ['⇧', 'Mod'];
  const typed: Readonly<Record<string, string>> = {
    '↑': 'ArrowUp',
    '↓': 'ArrowDown',
    '⌫': 'Backspace',
  };
  const named = KEY_HINTS.flatMap(({ shown }) => {
    const mod = shown.includes('Mod') ? 'Mod+' : '';
    return shown.filter((key) => !modifiers.includes(key)).map((key) => mod + (typed[key] ?? key));
  });
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((keys) => said(atList, keys) === 'nothing')).toEqual([]);
});

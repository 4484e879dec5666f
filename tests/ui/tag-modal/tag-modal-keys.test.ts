import { describe, expect, it } from 'vitest';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import type { KeyPress } from '../../../src/keys/key-press';
import { intentOf, keyHints, intentRepeats } from '../../../src/ui/tag-modal/keys';
import { openTagging, reduceTagging } from '../../../src/ui/tag-modal/model';
import type { TagState } from '../../../src/ui/tag-modal/tag-state';
import { ask, inOrder } from './tag-modal-questions';

const atList = openTagging(inOrder([ask('a'), ask('b')]), DEFAULT_TAXONOMY, {
  embedded: false,
  unmarked: false,
  skipped: false,
});
const atFilter = reduceTagging(atList, { type: 'focus', on: 'filter' });
const filtered = reduceTagging(atList, { type: 'filter', text: 'a' });
const selecting = reduceTagging(atList, { type: 'toggle' });
const suggesting = openTagging(atList.questions, DEFAULT_TAXONOMY, atList.shows, {
  mode: 'proposals',
});
const haunted: TagState = { ...suggesting, mode: 'ghosts' };
const offering: TagState = { ...haunted, offer: new Map() };
const withStance = reduceTagging(atList, { type: 'open-stance', stance: 'inward' });

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

describe('keys of suggestions', () => {
  it.each([
    ['s', 'nothing', 'accept-proposal 0', 'accept-proposal 0'],
    ['d', 'nothing', 'accept-proposal 1', 'accept-proposal 1'],
    ['f', 'nothing', 'accept-proposal 2', 'accept-proposal 2'],
    ['y', 'nothing', 'nothing', 'accept-ghost'],
    ['n', 'nothing', 'nothing', 'reject-ghost'],
    ['Shift+y', 'nothing', 'nothing', 'offer-ghosts'],
    ['Mod+y', 'redo', 'redo', 'redo'],
    ['Mod+s', 'nothing', 'nothing', 'nothing'],
    ['Tab', 'nothing', 'nothing', 'nothing'],
  ])('%s: %s where they are off, %s for proposals, %s with ghosts', (keys, ...expected) => {
    expect([atList, suggesting, haunted].map((state) => said(state, keys))).toEqual(expected);
  });

  it.each([
    ['Shift+y', 'accept-offer'],
    ['y', 'accept-offer'],
    ['Enter', 'accept-offer'],
    ['n', 'go-back'],
    ['Escape', 'go-back'],
    ['Mod+Enter', 'write'],
    ['Mod+y', 'redo'],
    ['1', 'digit 1'],
    ['j', 'move "next" false'],
  ])('while it is asked whether to accept all, %s: %s', (keys, expected) => {
    expect(said(offering, keys)).toBe(expected);
  });

  it.each(['s', 'd', 'f', 'y', 'n', 'Shift+y'])('%s is typed in the filter box', (keys) => {
    expect(said(reduceTagging(haunted, { type: 'focus', on: 'filter' }), keys)).toBe('nothing');
  });

  it.each(['s', 'y', 'n', 'Shift+y'])('%s happens once a press', (keys) => {
    const intent = intentOf(haunted, press(keys));
    expect(intent && intentRepeats(intent)).toBe(false);
  });

  it.each([
    ['proposals', suggesting, ['propose']],
    ['ghosts', haunted, ['propose', 'answer']],
  ])('hints at the foot name those of %s alone', (_, state, expected) => {
    const usual = new Set(keyHints(atList).map(({ name }) => name));
    const names = keyHints(state).map(({ name }) => name);
    expect(names.filter((name) => !usual.has(name))).toEqual(expected);
  });

  it('no key means two things', () => {
    const bindings = ['ArrowDown', 'j', 'k', 'g', 'u', 'o', 'a', 'x', 's', 'd', 'f', 'y', 'n'];
    expect(new Set(bindings.map((keys) => said(haunted, keys))).size).toBe(bindings.length - 1);
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
  expect(intent && intentRepeats(intent)).toBe(expected);
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
    ['Escape', 'go-back'],
  ])('%s: %s', (keys, expected) => {
    expect(said(atFilter, keys)).toBe(expected);
  });
});

describe('keys that go by what is open', () => {
  it.each([
    ['Escape leaves the filter before the modal', filtered, 'Escape', 'go-back'],
    ['Escape drops the selection before the modal', selecting, 'Escape', 'go-back'],
    ['Escape leaves the stance before the modal', withStance, 'Escape', 'go-back'],
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
  const named = keyHints(haunted).flatMap(({ shown }) => {
    const mod = shown.includes('Mod') ? 'Mod+' : '';
    return shown.filter((key) => !modifiers.includes(key)).map((key) => mod + (typed[key] ?? key));
  });
  expect(named.length).toBeGreaterThan(12);
  expect(named.filter((keys) => said(haunted, keys) === 'nothing')).toEqual([]);
});

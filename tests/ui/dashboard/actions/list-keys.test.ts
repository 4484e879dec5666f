import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../../../../src/keys/key-press';
import { listCommand, listCommandRepeats } from '../../../../src/ui/dashboard/actions/list-keys';

function press(keys: string): KeyPress {
  const parts = keys.split('+');
  return {
    name: parts.at(-1) ?? '',
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    isRepeat: false,
  };
}

describe('keys on the list', () => {
  it.each([
    ['ArrowDown', { kind: 'move', by: 1, extend: false }],
    ['j', { kind: 'move', by: 1, extend: false }],
    ['k', { kind: 'move', by: -1, extend: false }],
    ['Shift+ArrowUp', { kind: 'move', by: -1, extend: true }],
    ['Shift+j', { kind: 'move', by: 1, extend: true }],
    ['Shift+End', { kind: 'edge', edge: 'last', extend: true }],
    ['Space', { kind: 'toggle' }],
    ['Mod+a', { kind: 'select-all' }],
    ['Enter', { kind: 'open' }],
    ['Mod+Enter', { kind: 'open' }],
    ['Mod+Alt+Shift+Enter', { kind: 'open' }],
    ['p', { kind: 'preview' }],
    ['t', { kind: 'tag' }],
    ['2', { kind: 'stance', digit: '2' }],
    ['Shift+2', { kind: 'stance', digit: '2' }],
    ['x', { kind: 'skip' }],
    ['y', { kind: 'accept' }],
    ['n', { kind: 'reject' }],
    ['Backspace', { kind: 'clear' }],
    ['/', { kind: 'search' }],
    ['Shift+/', { kind: 'search' }],
    ['Escape', { kind: 'escape' }],
    ['ArrowLeft', { kind: 'collapse', collapsed: true }],
    ['Shift+F10', { kind: 'menu' }],
  ])('%s', (keys, expected) => {
    expect(listCommand(press(keys))).toEqual(expected);
  });

  it.each([
    'q',
    '0',
    'Mod+1',
    'Tab',
    'Mod+c',
    'Mod+Shift+a',
    'Alt+ArrowLeft',
    'Mod+t',
    'Shift+x',
    'Shift+y',
    'Alt+n',
    'F10',
  ])('leaves %s alone', (keys) => {
    expect(listCommand(press(keys))).toBeNull();
  });

  it.each([
    ['ArrowDown', true],
    ['Shift+End', true],
    ['ArrowLeft', true],
    ['Enter', false],
    ['x', false],
    ['Backspace', false],
    ['1', false],
    ['t', false],
    ['Space', false],
  ])('held down, %s goes on: %s', (keys, expected) => {
    const command = listCommand(press(keys));
    expect(command && listCommandRepeats(command)).toBe(expected);
  });
});

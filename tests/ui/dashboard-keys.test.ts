import { describe, expect, it } from 'vitest';
import { listCommand, type KeyPress } from '../../src/ui/dashboard/list-keys';

function press(keys: string, isComposing = false): KeyPress {
  const parts = keys.split('+');
  return {
    key: parts.at(-1) === 'Space' ? ' ' : (parts.at(-1) ?? ''),
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    isComposing,
  };
}

describe('keys on the list', () => {
  it.each([
    ['ArrowDown', { kind: 'move', by: 1, extend: false }],
    ['j', { kind: 'move', by: 1, extend: false }],
    ['k', { kind: 'move', by: -1, extend: false }],
    ['Shift+ArrowUp', { kind: 'move', by: -1, extend: true }],
    ['Shift+J', { kind: 'move', by: 1, extend: true }],
    ['J', { kind: 'move', by: 1, extend: false }],
    ['Shift+End', { kind: 'edge', edge: 'last', extend: true }],
    ['Space', { kind: 'toggle' }],
    ['Ctrl+a', { kind: 'select-all' }],
    ['Meta+a', { kind: 'select-all' }],
    ['Enter', { kind: 'open' }],
    ['Ctrl+Enter', { kind: 'open' }],
    ['Ctrl+Alt+Shift+Enter', { kind: 'open' }],
    ['t', { kind: 'tag' }],
    ['2', { kind: 'stance', digit: '2' }],
    ['x', { kind: 'skip' }],
    ['X', { kind: 'skip' }],
    ['Backspace', { kind: 'clear' }],
    ['/', { kind: 'search' }],
    ['Escape', { kind: 'escape' }],
    ['ArrowLeft', { kind: 'fold', folded: true }],
    ['Shift+F10', { kind: 'menu' }],
  ])('%s', (keys, expected) => {
    expect(listCommand(press(keys))).toEqual(expected);
  });

  it.each([
    'q',
    '0',
    'Ctrl+1',
    'Shift+1',
    'Tab',
    'Ctrl+c',
    'Ctrl+Shift+a',
    'Alt+ArrowLeft',
    'Meta+t',
    'Shift+x',
    'F10',
  ])('leaves %s alone', (keys) => {
    expect(listCommand(press(keys))).toBeNull();
  });

  it.each(['Enter', 'Space', 'j', 'Backspace', 'Escape'])(
    'leaves %s to an input method at work',
    (keys) => {
      expect(listCommand(press(keys, true))).toBeNull();
    },
  );
});

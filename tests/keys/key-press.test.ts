import { describe, expect, it, vi } from 'vitest';
import { isInputMethods, keyName, onKey, readKey, type KeyEvent } from '../../src/keys/key-press';
import { ALL_KEYS, COMPOSING_ENTERS } from './layouts';

const input = { tagName: 'INPUT', type: 'text' } as unknown as EventTarget;
const box = { tagName: 'INPUT', type: 'checkbox' } as unknown as EventTarget;
const editor = { tagName: 'DIV', isContentEditable: true } as unknown as EventTarget;
const list = { tagName: 'DIV', isContentEditable: false } as unknown as EventTarget;

function event(told: Partial<KeyEvent>): KeyEvent {
  return {
    key: '',
    code: '',
    keyCode: 0,
    isComposing: false,
    repeat: false,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    target: list,
    ...told,
  };
}

describe('the name of a key', () => {
  it.each(ALL_KEYS)('%s: %s', (_layout, wanted, told) => {
    expect(readKey(event(told))?.name).toBe(wanted);
  });

  it.each([
    ['is the digit below a sign typed with Shift', '!', 'Digit1', '1'],
    ['is the digit below a full-width sign', '！', 'Digit1', '1'],
    ['is the digit of a dead key above it', 'Dead', 'Digit6', '6'],
    ['goes by the place of a key that types two letters', 'لا', 'KeyB', 'b'],
    ['is that of a named key', 'ArrowDown', 'ArrowDown', 'ArrowDown'],
    ['is that of a named key on the number pad', 'End', 'Numpad1', 'End'],
    ['is Enter on the number pad', 'Enter', 'NumpadEnter', 'Enter'],
    ['is Space for a wide one too', '\u3000', 'Space', 'Space'],
    ['is its own by a layout that has other letters at the places', 'q', 'KeyA', 'q'],
    ['is a full stop where a layout has it in place of the slash', '.', 'Slash', '.'],
    ['is the dead key’s where it is at no known place', 'Dead', 'Quote', 'Dead'],
  ])('%s', (_, key, code, expected) => {
    expect(keyName({ key, code })).toBe(expected);
  });
});

describe('a key of an input method', () => {
  const places = [
    ['an input', input],
    ['an editor', editor],
    ['a list', list],
    ['a checkbox', box],
    ['nothing', null],
  ] as const;
  it.each(
    COMPOSING_ENTERS.flatMap(([browser, told]) =>
      places.map(([place, target]) => [browser, place, { ...told, target }] as const),
    ),
  )('is Enter that ends a word: %s, in %s', (_browser, _place, told) => {
    expect(readKey(event(told))).toBeNull();
  });

  it.each([
    ['a letter in an input', { key: 'Process', code: 'KeyX', keyCode: 229, target: input }, true],
    ['a digit in an editor', { key: 'ㄅ', code: 'Digit1', keyCode: 229, target: editor }, true],
    ['a letter of a phone’s keyboard', { key: 'Unidentified', keyCode: 229, target: input }, true],
    ['an arrow among its choices', { key: 'ArrowDown', code: 'ArrowDown', keyCode: 229 }, true],
    ['Backspace in what it composes', { key: 'Process', code: 'Backspace', keyCode: 229 }, true],
    ['a letter where nothing is typed', { key: 'Process', code: 'KeyX', keyCode: 229 }, false],
    ['a digit on a checkbox', { key: 'Process', code: 'Digit1', keyCode: 229, target: box }, false],
    ['Enter that nobody took', { key: 'Enter', code: 'Enter', keyCode: 13, target: input }, false],
    ['Zhuyin that nobody took', { key: 'ㄅ', code: 'Digit1', keyCode: 49, target: input }, false],
  ])('%s: %s', (_what, told, expected) => {
    expect(isInputMethods(event(told))).toBe(expected);
  });

  it('is no click', () => {
    expect(isInputMethods({ detail: 1 } as MouseEvent)).toBe(false);
  });

  it('reaches no listener', () => {
    const act = vi.fn(() => 'done');
    const listener = onKey(act);
    expect(listener(event({ key: 'Enter', keyCode: 229 }))).toBeUndefined();
    expect(act).not.toHaveBeenCalled();
    const pressed = event({ key: 'Enter', keyCode: 13, ctrlKey: true, repeat: true });
    expect(listener(pressed)).toBe('done');
    const press = { name: 'Enter', mod: true, shift: false, alt: false, isRepeat: true };
    expect(act).toHaveBeenCalledWith(press, pressed);
  });
});

/**
 * The one reading of keys: what a key is called, whatever the keyboard's layout or the input method that is on, and
 * which keys are the input method's own. Every listener for keys in the plugin is made by `onKey`, and every
 * suggestion that a key may choose asks `isInputMethods` first; `tests/keys/listeners.test.ts` sees to that. Pure.
 */

/** What is read of a `KeyboardEvent`. */
export interface KeyEvent {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly repeat: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget | null;
}

/** How many rows «Page Up» and «Page Down» go. */
export const PAGE_ROWS = 10;

export interface KeyPress {
  /** A letter in lower case, a digit or punctuation, `Space`, or a named key as the browser names it. */
  readonly name: string;
  /** Ctrl or Cmd, whichever the keyboard has. */
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** The key is held down, and this is not its first event. */
  readonly isRepeat: boolean;
}

/** The key that was pressed; null where it is an input method's. */
export function readKey(event: KeyEvent): KeyPress | null {
  if (isInputMethods(event)) return null;
  const { ctrlKey, metaKey, shiftKey, altKey, repeat } = event;
  return {
    name: keyName(event),
    mod: ctrlKey || metaKey,
    shift: shiftKey,
    alt: altKey,
    isRepeat: repeat,
  };
}

/** A listener that is told of keys which no input method has a part in. */
export function onKey<E extends KeyEvent, Answer>(
  act: (press: KeyPress, event: E) => Answer,
): (event: E) => Answer | undefined {
  return (event) => {
    const press = readKey(event);
    return press ? act(press, event) : undefined;
  };
}

/** `keyCode` of a key that an input method has taken, by the UI Events specification. */
const TAKEN = 229;

/**
 * Whether the key is an input method's: pressed while it composes, or taken by it. WebKit ends the composition
 * before it tells of the Enter that ended it, so `isComposing` alone does not say. Where no text can be
 * typed nothing is composed, and a letter, digit or punctuation that was taken is read by its place. No mouse has one.
 */
export function isInputMethods(event: KeyEvent | MouseEvent): boolean {
  if (!('isComposing' in event)) return false;
  if (event.isComposing) return true;
  return event.keyCode === TAKEN && (takesText(event.target) || nameAtPlace(event.code) === null);
}

/** What `key` says where the browser does not know, or a further key is waited for. */
const UNKNOWN: ReadonlySet<string> = new Set(['Process', 'Unidentified', 'Dead', 'Compose']);

/**
 * The key's name: its own where it is plain ASCII, in full width too; else what a US keyboard has at its place,
 * since a phonetic, Cyrillic or Arabic layout types a letter of its own there.
 */
export function keyName({ key, code }: Pick<KeyEvent, 'key' | 'code'>): string {
  const plain = key.normalize('NFKC');
  if (plain === ' ') return 'Space';
  // Shift, or a French keyboard without it, types punctuation on a digit's key. A slash there is meant as one.
  if (code.startsWith('Digit') && /^[!-.:-@[-`{-~]$/.test(plain)) return nameAtPlace(code) ?? plain;
  if (/^[!-~]$/.test(plain)) return plain.toLowerCase();
  if (/^[A-Z][A-Za-z0-9]+$/.test(plain) && !UNKNOWN.has(plain)) return plain;
  return nameAtPlace(code) ?? plain;
}

const PUNCTUATION_KEYS: ReadonlyMap<string, string> = new Map([
  ['Slash', '/'],
  ['NumpadDivide', '/'],
  ['Space', 'Space'],
]);

function nameAtPlace(code: string): string | null {
  const place = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1];
  return place?.toLowerCase() ?? PUNCTUATION_KEYS.get(code) ?? null;
}

/** Inputs into which nothing is typed. */
const PRESSED: ReadonlySet<unknown> = new Set(['checkbox', 'radio', 'button', 'submit', 'color']);

function takesText(target: EventTarget | null): boolean {
  if (!target) return false;
  const { tagName, type, isContentEditable } = target as Partial<HTMLInputElement>;
  if (tagName === 'INPUT') return !PRESSED.has(type);
  return tagName === 'TEXTAREA' || isContentEditable === true;
}

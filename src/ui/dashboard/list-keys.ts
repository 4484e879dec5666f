/** What a key press on the list means. Pure: an event's keys in, a command out. */

export type ListCommand =
  | { readonly kind: 'move'; readonly by: number; readonly extend: boolean }
  | { readonly kind: 'edge'; readonly edge: 'first' | 'last'; readonly extend: boolean }
  | { readonly kind: 'fold'; readonly folded: boolean }
  /** The tag modal's digit of a stance; its stage is asked for. */
  | { readonly kind: 'stance'; readonly digit: string }
  | {
      readonly kind:
        'toggle' | 'select-all' | 'open' | 'tag' | 'clear' | 'skip' | 'search' | 'escape' | 'menu';
    };

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** An input method is at work: the key is its own. */
  readonly isComposing: boolean;
}

/** How far Page Up and Page Down go. */
const PAGE = 10;

const PLAIN: Readonly<Record<string, ListCommand>> = {
  ' ': { kind: 'toggle' },
  t: { kind: 'tag' },
  x: { kind: 'skip' },
  Backspace: { kind: 'clear' },
  Delete: { kind: 'clear' },
  '/': { kind: 'search' },
  Escape: { kind: 'escape' },
  ContextMenu: { kind: 'menu' },
  ArrowLeft: { kind: 'fold', folded: true },
  ArrowRight: { kind: 'fold', folded: false },
  h: { kind: 'fold', folded: true },
  l: { kind: 'fold', folded: false },
};

/** The command for a key press, or null where the list leaves the key alone. */
export function listCommand(press: KeyPress): ListCommand | null {
  if (press.isComposing) return null;
  // Caps Lock must not turn the letters off.
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  // Enter takes every modifier: they say where the note opens.
  if (key === 'Enter') return { kind: 'open' };
  if (press.ctrlKey || press.metaKey) {
    return key === 'a' && !press.altKey && !press.shiftKey ? { kind: 'select-all' } : null;
  }
  if (press.altKey) return null;
  const extend = press.shiftKey;
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return { kind: 'move', by: 1, extend };
    case 'ArrowUp':
    case 'k':
      return { kind: 'move', by: -1, extend };
    case 'PageDown':
      return { kind: 'move', by: PAGE, extend };
    case 'PageUp':
      return { kind: 'move', by: -PAGE, extend };
    case 'Home':
      return { kind: 'edge', edge: 'first', extend };
    case 'End':
      return { kind: 'edge', edge: 'last', extend };
    case 'F10':
      return extend ? { kind: 'menu' } : null;
    default:
      if (/^[1-9]$/.test(key) && !extend) return { kind: 'stance', digit: key };
      return extend ? null : (PLAIN[key] ?? null);
  }
}

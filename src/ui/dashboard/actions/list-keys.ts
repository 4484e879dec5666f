/** What a key press on the list means. Pure: a key in, a command out. */
import { PAGE_ROWS, type KeyPress } from '../../../keys/key-press';

export type ListCommand =
  | { readonly kind: 'move'; readonly by: number; readonly extend: boolean }
  | { readonly kind: 'edge'; readonly edge: 'first' | 'last'; readonly extend: boolean }
  | { readonly kind: 'collapse'; readonly collapsed: boolean }
  /** The tag modal's digit of a stance; its stage is asked for. */
  | { readonly kind: 'stance'; readonly digit: string }
  | {
      readonly kind:
        | 'toggle'
        | 'select-all'
        | 'open'
        | 'preview'
        | 'tag'
        | 'clear'
        | 'skip'
        /** Of what is suggested at the cursor. */
        | 'accept'
        | 'reject'
        | 'search'
        | 'escape'
        | 'menu';
    };

const PLAIN: Readonly<Record<string, ListCommand>> = {
  Space: { kind: 'toggle' },
  p: { kind: 'preview' },
  t: { kind: 'tag' },
  x: { kind: 'skip' },
  y: { kind: 'accept' },
  n: { kind: 'reject' },
  Backspace: { kind: 'clear' },
  Delete: { kind: 'clear' },
  Escape: { kind: 'escape' },
  ContextMenu: { kind: 'menu' },
  ArrowLeft: { kind: 'collapse', collapsed: true },
  ArrowRight: { kind: 'collapse', collapsed: false },
  h: { kind: 'collapse', collapsed: true },
  l: { kind: 'collapse', collapsed: false },
};

/** The command for a key press, or null where the list leaves the key alone. */
export function listCommand({ name, mod, shift, alt }: KeyPress): ListCommand | null {
  // Enter takes every modifier: they say where the note opens.
  if (name === 'Enter') return { kind: 'open' };
  if (mod) return name === 'a' && !alt && !shift ? { kind: 'select-all' } : null;
  if (alt) return null;
  // Some keyboards have digits and the slash behind Shift.
  if (/^[1-9]$/.test(name)) return { kind: 'stance', digit: name };
  if (name === '/') return { kind: 'search' };
  switch (name) {
    case 'ArrowDown':
    case 'j':
      return { kind: 'move', by: 1, extend: shift };
    case 'ArrowUp':
    case 'k':
      return { kind: 'move', by: -1, extend: shift };
    case 'PageDown':
      return { kind: 'move', by: PAGE_ROWS, extend: shift };
    case 'PageUp':
      return { kind: 'move', by: -PAGE_ROWS, extend: shift };
    case 'Home':
      return { kind: 'edge', edge: 'first', extend: shift };
    case 'End':
      return { kind: 'edge', edge: 'last', extend: shift };
    case 'F10':
      return shift ? { kind: 'menu' } : null;
    default:
      return shift ? null : (PLAIN[name] ?? null);
  }
}

/** Whether a key that is held goes on doing it. What opens or writes something happens once a press. */
export function listCommandRepeats({ kind }: ListCommand): boolean {
  return kind === 'move' || kind === 'edge' || kind === 'collapse';
}

/**
 * The modal's keys: one table from key to intent, which also says what the hints at the foot show.
 * What a key is called, `keys/key-press.ts` says.
 */
import { SKIP } from '../../core/model/question';
import type { KeyPress } from '../../keys/key-press';
import { canGoBack, type Movement, type TagAction } from './model';
import type { TagState } from './tag-state';

/** What a key asks for: an action on the state, or something that only the modal around it can do. */
export type Intent =
  | { readonly do: 'act'; readonly action: TagAction }
  | { readonly do: 'write' }
  | { readonly do: 'leave' }
  | { readonly do: 'open' }
  /** To say who asks in the section at hand. */
  | { readonly do: 'asked-by' };

/** Names of the hints at the foot; their words are strings of the interface. */
export type HintName =
  | 'move'
  | 'extend'
  | 'select'
  | 'widen'
  | 'propose'
  | 'answer'
  | 'skip'
  | 'clear'
  | 'untagged'
  | 'filter'
  | 'undo'
  | 'askedBy'
  | 'open';

interface Binding {
  readonly keys: readonly string[];
  readonly mod?: boolean;
  /** Where it is not said, Shift does not matter. */
  readonly shift?: boolean;
  /** Where it is none of the modal's keys otherwise. */
  readonly where?: (state: Pick<TagState, 'mode'>) => boolean;
  readonly intent: (state: TagState, press: KeyPress) => Intent;
  readonly hint?: { readonly name: HintName; readonly shown: readonly string[] };
}

const act = (action: TagAction): Intent => ({ do: 'act', action });

const moving =
  (to: Movement) =>
  (_state: TagState, { shift }: KeyPress) =>
    act({ type: 'move', to, extend: shift });

/** The keys of the three proposals at the cursor, the likeliest first: beside each other, under the left hand. */
export const PROPOSAL_KEYS = ['s', 'd', 'f'] as const;

const areProposed: Binding['where'] = ({ mode }) => mode !== 'off';
const haveGhosts: Binding['where'] = ({ mode }) => mode === 'ghosts';

const BINDINGS: readonly Binding[] = [
  {
    keys: ['ArrowDown', 'j'],
    intent: moving('next'),
    hint: { name: 'move', shown: ['↑', '↓'] },
  },
  { keys: ['ArrowUp', 'k'], intent: moving('previous'), hint: { name: 'extend', shown: ['⇧'] } },
  { keys: ['Home'], intent: moving('first') },
  { keys: ['End'], intent: moving('last') },
  { keys: ['PageDown'], intent: moving('page-down') },
  { keys: ['PageUp'], intent: moving('page-up') },
  {
    keys: ['Space'],
    intent: () => act({ type: 'toggle' }),
    hint: { name: 'select', shown: ['Space'] },
  },
  { keys: ['a'], mod: true, intent: () => act({ type: 'select-all' }) },
  { keys: ['g'], intent: () => act({ type: 'widen' }), hint: { name: 'widen', shown: ['g'] } },
  ...PROPOSAL_KEYS.map((key, position): Binding => ({
    keys: [key],
    where: areProposed,
    intent: () => act({ type: 'accept-proposal', position }),
    ...(position === 0 && { hint: { name: 'propose', shown: PROPOSAL_KEYS } }),
  })),
  {
    keys: ['y'],
    shift: false,
    where: haveGhosts,
    intent: () => act({ type: 'accept-ghost' }),
    hint: { name: 'answer', shown: ['y', 'n'] },
  },
  {
    keys: ['n'],
    where: haveGhosts,
    intent: () => act({ type: 'reject-ghost' }),
  },
  // The button that does the same shows it.
  { keys: ['y'], shift: true, where: haveGhosts, intent: () => act({ type: 'offer-ghosts' }) },
  {
    keys: ['x'],
    intent: () => act({ type: 'choose', value: { stance: SKIP, stage: null } }),
    hint: { name: 'skip', shown: ['x'] },
  },
  {
    keys: ['Backspace', 'Delete'],
    intent: () => act({ type: 'choose', value: null }),
    hint: { name: 'clear', shown: ['⌫'] },
  },
  {
    keys: ['u'],
    intent: () => act({ type: 'move', to: 'next-untagged', extend: false }),
    hint: { name: 'untagged', shown: ['u'] },
  },
  {
    keys: ['/'],
    intent: () => act({ type: 'focus', on: 'filter' }),
    hint: { name: 'filter', shown: ['/'] },
  },
  {
    keys: ['z'],
    mod: true,
    shift: false,
    intent: () => act({ type: 'undo' }),
    hint: { name: 'undo', shown: ['Mod', 'z'] },
  },
  { keys: ['z'], mod: true, shift: true, intent: () => act({ type: 'redo' }) },
  { keys: ['y'], mod: true, intent: () => act({ type: 'redo' }) },
  {
    keys: ['a'],
    intent: () => ({ do: 'asked-by' }),
    hint: { name: 'askedBy', shown: ['a'] },
  },
  { keys: ['o'], intent: () => ({ do: 'open' }), hint: { name: 'open', shown: ['o'] } },
  { keys: ['Escape'], intent: leaveOrGoBack },
  { keys: ['Enter'], intent: enter },
  { keys: ['Enter'], mod: true, intent: () => ({ do: 'write' }) },
];

/** In the filter's box, typing is typing; these few keys lead out of it. */
const FILTER_BINDINGS: readonly Binding[] = [
  { keys: ['Escape'], intent: leaveOrGoBack },
  { keys: ['Enter', 'ArrowDown', 'ArrowUp'], intent: () => act({ type: 'focus', on: 'list' }) },
  { keys: ['Enter'], mod: true, intent: () => ({ do: 'write' }) },
];

/** While it is asked whether to accept all ghosts: `n` says no, as it does at one of them. */
const OFFER_BINDINGS: readonly Binding[] = [
  { keys: ['y', 'Enter'], intent: () => act({ type: 'accept-offer' }) },
  { keys: ['n', 'Escape'], intent: () => act({ type: 'go-back' }) },
];

/** The hints at the foot, in the table's order. */
export function keyHints(state: Pick<TagState, 'mode'>): readonly NonNullable<Binding['hint']>[] {
  return BINDINGS.flatMap(({ hint, where = () => true }) => (hint && where(state) ? hint : []));
}

/** The keys of stance and stage choices; 0 says «no stage». */
export const NO_STAGE_KEY = 0;

/** The digit of the stance or stage at a position, which counts from 0; null behind the ninth, which no digit is for. */
export function choiceKey(at: number): string | null {
  return at >= 0 && at < 9 ? String(at + 1) : null;
}

/** What the key asks for in this state; null where it is none of the modal's keys. */
export function intentOf(state: TagState, press: KeyPress): Intent | null {
  const { name } = press;
  if (press.alt) return null;
  if (state.focus === 'list' && !press.mod && /^[0-9]$/.test(name)) {
    return act({ type: 'digit', digit: Number(name) });
  }
  const asked = state.offer === null ? [] : OFFER_BINDINGS;
  const bindings = state.focus === 'filter' ? FILTER_BINDINGS : [...asked, ...BINDINGS];
  const binding = bindings.find(
    ({ keys, mod = false, shift = press.shift, where = () => true }) =>
      keys.includes(name) && mod === press.mod && shift === press.shift && where(state),
  );
  return binding?.intent(state, press) ?? null;
}

/** Whether a key that is held goes on doing it. What chooses, opens, writes or leaves happens once a press. */
export function intentRepeats(intent: Intent): boolean {
  return intent.do === 'act' && ['move', 'undo', 'redo'].includes(intent.action.type);
}

function leaveOrGoBack(state: TagState): Intent {
  return canGoBack(state) ? act({ type: 'go-back' }) : { do: 'leave' };
}

/** With a stance chosen and no stage yet, Enter takes the stance alone. */
function enter(state: TagState): Intent {
  return state.openStance === null ? { do: 'write' } : act({ type: 'digit', digit: NO_STAGE_KEY });
}

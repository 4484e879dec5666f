// `Scope` and `Keymap`: keys go to the topmost scope, then to its parents. The first handler that
// matches answers for the key; `false` keeps the key from everybody else, the editor included,
// since the keymap listens before anything on the page does.
import type {
  KeymapContext,
  KeymapEventHandler,
  KeymapEventListener,
  Modifier,
  PaneType,
} from 'obsidian';
import { Platform } from './platform.ts';
import { windows } from '../dom/windows.ts';

interface Handler extends Omit<KeymapEventHandler, 'scope'> {
  readonly scope: Scope;
  readonly func: KeymapEventListener;
}

const ORDER: readonly Modifier[] = ['Alt', 'Ctrl', 'Meta', 'Shift'];

/** `Mod` becomes what it stands for here; the rest is sorted, so that two spellings compare. */
function compile(modifiers: readonly Modifier[]): string {
  const plain = modifiers.map((modifier): Modifier =>
    modifier === 'Mod' ? (Platform.isMacOS ? 'Meta' : 'Ctrl') : modifier,
  );
  return ORDER.filter((modifier) => plain.includes(modifier)).join(',');
}

function pressed(event: MouseEvent | KeyboardEvent | TouchEvent): Modifier[] {
  const held: Modifier[] = [];
  if (event.altKey) held.push('Alt');
  if (event.ctrlKey) held.push('Ctrl');
  if (event.metaKey) held.push('Meta');
  if (event.shiftKey) held.push('Shift');
  return held;
}

export class Scope {
  readonly keys: Handler[] = [];

  constructor(readonly parent?: Scope) {}

  register(modifiers: Modifier[] | null, key: string | null, func: KeymapEventListener): Handler {
    const handler: Handler = {
      scope: this,
      modifiers: modifiers ? compile(modifiers) : null,
      key,
      func,
    };
    this.keys.push(handler);
    return handler;
  }

  unregister(handler: Handler): void {
    const at = this.keys.findIndex((candidate) => candidate === handler);
    if (at >= 0) this.keys.splice(at, 1);
  }

  /** Whether `scope` is this one or one of its parents. */
  inherits(scope: Scope): boolean {
    return this === scope || this.parent?.inherits(scope) === true;
  }

  handleKey(event: KeyboardEvent, context: KeymapContext): unknown {
    for (const handler of [...this.keys]) {
      const key = handler.key?.toLowerCase();
      const keyFits =
        key === undefined ||
        key === context.key?.toLowerCase() ||
        key === context.vkey.toLowerCase();
      const modifiersFit = handler.modifiers === null || handler.modifiers === context.modifiers;
      if (keyFits && modifiersFit) return handler.func(event, context);
    }
    return this.parent?.handleKey(event, context);
  }
}

export class Keymap {
  /** Each window has scopes of its own: what floats in one takes no keys from another. */
  readonly #stacks = new WeakMap<Document, Scope[]>();

  /** The scope of the active view where it stands in the document, asked while nothing floats above it. */
  viewScope: (doc: Document) => Scope | null = () => null;

  constructor(readonly rootScope: Scope) {}

  #handle(event: KeyboardEvent, context: KeymapContext, doc: Document): unknown {
    const top = this.#stacks.get(doc)?.at(-1);
    if (top) return top.handleKey(event, context);
    const own = this.viewScope(doc);
    const answer = own?.handleKey(event, context);
    if (answer !== undefined || own?.inherits(this.rootScope) === true) return answer;
    return this.rootScope.handleKey(event, context);
  }

  /** Puts a scope on top in the window that is worked in. */
  pushScope(scope: Scope): void {
    this.popScope(scope);
    const doc = windows.active.document;
    this.#stacks.set(doc, [...(this.#stacks.get(doc) ?? []), scope]);
  }

  popScope(scope: Scope): void {
    for (const { document } of windows.open) {
      const stack = this.#stacks.get(document);
      if (stack?.includes(scope) === true) {
        this.#stacks.set(
          document,
          stack.filter((candidate) => candidate !== scope),
        );
      }
    }
  }

  listen(target: Document): void {
    target.addEventListener(
      'keydown',
      (event) => {
        const vkey = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1] ?? event.key;
        const context: KeymapContext = { key: event.key, modifiers: compile(pressed(event)), vkey };
        if (this.#handle(event, context, target) === false) {
          event.preventDefault();
          event.stopPropagation();
        }
      },
      true,
    );
  }

  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
    return pressed(event).includes(compile([modifier]) as Modifier);
  }

  /** Where a click or a key asks to open something: see the typings. */
  static isModEvent(event?: MouseEvent | KeyboardEvent | TouchEvent | null): PaneType | boolean {
    if (!event) return false;
    const isMiddleClick = 'button' in event && event.button === 1;
    if (!isMiddleClick && !Keymap.isModifier(event, 'Mod')) return false;
    if (event.altKey) return event.shiftKey ? 'window' : 'split';
    return 'tab';
  }
}

/**
 * Whether the matrix is collapsed to one line: as the reader last chose on this device, in narrow panes and in wide ones;
 * where nobody chose, its room decides.
 */
import { signal } from '@preact/signals';
import type { App } from 'obsidian';
import * as v from 'valibot';

export type Form = 'narrow' | 'wide';
type Chosen = Readonly<Partial<Record<Form, boolean | undefined>>>;

/** Earlier versions wrote under this name what was chosen, which still counts. */
const KEY = 'question-stance-matrix-folded';

/** In pixels; as the styles have it. */
const NARROW = 620;

export function formOf(width: number): Form {
  return width > NARROW ? 'wide' : 'narrow';
}

export class MatrixCollapse {
  readonly #app: Pick<App, 'saveLocalStorage'>;
  readonly #chosen;

  constructor(app: Pick<App, 'loadLocalStorage' | 'saveLocalStorage'>) {
    this.#app = app;
    const stored = v.object({ narrow: v.optional(v.boolean()), wide: v.optional(v.boolean()) });
    const read = v.safeParse(stored, app.loadLocalStorage(KEY));
    this.#chosen = signal<Chosen>(read.success ? read.output : {});
  }

  /** Undefined where nobody chose. */
  chosen(form: Form): boolean | undefined {
    return this.#chosen.value[form];
  }

  choose(form: Form, isCollapsed: boolean): void {
    this.#chosen.value = { ...this.#chosen.peek(), [form]: isCollapsed };
    this.#app.saveLocalStorage(KEY, this.#chosen.peek());
  }
}

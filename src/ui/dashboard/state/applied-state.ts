/**
 * The state that the list follows: the dashboard's own, as soon as what it asks of the notes is ready. Until then the
 * list goes on showing what it showed.
 */
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { listNeedsOf, type ListNeeds } from '../../../core/query';
import type { DashboardState } from './dashboard-state';

/** Makes ready what lists ask for, in pieces. */
export interface Preparation {
  isReady(needs: ListNeeds): boolean;
  prepare(needs: ListNeeds): Promise<void>;
  /** Keeps ready what a list asks for, as long as it does; returns the way to stop. */
  follow(list: () => ListNeeds): () => void;
}

/** Where answers work out themselves what they need. */
export const NO_PREPARATION: Preparation = {
  isReady: () => true,
  prepare: () => Promise.resolve(),
  follow: () => () => undefined,
};

export class AppliedState {
  /** Counts what has been made ready. */
  readonly #prepared = signal(0);
  readonly #stops: readonly (() => void)[];

  readonly state: ReadonlySignal<DashboardState>;
  /** Whether the list is behind the state. */
  readonly waits: ReadonlySignal<boolean>;

  constructor(wanted: ReadonlySignal<DashboardState>, preparation: Preparation) {
    let last = wanted.peek();
    /** Shown whatever came of it: where it failed, or the notes changed meanwhile, the answer takes longer. */
    let tried: DashboardState | null = null;
    const isReady = (state: DashboardState): boolean =>
      state === tried || preparation.isReady(listNeedsOf(state));
    this.state = computed(() => {
      // Asked anew whenever something has been made ready.
      if (this.#prepared.value >= 0 && isReady(wanted.value)) last = wanted.value;
      return last;
    });
    this.waits = computed(() => this.state.value !== wanted.value);
    const prepareWanted = effect(() => {
      const state = wanted.value;
      if (isReady(state)) return;
      preparation
        .prepare(listNeedsOf(state))
        .catch(() => undefined)
        .finally(() => {
          tried = state;
          this.#prepared.value += 1;
        });
    });
    this.#stops = [preparation.follow(() => listNeedsOf(wanted.peek())), prepareWanted];
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
  }
}

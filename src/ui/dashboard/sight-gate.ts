/**
 * The index as a dashboard within another page hears of it: at once while it is in sight, and else when it comes into
 * sight again, so that what nobody looks at is neither worked out nor drawn, and moves nothing.
 */
import type { DashboardSources } from '../dashboard/model/dashboard-model';
import { Listeners } from '../../core/model/listeners';

type Index = DashboardSources['index'];

export class SightGate implements Index {
  readonly #index: Index;
  readonly #listeners = new Listeners();
  readonly #stop: () => void;
  #isInSight = true;
  #isStale = false;

  constructor(index: Index) {
    this.#index = index;
    this.#stop = index.subscribe(() => {
      this.#isStale = true;
      this.#tell();
    });
  }

  get progress(): Index['progress'] {
    return this.#index.progress;
  }

  entries(): ReturnType<Index['entries']> {
    return this.#index.entries();
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  setInSight(isInSight: boolean): void {
    this.#isInSight = isInSight;
    this.#tell();
  }

  close(): void {
    this.#stop();
    this.#listeners.clear();
  }

  #tell(): void {
    if (!this.#isInSight || !this.#isStale) return;
    this.#isStale = false;
    this.#listeners.tell();
  }
}

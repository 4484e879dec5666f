/** What `NoteSync` asks of the index's cache, in memory; asking takes a turn, as a database does. */
import type { IsLive, TakeNote } from '../../src/vault/reading/index-cache';
import type { KeptNote } from '../../src/vault/reading/index-pack';

export class FakeCache {
  /** How often a note was handed over. */
  restored = 0;
  #key = '';
  #notes: readonly KeptNote[] = [];

  get notes(): readonly KeptNote[] {
    return this.#notes;
  }

  async restore(key: string, which: 'own' | 'all', _isLive: IsLive, take: TakeNote): Promise<void> {
    await Promise.resolve();
    if (key !== this.#key) this.#notes = [];
    for (const note of this.#notes) {
      if (which === 'own' && !note.own) continue;
      if (take(note)) this.restored += 1;
      await Promise.resolve();
    }
  }

  async keep(key: string, notes: readonly KeptNote[]): Promise<void> {
    await Promise.resolve();
    this.#notes = key === this.#key ? [...this.#notes, ...notes] : [...notes];
    this.#key = key;
  }

  /** Throws all away, as the real one does where a note is not as it was kept. */
  empty(): void {
    this.#notes = [];
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** What `NoteSync` asks of the index's cache, in memory; asking takes a turn, as a database does. */
import type { IsLive, KeptNote } from '../../src/vault/index-cache';

export class FakeCache {
  /** How often a note was handed over. */
  restored = 0;
  #key = '';
  #notes: readonly KeptNote[] = [];

  get notes(): readonly KeptNote[] {
    return this.#notes;
  }

  async restore(
    key: string,
    which: 'own' | 'all',
    isLive: IsLive,
    take: (note: KeptNote) => boolean,
  ): Promise<void> {
    await Promise.resolve();
    if (key !== this.#key) this.#notes = [];
    for (const note of this.#notes) {
      if (!isLive(note) || (which === 'own' && !note.own)) continue;
      this.restored += 1;
      if (!take(note)) {
        this.#notes = [];
        return;
      }
      await Promise.resolve();
    }
  }

  async keep(key: string, notes: readonly KeptNote[]): Promise<void> {
    await Promise.resolve();
    this.#notes = key === this.#key ? [...this.#notes, ...notes] : [...notes];
    this.#key = key;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Makes one note unreadable, as a bad disk would. */
  breakOne(): void {
    this.#notes = this.#notes.map((note, at) => (at === 0 ? { ...note, packed: '[[' } : note));
  }
}

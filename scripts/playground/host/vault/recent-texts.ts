// The texts of the notes that were read or written last, as they stood then: a vault's worth of them
// would fill the memory.
import type { TFile } from './abstract-file.ts';

export interface RecentText {
  readonly mtime: number;
  readonly size: number;
  readonly text: string;
}

const MOST = 100;

export class RecentTexts {
  readonly #texts = new Map<TFile, RecentText>();

  get(file: TFile): RecentText | undefined {
    return this.#texts.get(file);
  }

  set(file: TFile, text: RecentText): void {
    this.#texts.delete(file);
    this.#texts.set(file, text);
    if (this.#texts.size <= MOST) return;
    const [oldest] = this.#texts.keys();
    if (oldest) this.#texts.delete(oldest);
  }
}

/**
 * Which of the notes that are looked at have tags that belong to no question. Lists are made of questions, so these
 * tags show nowhere in them. Each state of a note is read once, one note after the other, with breaks between that are
 * many times as long; what is asked for meanwhile takes the place of what was asked before. Of a whole vault, notes
 * without a tag under the roots are not read.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { NoteEntry } from '../../../core/index/question-index';
import { countStrays } from '../../../core/marks/stray';
import { isWithin, type NoteChoice } from '../../../core/query';
import { isSameRoot } from '../../../core/model/question';
import { areSameRoots, isTagUnder } from '../../../core/model/roots';

export interface StrayNote {
  readonly path: string;
  readonly count: number;
}

export interface StrayNotesOptions {
  /** The note's text; null where there is none to be had. */
  readonly read: (path: string) => Promise<string | null>;
  /** The tags that the app knows of in the note, with their `#`. It knows none in a link's text. */
  readonly tagsOf: (path: string) => readonly string[];
  /** Lets everything else be done first, for so many milliseconds or more. */
  readonly pause: (time: number) => Promise<void>;
}

/** Notes looked at between two breaks, where nothing has to be read. */
const KNOWN_AT_ONCE = 500;
/** Nobody waits for it: a break is so many times as long as what was read before it took. */
const BREAKS = 9;

export class StrayNotes {
  readonly #found = signal<readonly StrayNote[]>([]);
  readonly found: ReadonlySignal<readonly StrayNote[]> = this.#found;

  #known = new WeakMap<NoteEntry, number>();
  #roots: readonly string[] = [];
  #look = 0;

  readonly #options: StrayNotesOptions;

  constructor(options: StrayNotesOptions) {
    this.#options = options;
  }

  /** Looks through the notes chosen of `entries`, tags under `roots` being marks. */
  async look(
    entries: Iterable<NoteEntry>,
    notes: NoteChoice | null,
    roots: readonly string[],
  ): Promise<void> {
    const look = (this.#look += 1);
    if (!areSameRoots(roots, this.#roots)) this.#known = new WeakMap();
    this.#roots = roots;
    const found: StrayNote[] = [];
    let looked = 0;
    let rest = 0;
    for (const entry of entries) {
      if (notes === null || !isWithin(entry, notes)) continue;
      const isUntagged = notes.kind === 'vault' && !this.#hasTag(entry.path);
      const isNew = !isUntagged && !this.#known.has(entry);
      if (isNew || (looked += 1) % KNOWN_AT_ONCE === 0) await this.#options.pause(rest);
      if (look !== this.#look) return;
      if (isUntagged) continue;
      const start = performance.now();
      const count = this.#known.get(entry) ?? (await this.#count(entry, roots));
      if (look !== this.#look) return;
      rest = isNew ? (performance.now() - start) * BREAKS : 0;
      this.#known.set(entry, count);
      if (count > 0) found.push({ path: entry.path, count });
    }
    this.#found.value = found;
  }

  /** What is being looked through is given up. */
  stop(): void {
    this.#look += 1;
  }

  #hasTag(path: string): boolean {
    const tags = this.#options.tagsOf(path);
    return tags.some((tag) => isTagUnder(tag, this.#roots));
  }

  async #count({ path, questions }: NoteEntry, roots: readonly string[]): Promise<number> {
    const text = await this.#options.read(path).catch(() => null);
    if (text === null) return 0;
    // Right after a change of settings, questions may still be those read with other roots.
    const marks = questions.read().flatMap((question) => question.marks);
    const own = marks.filter(({ root }) => roots.some((known) => isSameRoot(known, root)));
    return countStrays(text, roots, own.length);
  }
}

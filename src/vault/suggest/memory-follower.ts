/**
 * The memory of tags, kept as the index has them: read in slices when it is first wanted, and from then on after each
 * change, by the chunks of the index that changed. Nothing before that.
 */
import { countedMark, underRoot } from '../../core/model/question';
import { changesBetween, type IndexChunks } from '../../core/index/index-changes';
import type { NoteEntry, QuestionIndex } from '../../core/index/question-index';
import { taggedQuestions } from '../../core/suggest/note-proposals';
import { TagMemory } from '../../core/suggest/tag-memory';
import type { TaggedQuestion } from '../../core/suggest/tagged-question';
import { TimeSlices } from '../reading/time-slices';

export interface MemoryFollowerOptions {
  readonly index: Pick<QuestionIndex, 'entries' | 'subscribe'>;
  /** That of the tags that are remembered. */
  readonly root: () => string;
  readonly yieldToEventLoop: () => Promise<void>;
  /** The note's tagged questions are these from now on. */
  readonly onNote: (path: string, tagged: readonly TaggedQuestion[]) => void;
  /** All that changed is known, and says something else than what was known before. */
  readonly onChange: () => void;
}

export class MemoryFollower {
  readonly #options: MemoryFollowerOptions;
  #memory = new TagMemory();
  #root: string;
  #known: IndexChunks = [];
  #following: Promise<void> | null = null;
  #stop: (() => void) | null = null;

  constructor(options: MemoryFollowerOptions) {
    this.#options = options;
    this.#root = options.root();
  }

  /** As far as it is known by now. */
  get memory(): TagMemory {
    this.#begin();
    return this.#memory;
  }

  /** Resolves once what the index has now is known. */
  ready(): Promise<void> {
    this.#begin();
    return this.#follow();
  }

  /** For good. */
  stop(): void {
    this.#stop?.();
    this.#stop = () => undefined;
  }

  #begin(): void {
    if (this.#root !== this.#options.root()) {
      this.#root = this.#options.root();
      this.#memory = new TagMemory();
      this.#known = [];
      void this.#follow();
    }
    if (this.#stop) return;
    this.#stop = this.#options.index.subscribe(() => void this.#follow());
    void this.#follow();
  }

  /** One at a time; whoever comes meanwhile waits until theirs is known too. */
  async #follow(): Promise<void> {
    while (this.#following) await this.#following;
    const chunks = this.#options.index.entries().chunks;
    if (chunks === this.#known) return;
    const following = this.#read(chunks);
    this.#following = following;
    try {
      await following;
    } finally {
      this.#following = null;
    }
  }

  async #read(chunks: IndexChunks): Promise<void> {
    const memory = this.#memory;
    const slices = new TimeSlices(this.#options.yieldToEventLoop);
    let isOther = false;
    for (const { path, entry } of changesBetween(this.#known, chunks)) {
      isOther = slices.work(() => this.#put(memory, path, entry)) || isOther;
      if (slices.isOver) await slices.next();
      // Another root: all is read anew.
      if (memory !== this.#memory) return;
    }
    this.#known = chunks;
    if (isOther) this.#options.onChange();
  }

  /** Says whether anything else is known by it. */
  #put(memory: TagMemory, path: string, entry: NoteEntry | null): boolean {
    const questions = entry?.questions.read().map((each) => underRoot(each, this.#root)) ?? [];
    const tagged = taggedQuestions(
      questions,
      questions.map((question) => countedMark(question)),
    );
    const isOther = memory.put(path, tagged);
    this.#options.onNote(path, tagged);
    return isOther;
  }
}

/**
 * The tagged questions of a vault, as the sources ask about them. Notes come and go whole; whatever was put in last,
 * in whichever order, the memory is the one that those notes would make anew.
 */
import { foldText } from '../text/fold-text';
import { OwnWords } from './own-words';
import { SameTexts } from './same-text';
import { CountsByName, type StageCounts } from './stage-counts';
import type { Surroundings, TaggedQuestion } from './tagged-question';

/** What questions may share that says something of their stage. */
export const SHARED = ['label', 'section', 'asker'] as const;
export type Shared = (typeof SHARED)[number];

export class TagMemory {
  readonly #notes = new Map<string, readonly TaggedQuestion[]>();
  readonly #byName = new CountsByName();
  readonly #following = new CountsByName();
  readonly same = new SameTexts();
  readonly own = new OwnWords();

  /** The tagged questions of a note, in its order, in place of those that it had; none forgets it. */
  put(path: string, tagged: readonly TaggedQuestion[]): void {
    const old = this.#notes.get(path);
    if (old) this.#count(old, -1);
    if (tagged.length === 0) this.#notes.delete(path);
    else this.#notes.set(path, tagged);
    this.#count(tagged, 1);
  }

  /** All tags. */
  get tags(): StageCounts {
    return this.own.tags;
  }

  /** How questions with this name were tagged, in all notes. */
  shared(by: Shared, name: string): StageCounts {
    return this.#byName.of(keyOf(by, name));
  }

  /** The same in one note: counted when it is asked, since names are many and notes short. */
  sharedIn(path: string, by: Shared, name: string): StageCounts {
    const counts = new Map<string, number>();
    const key = keyOf(by, name);
    for (const question of this.#notes.get(path) ?? []) {
      const own = nameOf(question, by);
      if (own === null || keyOf(by, own) !== key) continue;
      counts.set(question.stage, (counts.get(question.stage) ?? 0) + 1);
    }
    return counts;
  }

  /** What was tagged right after a stage: in the same group, or in the next. */
  after(stage: string, isInGroup: boolean): StageCounts {
    return this.#following.of(afterKey(stage, isInGroup));
  }

  #count(tagged: readonly TaggedQuestion[], times: 1 | -1): void {
    let before: TaggedQuestion | null = null;
    for (const question of tagged) {
      const { stage } = question;
      this.own.add(question.text, stage, times);
      if (times === 1) this.same.add(question.text, stage);
      else this.same.remove(question.text, stage);
      for (const by of SHARED) {
        const name = nameOf(question, by);
        if (name === null) continue;
        this.#byName.add(keyOf(by, name), stage, times);
      }
      if (before) {
        const isInGroup = before.group === question.group;
        this.#following.add(afterKey(before.stage, isInGroup), stage, times);
      }
      before = question;
    }
  }
}

/** The label, section or asker of a question; null where it has none. */
export function nameOf(question: Surroundings, by: Shared): string | null {
  const name = question[by]?.trim() ?? '';
  return name === '' ? null : name;
}

function keyOf(by: Shared, name: string): string {
  return `${by}\n${foldText(name).trim()}`;
}

function afterKey(stage: string, isInGroup: boolean): string {
  return `${isInGroup ? 'group' : 'note'}\n${stage}`;
}

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
    if (old) this.#count(path, old, -1);
    if (tagged.length === 0) this.#notes.delete(path);
    else this.#notes.set(path, tagged);
    this.#count(path, tagged, 1);
  }

  /** All tags. */
  get tags(): StageCounts {
    return this.own.tags;
  }

  /** How questions with this name were tagged: in one note, or in all. */
  shared(by: Shared, name: string, path?: string): StageCounts {
    return this.#byName.of(keyOf(by, name, path));
  }

  /** What was tagged right after a stage: in the same group, or in the next. */
  after(stage: string, isInGroup: boolean): StageCounts {
    return this.#following.of(afterKey(stage, isInGroup));
  }

  #count(path: string, tagged: readonly TaggedQuestion[], times: 1 | -1): void {
    let before: TaggedQuestion | null = null;
    for (const question of tagged) {
      const { stage } = question;
      this.own.add(question.text, stage, times);
      this.same.add(question.text, stage, times);
      for (const by of SHARED) {
        const name = nameOf(question, by);
        if (name === null) continue;
        this.#byName.add(keyOf(by, name), stage, times);
        this.#byName.add(keyOf(by, name, path), stage, times);
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

/** No name has a line break in it, and no path. */
function keyOf(by: Shared, name: string, path = ''): string {
  return `${by}\n${foldText(name)}\n${path}`;
}

function afterKey(stage: string, isInGroup: boolean): string {
  return `${isInGroup ? 'group' : 'note'}\n${stage}`;
}

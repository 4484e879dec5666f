/**
 * The tagged questions of a vault, as the sources ask about them. Notes come and go whole; whatever was put in last,
 * in whichever order, the memory is the one that those notes would make anew. One note at a time may be ahead of what
 * is written: with the tags that were chosen in it and are not in the note yet.
 */
import { foldText } from '../text/fold-text';
import { OwnWords } from './own-words';
import { SameTexts } from './same-text';
import { CountsByName, type StageCounts } from './stage-counts';
import type { Surroundings, TaggedQuestion } from './tagged-question';

/** What questions may share that says something of their stage. */
export const SHARED = ['label', 'section', 'asker'] as const;
export type Shared = (typeof SHARED)[number];

type Tagged = readonly TaggedQuestion[];

const NO_TAGS: Tagged = [];

export class TagMemory {
  readonly #notes = new Map<string, Tagged>();
  readonly #byName = new CountsByName();
  readonly #following = new CountsByName();
  #ahead: { readonly path: string; readonly tagged: Tagged } | null = null;
  readonly same = new SameTexts();
  readonly own = new OwnWords();

  /**
   * The tagged questions of a note, in its order, in place of those that it had; none forgets it. Says whether they say
   * anything else than those did; what was ahead of them does not count.
   */
  put(path: string, tagged: Tagged): boolean {
    if (this.#ahead?.path === path) this.settle();
    const old = this.#written(path);
    if (areAlike(old, tagged)) return false;
    this.#change(old, tagged);
    if (tagged.length === 0) this.#notes.delete(path);
    else this.#notes.set(path, tagged);
    return true;
  }

  /** Counts the note as if it were tagged so, until it is put, another note is ahead, or all is settled. */
  putAhead(path: string, tagged: Tagged): void {
    if (this.#ahead && this.#ahead.path !== path) this.settle();
    this.#change(this.#counted(path), tagged);
    this.#ahead = { path, tagged };
  }

  /** No note is ahead any more. */
  settle(): void {
    if (!this.#ahead) return;
    const { path, tagged } = this.#ahead;
    this.#ahead = null;
    this.#change(tagged, this.#written(path));
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
    const isSame = new Map([[name, true]]);
    const key = keyOf(by, name);
    for (const question of this.#counted(path)) {
      const own = sharedName(question, by);
      if (own === null) continue;
      const known = isSame.get(own) ?? keyOf(by, own) === key;
      isSame.set(own, known);
      if (known) counts.set(question.stage, (counts.get(question.stage) ?? 0) + 1);
    }
    return counts;
  }

  /** What was tagged right after a stage: in the same group, or in the next. */
  after(stage: string, isInGroup: boolean): StageCounts {
    return this.#following.of(afterKey(stage, isInGroup));
  }

  #written(path: string): Tagged {
    return this.#notes.get(path) ?? NO_TAGS;
  }

  #counted(path: string): Tagged {
    return this.#ahead?.path === path ? this.#ahead.tagged : this.#written(path);
  }

  /** Only what differs is counted: a choice in a long note costs what a choice in a short one does. */
  #change(old: Tagged, tagged: Tagged): void {
    if (old === tagged) return;
    const texts = new Difference();
    const names = new Difference();
    const pairs = new Difference();
    for (const [questions, times] of [
      [old, -1],
      [tagged, 1],
    ] as const) {
      questions.forEach((question, at) => {
        const { stage } = question;
        texts.add(question.text, stage, times);
        for (const by of SHARED) {
          const name = sharedName(question, by);
          if (name !== null) names.add(`${by}\n${name}`, stage, times);
        }
        const before = questions[at - 1];
        if (before) {
          pairs.add(afterKey(before.stage, before.group === question.group), stage, times);
        }
      });
    }
    texts.forEach((text, stage, times) => {
      for (let each = 0; each < Math.abs(times); each++) {
        this.own.add(text, stage, times > 0 ? 1 : -1);
        if (times > 0) this.same.add(text, stage);
        else this.same.remove(text, stage);
      }
    });
    names.forEach((name, stage, times) => {
      const [by = '', ...own] = name.split('\n');
      this.#byName.add(keyOf(by, own.join('\n')), stage, times);
    });
    pairs.forEach((key, stage, times) => this.#following.add(key, stage, times));
  }
}

/** Whether two lists say the same; of a group only who is in it counts. */
function areAlike(some: Tagged, others: Tagged): boolean {
  return (
    some.length === others.length &&
    some.every((question, at) => {
      const other = others[at];
      return (
        question.text === other?.text &&
        question.stage === other.stage &&
        SHARED.every((by) => question[by] === other[by]) &&
        goesOn(some, at) === goesOn(others, at)
      );
    })
  );
}

/** Whether the question belongs to the group of the one before it. */
function goesOn(questions: Tagged, at: number): boolean {
  return questions[at - 1]?.group === questions[at]?.group;
}

/** How much oftener a name stands with a stage in one list than in another. */
class Difference {
  readonly #names = new Map<string, Map<string, number>>();

  add(name: string, stage: string, times: number): void {
    const stages = this.#names.get(name) ?? new Map<string, number>();
    this.#names.set(name, stages);
    stages.set(stage, (stages.get(stage) ?? 0) + times);
  }

  forEach(take: (name: string, stage: string, times: number) => void): void {
    for (const [name, stages] of this.#names) {
      for (const [stage, times] of stages) if (times !== 0) take(name, stage, times);
    }
  }
}

/** The label, section or asker of a question; null where it has none. */
export function sharedName(question: Surroundings, by: Shared): string | null {
  const name = question[by]?.trim() ?? '';
  return name === '' ? null : name;
}

/** Names that compare alike have one key. */
function keyOf(by: string, name: string): string {
  return `${by}\n${foldText(name).trim()}`;
}

function afterKey(stage: string, isInGroup: boolean): string {
  return `${isInGroup ? 'group' : 'note'}\n${stage}`;
}

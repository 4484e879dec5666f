/**
 * Suggestions for whoever shows them: what is proposed for a note's questions, and what is learnt of what was chosen.
 * Nothing is read or worked out before the first question is asked about. It never changes a note.
 */
import type { App } from 'obsidian';
import type { QuestionIndex } from '../../core/index/question-index';
import { underRoot, type Question } from '../../core/model/question';
import { NoteProposals, type Knowledge } from '../../core/suggest/note-proposals';
import {
  recorded,
  takenBack,
  type ProposalOutcome,
  type SourceRecords,
} from '../../core/suggest/source-records';
import { rejectionOf } from '../../core/suggest/rejection';
import type { SuggestMode } from '../../core/suggest/suggest-mode';
import type { SettingsStore } from '../../settings/store';
import { activeTaxonomy } from '../../settings/taxonomies';
import { KeptLearning } from './kept-learning';
import { MemoryFollower } from './memory-follower';
import { WrittenChoices, type WrittenChoice } from './written-choices';
import { Listeners } from '../../core/model/listeners';

export interface SuggesterParts {
  readonly app: Pick<App, 'loadLocalStorage' | 'saveLocalStorage'>;
  readonly index: QuestionIndex;
  readonly settings: SettingsStore;
  readonly yieldToEventLoop: () => Promise<void>;
}

export class Suggester {
  readonly #settings: SettingsStore;
  readonly #kept: KeptLearning;
  readonly #follower: MemoryFollower;
  readonly #written = new WrittenChoices();
  readonly #listeners = new Listeners();
  readonly #stopFollowingSettings: () => void;

  constructor({ app, index, settings, yieldToEventLoop }: SuggesterParts) {
    this.#settings = settings;
    this.#kept = new KeptLearning(app);
    this.#follower = new MemoryFollower({
      index,
      root: () => activeTaxonomy(settings.get()).root,
      yieldToEventLoop,
      onNote: (path, tagged) => {
        const { records } = this.#kept.now;
        const followed = this.#written.follow(records, path, tagged);
        if (followed === records) return;
        this.#kept.change(() => ({ records: followed }));
        this.#notify();
      },
      onChange: () => this.#notify(),
    });
    let before = this.#wanted;
    this.#stopFollowingSettings = settings.subscribe(() => {
      const now = this.#wanted;
      const isSame = now.mode === before.mode && now.taxonomy === before.taxonomy;
      before = now;
      if (!isSame) this.#notify();
    });
  }

  get mode(): SuggestMode {
    return this.#wanted.mode;
  }

  /** How each source has done on this vault. */
  get records(): SourceRecords {
    return this.#kept.now.records;
  }

  /** How many stages were rejected for a text. */
  get rejections(): number {
    return this.#kept.now.rejected.size;
  }

  /** Resolves once the vault's tags are known. Proposals asked for before are of what is known by then. */
  ready(): Promise<void> {
    return this.mode === 'off' ? Promise.resolve() : this.#follower.ready();
  }

  /**
   * @param questions Of the note as it was read; of their marks those under the active taxonomy's root count.
   * @param text The note's; null where it is not at hand.
   */
  ofNote(path: string, questions: readonly Question[], text: string | null): NoteProposals {
    const { root } = this.#wanted.taxonomy;
    const own = questions.map((question) => underRoot(question, root));
    return new NoteProposals(() => this.#knowledge(), path, own, text);
  }

  /**
   * Records what came of questions whose choices were written in a note. To be told once they are; what becomes of the
   * tags there, undone and made again, is followed from here.
   */
  learn(path: string, choices: readonly WrittenChoice[]): void {
    if (choices.length === 0) return;
    this.#kept.change(({ records }) => ({ records: this.#written.add(records, path, choices) }));
    this.#notify();
  }

  /** The stage (`stageKey`) is not proposed for that text again. `sentAway` is the ghost that stood there, if one did. */
  reject(text: string, stage: string, sentAway: ProposalOutcome | null): void {
    this.#kept.change(({ records, rejected }) => ({
      records: sentAway ? recorded(records, sentAway) : records,
      rejected: new Set([...rejected, rejectionOf(text, stage)]),
    }));
    this.#notify();
  }

  takeRejectionBack(text: string, stage: string, sentAway: ProposalOutcome | null): void {
    const hash = rejectionOf(text, stage);
    this.#kept.change(({ records, rejected }) => ({
      records: sentAway ? takenBack(records, sentAway) : records,
      rejected: new Set([...rejected].filter((each) => each !== hash)),
    }));
    this.#notify();
  }

  /** Another window may have learnt something. */
  readAgain(): void {
    this.#kept.readAgain();
    this.#notify();
  }

  /** The records and what was rejected. Tags are never touched. */
  forget(): void {
    this.#written.forget();
    this.#kept.forget();
    this.#notify();
  }

  /** Calls `listener` whenever proposals or records may be others; returns the way to stop it. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** For good. */
  stop(): void {
    this.#follower.stop();
    this.#stopFollowingSettings();
    this.#listeners.clear();
  }

  get #wanted(): Pick<Knowledge, 'mode' | 'taxonomy'> {
    const settings = this.#settings.get();
    return { mode: settings.suggest.mode, taxonomy: activeTaxonomy(settings) };
  }

  #knowledge(): Knowledge {
    return { memory: this.#follower.memory, ...this.#wanted, ...this.#kept.now };
  }

  #notify(): void {
    this.#listeners.tell();
  }
}

/** What the dashboard needs from the rest of the plugin beside its context; main wires it. */
import type { TFile } from 'obsidian';
import type { QuestionIndex } from '../../../core/index/question-index';
import type { ColumnStore } from '../../../core/query';
import type { SaveMemory } from '../../export/save-choice';
import type { ScopeCensus } from '../../../vault/reading/scope-census';
import type { Preparation } from '../state/applied-state';

export interface DashboardServices {
  /** The index, which tells of a change once `columns` are ready for it. */
  readonly index: Pick<QuestionIndex, 'entries' | 'progress' | 'subscribe'>;
  /** Shared by all dashboards, and filled while nobody waits. */
  readonly columns: ColumnStore;
  /** Makes ready what lists ask for. */
  readonly preparation: Preparation;
  /** Somebody is about to search. */
  readonly prepareSearch: () => void;
  /**
   * Asks for the notes outside the scope to be indexed too. Asking twice is asking once. Resolves once the index's
   * progress says whether any of them wait.
   */
  readonly includeAll: () => Promise<void>;
  /** Asks for one note to be indexed whether or not it is in scope. */
  readonly includeNote: (file: TFile) => void;
  /** The same for several. */
  readonly includeNotes: (files: readonly TFile[]) => void;
  /** Calls off the reading of notes; what was read stays. */
  readonly stopReading: () => void;
  readonly resumeReading: () => void;
  readonly scopeCensus: () => Promise<ScopeCensus>;
  /** How questions were saved last. */
  readonly saved: SaveMemory;
  readonly openSettings: () => void;
  /** Opens the modal that tags a note's questions. */
  readonly tagNote: (file: TFile) => void;
}

/** What the dashboard needs from the rest of the plugin beside its context; main wires it. */
import type { TFile } from 'obsidian';

/** How many notes fulfil which part of the scope's rule, so that an empty list can say why it is empty. */
export interface ScopeCensus {
  readonly inScope: number;
  readonly tagOnly: number;
  readonly checkboxOnly: number;
  readonly neither: number;
}

export interface DashboardServices {
  /** Asks for the notes outside the scope to be indexed too. Asking twice is asking once. */
  readonly includeAll: () => void;
  /** Asks for one note to be indexed whether or not it is in scope. */
  readonly includeNote: (file: TFile) => void;
  readonly scopeCensus: () => ScopeCensus;
  readonly openSettings: () => void;
  /** Opens the modal that tags a note's questions. */
  readonly tagNote: (file: TFile) => void;
}

/** What is asked of the writer, and what it answers with: plain data. */
import type { TFile } from 'obsidian';
import type { MarkChange, RefusedChange } from '../../core/marks/change';
import type { VaultFailure } from '../failure';

/** What became of the links that lead to headings whose text a note's changes gave another text. */
export interface LinkOutcome {
  /** How many there are. */
  readonly leading: number;
  /** How many of them were changed, so that they lead there still. */
  readonly changed: number;
  /** In how many other notes. */
  readonly notes: number;
}

export interface WriteOutcome {
  /** How many questions have a different mark now; for a rewrite, how many marks are written differently. */
  readonly written: number;
  readonly refused: readonly RefusedChange[];
  /** Set where the note could not be read or written at all; then nothing was. */
  readonly failure: VaultFailure | null;
  /** Absent where no link leads to what was changed. */
  readonly links?: LinkOutcome;
}

export interface NoteChanges {
  readonly file: TFile;
  readonly changes: readonly MarkChange[];
}

export interface NoteOutcome extends WriteOutcome {
  readonly file: TFile;
}

/** What is asked of the writer, and what it answers with: plain data. */
import type { TFile } from 'obsidian';
import type { MarkChange, RefusedChange, ChangePlan } from '../../core/marks/change';
import type { VaultFailure } from '../failure';
import type { LinksBySource } from './heading-links';
import type { NoteEdit } from './note-edit';

/** What became of the links that lead to headings whose text a note's changes gave another text. */
export interface LinkOutcome {
  /** How many there are. */
  readonly leading: number;
  /** How many of them were changed, so that they lead there still. */
  readonly changed: number;
  /** In how many other notes. */
  readonly notes: number;
  /** Absent where those that were left alone can't be changed any more as part of the operation. */
  readonly offer?: LinkOffer;
}

/** Links that an operation left alone, to be changed as part of it. */
export interface LinkOffer {
  readonly operation: number;
  /** The note that they lead to. */
  readonly file: TFile;
  readonly links: LinksBySource;
}

/** What became of what was asked for in one note; `Refused` says in what terms something can be refused. */
export interface WriteOutcome<Refused = readonly RefusedChange[]> {
  /**
   * How many questions have a different mark now; for a rewrite, how many marks are written differently, for
   * tags that belong to no question, how many went.
   */
  readonly written: number;
  readonly refused: Refused;
  /** Set where the note could not be read or written at all; then nothing was. */
  readonly failure: VaultFailure | null;
  /** Absent where no link leads to what was changed. */
  readonly links?: LinkOutcome;
}

export interface NoteChanges {
  readonly file: TFile;
  readonly changes: readonly MarkChange[];
}

/** What became of one of several notes. */
export interface NoteOutcome extends WriteOutcome {
  /** As it was when the note had been written. */
  readonly path: string;
}

export function outcomeOf(edit: NoteEdit<ChangePlan>): WriteOutcome {
  if (!edit.ok) return { written: 0, refused: [], failure: edit.failure };
  const { written, refused } = edit.plan;
  return { written, refused, failure: null };
}

/** Of the only note that was asked for; nothing was written where a stop came before it. */
export function onlyOutcome([outcome]: readonly NoteOutcome[]): WriteOutcome {
  const { written = 0, refused = [], failure = null, links } = outcome ?? {};
  return { written, refused, failure, ...(links && { links }) };
}

/**
 * A vault that is tagged note by note, in order of days: what is remembered of each written note speaks for the next,
 * and the sources' records go along, as the plugin keeps both.
 */
import { SKIP } from '../../../src/core/model/question';
import type { Taxonomy } from '../../../src/core/model/taxonomy';
import { NoteProposals, taggedQuestions } from '../../../src/core/suggest/note-proposals';
import { recorded, type SourceRecords } from '../../../src/core/suggest/source-records';
import { TagMemory } from '../../../src/core/suggest/tag-memory';
import { playNote, type Manner, type Met, type Played } from './person';
import { inOrderOfDays, type TaggedNote } from './tagged-note';

export interface PlayedNote {
  readonly note: TaggedNote;
  readonly played: Played;
}

/** Of one note or of several. */
export interface Tally {
  /** Those that were come to. */
  readonly questions: number;
  readonly keys: number;
  readonly ghosts: number;
  readonly rightGhosts: number;
  /** Of questions that have a stage: the right one was the first proposal, was among them. */
  readonly staged: number;
  readonly first: number;
  readonly among: number;
}

export function playVault(
  notes: readonly TaggedNote[],
  taxonomy: Taxonomy,
  manner: Manner,
): readonly PlayedNote[] {
  const memory = new TagMemory();
  let records: SourceRecords = {};
  const { mode } = manner;
  const knowledge = () => ({ memory, taxonomy, records, rejected: new Set<string>(), mode });
  return inOrderOfDays(notes).map((note) => {
    const proposals = new NoteProposals(knowledge, note.path, note.questions, note.text);
    const played = playNote(note, taxonomy, proposals, manner);
    proposals.close();
    memory.put(note.path, taggedQuestions(note.questions, played.marks));
    records = played.outcomes.reduce(recorded, records);
    return { note, played };
  });
}

export function tallyOf(notes: readonly PlayedNote[]): Tally {
  const met = notes.flatMap(({ played }) => played.met);
  const ghosts = met.filter(({ ghost }) => ghost !== null);
  const staged = met.filter(hasStage);
  return {
    questions: met.length,
    keys: notes.reduce((sum, { played }) => sum + played.keys, 0),
    ghosts: ghosts.length,
    rightGhosts: ghosts.filter(({ ghost }) => ghost?.isRight === true).length,
    staged: staged.length,
    first: staged.filter(({ place }) => place === 0).length,
    among: staged.filter(({ place }) => place !== null).length,
  };
}

function hasStage({ truth }: Met): boolean {
  return truth !== null && truth.stance !== SKIP && truth.stage !== null;
}

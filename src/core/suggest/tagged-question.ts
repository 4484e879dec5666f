/** A question as the sources know it: what stands around it, and the stage it was tagged with. */

/** Names are as the note has them. */
export interface Surroundings {
  readonly text: string;
  readonly label: string | null;
  /** The innermost heading above it. */
  readonly section: string | null;
  readonly asker: string | null;
  /** The same number for questions asked in one breath. */
  readonly group: number;
}

export interface TaggedQuestion extends Surroundings {
  /** The stage's key. */
  readonly stage: string;
}

/** What is asked about: a question and what is tagged before it in its note. */
export interface OpenQuestion extends Surroundings {
  readonly path: string;
  /** The nearest tagged question above it in its note. */
  readonly previous: Pick<TaggedQuestion, 'stage' | 'group'> | null;
}

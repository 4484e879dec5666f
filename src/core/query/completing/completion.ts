/** What may be put where somebody is typing a query, and what has to be known for it. */
import type { Taxonomy } from '../../model/taxonomy';
import type { InstructionWords, WordList } from './completion-place';
import type { Term } from '../language/condition';
import type { Field } from '../language/fields';
import type { Preset } from '../language/statement';

export type CompletionItem =
  | { readonly kind: 'instruction'; readonly words: InstructionWords }
  | { readonly kind: 'field'; readonly field: Field }
  /** `count`: how many questions have it, where it comes from the notes. */
  | { readonly kind: 'value'; readonly term: Term; readonly count: number | null }
  | { readonly kind: 'word'; readonly list: WordList; readonly word: string }
  | { readonly kind: 'path'; readonly path: string; readonly count: number }
  | { readonly kind: 'preset'; readonly name: string };

export type QueryCompletion = {
  /** What it stands in place of, UTF-16 offsets into the query; the cursor goes behind it. */
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  /** Something has to stand behind it, which can be completed, too. */
  readonly opens: boolean;
} & CompletionItem;

/** What the notes have for values of a field. */
export interface KnownValue {
  readonly value: string;
  /** How many questions have it; of tags and properties, how many notes. */
  readonly count: number;
}

/** Whose values the notes know; `path` stands for the paths of notes. */
export type KnownField =
  'label' | 'speaker' | 'asker' | 'section' | 'note' | 'path' | 'folder' | 'tag' | 'prop';

export interface CompletionContext {
  readonly taxonomies: readonly Taxonomy[];
  readonly presets: readonly Preset[];
  /**
   * The values that the notes have, the commonest first; of `prop` the names of properties or, where one is given, its
   * values. The same array as long as they are the same.
   */
  readonly valuesOf: (field: KnownField, property?: string) => readonly KnownValue[];
  /** What the reader's language calls it, by which it is found too; empty where it is called as it is written. */
  readonly nameOf: (item: CompletionItem) => string;
}

/** More than anybody reads; who types on sees others. */
export const MOST_COMPLETIONS = 50;

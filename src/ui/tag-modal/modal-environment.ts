/** What the modal's parts are given: how to speak, and the way to say what the user did. */
import type { Language, Taxonomy } from '../../core/model/taxonomy';
import type { Strings } from '../../i18n';
import type { LinkChoiceOptions } from '../parts/link-choice';
import type { TagAction } from './model';
import type { TagState } from './tag-state';
import type { StraysOptions } from './strays';

export interface ModalEnvironment {
  readonly taxonomy: Taxonomy;
  readonly language: Language;
  readonly strings: Strings;
  /** What the modifier for commands is called on this platform: `Ctrl` or `⌘`. */
  readonly modKey: string;
  readonly noteName: string;
  readonly act: (action: TagAction) => void;
  /** To be told of each question that is drawn: what is suggested for it is worked out before it is shown. */
  readonly draws: (index: number) => void;
  /** Puts the keyboard back on the list, where what held it is about to go. */
  readonly keepKeyboard: () => void;
  readonly write: () => void;
  /** The links to headings that the choices, as they are now, would change. */
  readonly linksTo: (choices: TagState['choices']['now']) => LinkChoiceOptions;
  /** Tags in the note that belong to no question. */
  readonly strays: StraysOptions;
  /** Offers to say who asks below a heading; from a menu at the event that asked for one. */
  readonly askedBy: (section: readonly string[], event?: MouseEvent) => void;
  /**
   * The row that the last click pointed at, if it pressed nothing else. What a row shows at the cursor moves the
   * others, so that the second click of two may meet another row: it means the one that the first met.
   */
  readonly clicked: { row: number | null };
  /** Leaves the modal and shows the question at `index` in its note, as a key or a double click asked. */
  readonly open: (index: number, event: KeyboardEvent | MouseEvent) => void;
}

export interface TagPartProps {
  readonly environment: ModalEnvironment;
  readonly state: TagState;
}

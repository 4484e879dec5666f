/** What every part of the interface is given: the app, the index, the settings, the way to write, the language. */
import type { App } from 'obsidian';
import type { QuestionIndex } from '../core/index/question-index';
import type { Language } from '../core/model/taxonomy';
import type { Strings } from '../i18n';
import type { SettingsStore } from '../settings/store';
import type { Operations } from '../vault/writing/operations';
import type { MarkWriter } from '../vault/writing/write';
import type { Suggester } from '../vault/suggest/suggester';

export interface UiContext {
  readonly app: App;
  readonly index: QuestionIndex;
  readonly settings: SettingsStore;
  readonly writer: MarkWriter;
  /** Undo, redo, and what a crash left. */
  readonly operations: Operations;
  /** What is proposed for questions, and what was learnt of it. */
  readonly suggester: Suggester;
  readonly language: Language;
  readonly strings: Strings;
  /**
   * Shows how others asked a stage, as `stageKey` has it. `onChoose` is told when an example is opened, for what stands
   * below the panel.
   */
  readonly showOthers: (stage: string, onChoose?: () => void) => void;
}

/** What every part of the interface is given: the app, the index, the settings, the way to write, the language. */
import type { App } from 'obsidian';
import type { QuestionIndex } from '../core/question-index';
import type { Language } from '../core/taxonomy';
import type { Strings } from '../i18n';
import type { Settings } from '../settings';
import type { MarkWriter } from '../vault/write';

/** The settings as they are now. `update` saves them; listeners are told after any change. */
export interface SettingsStore {
  get(): Settings;
  update(change: Partial<Settings>): Promise<void>;
  subscribe(listener: () => void): () => void;
}

export interface UiContext {
  readonly app: App;
  readonly index: QuestionIndex;
  readonly settings: SettingsStore;
  readonly writer: MarkWriter;
  readonly language: Language;
  readonly strings: Strings;
}

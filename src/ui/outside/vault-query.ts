/**
 * Queries over the open vault for whoever stands outside the interface: the app's command line, other plugins. They
 * find what a dashboard finds, once the notes that they look at are read.
 */
import type { TFile } from 'obsidian';
import { NoteQuestions } from '../../core/index/note-questions';
import { type PathList, PathMap } from '../../core/index/path-list';
import type { NoteEntry } from '../../core/index/question-index';
import { localDay } from '../../core/model/local-day';
import { QUESTION_KINDS } from '../../core/model/question';
import { EXCLUDED } from '../../core/model/scope';
import {
  type Answer,
  type ColumnStore,
  query,
  type Query,
  type QueryReading,
  readQuery,
} from '../../core/query';
import { extractQuestions } from '../../core/reading/extract';
import { inWorkOrder, rootsOf } from '../../settings/taxonomies';
import { readNote } from '../../vault/note-text';
import type { UiContext } from '../context';
import { listedKinds } from '../parts/listed-kinds';

/** What has notes read. */
export interface ReadingServices {
  readonly columns: ColumnStore;
  /** As `NoteSync.includeAll`. */
  readonly includeAll: () => Promise<void>;
}

type Context = Pick<UiContext, 'app' | 'index' | 'settings' | 'operations'>;

export class VaultQuery {
  readonly #context: Context;
  readonly #services: ReadingServices;

  constructor(context: Context, services: ReadingServices) {
    this.#context = context;
    this.#services = services;
  }

  /** The text as a query, with what is wrong with it. No note is open to it. */
  read(text: string): QueryReading {
    const { taxonomies, queries } = this.#context.settings.get();
    return readQuery(text, { taxonomies, presets: queries, here: null });
  }

  /**
   * The answer once the first reading of the vault is over, or the user has called it off. A note that is asked for
   * alone is read for itself, as it is now. `listed`: what dashboards list, or every question. Rejects where that fails, or the plugin is switched off meanwhile.
   */
  async answer(asked: Query, listed: 'usual' | 'all' = 'usual'): Promise<Answer> {
    const { settings } = this.#context;
    const entries = await this.#entriesFor(asked);
    const now = settings.get();
    return query(asked, {
      entries,
      store: this.#services.columns,
      taxonomies: inWorkOrder(now),
      presets: now.queries,
      kinds: listed === 'all' ? QUESTION_KINDS : listedKinds(now.lists),
      withSkipped: listed === 'all',
      today: localDay(),
      notes: { kind: 'articles' },
      here: null,
    });
  }

  async #entriesFor({ notes }: Query): Promise<PathList<NoteEntry>> {
    const { app, index } = this.#context;
    const kind = notes?.kind ?? 'articles';
    if (kind === 'note') {
      const file = app.vault.getFileByPath(notes?.path ?? '');
      const alone = new PathMap<NoteEntry>();
      if (file) alone.set(await this.entryOf(file));
      return alone.snapshot();
    }
    if (kind !== 'articles') await this.#services.includeAll();
    await this.#untilRead();
    return index.entries();
  }

  /** The note's questions as they are now; nothing but them is known of it. */
  async entryOf(file: TFile): Promise<NoteEntry> {
    const { app, settings } = this.#context;
    const text = await readNote(app, file);
    const questions = extractQuestions(text, { roots: rootsOf(settings.get()), unmarked: true });
    const { path } = file;
    return { path, scope: EXCLUDED, checkbox: null, questions: NoteQuestions.of(questions) };
  }

  #untilRead(): Promise<void> {
    const { index, operations } = this.#context;
    const { stopped } = operations;
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        const { phase } = index.progress;
        if (!stopped.aborted && phase !== 'ready' && phase !== 'stopped') return;
        unsubscribe();
        stopped.removeEventListener('abort', settle);
        if (stopped.aborted) reject(stopped.reason as Error);
        else resolve();
      };
      const unsubscribe = index.subscribe(settle);
      stopped.addEventListener('abort', settle);
      settle();
    });
  }
}

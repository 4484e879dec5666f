/** Wiring only: what is loaded, constructed and registered, and in which order. */
import { getLanguage, Notice, Plugin, type TFile } from 'obsidian';
import { ColumnStore, type Preset, WarmIndex } from './src/core/query';
import { QuestionIndex } from './src/core/index/question-index';
import { languageOf, stringsFor } from './src/i18n';
import { comparison } from './src/i18n/collation';
import { SettingsStore, type SettingsMerge } from './src/settings/store';
import { registerBases } from './src/ui/bases';
import { registerBlocks } from './src/ui/block';
import { openFormatModal, registerBulk } from './src/ui/bulk';
import { registerCommands } from './src/ui/app/commands';
import type { QuestionStanceApi } from './src/api';
import type { UiContext } from './src/ui/context';
import {
  openDashboard,
  openQuery,
  registerDashboard,
  saveDashboard,
  usualLists,
} from './src/ui/dashboard';
import { registerEditor } from './src/ui/editor';
import { registerMenus } from './src/ui/app/menus';
import { LONG_NOTICE } from './src/ui/notices/notice-time';
import { registerMissing } from './src/ui/missing/missing-view';
import { showOthers } from './src/ui/others/others-modal';
import { registerOutside } from './src/ui/outside';
import { openSettings } from './src/ui/app/open-settings';
import { overruledLines } from './src/ui/settings/overruled-words';
import { partNames } from './src/ui/settings/part-names';
import { SettingsTab } from './src/ui/settings/settings-tab';
import { Suggester } from './src/vault/suggest/suggester';
import { openTagModal } from './src/ui/tag-modal/tag-modal';
import { EventLoopYields } from './src/vault/reading/event-loop-yields';
import { excludedFiles } from './src/vault/reading/excluded-files';
import { followSettings } from './src/vault/reading/follow-settings';
import { headingLinks } from './src/vault/writing/heading-links';
import { Journal } from './src/vault/writing/journal';
import { Operations } from './src/vault/writing/operations';
import { undoBoundary } from './src/vault/writing/undo-boundary';
import { IndexCache } from './src/vault/reading/index-cache';
import { noteFacts } from './src/vault/reading/note-facts';
import { NoticeTimer } from './src/vault/reading/notice-timer';
import { NoteSync } from './src/vault/reading/sync';
import { vaultId } from './src/vault/vault-id';
import { MarkWriter } from './src/vault/writing/write';
import { markFormat, rootsOf } from './src/settings/taxonomies';

export default class QuestionStancePlugin extends Plugin {
  readonly #settings = new SettingsStore(
    { load: () => this.loadData(), save: (data) => this.saveData(data) },
    (merge) => this.#tellMerge(merge),
  );
  /** For other plugins and scripts; null until the plugin is loaded. */
  api: QuestionStanceApi | null = null;
  #settingsTab: SettingsTab | null = null;

  override async onload(): Promise<void> {
    const { app } = this;
    const settings = this.#settings;
    const language = languageOf(getLanguage());
    const strings = stringsFor(language);
    const life = new AbortController();
    this.register(() => life.abort());
    await this.#loadSettings();
    // Switched off meanwhile: what was registered now would stay behind, and the next start would fail.
    if (life.signal.aborted) return;

    const breaks = new EventLoopYields();
    this.register(() => breaks.close());
    const notices = new NoticeTimer(() => index.progress.phase === 'indexing');
    const index: QuestionIndex = new QuestionIndex(notices.defer);
    const journal = new Journal(
      `question-stance-journal-${vaultId(app)}`,
      (reason) => new Notice(strings.bulk.journalFault(reason)),
    );
    const operations = new Operations(app, journal, undoBoundary(app));
    this.register(() => void operations.stop().then(() => journal.close()));
    const writer = new MarkWriter(
      operations,
      () => markFormat(settings.get()),
      () => rootsOf(settings.get()),
      headingLinks(app, () => settings.get().notes.followLinks),
    );
    const columns = new ColumnStore(
      {
        factsOf: noteFacts(app),
        dateProperties: () => settings.get().notes.dateProperties,
        askersProperty: () => settings.get().notes.askersProperty,
      },
      comparison(getLanguage()),
    );
    const suggester = new Suggester({
      app,
      index,
      settings,
      yieldToEventLoop: breaks.yieldToEventLoop,
    });
    this.register(() => suggester.stop());
    this.registerDomEvent(window, 'storage', () => suggester.readAgain());
    const context: UiContext = {
      app,
      index,
      settings,
      writer,
      operations,
      suggester,
      language,
      strings,
      showOthers: (stage, onChoose) => showOthers({ ...context, columns }, stage, onChoose),
    };
    const sync = new NoteSync(app, index, {
      settings: () => {
        const now = settings.get();
        const excluded = now.notes.leaveOutExcluded ? excludedFiles(app.vault) : [];
        return {
          scope: now.scope,
          roots: rootsOf(now),
          unmarked: now.lists.showUnmarked,
          excluded,
        };
      },
      yieldToEventLoop: breaks.yieldToEventLoop,
      onChange: () => notices.hurry(),
      onUnreadable: (path, error) => console.error(`Could not read ${path}`, error),
      cache: new IndexCache({
        name: `question-stance-index-${vaultId(app)}`,
        onFault: (fault) => console.warn('Question Stance: the index is read anew.', fault),
      }),
    });
    this.addChild(sync);
    this.register(followSettings(settings, () => sync.settingsChanged()));

    const showDashboard = () => void openDashboard(app);
    const tagNote = (file: TFile) => void openTagModal(context, file);
    registerCommands(this, context, {
      open: showDashboard,
      openQuery: (query) => void openQuery(context, query),
      save: () => void saveDashboard(app),
      saveQuery: (query) => saveQuery(query),
    });
    registerEditor(this, context, {
      columns,
      tagNote,
      showOnDashboard: (filter) => void openDashboard(app, { notes: 'vault', filter }),
    });
    registerMenus(this, context);
    registerMissing(this, { ...context, columns });
    registerBulk(this, context, journal);
    const warmIndex = new WarmIndex(
      index,
      columns,
      () => usualLists(settings.get().lists),
      breaks.yieldToEventLoop,
      () => notices.isUrgent,
    );
    this.register(warmIndex.start());
    const services = {
      index: warmIndex,
      columns,
      preparation: warmIndex,
      prepareSearch: () => warmIndex.prepareSearch(),
      includeAll: () => sync.includeAll(),
      includeNote: (file: TFile) => sync.includeNote(file),
      includeNotes: (files: readonly TFile[]) => sync.includeNotes(files),
      stopReading: () => sync.cancel(),
      resumeReading: () => sync.resume(),
      scopeCensus: () => sync.scopeCensus(),
      openSettings: () => openSettings(app, this.manifest.id),
      tagNote,
    };
    const saveQuery = registerDashboard(this, context, services);
    const openAsked = (query: Preset) => void openQuery(context, query);
    registerBases(this, context, services);
    registerBlocks(this, context, { ...services, openQuery: openAsked });
    this.api = registerOutside(this, context, {
      columns,
      includeAll: () => sync.includeAll(),
      openQuery: openAsked,
      tagNote,
    });
    this.addRibbonIcon('layout-dashboard', strings.tagging.commands.openDashboard, showDashboard);

    app.workspace.onLayoutReady(() => {
      if (life.signal.aborted) return;
      sync.start();
      // Not before: Obsidian has its settings described at once, for its search.
      const tab = new SettingsTab(app, this, {
        settings,
        language,
        strings,
        suggester,
        rewrite: () => openFormatModal(context),
      });
      this.addSettingTab(tab);
      this.#settingsTab = tab;
    });
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.#loadSettings();
    this.#settingsTab?.redraw();
  }

  #tellMerge({ overruled }: SettingsMerge): void {
    this.#settingsTab?.redraw();
    const language = languageOf(getLanguage());
    const strings = stringsFor(language);
    const lines = overruledLines(overruled, { strings, language, settings: this.#settings.get() });
    if (lines !== null) new Notice(lines, LONG_NOTICE);
  }

  async #loadSettings(): Promise<void> {
    const fault = await this.#settings.load();
    if (fault) {
      const strings = stringsFor(languageOf(getLanguage()));
      const { faults } = strings.settings;
      new Notice(
        fault.code === 'faulty'
          ? faults.faulty(partNames(fault.parts, strings))
          : faults[fault.code],
      );
    }
  }
}

// A vault, a journal and operations on it, new for each test and started anew where a test says so.
import 'fake-indexeddb/auto';
import { beforeEach, vi } from 'vitest';
import type { TFile } from 'obsidian';
import { followDatabases } from '../../../../scripts/playground/host/databases/lost-databases';
import { extractQuestions } from '../../../../src/core/reading/extract';
import type { MarkFormat } from '../../../../src/core/model/mark';
import type { MarkValue } from '../../../../src/core/model/question';
import { Journal } from '../../../../src/vault/writing/journal';
import { Operations } from '../../../../src/vault/writing/operations';
import { undoBoundary } from '../../../../src/vault/writing/undo-boundary';
import { MarkWriter, type NoteChanges } from '../../../../src/vault/writing/write';
import { FakeEditor } from '../../fake-editor';
import { FakeVault } from '../../fake-vault';
import { MarkdownView } from '../../obsidian';

vi.stubGlobal('window', globalThis);
followDatabases();

export const TAG: MarkFormat = { root: 'question', style: 'tag' };
export const INWARD: MarkValue = { stance: 'inward', stage: null };
export const MARK = ' #question/inward';
export const NOTE = '甲為什麼？\n\n乙為什麼？\n';
export const MARKED = `甲為什麼？${MARK}\n\n乙為什麼？${MARK}\n`;

/** What this device keeps of the vault beside the journal. */
export class LocalStorage {
  readonly #kept = new Map<string, unknown>();

  loadLocalStorage(key: string): unknown {
    return this.#kept.get(key) ?? null;
  }

  saveLocalStorage(key: string, data: unknown): void {
    this.#kept.set(key, data);
  }
}

let databases = 0;
export let device: LocalStorage;
export let vault: FakeVault;
export let journal: Journal;
export let operations: Operations;
export let writer: MarkWriter;

beforeEach(() => {
  databases += 1;
  vault = new FakeVault();
  device = new LocalStorage();
  start();
});

/** As after a start: nothing is known but the notes and what the device keeps. */
export function start(): void {
  journal = new Journal(`operations ${databases}`, (reason) => {
    throw new Error(reason);
  });
  operations = new Operations(vault.app, journal, undoBoundary(device));
  writer = new MarkWriter(operations, () => TAG);
}

/** The same, once the database of before is gone. */
export function startWithoutJournal(): void {
  databases += 1;
  start();
}

export function add(path: string, text: string): TFile {
  return vault.add(path, text) as unknown as TFile;
}

export function tagAll(file: TFile, text: string): NoteChanges {
  return { file, changes: extractQuestions(text).map((question) => ({ question, value: INWARD })) };
}

export function open(file: TFile, text: string): FakeEditor {
  const editor = new FakeEditor(text);
  vault.leaves.push({ view: new MarkdownView(file, editor) });
  return editor;
}

export const NOTHING = { notes: 0, places: 0, lost: [], failed: [], format: null, unread: null };

export const READ_ONLY = Object.assign(new Error('EROFS'), { code: 'EROFS' });

export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`no item ${index}`);
  return item;
}

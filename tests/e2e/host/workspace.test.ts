// The host's workspace where Obsidian's is harsher than it looks: leaves in the background, elements that move to
// another window, keys in several windows, suggesters in their order, and databases that are lost.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from '../harness/playground.ts';

const NOTES = { 'one.md': '# One\n\nWhy? #question/inward\n', 'two.md': 'Two\n' };

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ plugin: 'fixture', notes: NOTES, ...options });
  page = ground.page;
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

// Developer docs, «Understanding deferred views»; `WorkspaceLeaf.isDeferred` and `loadIfDeferred` (1.7.2).
describe('a leaf in the background', () => {
  interface Leaf {
    readonly isDeferred: boolean;
    readonly view: { getViewType(): string; getDisplayText(): string; readonly file?: unknown };
    loadIfDeferred(): Promise<void>;
  }
  interface Host {
    readonly app: { readonly workspace: { getLeavesOfType(type: string): Leaf[] } };
  }
  const leaves = () =>
    page.evaluate(() =>
      (window as unknown as Host).app.workspace
        .getLeavesOfType('markdown')
        .map(({ isDeferred, view }) => [
          isDeferred,
          view.getViewType(),
          view.getDisplayText(),
          'file' in view,
        ]),
    );

  async function openTwo(): Promise<void> {
    await open();
    await ground.openNote('one.md');
    await ground.openNote('two.md', 'tab');
    await expect
      .poll(() => ground.readNote('.obsidian/workspace.json').catch(() => ''))
      .toContain('two.md');
    await ground.reload();
  }

  it('is a placeholder of its view’s type and name after a start, until it is shown', async () => {
    await openTwo();
    await expect
      .poll(() => leaves())
      .toEqual([
        [true, 'markdown', 'one', false],
        [false, 'markdown', 'two', true],
      ]);
    await page.locator('.mod-root .workspace-tab-header', { hasText: 'one' }).click();
    await page.locator('.cm-line', { hasText: 'Why?' }).waitFor();
    await expect
      .poll(() => leaves())
      .toEqual([
        [false, 'markdown', 'one', true],
        [false, 'markdown', 'two', true],
      ]);
  });

  it('has its view once that was asked for, and stays in the background', async () => {
    await openTwo();
    await page.evaluate(() =>
      (window as unknown as Host).app.workspace.getLeavesOfType('markdown')[0]?.loadIfDeferred(),
    );
    await expect
      .poll(() => leaves())
      .toEqual([
        [false, 'markdown', 'one', true],
        [false, 'markdown', 'two', true],
      ]);
    await expect
      .poll(() => page.locator('.view-header-title:visible').allTextContents())
      .toContain('two');
  });

  it('has its view when the tab in front is closed', async () => {
    await openTwo();
    await ground.runCommand('workspace:close');
    await page.locator('.cm-line', { hasText: 'Why?' }).waitFor();
  });

  it('goes with its note', async () => {
    await openTwo();
    await ground.deleteNote('one.md');
    await expect.poll(leaves).toEqual([[false, 'markdown', 'two', true]]);
  });
});

describe('an element that is moved to another window', () => {
  interface Listening {
    onWindowMigrated(listener: (win: Window) => void): () => void;
  }
  /** Moves the editor's pane into a window of its own; answers with which of two elements heard of it. */
  async function heard(spoil: boolean): Promise<unknown> {
    await open();
    await ground.openNote('one.md');
    await page.evaluate((isSpoilt) => {
      const list: string[] = [];
      Object.assign(window, { list });
      for (const name of ['cm-editor', 'cm-scroller']) {
        const el = document.querySelector<HTMLElement & Listening>(`.${name}`);
        el?.onWindowMigrated(() => list.push(name));
        if (isSpoilt) el?.classList.remove('node-insert-event');
      }
    }, spoil);
    const popup = await ground.popOut('workspace:move-to-new-window');
    await popup.locator('.cm-content').waitFor();
    await popup.waitForTimeout(300);
    return page.evaluate(() => (window as unknown as { list: string[] }).list);
  }

  // The class stands in the app's pages, for instance on `.markdown-preview-view`.
  it('hears of it by its class alone', async () => {
    await expect.poll(() => heard(true)).toEqual([]);
  });

  // CodeMirror writes its root's `class` anew whenever the focus comes or goes.
  it('does not where CodeMirror has written the classes anew', async () => {
    await expect.poll(() => heard(false)).toEqual(['cm-scroller']);
  });
});

// Reported from the app: what floats in one window takes no keys from another.
describe('keys in several windows', () => {
  it('go to what floats in their own window', async () => {
    await open();
    await ground.openNote('one.md');
    const popup = await ground.popOut('workspace:open-in-new-window');
    await popup.locator('.cm-content').click();
    await popup.keyboard.press('Control+p');
    await popup.locator('.prompt-input').waitFor();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Here ');
    await ground.settle();
    await expect.poll(() => ground.readNote('one.md')).toBe(`Here ${NOTES['one.md']}`);
    await expect.poll(() => popup.locator('.prompt').count()).toBe(1);
    await popup.locator('.prompt-input').click();
    await popup.keyboard.press('Escape');
    await popup.locator('.prompt').waitFor({ state: 'detached' });
  });
});

// `workspace.editorSuggest.suggests` is not documented; that all are asked in order after each change is inferred.
describe('the suggesters of an editor', () => {
  it('complete links and tags of the vault', async () => {
    await open();
    await ground.openNote('two.md');
    await page.keyboard.type('[[on');
    await page.locator('.suggestion-item', { hasText: 'one' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type(' #quest');
    await page.locator('.suggestion-item', { hasText: '#question/inward' }).waitFor();
    await page.keyboard.press('Enter');
    await ground.settle();
    await expect.poll(() => ground.readNote('two.md')).toBe('[[one]] #question/inward Two\n');
  });

  it('lose their turn to one before them that answers, though they are open', async () => {
    await open();
    await ground.openNote('two.md');
    await page.evaluate(() => {
      interface Suggest {
        onTrigger(
          cursor: { line: number; ch: number },
          editor: { getLine(line: number): string },
        ): unknown;
      }
      const { suggests } = (
        window as unknown as { app: { workspace: { editorSuggest: { suggests: Suggest[] } } } }
      ).app.workspace.editorSuggest;
      const [links, tags] = suggests;
      if (!links || !tags) throw new Error('There are no suggesters.');
      // Links answer behind a tag too, from its third letter on.
      const ask = links.onTrigger.bind(links);
      links.onTrigger = (cursor, editor) =>
        /#\w{3,}$/.test(editor.getLine(cursor.line).slice(0, cursor.ch))
          ? { start: { ...cursor, ch: 0 }, end: cursor, query: '' }
          : ask(cursor, editor);
    });
    await page.keyboard.type('#qu');
    await page.locator('.suggestion-item', { hasText: '#question/inward' }).waitFor();
    await page.keyboard.type('e');
    await page.locator('.suggestion-item', { hasText: 'two' }).waitFor();
    await expect.poll(() => page.locator('.suggestion-container').count()).toBe(1);
  });
});

// github.com/takezoh/obsidian-air-sync/pull/16: iOS closes IndexedDB connections of an app in the background.
describe('databases that are lost', () => {
  it.each([
    ['untold', false, []],
    ['told', true, ['close']],
  ])('throw at the next transaction, %s', async (_name, isTold, events) => {
    await open();
    const answer = await page.evaluate(async (isEventSent) => {
      const heard: string[] = [];
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('a test', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('things');
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error('No database.'));
        };
      });
      database.onclose = () => heard.push('close');
      const { playground } = window as unknown as {
        playground: { loseDatabases(isTold: boolean): number };
      };
      const lost = playground.loseDatabases(isEventSent);
      let failure = '';
      try {
        database.transaction('things');
      } catch (error) {
        failure = String(error);
      }
      return { lost, failure, heard };
    }, isTold);
    expect(answer.lost).toBe(1);
    expect(answer.failure).toContain('The database connection is closing');
    expect(answer.heard).toEqual(events);
  });
});

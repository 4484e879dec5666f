// The plugin's life: what it does before the layout is ready, with bad settings, and after it has gone.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_TAXONOMY } from '../../src/core/model/taxonomy.ts';
import { openPlayground, type Playground } from './harness/playground.ts';

const DATA = '.obsidian/plugins/question-stance/data.json';
const NOTES = {
  'a.md':
    '---\ntags: [my-article]\nCheckbox 1: true\n---\nWhy? #question/inward/anomaly And how?\n',
  'b.md': '---\ntags: [essay]\n---\nWho asks?\n',
};

let ground: Playground | null = null;

afterEach(async () => {
  await ground?.close();
  ground = null;
});

/** The host, as these tests reach into it. */
interface HostWindow {
  readonly playground: {
    readonly app: {
      readonly vault: Record<'read' | 'cachedRead', (file: unknown) => Promise<string>> & {
        readonly adapter: { stat(path: string): Promise<unknown> };
        getFileByPath(path: string): object | null;
        modify(file: object, text: string): Promise<void>;
      };
      readonly commands: { readonly commands: Record<string, unknown> };
      readonly workspace: { onLayoutReady(callback: () => unknown): void };
    };
    readonly loadPlugin: () => Promise<unknown>;
    readonly unloadPlugin: () => void;
  };
}

async function articles(playground: Playground): Promise<string> {
  await playground.runCommand('open-dashboard');
  const totals = playground.page.locator('.question-stance-totals');
  await totals.waitFor();
  return totals.innerText();
}

describe('loading', () => {
  it('reads no note before the layout is ready', async () => {
    ground = await openPlayground({ notes: NOTES });
    const reads = await ground.page.evaluate(async () => {
      const { app, loadPlugin, unloadPlugin } = (window as unknown as HostWindow).playground;
      unloadPlugin();
      // What was read before is kept on the device, so there must be something new to read.
      const file = app.vault.getFileByPath('a.md');
      if (file)
        await app.vault.modify(file, '---\ntags: [my-article]\nCheckbox 1: true\n---\nWhy now?\n');
      let count = 0;
      for (const method of ['read', 'cachedRead'] as const) {
        const original = app.vault[method].bind(app.vault);
        app.vault[method] = (file) => {
          count += 1;
          return original(file);
        };
      }
      const waiting: (() => unknown)[] = [];
      app.workspace.onLayoutReady = (callback) => {
        waiting.push(callback);
      };
      await loadPlugin();
      const before = count;
      for (const callback of waiting) callback();
      for (let waited = 0; count === 0 && waited < 5_000; waited += 50) {
        await new Promise((done) => setTimeout(done, 50));
      }
      return { before, after: count };
    });
    expect(reads.before).toBe(0);
    expect(reads.after).toBeGreaterThan(0);
    expect(ground.errors).toEqual([]);
  });
});

describe('unloading', () => {
  it('leaves the notes as they are and nothing of itself on the page', async () => {
    ground = await openPlayground({ notes: NOTES });
    await ground.openNote('a.md');
    await ground.page.locator('.question-stance-inline-chip').waitFor();
    await ground.page.evaluate(() => (window as unknown as HostWindow).playground.unloadPlugin());
    await expect.poll(() => ground?.page.locator('[class*="question-stance-"]').count()).toBe(0);
    await expect
      .poll(() => ground?.page.locator('.cm-content').innerText())
      .toContain('#question/inward/anomaly');
    expect(await ground.readNote('a.md')).toBe(NOTES['a.md']);
    expect(ground.errors).toEqual([]);
  });
});

describe('switched off', () => {
  it('while its settings load, it leaves nothing behind, and starts the next time', async () => {
    ground = await openPlayground({ notes: NOTES });
    const commands = await ground.page.evaluate(async () => {
      const { app, loadPlugin, unloadPlugin } = (window as unknown as HostWindow).playground;
      const count = () =>
        Object.keys(app.commands.commands).filter((id) => id.startsWith('question-stance')).length;
      unloadPlugin();
      const { adapter } = app.vault;
      const stat = adapter.stat.bind(adapter);
      let goOn = (): void => undefined;
      const gate = new Promise<void>((open) => (goOn = open));
      const isAsked = new Promise<void>((asked) => {
        adapter.stat = async (path) => {
          if (path.endsWith('data.json')) {
            asked();
            await gate;
          }
          return stat(path);
        };
      });
      const loading = loadPlugin();
      await isAsked;
      unloadPlugin();
      goOn();
      await loading;
      adapter.stat = stat;
      const left = count();
      await loadPlugin();
      return { left, next: count() };
    });
    expect(commands.left).toBe(0);
    expect(commands.next).toBeGreaterThan(10);
    expect(await articles(ground)).toContain('2');
    expect(ground.errors).toEqual([]);
  });

  it.each([
    ['open', []],
    ['asking whether to leave', ['Escape']],
  ])('with the tag modal %s, it closes that and says what was not written', async (_, keys) => {
    ground = await openPlayground({ notes: NOTES });
    const { page } = ground;
    await ground.openNote('a.md');
    await ground.runCommand('tag-note');
    await page.locator('.question-stance-tag-modal').waitFor();
    for (const key of ['2', '1', ...keys]) await page.keyboard.press(key);
    await expect.poll(() => page.locator('.modal').count()).toBe(1 + keys.length);
    await page.evaluate(() => (window as unknown as HostWindow).playground.unloadPlugin());
    await page.locator('.notice', { hasText: '1 chosen tag has not been written' }).waitFor();
    await expect.poll(() => page.locator('.modal').count()).toBe(0);
    expect(await ground.readNote('a.md')).toBe(NOTES['a.md']);
    expect(ground.errors).toEqual([]);
  });

  it('with a picker open, it closes that', async () => {
    ground = await openPlayground({ notes: NOTES });
    const { page } = ground;
    await articles(ground);
    await page.locator('.question-stance-chip-button').first().click();
    await page.locator('.question-stance-picker').waitFor();
    await page.evaluate(() => (window as unknown as HostWindow).playground.unloadPlugin());
    await page.locator('.question-stance-picker').waitFor({ state: 'detached' });
    expect(ground.errors).toEqual([]);
  });
});

async function openTab(page: Page): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByText('Question Stance').last().click();
}

describe('settings', () => {
  it.each([
    ['half a file', '{"mark": {"root": "qu'],
    ['a list', '[1, 2]'],
    ['parts of wrong types', '{"mark": 7, "scope": "all", "lists": null, "extra": 1}'],
    ['a newer version’s', '{"version": 99, "mark": {"style": "comment"}, "later": true}'],
  ])(
    'of a file that holds %s: a notice, defaults, and the file is left alone',
    async (_what, data) => {
      ground = await openPlayground({ notes: { ...NOTES, [DATA]: data } });
      await ground.page.locator('.notice').first().waitFor();
      expect(await articles(ground)).toContain('2');
      expect(await readFile(join(ground.vaultPath, DATA), 'utf8')).toBe(data);
    },
  );

  it('that can’t be read are called what the settings’ page calls them', async () => {
    const data = '{"taxonomies": 7, "lists": null}';
    ground = await openPlayground({ notes: { ...NOTES, [DATA]: data }, lang: 'zh-TW' });
    await ground.page.locator('.notice', { hasText: '立場與階段、清單顯示的內容。' }).waitFor();
  });

  it('changed outside reach the dashboard', async () => {
    ground = await openPlayground({ notes: NOTES });
    await articles(ground);
    const title = (name: string) =>
      ground?.page.locator('.question-stance-group-title', { hasText: name });
    await expect.poll(() => title('a')?.count()).toBe(1);
    const settings = { version: 1, scope: { tags: ['essay'], checkbox: null } };
    await ground.writeNote(DATA, JSON.stringify(settings));
    await expect.poll(() => title('b')?.count(), { timeout: 10_000 }).toBe(1);
    expect(ground.errors).toEqual([]);
  });

  it('changed outside reach a settings tab that is open', async () => {
    // The file is there: a watcher may miss the first one in a folder that has just been made.
    ground = await openPlayground({ notes: NOTES, data: { version: 1 } });
    await openTab(ground.page);
    const style = ground.page
      .locator('.setting-item', { hasText: 'Style' })
      .locator('select')
      .first();
    await expect.poll(() => style.inputValue()).toBe('tag');
    const mark = { root: 'question', style: 'comment' };
    await ground.writeNote(DATA, JSON.stringify({ version: 1, mark }));
    await expect.poll(() => style.inputValue()).toBe('comment');
  });

  it('refuse a name that another stance has, and say so', async () => {
    ground = await openPlayground({ notes: NOTES });
    const { page } = ground;
    await openTab(page);
    await page.locator('.setting-item', { hasText: 'Digging inward' }).first().click();
    const name = page
      .locator('.setting-page .setting-item', { hasText: 'Written as inward' })
      .first();
    await name.locator('input').fill('Bridging outward');
    await name.getByText('Another stance has this name already.').waitFor();
    await page.locator('.setting-page-back').click();
    await page.locator('.setting-item', { hasText: 'Digging inward' }).first().waitFor();
  });

  it('that name stances alike lead to each of them all the same', async () => {
    const alike = DEFAULT_TAXONOMY.stances.map((stance) => ({ ...stance, label: { en: 'Alike' } }));
    const data = { version: 1, taxonomy: { stances: alike } };
    ground = await openPlayground({ notes: NOTES, data });
    const { page } = ground;
    await openTab(page);
    await page.locator('.setting-item', { hasText: 'Alike' }).nth(1).click();
    await page.locator('.setting-page-title', { hasText: 'Alike (outward)' }).waitFor();
    await expect.poll(() => page.getByText('Written as outward', { exact: true }).count()).toBe(1);
  });

  it('changed in the settings tab are saved, and what the plugin does not know stays', async () => {
    ground = await openPlayground({ notes: NOTES, data: { version: 1, other: 'kept' } });
    const { page } = ground;
    await openTab(page);
    await page
      .locator('.setting-item', { hasText: 'Style' })
      .locator('select')
      .first()
      .selectOption('comment');
    await expect
      .poll(
        async () =>
          JSON.parse(await readFile(join(ground?.vaultPath ?? '', DATA), 'utf8')) as unknown,
      )
      .toMatchObject({ other: 'kept', mark: { root: 'question', style: 'comment' } });
    await expect
      .poll(() => page.locator('.setting-item code').first().innerText())
      .toContain('%% #question/');
    expect(ground.errors).toEqual([]);
  });
});

// The plugin in a pop-out window, beside the main one, on the built plugin: marks in both editors and the
// reading view, the pickers and modals of the window that is worked in, and the dashboard in a window of its own.
import { closeWindow } from './harness/close-window.ts';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const HEAD = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
const NOTE = `${HEAD}# 題\r\n\r\n為什麼模型需要海量數據？ #question/inward/difference\r\n\r\n那麼算力呢？\r\n`;
const LIMITS = NOTE.replace('算力呢？', '算力呢？ #question/outward/limits');

let ground: Playground;
let page: Page;
let popup: Page;

/** Opens the note in the main window and, by the command, in a pop-out too. */
async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: { 'note.md': NOTE }, lang: 'zh-TW', ...options });
  page = ground.page;
  await ground.openNote('note.md');
  popup = await ground.popOut('workspace:open-in-new-window');
  await chips(popup).first().waitFor();
}

function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 15_000 });
}

const chips = (from: Page) => from.locator('.cm-content .question-stance-inline-chip');
const labels = (from: Page) => chips(from).allTextContents();

async function onDisk(path = 'note.md'): Promise<string> {
  await ground.settle();
  return ground.readNote(path);
}

/** Clicks into the line that reads so, at its end. */
async function cursorIn(from: Page, text: string): Promise<void> {
  await from.locator('.cm-line', { hasText: text }).click();
  await from.keyboard.press('End');
}

async function pick(from: Page, words: string): Promise<void> {
  await from.locator('.prompt-input').fill(words);
  await from.keyboard.press('Enter');
  await from.locator('.prompt').waitFor({ state: 'detached' });
}

afterEach(async () => {
  await ground.settle();
  expect(ground.errors).toEqual([]);
  await ground.close();
});

describe('a note in the main window and in a pop-out', () => {
  it('is tagged in the pop-out by its picker, shows it in both, and takes it back in one step', async () => {
    await open();
    await eventually(() => labels(page)).toEqual(['根本差異']);
    await eventually(() => labels(popup)).toEqual(['根本差異']);
    await cursorIn(popup, '那麼算力呢');
    await ground.runCommand('tag-at-cursor');
    await popup.locator('.question-stance-picker-question', { hasText: '那麼算力呢？' }).waitFor();
    await expect.poll(() => page.locator('.prompt').count()).toBe(0);
    await pick(popup, '現實');
    await eventually(() => labels(page)).toEqual(['根本差異', '挑戰現實限制']);
    await eventually(() => onDisk()).toBe(LIMITS);
    const notice = popup.locator('.notice', { hasText: '挑戰現實限制' });
    await notice.waitFor();
    await expect.poll(() => page.locator('.notice').count()).toBe(0);
    await popup.keyboard.press('Control+z');
    await eventually(() => onDisk()).toBe(NOTE);
    await eventually(() => labels(page)).toEqual(['根本差異']);
  });

  it('has the picker of a chip in the chip’s window', async () => {
    await open();
    await cursorIn(page, '那麼算力呢');
    await chips(popup).first().click();
    await pick(popup, '類比');
    await eventually(() => labels(page)).toEqual(['建立類比']);
    await chips(page).first().click();
    await pick(page, '觀察異常');
    await eventually(() => labels(popup)).toEqual(['觀察異常']);
    await chips(popup).first().focus();
    await popup.keyboard.press('Enter');
    await popup.locator('.prompt-input').waitFor();
    await popup.keyboard.press('Escape');
    await popup.locator('.prompt').waitFor({ state: 'detached' });
    await expect
      .poll(() => popup.evaluate(() => document.activeElement?.className))
      .toContain('cm-content');
  });

  it('has the menu of a question in its window', async () => {
    await open();
    await popup.getByText('根本差異').click({ button: 'right' });
    await popup.locator('.menu').getByText('清除標記').click();
    const cleared = NOTE.replace(' #question/inward/difference', '');
    await eventually(() => onDisk()).toBe(cleared);
    await expect.poll(() => labels(page)).toEqual([]);
  });

  it('opens a chip’s text under the cursor in the window of the cursor alone', async () => {
    await open();
    await cursorIn(popup, '海量數據');
    await eventually(() => labels(popup)).toEqual([]);
    await eventually(() => popup.locator('.question-stance-source-mark').allTextContents()).toEqual(
      ['#question/inward/difference'],
    );
    await expect.poll(() => labels(page)).toEqual(['根本差異']);
  });

  it('does not open text under a pointer that is down in the pop-out', async () => {
    await open();
    const box = await popup.locator('.cm-line', { hasText: '海量數據' }).boundingBox();
    if (!box) throw new Error('The line is not shown.');
    await popup.mouse.move(box.x + 2, box.y + box.height / 2);
    await popup.mouse.down();
    await popup.mouse.move(box.x + box.width - 5, box.y + box.height / 2, { steps: 5 });
    await expect.poll(() => chips(popup).count()).toBe(1);
    await popup.mouse.up();
    await eventually(() => chips(popup).count()).toBe(0);
  });

  it('is completed while it is typed in the pop-out', async () => {
    await open();
    await cursorIn(popup, '那麼算力呢');
    await popup.keyboard.type(';;現實', { delay: 5 });
    await popup.locator('.suggestion-container .suggestion-item').first().waitFor();
    await expect.poll(() => page.locator('.suggestion-container').count()).toBe(0);
    await popup.keyboard.press('Enter');
    await eventually(() => onDisk()).toBe(LIMITS);
    await popup.locator('.suggestion-container').waitFor({ state: 'detached' });
    await eventually(() => labels(page)).toContain('挑戰現實限制');
    await ground.runCommand('undo-tagging');
    await eventually(() => onDisk()).toBe(NOTE);
  });

  it('is tagged by the modal, in the pop-out that it was called from, by keyboard', async () => {
    await open();
    await cursorIn(popup, '那麼算力呢');
    await ground.runCommand('tag-note');
    await popup.locator('.modal [aria-selected]').first().waitFor();
    await expect.poll(() => page.locator('.modal').count()).toBe(0);
    await popup.keyboard.press('Control+a');
    await popup.keyboard.type('22');
    await popup.keyboard.press('Tab');
    await expect
      .poll(() => popup.evaluate(() => document.activeElement?.closest('.modal') !== null))
      .toBe(true);
    await popup.keyboard.press('Shift+Tab');
    await popup.keyboard.press('Enter');
    await popup.locator('.modal').waitFor({ state: 'detached' });
    const both = NOTE.replace('inward/difference', 'outward/analogy').replace(
      '算力呢？',
      '算力呢？ #question/outward/analogy',
    );
    await eventually(() => onDisk()).toBe(both);
    await eventually(() => labels(page)).toEqual(['建立類比', '建立類比']);
    await ground.runCommand('undo-tagging');
    await eventually(() => onDisk()).toBe(NOTE);
    await eventually(() => labels(popup)).toEqual(['根本差異']);
    await eventually(() => labels(page)).toEqual(['根本差異']);
  });

  it('follows the settings in both windows, and nothing is left when the plugin goes', async () => {
    await open();
    const signs = (from: Page) => from.locator('.question-stance-sign').count();
    await eventually(() => signs(popup)).toBe(1);
    await ground.writeNote(
      '.obsidian/plugins/question-stance/data.json',
      JSON.stringify({ version: 1, editor: { sign: 'off' } }),
    );
    await eventually(() => signs(popup)).toBe(0);
    await expect.poll(() => signs(page)).toBe(0);
    await page.evaluate(() => (window as unknown as HostWindow).playground.unloadPlugin());
    for (const each of [page, popup])
      await expect.poll(() => each.locator('[class*="question-stance-"]').count()).toBe(0);
  });

  it('is read again after its pane moved while a reading was due', async () => {
    await open();
    await closeWindow(popup);
    await cursorIn(page, '那麼算力呢');
    await page.evaluate(() => {
      // As in a window that goes: what waits in it never comes.
      const later = window.setTimeout.bind(window);
      window.setTimeout = ((run: () => void, wait?: number) =>
        (wait ?? 0) >= 150 ? 0 : later(run, wait)) as typeof window.setTimeout;
    });
    await page.keyboard.type(' #question/skip 還有呢？');
    popup = await ground.popOut('workspace:move-to-new-window');
    await eventually(() => popup.locator('.question-stance-sign').count()).toBe(1);
  });
});

describe('the reading view in a pop-out', () => {
  it('has chips, whose click opens the dashboard', async () => {
    await open();
    await ground.runCommand('markdown:toggle-preview');
    const chip = popup.locator('.markdown-reading-view .question-stance-tag-chip');
    await eventually(() => chip.getAttribute('data-label')).toBe('根本差異');
    const content = await chip.evaluate((el) => getComputedStyle(el, '::before').content);
    expect(content).toBe('"根本差異"');
    await chip.click();
    const rows = popup.locator('.question-stance-question');
    await eventually(() => rows.count()).toBe(1);
    await expect.poll(() => page.locator('.question-stance-question').count()).toBe(0);
  });

  it('has marks in comments where the setting asks for them', async () => {
    await open({
      notes: { 'note.md': '甲？ #question/inward\n\n乙？ %% #question/outward/limits %%\n' },
      data: { version: 1, editor: { readingComments: true } },
    });
    await ground.runCommand('markdown:toggle-preview');
    const shown = popup.locator('.question-stance-hidden-tag');
    await eventually(() => shown.getAttribute('data-label')).toBe('挑戰現實限制');
  });
});

describe('the dashboard in a pop-out', () => {
  const COUNT = 300;
  const MANY = `${HEAD}${Array.from({ length: COUNT }, (_, at) => `第 ${at} 個為什麼？`).join('\n\n')}\n`;
  const row = '.question-stance-questions .question-stance-question';

  async function openDashboard(options: PlaygroundOptions = {}): Promise<void> {
    ground = await openPlayground({ notes: { 'note.md': NOTE }, lang: 'zh-TW', ...options });
    page = ground.page;
    await ground.runCommand('open-dashboard');
    await page.locator(row).first().waitFor();
    popup = await ground.popOut('workspace:move-to-new-window');
    await popup.locator(row).first().waitFor();
    await expect.poll(() => page.locator(row).count()).toBe(0);
  }

  it('keeps its list in step with its own window, whose size it is measured with', async () => {
    ground = await openPlayground({ notes: { 'many.md': MANY }, lang: 'zh-TW' });
    page = ground.page;
    await ground.runCommand('open-dashboard');
    await page.locator(row).first().waitFor();
    // Once the main window is out of sight it measures nothing any more.
    await page.evaluate(() => {
      const { app } = window as unknown as HostWindow;
      app.workspace.on('window-open', () => {
        for (const observer of observers) observer.disconnect();
      });
      const observers: ResizeObserver[] = [];
      window.ResizeObserver = class extends ResizeObserver {
        constructor(callback: ResizeObserverCallback) {
          super(callback);
          observers.push(this);
        }
      };
      app.workspace.activeLeaf?.detach();
    });
    await ground.runCommand('open-dashboard');
    await page.locator(row).first().waitFor();
    const scroller = '.view-content.question-stance-dashboard';
    await page.locator(scroller).evaluate((el) => el.scrollTo({ top: 4000 }));
    await page.locator(row, { hasText: '第 80 個' }).waitFor();
    popup = await ground.popOut('workspace:move-to-new-window');
    await eventually(() =>
      popup.locator(scroller).evaluate((el) => Math.round(el.scrollTop / 1000)),
    ).toBe(4);
    await popup.locator(row, { hasText: '第 80 個' }).waitFor();
    await popup.setViewportSize({ width: 720, height: 300 });
    const few = await popup.locator(row).count();
    await popup.setViewportSize({ width: 720, height: 1200 });
    await eventually(() => popup.locator(row).count()).toBeGreaterThan(few + 8);
    await popup.locator(scroller).evaluate((el) => el.scrollTo({ top: el.scrollHeight }));
    await popup.locator(row, { hasText: `第 ${COUNT - 1} 個` }).waitFor();
  });

  it('is worked by keyboard, with menus and pickers of its window', async () => {
    await openDashboard();
    await popup.focus('.question-stance-questions');
    for (let step = 0; step < 3; step += 1) await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('t');
    await popup.locator('.question-stance-picker-question').waitFor();
    await pick(popup, '現實');
    await eventually(() => onDisk()).toBe(LIMITS);
    await popup.locator(row).first().click({ button: 'right' });
    await popup.locator('.menu').getByText('不是問題').click();
    await eventually(() => onDisk()).toBe(LIMITS.replace('inward/difference', 'skip'));
    for (const what of ['.menu', '.prompt', '.notice'])
      await expect.poll(() => page.locator(what).count()).toBe(0);
  });

  it('shows a preview and opens a note where it stands', async () => {
    await openDashboard();
    await popup.keyboard.down('Control');
    await popup.locator(row).first().hover();
    await popup.locator('.hover-popover .question-stance-tag-chip').waitFor();
    await popup.keyboard.up('Control');
    // It may cover the rows below.
    await popup.mouse.move(1, 1);
    await popup.locator('.hover-popover').waitFor({ state: 'detached' });
    await popup.locator(row).last().click();
    await popup.locator('.question-stance-flash', { hasText: '那麼算力呢？' }).waitFor();
    await expect.poll(() => page.locator('.cm-content').count()).toBe(0);
  });

  it('comes to the front where it is asked for again, and opens no second time', async () => {
    await openDashboard();
    await page.locator('body').click({ position: { x: 400, y: 400 } });
    await ground.runCommand('open-dashboard');
    await expect.poll(() => page.evaluate(() => activeWindow !== window)).toBe(true);
    await expect.poll(() => page.locator('.question-stance-page').count()).toBe(0);
    await expect.poll(() => popup.locator('.question-stance-page').count()).toBe(1);
  });

  it('finds, filters and lets go of the keys of its search box', async () => {
    await openDashboard();
    await popup.focus('.question-stance-questions');
    await popup.keyboard.press('/');
    const box = popup.locator('.question-stance-search-input');
    await expect.poll(() => box.evaluate((el) => el === document.activeElement)).toBe(true);
    await popup.keyboard.type('算力');
    await eventually(() => popup.locator(row).count()).toBe(1);
    await popup.keyboard.press('Escape');
    await eventually(() => popup.locator(row).count()).toBe(2);
  });
});

interface HostWindow {
  readonly playground: { unloadPlugin(): void };
  readonly app: {
    readonly workspace: {
      readonly activeLeaf: { detach(): void } | null;
      on(name: 'window-open', callback: () => void): unknown;
    };
  };
}

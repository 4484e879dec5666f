// The host's pop-out windows in a real browser, with the fixture plugin: what Obsidian promises of them.
import { closesWith, closeWindow } from './harness/close-window.ts';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

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

describe('a leaf in a window of its own', () => {
  it('belongs to that window, is among all leaves, and is announced', async () => {
    await open();
    await ground.openNote('one.md');
    await page.evaluate(() => {
      const { app } = window as unknown as HostWindow;
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const name of ['window-open', 'window-close'])
        app.workspace.on(name, ({ win }, given) => heard.push(`${name} ${String(win === given)}`));
    });
    const popup = await ground.popOut('workspace:open-in-new-window');
    await popup.locator('.cm-content').waitFor();
    const facts = () =>
      page.evaluate(() => {
        const { app, heard } = window as unknown as HostWindow & { heard: string[] };
        const { activeLeaf: leaf, floatingSplit } = app.workspace;
        let all = 0;
        app.workspace.iterateAllLeaves(() => all++);
        const el = leaf.view.containerEl;
        const made = el.createDiv();
        const answer = {
          all,
          floating: floatingSplit.children.length,
          isElsewhere: el.win !== window && el.doc !== document,
          isActive: el.win === activeWindow && el.doc === activeDocument,
          isContained: leaf.getRoot() === floatingSplit && leaf.getContainer().win === el.win,
          instance: [el.instanceOf(HTMLElement), made.instanceOf(HTMLElement)],
          other: made.instanceOf(HTMLInputElement),
          heard,
        };
        made.detach();
        return answer;
      });
    await expect
      .poll(() => facts())
      .toEqual({
        all: 3,
        floating: 1,
        isElsewhere: true,
        isActive: true,
        isContained: true,
        instance: [true, true],
        other: false,
        heard: ['window-open true'],
      });
    await page.locator('.cm-content').click();
    await expect.poll(() => page.evaluate(() => activeWindow === window)).toBe(true);
    await closeWindow(popup);
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard))
      .toEqual(['window-open true', 'window-close true']);
    const left = () =>
      page.evaluate(() => {
        let all = 0;
        (window as unknown as HostWindow).app.workspace.iterateAllLeaves(() => all++);
        return all;
      });
    await expect.poll(left).toBe(2);
  });

  it('takes view and undo history with it, and tells the elements in it', async () => {
    await open();
    await ground.openNote('one.md');
    await page.keyboard.type('X');
    await page.evaluate(() => {
      const { app } = window as unknown as HostWindow;
      const { view } = app.workspace.activeLeaf;
      Object.assign(window, { view });
      view.containerEl.onWindowMigrated((win) => {
        win.document.body.dataset.told = 'yes';
      });
    });
    const popup = await ground.popOut('workspace:move-to-new-window');
    await expect.poll(() => popup.locator('body').getAttribute('data-told')).toBe('yes');
    await expect.poll(() => popup.title()).toMatch(/^one – /);
    await popup.keyboard.press('Control+z');
    await expect.poll(() => popup.locator('.cm-content').innerText()).not.toContain('X');
    const isSame = await page.evaluate(() => {
      const { app, view } = window as unknown as HostWindow & { view: unknown };
      return app.workspace.activeLeaf.view === view;
    });
    expect(isSame).toBe(true);
    await expect.poll(() => page.locator('.cm-content').count()).toBe(0);
  });

  it('is saved and goes when its window is closed', async () => {
    await open();
    await ground.openNote('one.md');
    const popup = await ground.popOut('workspace:open-in-new-window');
    await popup.locator('.cm-content').click();
    await popup.keyboard.press('Control+Home');
    await popup.keyboard.type('Typed. ');
    await closeWindow(popup);
    await expect.poll(() => ground.readNote('one.md')).toBe(`Typed. ${NOTES['one.md']}`);
    await expect.poll(() => page.evaluate(() => activeWindow === window)).toBe(true);
    await expect.poll(() => page.locator('.cm-content').innerText()).toContain('Typed. ');
  });

  it('takes its window along when it is closed', async () => {
    await open();
    await ground.openNote('one.md');
    const popup = await ground.popOut('workspace:open-in-new-window');
    await closesWith(popup, () =>
      popup.locator('.workspace-tab-header-inner-close-button').click(),
    );
    expect(ground.popOuts()).toHaveLength(0);
  });

  it('comes back in its window after a reload', async () => {
    await open();
    await ground.openNote('one.md');
    await ground.popOut('workspace:open-in-new-window');
    await expect.poll(() => ground.readNote('.obsidian/workspace.json')).toContain('"window"');
    const [popup] = await Promise.all([page.waitForEvent('popup'), ground.reload()]);
    await expect.poll(() => popup.locator('.cm-content').innerText()).toContain('One');
    expect(ground.popOuts()).toHaveLength(1);
  });

  it('can be asked for in the tab’s menu', async () => {
    await open();
    await ground.openNote('one.md');
    await page.locator('.mod-root .workspace-tab-header').first().click({ button: 'right' });
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.locator('.menu').getByText('Move to new window').click(),
    ]);
    await popup.locator('.cm-content').waitFor();
    await expect.poll(() => page.locator('.cm-content').count()).toBe(0);
  });

  it('is a tab on a phone', async () => {
    await open({ width: 'phone' });
    await ground.openNote('one.md');
    await page.evaluate(() => {
      const { app } = window as unknown as HostWindow;
      app.workspace.getLeaf('window');
    });
    expect(ground.popOuts()).toHaveLength(0);
    await expect(ground.popOut('workspace:open-in-new-window')).rejects.toThrow('cannot run');
  });
});

describe('the window', () => {
  it('has the styles, the theme and the language of the page, also when they change', async () => {
    await open({ theme: 'dark', lang: 'zh-TW' });
    await ground.openNote('one.md');
    const popup = await ground.popOut('workspace:open-in-new-window');
    const background = (from: Page) =>
      from.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await expect.poll(() => background(popup)).toBe(await background(page));
    await expect.poll(() => popup.evaluate(() => document.documentElement.lang)).toBe('zh-TW');
    await page.locator('.playground-switches button').first().click();
    await expect.poll(() => popup.locator('body.theme-light').count()).toBe(1);
    await page.evaluate(() => document.head.createEl('style', { text: 'body { opacity: 0.5 }' }));
    await expect
      .poll(() => popup.evaluate(() => getComputedStyle(document.body).opacity))
      .toBe('0.5');
  });

  it('has the modals, notices, menus and keys of whoever works in it', async () => {
    await open();
    await ground.openNote('one.md');
    const popup = await ground.popOut('workspace:open-in-new-window');
    await popup.locator('.cm-content').click();
    await popup.keyboard.press('Control+p');
    await popup.locator('.prompt-input').waitFor();
    await expect.poll(() => page.locator('.prompt').count()).toBe(0);
    await popup.keyboard.press('Escape');
    await popup.locator('.prompt').waitFor({ state: 'detached' });
    await expect
      .poll(() => popup.evaluate(() => document.activeElement?.className))
      .toContain('cm-content');
    await popup.locator('.cm-line').first().click({ button: 'right' });
    await popup.locator('.menu').waitFor();
    await expect.poll(() => page.locator('.menu').count()).toBe(0);
    await popup.locator('.view-header-title').click();
    await popup.locator('.menu').waitFor({ state: 'detached' });
    await popup.locator('.view-action').first().hover();
    await popup.locator('.tooltip').waitFor();
  });
});

interface HostElement {
  readonly win: Window;
  readonly doc: Document;
  createDiv(): HTMLElement;
  instanceOf(type: unknown): boolean;
  onWindowMigrated(listener: (win: Window) => void): () => void;
}

interface HostWindow {
  readonly app: {
    readonly workspace: {
      readonly activeLeaf: {
        readonly view: { readonly containerEl: HostElement };
        getRoot(): unknown;
        getContainer(): { readonly win: Window };
      };
      readonly floatingSplit: { readonly children: readonly unknown[] };
      getLeaf(pane: 'window'): unknown;
      iterateAllLeaves(visit: () => void): void;
      on(name: string, callback: (item: { readonly win: Window }, win: Window) => void): unknown;
    };
  };
}

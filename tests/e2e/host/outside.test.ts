// What reaches a plugin from outside a page and beside its own calls: command lines, addresses, page previews, and
// the parts of the app that are not documented but that plugins reach for.
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from '../harness/playground.ts';

let ground: Playground;

async function open(options: PlaygroundOptions = {}): Promise<Playground> {
  ground = await openPlayground({ plugin: 'fixture', notes: { 'one.md': '# One\n' }, ...options });
  return ground;
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

const log = () =>
  ground.page.evaluate(
    () =>
      (window as unknown as { playground: { plugin: { log: string[] } } }).playground.plugin.log,
  );

describe('the line at the page’s foot', () => {
  it('runs command lines and follows addresses', async () => {
    const { page } = await open({ foot: 'shown' });
    const line = page.getByLabel('Command line, or an obsidian:// address');
    await line.fill('fixture-plugin:repeat text="two words" loud');
    await line.press('Enter');
    await page.getByText('two words|loud').waitFor();
    await line.fill('obsidian://fixture?path=one.md&loud');
    await line.press('Enter');
    await expect
      .poll(() => log())
      .toContain('protocol {"action":"fixture","path":"one.md","loud":"true"}');
  });

  it('is not there where it is not wanted', async () => {
    const { page } = await open();
    await expect.poll(() => page.locator('.playground-foot').count()).toBe(0);
  });
});

describe('from outside', () => {
  it('a command line reaches the page, and its answer comes back', async () => {
    await open();
    const ask = async (parts: readonly string[]) =>
      (
        await fetch(new URL('/api/cli', ground.url), {
          method: 'POST',
          body: JSON.stringify(parts),
        })
      ).json() as Promise<unknown>;
    await expect.poll(() => ask(['fixture-plugin:repeat', 'text=a'])).toEqual({ answer: 'a' });
    await ground.page.goto('about:blank');
    await expect.poll(() => ask(['help'])).toEqual({ error: 'No page of the playground is open.' });
  });

  it('a link to an address reaches the plugin, or is said to reach nobody', async () => {
    const { page } = await open({
      notes: { 'one.md': '[a](obsidian://fixture?n=1) [b](obsidian://nobody)\n' },
    });
    await ground.openNote('one.md');
    await page.keyboard.press('Control+e');
    await page.locator('.markdown-preview-view a', { hasText: 'a' }).click();
    await expect.poll(() => log()).toContain('protocol {"action":"fixture","n":"1"}');
    await page.locator('.markdown-preview-view a', { hasText: 'b' }).click();
    await page.locator('.notice', { hasText: 'obsidian://nobody' }).waitFor();
  });
});

// Typings, `Plugin.registerHoverLinkSource` and `HoverLinkSource.defaultMod`.
it('a hover source that asks for Ctrl or Cmd shows no preview without it', async () => {
  const { page } = await open();
  const hover = (ctrlKey: boolean) =>
    page.evaluate((isHeld) => {
      const { app } = window as unknown as {
        app: { workspace: { trigger(name: string, request: object): void } };
      };
      app.workspace.trigger('hover-link', {
        event: new MouseEvent('mouseover', { ctrlKey: isHeld }),
        source: 'fixture',
        hoverParent: { hoverPopover: null },
        targetEl: document.querySelector('[data-path="one.md"]'),
        linktext: 'one',
      });
    }, ctrlKey);
  await hover(false);
  await page.waitForTimeout(600);
  await expect.poll(() => page.locator('.hover-popover').count()).toBe(0);
  await hover(true);
  await page.locator('.hover-popover h1').waitFor();
});

// Not documented; its members are read off plugins that drag files with it.
it('a file that a plugin drags is dropped into a note as a link', async () => {
  const { page } = await open({ notes: { 'one.md': 'End\n', 'two.md': '' } });
  await ground.openNote('one.md');
  await page.evaluate(() => {
    interface Drags {
      draggable: object | null;
      dragFile(event: DragEvent, file: object): object;
      onDragStart(event: DragEvent, dragged: object): void;
    }
    const { app } = window as unknown as {
      app: { dragManager: Drags; vault: { getFileByPath(path: string): object } };
    };
    const item = document.createElement('div');
    item.draggable = true;
    item.textContent = 'Drag me';
    item.addEventListener('dragstart', (event) => {
      const { dragManager, vault } = app;
      dragManager.onDragStart(event, dragManager.dragFile(event, vault.getFileByPath('two.md')));
    });
    document.querySelector('.side-dock-ribbon')?.append(item);
  });
  await page.getByText('Drag me').dragTo(page.locator('.cm-line', { hasText: 'End' }));
  await ground.settle();
  await expect.poll(() => ground.readNote('one.md')).toContain('[[two]]');
});

// None of these is documented; their members are read off plugins that use them.
it('what plugins reach for beside the typings is there', async () => {
  const { page } = await open({
    lang: 'zh-TW',
    notes: {
      'one.md': '---\nKey: 1\ntags: [a]\n---\n# One\n\n#A #B/c\n',
      '.obsidian/app.json': '{"userIgnoreFilters":["old/"]}',
    },
  });
  const facts = await page.evaluate(async () => {
    interface SettingLike {
      readonly settingEl: HTMLElement;
      setName(name: string): SettingLike;
      setVisibility(visible: boolean): SettingLike;
    }
    const { app, moment, i18next } = window as unknown as {
      app: {
        internalPlugins: {
          getPluginById(id: string): { enabled: boolean; instance: object } | null;
          getEnabledPluginById(id: string): object | null;
        };
        metadataTypeManager: {
          setType(name: string, type: string): Promise<void>;
          getAllProperties(): Record<string, { name: string; type: string }>;
        };
        metadataCache: {
          isUserIgnored(path: string): boolean;
          getTags(): Record<string, number>;
          getCachedFiles(): string[];
        };
        workspace: {
          registerHoverLinkSource(id: string, info: object): void;
          unregisterHoverLinkSource(id: string): void;
        };
        hoverLinkSources: Map<string, object>;
        plugins: {
          obsidian: {
            moment: (text: string) => { format(format: string): string };
            Setting: new (el: HTMLElement) => SettingLike;
            MarkdownRenderer: {
              render(
                app: unknown,
                text: string,
                el: HTMLElement,
                path: string,
                owner: object,
              ): Promise<void>;
            };
            Component: new () => object;
          };
        };
      };
      moment: unknown;
      i18next: { t(key: string): string };
    };
    app.workspace.registerHoverLinkSource('mine', {});
    const hasSource = app.hoverLinkSources.has('mine');
    app.workspace.unregisterHoverLinkSource('mine');
    const { obsidian } = app.plugins;
    await app.metadataTypeManager.setType('due', 'date');
    const setting = new obsidian.Setting(document.createElement('div')).setVisibility(false);
    const rendered = document.createElement('div');
    await obsidian.MarkdownRenderer.render(
      app,
      '# A\n\nb\n\n- c',
      rendered,
      '',
      new obsidian.Component(),
    );
    return {
      words: i18next.t('a word'),
      hoverSource: [hasSource, app.hoverLinkSources.has('mine')],
      options: app.internalPlugins.getPluginById('templates')?.instance,
      search: (
        app.internalPlugins.getPluginById('global-search')?.instance as {
          getGlobalSearchQuery(): string;
        }
      ).getGlobalSearchQuery(),
      tags: [app.metadataCache.getTags(), app.metadataCache.getCachedFiles()],
      bookmarks: [
        app.internalPlugins.getPluginById('bookmarks')?.enabled,
        app.internalPlugins.getEnabledPluginById('bookmarks'),
        app.internalPlugins.getPluginById('nothing'),
      ],
      properties: app.metadataTypeManager.getAllProperties(),
      ignored: [
        app.metadataCache.isUserIgnored('old/x.md'),
        app.metadataCache.isUserIgnored('x.md'),
      ],
      moment: [obsidian.moment === moment, obsidian.moment('2026-11-28').format('YYYY dddd')],
      display: setting.settingEl.style.display,
      blocks: Array.from(rendered.children, ({ tagName }) => tagName),
    };
  });
  expect(facts).toEqual({
    words: 'a word',
    hoverSource: [true, false],
    options: { options: {} },
    search: '',
    tags: [{ '#a': 2, '#B/c': 1 }, ['one.md']],
    bookmarks: [false, null, null],
    properties: {
      key: { name: 'Key', type: 'text' },
      tags: { name: 'tags', type: 'text' },
      due: { name: 'due', type: 'date' },
    },
    ignored: [true, false],
    moment: [true, '2026 星期六'],
    display: 'none',
    blocks: ['H1', 'P', 'UL'],
  });
});

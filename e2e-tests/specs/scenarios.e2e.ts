// The scenarios in Obsidian, by WebdriverIO.
import { $$, browser } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';
import type { Driver } from '../driver.ts';
import { SCENARIOS } from '../scenarios.ts';

/** What of the app is in no typings. */
interface Setting {
  open(): void;
  close(): void;
  openTabById(id: string): unknown;
}

/** The elements that are shown and say `text`. */
async function shown(selector: string, text = ''): Promise<WebdriverIO.Element[]> {
  const found: WebdriverIO.Element[] = [];
  for (const element of await $$(selector).getElements()) {
    if ((await element.isDisplayed()) && (await element.getText()).includes(text)) {
      found.push(element);
    }
  }
  return found;
}

async function click(selector: string, text?: string): Promise<void> {
  const [first] = await shown(selector, text);
  if (!first) throw new Error(`There is no ${selector} ${text ?? ''} to click.`);
  await first.click();
}

/** The window that the vault is open in; settings may have one of their own beside it. */
let home: string | undefined;

const driver: Driver = {
  openNote: (path) => obsidianPage.openFile(path),
  runCommand: (id) => browser.executeObsidianCommand(id),
  readNote: (path) => obsidianPage.read(path),
  // One by one: held all at once they would be a chord.
  type: async (text) => {
    for (const sign of text) await browser.keys([sign]);
  },
  press: (key) => browser.keys([key]),
  click,
  count: async (selector, text) => (await shown(selector, text)).length,
  openSettings: async (pluginId) => {
    home = await browser.getWindowHandle();
    const before = await browser.getWindowHandles();
    await browser.executeObsidian(({ app }, id) => {
      const { setting } = app as unknown as { setting: Setting };
      setting.open();
      setting.openTabById(id);
    }, pluginId);
    let settings: string | undefined;
    await browser.waitUntil(async () => {
      const handles = await browser.getWindowHandles();
      settings = handles.find((handle) => !before.includes(handle));
      return settings !== undefined || (await shown('.modal .setting-item')).length > 0;
    });
    if (settings !== undefined) await browser.switchToWindow(settings);
  },
  choose: async (setting, option) => {
    const name = `.//*[contains(@class, "setting-item-name") and normalize-space() = "${setting}"]`;
    const list = browser.$(`//*[contains(@class, "setting-item")][${name}]//select`);
    await list.selectByVisibleText(option);
  },
  closeSettings: async () => {
    if (home !== undefined) await browser.switchToWindow(home);
    await browser.executeObsidian(({ app }) => {
      (app as unknown as { setting: Setting }).setting.close();
    });
  },
};

describe('Question Stance in Obsidian', () => {
  beforeEach(() => obsidianPage.resetVault());

  for (const { name, run } of SCENARIOS) it(name, () => run(driver));
});

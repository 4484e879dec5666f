// The scenarios of `e2e-tests/`, which are meant for Obsidian itself, in the playground: so they are known to work up to
// the app's own differences.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Driver } from '../../e2e-tests/driver.ts';
import { SCENARIOS } from '../../e2e-tests/scenarios.ts';
import { openPlayground, type Playground } from './harness/playground.ts';

let ground: Playground;

afterEach(() => ground.close());

interface HostWindow {
  readonly playground: {
    readonly app: {
      readonly setting: { open(): void; close(): void; openTabById(id: string): unknown };
    };
  };
}

function driverOf(playground: Playground): Driver {
  const { page } = playground;
  /** Where the settings are. */
  let settings: Page = page;
  const elements = (selector: string, text?: string) =>
    page.locator(`${selector}:visible`, text === undefined ? {} : { hasText: text });
  return {
    openNote: (path) => playground.openNote(path),
    runCommand: (id) => playground.runCommand(id),
    readNote: (path) => playground.readNote(path),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    click: (selector, text) => elements(selector, text).first().click(),
    count: (selector, text) => elements(selector, text).count(),
    openSettings: async (pluginId) => {
      const popup = page.waitForEvent('popup', { timeout: 5_000 }).catch(() => page);
      await page.evaluate((id) => {
        const { setting } = (window as unknown as HostWindow).playground.app;
        setting.open();
        setting.openTabById(id);
      }, pluginId);
      const isModal = page.locator('.modal .setting-item:visible').first().waitFor();
      settings = await Promise.race([popup, isModal.then(() => page)]);
    },
    choose: async (setting, option) => {
      await settings
        .locator('.setting-item')
        .filter({ has: settings.locator(`.setting-item-name:text-is("${setting}")`) })
        .locator('select')
        .selectOption({ label: option });
    },
    closeSettings: () =>
      page.evaluate(() => (window as unknown as HostWindow).playground.app.setting.close()),
  };
}

describe.each(['desktop', 'phone'] as const)('on a %s', (width) => {
  it.each(SCENARIOS)('$name', async ({ run }) => {
    // A desktop's settings are a window of their own, as in Obsidian.
    ground = await openPlayground({ vault: 'sample-vault', width, settings: 'window' });
    await run(driverOf(ground));
    expect(ground.errors).toEqual([]);
  });
});

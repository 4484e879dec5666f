// The host's settings against what Obsidian is known to do with a plugin's: where they stand, what is drawn anew by
// itself and what is not, and how a change from outside is noticed.
import { closesWith, closeWindow } from '../harness/close-window.ts';
import { readFile, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from '../harness/playground.ts';

const DATA = '.obsidian/plugins/fixture-plugin/data.json';

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ plugin: 'fixture', notes: { 'one.md': 'One\n' }, ...options });
  page = ground.page;
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

const row = (name: string, from: Page = page) =>
  from
    .locator('.setting-item')
    .filter({ has: from.locator(`.setting-item-name:text-is("${name}")`) });

const told = () =>
  page.evaluate(() =>
    (
      window as unknown as { playground: { plugin: { log: string[] } } }
    ).playground.plugin.log.filter((entry) => entry.startsWith('settings ')),
  );

describe('a page of settings', () => {
  // Typings, `SettingDefinitionPage.displayValue` (1.13.1): «Call `update()` on the setting tab to refresh it».
  it('leaves the entry that leads to it as it was drawn, until the plugin updates the tab', async () => {
    await open();
    await page.keyboard.press('Control+,');
    const shown = row('More').locator('.setting-display-value');
    await row('More').click();
    await row('Greeting on the page').locator('input').fill('Good day');
    await expect
      .poll(() => readFile(join(ground.vaultPath, DATA), 'utf8').catch(() => ''))
      .toContain('Good day');
    await page.locator('.setting-page-back').click();
    await expect.poll(() => shown.textContent()).toBe('Hello');
    await ground.runCommand('update-tab');
    await expect.poll(() => shown.textContent()).toBe('Good day');
  });
});

// Release notes of 1.13.0: settings open in a window of their own unless the user has them as a modal.
describe('the place of the settings', () => {
  it('is a window of their own, in which modals and keys go where one works', async () => {
    await open({ settings: 'window' });
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.keyboard.press('Control+,'),
    ]);
    await row('Loud', popup).locator('.checkbox-container').click();
    await expect.poll(() => page.locator('.setting-item').count()).toBe(0);
    await expect.poll(() => row('Size', popup).locator('select').isDisabled()).toBe(false);
    await ground.runCommand('open-modal');
    await popup.getByRole('dialog').filter({ hasText: 'A modal' }).waitFor();
    await popup.keyboard.press('Escape');
    // The window may be gone before the key is up.
    await closesWith(popup, () => popup.keyboard.press('Escape'));
    await ground.openNote('one.md');
    await page.keyboard.type('Typed. ');
    await ground.settle();
    await expect.poll(() => ground.readNote('one.md')).toBe('Typed. One\n');
  });

  it('is open again, with its tab, after its user has closed the window', async () => {
    await open({ settings: 'window' });
    const openIt = async (): Promise<Page> => {
      const [popup] = await Promise.all([
        page.waitForEvent('popup'),
        ground.runCommand('app:open-settings'),
      ]);
      await row('Loud', popup).waitFor();
      return popup;
    };
    const first = await openIt();
    await closeWindow(first);
    await expect.poll(() => page.evaluate(() => activeWindow === window)).toBe(true);
    await openIt();
  });

  it('is a modal on a phone, whatever is chosen', async () => {
    await open({ settings: 'window', width: 'phone' });
    await ground.runCommand('app:open-settings');
    await page.locator('.modal').getByText('Greeting', { exact: true }).waitFor();
  });
});

// `Plugin.onExternalSettingsChange` (1.5.7) says that the file was modified, not that anything in it differs; that
// its time decides, that phones hear nothing and that the tab is updated unasked was reported from the app.
describe('a data file that is changed outside', () => {
  const outside = JSON.stringify({ greeting: 'After' });

  it('is told by its time: the same text written anew counts, an old time does not', async () => {
    await open({ data: { greeting: 'Before' } });
    const file = join(ground.vaultPath, DATA);
    const { atime, mtime } = await stat(file);
    await ground.writeNote(DATA, JSON.stringify({ greeting: 'Before' }));
    await expect.poll(told).toEqual(['settings Before']);
    await ground.writeNote(DATA, outside);
    await expect.poll(told).toEqual(['settings Before', 'settings After']);
    await utimes(file, atime, mtime);
    await expect.poll(told).toEqual(['settings Before', 'settings After', 'settings After']);
  });

  it('is not told when the plugin wrote it', async () => {
    await open({ data: { greeting: 'Before' } });
    await page.keyboard.press('Control+,');
    await row('Greeting').locator('input').fill('Mine');
    await expect.poll(() => ground.readNote(DATA)).toContain('Mine');
    await page.waitForTimeout(500);
    await expect.poll(() => told()).toEqual([]);
  });

  it('has an open tab drawn anew, even under somebody who types in it', async () => {
    await open({ data: { greeting: 'Before' } });
    await page.keyboard.press('Control+,');
    await row('Greeting').locator('input').focus();
    await ground.writeNote(DATA, outside);
    await expect.poll(() => row('Greeting').locator('input').inputValue()).toBe('After');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.matches('input')))
      .toBe(false);
  });

  it('is not told on a phone', async () => {
    await open({ data: { greeting: 'Before' }, width: 'phone' });
    await ground.writeNote(DATA, outside);
    await ground.writeNote('two.md', 'Two\n');
    await expect
      .poll(() =>
        page.evaluate(() =>
          (
            window as unknown as { playground: { plugin: { log: string[] } } }
          ).playground.plugin.log.includes('create two.md'),
        ),
      )
      .toBe(true);
    await expect.poll(() => told()).toEqual([]);
  });
});

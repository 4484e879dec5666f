// The properties that say a note's day, set in the settings tab, in a real browser, on the built plugin: what a
// dashboard finds by date follows.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openPlayground, type Playground } from './harness/playground.ts';

const DATA = '.obsidian/plugins/question-stance/data.json';

/** The host, as far as a dashboard and the settings are opened in it. */
interface HostWindow {
  readonly playground: {
    readonly app: {
      readonly setting: { open(): void; close(): void; openTabById(id: string): void };
      readonly workspace: {
        getLeaf(pane: 'tab'): { setViewState(state: object): Promise<void> };
      };
    };
  };
}

let ground: Playground;

afterEach(async () => {
  await ground.close();
});

it('finds by the day of other properties as soon as they are named', async () => {
  const article = (properties: string, text: string) =>
    `---\ntags: [my-article]\nCheckbox 1: true\n${properties}\n---\n${text}\n`;
  ground = await openPlayground({
    notes: {
      'a.md': article('Aired on: 1999-12-31', 'Was it aired?'),
      'b.md': article('created: 1999-01-01', 'Was it written?'),
    },
  });
  const { page } = ground;
  const rows = async () =>
    (await page.locator('.question-stance-question-text').allInnerTexts()).map(
      (text) => text.split('\n')[0],
    );
  await page.evaluate(async () => {
    const { workspace } = (window as unknown as HostWindow).playground.app;
    await workspace.getLeaf('tab').setViewState({
      type: 'question-stance-dashboard',
      active: true,
      state: { notes: 'vault', filter: [{ field: 'date', value: '1999' }] },
    });
  });
  await expect.poll(rows).toEqual(['Was it written?']);
  await page.evaluate(() => {
    const { setting } = (window as unknown as HostWindow).playground.app;
    setting.open();
    setting.openTabById('question-stance');
  });
  const field = page.locator('.setting-item', { hasText: 'Properties with a note’s day' });
  const input = field.locator('input');
  await expect.poll(() => input.inputValue()).toBe('date, created');
  await field.scrollIntoViewIfNeeded();
  await ground.screenshot('date-properties');
  await input.fill('aired on、 date');
  await expect
    .poll(() => readFile(join(ground.vaultPath, DATA), 'utf8').catch(() => '{}'))
    .toMatch(/"dateProperties":\s*\[\s*"aired on",\s*"date"\s*\]/);
  await page.evaluate(() => (window as unknown as HostWindow).playground.app.setting.close());
  await expect.poll(rows).toEqual(['Was it aired?']);
});

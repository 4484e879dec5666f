// Suggestions in the settings tab, in a real browser, on the built plugin: switched, looked at, forgotten.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const DATA = '.obsidian/plugins/question-stance/data.json';
const NOTE =
  '---\ntags: [my-article]\nCheckbox 1: true\n---\n為什麼？ #question/inward/anomaly\n\n真的嗎？\n';

const KEY = 'question-stance-suggestions';
const LEARNT = {
  records: {
    label: { proposed: 14, right: 12, expected: 11.5, ghosts: [true, true] },
    wording: { proposed: 1230, right: 615, expected: 700, ghosts: Array(50).fill(false) },
  },
  rejected: ['1a2b3c', '4d5e6f'],
};

let ground: Playground;
let page: Page;

interface HostWindow {
  readonly playground: {
    readonly app: {
      readonly setting: { open(): void; openTabById(id: string): void };
      saveLocalStorage(key: string, data: unknown): void;
      loadLocalStorage(key: string): unknown;
    };
  };
}

/** Opens the plugin's settings on a vault on which that was learnt. */
async function open(learnt: unknown, options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: { 'a.md': NOTE }, ...options });
  page = ground.page;
  await page.evaluate(
    ([key, data]) => {
      (window as unknown as HostWindow).playground.app.saveLocalStorage(key, data);
    },
    [KEY, learnt] as const,
  );
  await ground.reload();
  await page.evaluate(() => {
    const { app } = (window as unknown as HostWindow).playground;
    app.setting.open();
    app.setting.openTabById('question-stance');
  });
  await forgetButton().waitFor();
  await forgetButton().scrollIntoViewIfNeeded();
}

const forgetButton = () => page.locator('.setting-item button', { hasText: /^(Forget|忘掉)$/ });
const dialog = () => page.locator('.question-stance-confirmation');
const cells = () => page.locator('.question-stance-learnt :is(th, td)').allInnerTexts();

const kept = () =>
  page.evaluate((key) => {
    const { app } = (window as unknown as HostWindow).playground;
    return app.loadLocalStorage(key);
  }, KEY);

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

describe('suggestions in the settings', () => {
  it('are switched between nothing, three, and the almost certain one as well', async () => {
    await open(null);
    const select = page.getByLabel('What is suggested', { exact: true });
    await expect.poll(() => select.inputValue()).toBe('ghosts');
    await select.selectOption('Three likely stages');
    await expect
      .poll(() => readFile(join(ground.vaultPath, DATA), 'utf8').catch(() => ''))
      .toMatch(/"suggest":\s*\{\s*"mode":\s*"proposals"/);
  });

  it('say what they have learnt, and forget it once it is meant, with every tag left', async () => {
    await open(LEARNT);
    await expect
      .poll(cells)
      .toEqual([
        'Goes by',
        'Proposed',
        'Right',
        'The same label',
        '14',
        '12 (86%)',
        'Its wording, as others ask\nNever almost certain for now: too many of its last were wrong',
        '1,230',
        '615 (50%)',
      ]);
    await forgetButton().click();
    await expect.poll(() => dialog().innerText()).toContain('2 sources and 2 rejected suggestions');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => dialog().count()).toBe(0);
    await expect.poll(kept).toEqual(LEARNT);

    await forgetButton().click();
    await dialog().getByRole('button', { name: 'Forget' }).click();
    await page.getByText('Nothing yet. What you choose', { exact: false }).waitFor();
    await expect.poll(() => page.locator('.question-stance-learnt').count()).toBe(0);
    await expect.poll(() => forgetButton().isDisabled()).toBe(true);
    await expect.poll(kept).toEqual({ records: {}, rejected: [] });
    await expect.poll(() => ground.readNote('a.md')).toBe(NOTE);
  });

  it.each([
    ['light', 'en'],
    ['dark', 'zh-TW'],
  ] as const)('look so: %s, %s', async (theme, lang) => {
    await open(LEARNT, { theme, lang });
    await expect.poll(cells).toHaveLength(9);
    await ground.screenshot(`suggest-settings-${theme}-${lang}`);
    await forgetButton().click();
    await dialog().waitFor();
    await ground.screenshot(`suggest-forget-${theme}-${lang}`);
  });
});

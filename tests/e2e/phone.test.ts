// A phone's screen, on the built plugin: nothing stands under the notch, the bar of buttons, the home bar or
// the on-screen keyboard, which the playground draws but for the keyboard.
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground } from './harness/playground.ts';

const SCREEN = 844;
const NOTCH = 47;
const HOME_BAR = 34;
const KEYBOARD = 336;

const ASKED = Array.from({ length: 40 }, (_, nth) => `第 ${nth} 個問題問的是什麼？\n`).join('\n');
const NOTES = { 'a.md': `---\ntags: [my-article]\nCheckbox 1: true\n---\n${ASKED}` };

let ground: Playground;
let page: Page;

async function open(): Promise<void> {
  ground = await openPlayground({ notes: NOTES, lang: 'zh-TW', width: 'phone' });
  page = ground.page;
  await ground.openNote('a.md');
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

async function edgesOf(of: Locator): Promise<{ top: number; bottom: number }> {
  const box = await of.boundingBox();
  if (!box) throw new Error('It is not shown.');
  return { top: Math.round(box.y), bottom: Math.round(box.y + box.height) };
}

/** As on iOS: what is seen of the page gets lower, the page does not. */
async function showKeyboard(height: number): Promise<void> {
  await page.evaluate((visible) => {
    const { visualViewport } = window;
    if (!visualViewport) throw new Error('There is no visual viewport.');
    Object.defineProperty(visualViewport, 'height', { value: visible, configurable: true });
    visualViewport.dispatchEvent(new Event('resize'));
  }, SCREEN - height);
}

describe('the tag modal on a phone', () => {
  const modal = () => page.locator('.question-stance-tag-modal');
  const write = () => page.locator('.question-stance-tagging-actions .mod-cta');

  it('reaches from the notch to the lower edge, its buttons above the home bar', async () => {
    await open();
    await ground.runCommand('tag-note');
    await modal().waitFor();
    await expect.poll(() => edgesOf(modal())).toEqual({ top: NOTCH, bottom: SCREEN });
    await expect
      .poll(async () => (await edgesOf(write())).bottom)
      .toBeLessThanOrEqual(SCREEN - HOME_BAR);
    await ground.screenshot('phone-tag-modal');
  });

  it('ends where the keyboard begins, and takes the room again', async () => {
    await open();
    await ground.runCommand('tag-note');
    await page.locator('.question-stance-tagging-filter').tap();
    await showKeyboard(KEYBOARD);
    await expect.poll(() => edgesOf(modal())).toEqual({ top: NOTCH, bottom: SCREEN - KEYBOARD });
    await expect
      .poll(async () => (await edgesOf(write())).bottom)
      .toBeLessThanOrEqual(SCREEN - KEYBOARD);
    await expect
      .poll(async () => (await edgesOf(page.locator('.question-stance-tagging-filter'))).top)
      .toBeGreaterThan(NOTCH);
    await ground.screenshot('phone-tag-modal-keyboard');
    await showKeyboard(0);
    await expect.poll(() => edgesOf(modal())).toEqual({ top: NOTCH, bottom: SCREEN });
  });

  it('knows of a keyboard that is there when it opens', async () => {
    await open();
    await showKeyboard(KEYBOARD);
    await ground.runCommand('tag-note');
    await modal().waitFor();
    await expect.poll(() => edgesOf(modal())).toEqual({ top: NOTCH, bottom: SCREEN - KEYBOARD });
  });
});

describe('the preview of a change to many notes on a phone', () => {
  it('stands between the notch and the home bar, and above the keyboard', async () => {
    await open();
    await ground.runCommand('open-dashboard');
    await page.focus('.question-stance-questions');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('t');
    await page.keyboard.type('挑戰');
    await page.keyboard.press('Enter');
    const modal = page.locator('.question-stance-bulk-modal');
    await modal.waitFor();
    await expect.poll(() => edgesOf(modal)).toEqual({ top: NOTCH, bottom: SCREEN - HOME_BAR });
    await ground.screenshot('phone-bulk-modal');
    await showKeyboard(KEYBOARD);
    await expect.poll(() => edgesOf(modal)).toEqual({ top: NOTCH, bottom: SCREEN - KEYBOARD });
    const start = modal.locator('.mod-cta');
    await expect
      .poll(async () => (await edgesOf(start)).bottom)
      .toBeLessThanOrEqual(SCREEN - KEYBOARD);
  });
});

describe('the dashboard on a phone', () => {
  const bar = () => page.locator('.workspace-ribbon');

  it('ends above the bar of buttons, its own bar too', async () => {
    await open();
    await ground.runCommand('open-dashboard');
    await page.focus('.question-stance-questions');
    await page.keyboard.press('Control+a');
    const selection = page.locator('.question-stance-selection-bar');
    await selection.waitFor();
    const { top } = await edgesOf(bar());
    await expect.poll(async () => (await edgesOf(selection)).bottom).toBeLessThanOrEqual(top);
    await ground.screenshot('phone-dashboard-selection');
    await page.keyboard.press('Escape');
    const last = page.locator('.question-stance-question', { hasText: '第 39 個' });
    // The list grows while its rows are measured.
    await expect
      .poll(async () => {
        await page.locator('.question-stance-dashboard').evaluate((scroller) => {
          scroller.scrollTop = scroller.scrollHeight;
        });
        return (await last.isVisible()) ? (await edgesOf(last)).bottom : SCREEN;
      })
      .toBeLessThanOrEqual(top);
    await ground.screenshot('phone-dashboard-end');
  });
});

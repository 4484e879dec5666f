// Windows with little room, on the built plugin: a phone's, and those of a page at 200 % and 300 %. Whatever
// can be pressed is in sight, or comes into sight by the wheel.
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';
import { openInSidebar } from './harness/sidebar.ts';

const AT_200 = { width: 640, height: 400 };
const AT_300 = { width: 427, height: 267 };

const NOTE = 'Essays/Quiet rooms.md';

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions): Promise<void> {
  ground = await openPlayground({ vault: 'sample-vault', ...options });
  page = ground.page;
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

/** Expects in the end what is not so at once: a browser on a busy machine takes its time. */
function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 10_000 });
}

/** What can be pressed in `part` and has no place in the window where a press would reach it, by its name. */
function outOfReach(part: Locator): Promise<readonly string[]> {
  return part.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>('button, input, .modal-close-button')]
      .filter((control) => {
        const { left, top, width, height } = control.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return !control.contains(hit);
      })
      .map((control) => control.ariaLabel ?? (control.textContent || control.className)),
  );
}

/** How many of them stand in the window and in `within` from top to bottom. */
async function wholeOnes(of: Locator, within: Locator): Promise<number> {
  const frame = await within.boundingBox();
  const boxes = await Promise.all((await of.all()).map((one) => one.boundingBox()));
  if (!frame) throw new Error('It is not shown.');
  const end = Math.min(frame.y + frame.height, page.viewportSize()?.height ?? 0);
  return boxes.filter((box) => box && box.y >= frame.y && box.y + box.height <= end).length;
}

describe('the preview of another way of writing', () => {
  it.each([
    ['on a phone', { width: 'phone' }],
    ['at 200 %', { viewport: AT_200 }],
  ] as const)('%s keeps head and buttons in sight, and scrolls its list', async (_, options) => {
    await open(options);
    await ground.runCommand('change-format');
    await page.locator('.modal select').first().selectOption({ index: 1 });
    await page.locator('.modal .mod-cta').click();
    const modal = page.locator('.question-stance-bulk-modal');
    await modal.locator('.question-stance-bulk-change').first().waitFor();
    await expect.poll(() => outOfReach(modal.locator('.question-stance-bulk-head'))).toEqual([]);
    await expect.poll(() => outOfReach(modal.locator('.modal-button-container'))).toEqual([]);
    await expect.poll(() => modal.locator('.modal-close-button').isVisible()).toBe(true);
    const list = modal.locator('.question-stance-bulk-list');
    const { top, room, all } = await list.evaluate((element) => ({
      top: element.getBoundingClientRect().top,
      room: element.clientHeight,
      all: element.scrollHeight,
    }));
    expect(top).toBeGreaterThan(0);
    expect(all).toBeGreaterThan(room);
    await list.hover();
    await eventually(async () => {
      await page.mouse.wheel(0, 100);
      return list.evaluate((element) => element.scrollTop);
    }).toBeGreaterThan(100);
  });

  it('gives the question the whole line', async () => {
    await open({});
    await ground.runCommand('change-format');
    await page.locator('.modal select').first().selectOption({ index: 1 });
    await page.locator('.modal .mod-cta').click();
    const change = page.locator('.question-stance-bulk-change').first();
    const text = await change.locator('.question-stance-bulk-text').boundingBox();
    const marks = await change.locator('.question-stance-bulk-marks').boundingBox();
    expect(text?.width).toBeGreaterThan(500);
    expect(marks?.y).toBeGreaterThanOrEqual((text?.y ?? 0) + (text?.height ?? 0));
  });
});

describe('the tag modal', () => {
  it.each(['en', 'zh-TW'] as const)('at 200 % has everything in reach, in %s', async (lang) => {
    await open({ viewport: AT_200, lang });
    await ground.openNote(NOTE);
    await ground.runCommand('tag-note');
    const modal = page.locator('.question-stance-tag-modal');
    const rows = modal.locator('.question-stance-tag-row');
    await rows.first().waitFor();
    await expect.poll(() => outOfReach(modal)).toEqual([]);
    await page.keyboard.press('2');
    await modal.locator('.question-stance-choices-stages').waitFor();
    await expect.poll(() => outOfReach(modal)).toEqual([]);
    await expect
      .poll(() => wholeOnes(rows, modal.locator('.question-stance-tagging-list')))
      .toBeGreaterThan(0);
    await ground.screenshot(`small-tag-modal-${lang}`);
  });

  it('at 300 % brings what is out of sight by the wheel', async () => {
    await open({ viewport: AT_300 });
    await ground.openNote(NOTE);
    await ground.runCommand('tag-note');
    const modal = page.locator('.question-stance-tag-modal');
    await modal.locator('.question-stance-tag-row').first().waitFor();
    await page.keyboard.press('2');
    await modal.locator('.question-stance-choice').first().hover();
    await page.mouse.wheel(0, 1000);
    await eventually(() => outOfReach(modal.locator('.question-stance-tagging-foot'))).toEqual([]);
    await page.mouse.wheel(0, -1000);
    await eventually(() => outOfReach(modal.locator('.question-stance-tagging-head'))).toEqual([]);
  });
});

describe('the review', () => {
  const LONG = `Why ${'does it go on and on without ever coming to what it asks '.repeat(8)}at all?`;
  const NOTES = { 'a.md': `---\ntags: [my-article]\nCheckbox 1: true\n---\n${LONG}\n` };

  it('at 200 % shows stances below a long question, which scrolls', async () => {
    await open({ viewport: AT_200, notes: NOTES });
    await ground.runCommand('review-untagged');
    const picker = page.locator('.question-stance-picker');
    const question = picker.locator('.question-stance-review-question');
    await eventually(() => question.textContent()).toMatch(/^Why/);
    const results = picker.locator('.prompt-results');
    await expect
      .poll(() => wholeOnes(results.locator('.suggestion-item'), results))
      .toBeGreaterThanOrEqual(4);
    await expect.poll(() => outOfReach(picker)).toEqual([]);
    await expect
      .poll(() => question.evaluate((el) => el.scrollHeight > el.clientHeight))
      .toBe(true);
    await ground.screenshot('small-review');
  });
});

describe('the dashboard in a sidebar', () => {
  it('has its colour, sticks out of nothing, and keeps clear of the status bar', async () => {
    await open({ lang: 'zh-TW' });
    await ground.openNote(NOTE);
    await openInSidebar(page, 280);
    const first = page.locator('.question-stance-question').first();
    await first.locator('input').check();
    const bar = page.locator('.question-stance-selection-bar');
    await bar.waitFor();
    await expect.poll(() => outOfReach(bar)).toEqual([]);
    const colorOf = (of: string) =>
      page.locator(of).evaluate((element) => getComputedStyle(element).backgroundColor);
    await expect
      .poll(() => colorOf('.question-stance-filter-bar'))
      .toBe(
        await colorOf('.mod-right-split .workspace-leaf-content[data-type^="question-stance"]'),
      );
    const end = await page
      .locator('.question-stance-questions')
      .evaluate((list) => list.getBoundingClientRect().right);
    const names = await page.locator('.question-stance-article-name').all();
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      await expect
        .poll(() => name.evaluate((el) => el.getBoundingClientRect().right))
        .toBeLessThan(end + 1);
      await expect.poll(() => name.evaluate((el) => el.scrollWidth > el.clientWidth)).toBe(false);
    }
    for (const line of await page.locator('.question-stance-place-line').all()) {
      await expect.poll(() => line.evaluate((el) => el.getClientRects().length)).toBe(1);
    }
    await ground.screenshot('small-sidebar');
  });
});

describe('the dashboard', () => {
  it('keeps the arrow that folds beside the first line of a long title', async () => {
    const title = 'A long title that goes on '.repeat(4).trim();
    const text = '---\ntags: [my-article]\nCheckbox 1: true\n---\nWhy?\n';
    await open({ notes: { [`${title}.md`]: text }, width: 'phone' });
    await ground.runCommand('open-dashboard');
    const fold = await page.locator('.question-stance-twisty').first().boundingBox();
    const [line] = await page
      .locator('.question-stance-note-title')
      .first()
      .evaluate((el) => [...el.getClientRects()].map(({ x, y, bottom }) => ({ x, y, bottom })));
    if (!fold || !line) throw new Error('It is not shown.');
    expect(fold.x + fold.width).toBeLessThanOrEqual(line.x);
    expect(fold.y + fold.height / 2).toBeGreaterThan(line.y);
    expect(fold.y + fold.height / 2).toBeLessThan(line.bottom);
  });

  it('at 200 % lets its tools scroll away', async () => {
    await open({ viewport: AT_200 });
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-question').first().waitFor();
    await page.locator('.question-stance-dashboard').evaluate((scroller) => {
      scroller.scrollTop = 1000;
    });
    const tools = page.locator('.question-stance-filter-bar');
    await eventually(async () => (await tools.boundingBox())?.y).toBeLessThan(0);
  });
});

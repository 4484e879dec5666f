// What is longer, more or the other way round than what ships: it fits, and stays beside what it belongs to.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { ARTICLE, NOTE, openDashboard, turnAround } from './accessibility/surface.ts';
import { expandMatrix } from './harness/matrix.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';
import { openInSidebar } from './harness/sidebar.ts';

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions): Promise<void> {
  ground = await openPlayground(options);
  page = ground.page;
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

const label = (text: string) => ({ en: text });

function stance(id: string, name: string, stages: readonly string[]): object {
  return {
    id,
    label: label(name),
    color: 'green',
    stages: stages.map((stage, at) => ({
      id: `s${String(at)}`,
      label: label(stage),
      asks: label('?'),
    })),
  };
}

const dataOf = (...stances: readonly object[]) => ({ version: 1, taxonomy: { stances } });

const LONG_NAMES = [
  ['words', 'What somebody who was there that day would have asked of the people who came later'],
  ['one word', 'Erkenntnistheoretischergewissheitsanspruchsbegründungszusammenhang'],
  ['Chinese', '把這件事情從頭到尾再想一遍並且問一問當時在場的人後來都怎麼看待它這件事'],
] as const;

const TEXT = `${ARTICLE}Why? #question/first/s0\n\nWho? #question/second\n`;

/** What sticks out of the part at a side, in sight. */
function stickingOut(within: string): readonly string[] {
  const part = document.querySelector(within);
  if (!part) throw new Error(`no ${within}`);
  const { left, right } = part.getBoundingClientRect();
  return [...part.querySelectorAll<HTMLElement>('*')]
    .filter((element) => element.offsetParent !== null)
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && (box.right > right + 1 || box.left < left - 1);
    })
    .map((element) => `${element.className}: ${element.textContent.slice(0, 30)}`);
}

describe.each(LONG_NAMES)('a stance’s long name in %s', (_, name) => {
  const options = {
    notes: { 'a.md': TEXT },
    data: dataOf(stance('first', name, ['One', name]), stance('second', 'Short', ['Only'])),
  };

  it('fits a sidebar of 280 px', async () => {
    await open(options);
    await openInSidebar(page, 280);
    await expect.poll(() => page.evaluate(stickingOut, '.question-stance-page')).toEqual([]);
    await expandMatrix(page);
    await expect.poll(() => page.evaluate(stickingOut, '.question-stance-page')).toEqual([]);
    const names = page.locator('.question-stance-stance-label');
    const box = await names.first().boundingBox();
    // Two lines of it, and its number beside it.
    expect(box?.height).toBeLessThan(50);
    const total = await page.locator('.question-stance-stance-total').first().boundingBox();
    expect(total?.x).toBeGreaterThanOrEqual((box?.x ?? 0) + (box?.width ?? 0));
    await ground.screenshot(`fits-sidebar-${name.length}`);
  });

  it('leaves the stages most of a wide pane, and fits the tag modal and the picker', async () => {
    await open(options);
    await openDashboard(ground);
    const width = async (of: string) => (await page.locator(of).first().boundingBox())?.width ?? 0;
    await expect
      .poll(() => width('.question-stance-path'))
      .toBeGreaterThan(0.5 * (await width('.question-stance-matrix')));
    await page.locator('.question-stance-chip-button').first().click();
    await page.locator('.question-stance-pick').first().waitFor();
    await expect.poll(() => page.evaluate(stickingOut, '.question-stance-picker')).toEqual([]);
    await page.keyboard.press('Escape');
    await ground.openNote('a.md');
    await ground.runCommand('tag-note');
    await page.locator('.question-stance-choice').first().waitFor();
    await expect.poll(() => page.evaluate(stickingOut, '.question-stance-tag-modal')).toEqual([]);
  });
});

describe('the paths of a dashboard', () => {
  it('end at one line, also where a stage is alone in its own', async () => {
    await open({
      notes: { 'a.md': TEXT },
      data: dataOf(
        stance('first', 'First', ['One', 'Two', 'Three']),
        stance('second', 'Second', ['Only']),
      ),
    });
    await openDashboard(ground);
    const ends = await page.locator('.question-stance-path').evaluateAll((all) =>
      all.map((path) => {
        const arrows = [...path.querySelectorAll('.question-stance-arrow')];
        return Math.round(arrows.at(-1)?.getBoundingClientRect().right ?? 0);
      }),
    );
    expect(ends).toHaveLength(2);
    expect(new Set(ends).size).toBe(1);
  });
});

describe('sixty tags that no stance knows', () => {
  it('take a line, and say how many more there are', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => `Why ${at}? #question/own/word${at}\n\n`);
    await open({ notes: { 'a.md': `${ARTICLE}${lines.join('')}` } });
    await openDashboard(ground);
    const others = page.locator('.question-stance-other-tags');
    await others.waitFor();
    await expect.poll(() => others.locator('button').count()).toBeLessThan(10);
    await expect.poll(() => others.locator('.is-more').textContent()).toMatch(/5\d/);
    await expect.poll(async () => (await others.boundingBox())?.height).toBeLessThan(70);
  });
});

describe('a picker of 1280 by 820', () => {
  it.each(['Why?', `Why ${'does it go on like this '.repeat(6)}?`])(
    'shows the whole question with no scroll bar: %s',
    async (question) => {
      await open({
        notes: { 'a.md': `${ARTICLE}${question}\n` },
        viewport: { width: 1280, height: 820 },
      });
      await openDashboard(ground);
      await page.locator('.question-stance-chip-button').first().click();
      const shown = page.locator('.question-stance-picker-question');
      await shown.waitFor();
      const heights = await shown.evaluate((el) => [el.scrollHeight, el.clientHeight]);
      expect(heights[0]).toBe(heights[1]);
    },
  );
});

describe('a page from right to left', () => {
  it.each([
    ['the tag modal', '.question-stance-tag-modal', 'tag-note'],
    ['the preview of a change', '.question-stance-bulk-modal', null],
  ] as const)('keeps the title of %s clear of the cross', async (_, modal, command) => {
    await open({ vault: 'sample-vault', width: 'phone' });
    await turnAround(page);
    if (command === null) {
      await openDashboard(ground);
      await page.focus('.question-stance-questions');
      await page.keyboard.press('Control+a');
      await page.keyboard.press('x');
    } else {
      await ground.openNote(NOTE);
      await ground.runCommand(command);
    }
    await page.locator(modal).waitFor();
    const cross = await page.locator(`${modal} .modal-close-button`).boundingBox();
    const texts = await page.locator(`${modal} .modal-title`).evaluate((title) => {
      const range = document.createRange();
      range.selectNodeContents(title);
      return [...range.getClientRects()].map(({ left, right, top, bottom }) => ({
        left,
        right,
        top,
        bottom,
      }));
    });
    if (!cross) throw new Error('There is no cross.');
    const under = texts.filter(
      ({ left, right, top, bottom }) =>
        right > cross.x &&
        left < cross.x + cross.width &&
        bottom > cross.y &&
        top < cross.y + cross.height,
    );
    expect(under).toEqual([]);
  });

  it('lets each text have its own direction', async () => {
    await open({ notes: { 'a.md': `${ARTICLE}למה זה כך?\n\nWhy?\n` } });
    await openDashboard(ground);
    const directions = await page
      .locator('.question-stance-question-text > [dir="auto"]')
      .evaluateAll((all) => all.map((text) => getComputedStyle(text).direction));
    expect([...directions].sort()).toEqual(['ltr', 'rtl']);
  });
});

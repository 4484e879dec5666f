// The matrix collapsed to one line on the built plugin: by itself where the first question would be off the first screen, by a
// press, and as it was left.
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';
import { openInSidebar } from './harness/sidebar.ts';

const HEAD = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
const NOTES = {
  '頂尖的研究者和訪問者都問什麼問題.md': `${HEAD}## 算力瓶頸

如果現在回到了「研究年代」，但即使是驗證一個想法也需要巨大的算力，SSI 如何在資源不如大廠的情況下競爭？ #question/outward/limits

這背後的考量是什麼？ #question/inward/difference

是多少？
`,
  'talk.md': `${HEAD}How would anyone know? #question/outward/philosophy\n`,
};

const label = (en: string, zh: string) => ({ en, 'zh-TW': zh, zh });
const stage = (id: string, en: string, zh: string) => ({
  id,
  label: label(en, zh),
  asks: label('', ''),
});
const THREE = {
  version: 1,
  taxonomy: {
    stances: [
      {
        id: 'inward',
        color: 'blue',
        label: label('Digging inward', '向內挖掘'),
        stages: [
          stage('anomaly', 'Observed anomaly', '觀察異常'),
          stage('difference', 'Fundamental difference', '根本差異'),
          stage('direction', 'New direction', '新研究方向'),
        ],
      },
      {
        id: 'outward',
        color: 'orange',
        label: label('Bridging outward', '向外架橋'),
        stages: [
          stage('definition', 'Clarify the definition', '釐清定義'),
          stage('analogy', 'Build an analogy', '建立類比'),
          stage('limits', 'Test against real limits', '挑戰現實限制'),
          stage('philosophy', 'Ultimate philosophy', '探討終極哲學'),
        ],
      },
      {
        id: 'around',
        color: 'green',
        label: label('Looking around', '環顧四周'),
        stages: [stage('who', 'Who else', '還有誰'), stage('where', 'Where else', '還有哪裡')],
      },
    ],
  },
};

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: NOTES, data: THREE, ...options });
  page = ground.page;
}

async function openInTab(): Promise<Locator> {
  await ground.runCommand('open-dashboard');
  const pane = page.locator('.question-stance-dashboard');
  await pane.locator('.question-stance-question').first().waitFor();
  return pane;
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

const isCollapsed = async (pane: Locator): Promise<boolean> =>
  (await pane.locator('.question-stance-matrix-toggle').getAttribute('aria-expanded')) === 'false';
const matrix = (pane: Locator) => pane.locator('.question-stance-matrix');

/** Whether all of it is in sight, below nothing. */
function isInSight(part: Locator): Promise<boolean> {
  return part.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const at = (x: number, y: number) => element.contains(document.elementFromPoint(x, y));
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return at(x, top + 2) && at(x, y) && at(x, bottom - 2);
  });
}

describe('the matrix collapses by itself', () => {
  it.each([
    ['a phone', 'light', 'zh-TW'],
    ['a phone', 'dark', 'en'],
    ['a sidebar of 330 px', 'light', 'en'],
    ['a sidebar of 330 px', 'dark', 'zh'],
  ] as const)('on %s (%s, %s), search and first question in sight', async (where, theme, lang) => {
    const isPhone = where === 'a phone';
    await open({ theme, lang, width: isPhone ? 'phone' : 'desktop', foot: 'hidden' });
    const pane = isPhone ? await openInTab() : await openInSidebar(page, 330);
    await expect.poll(() => isCollapsed(pane)).toBe(true);
    await expect.poll(() => isInSight(pane.locator('.question-stance-search-input'))).toBe(true);
    const first = pane.locator('.question-stance-question .question-stance-question-text').first();
    await expect.poll(() => isInSight(first)).toBe(true);
    const line = await matrix(pane).boundingBox();
    expect(line?.height).toBeLessThanOrEqual(50);
    await pane.locator('.question-stance-matrix-toggle').click();
    await expect.poll(() => pane.locator('.question-stance-arrow').count()).toBe(9);
  });

  it('not where there is room, and again where there is none any more', async () => {
    await open({ foot: 'hidden' });
    const pane = await openInTab();
    await expect.poll(() => isCollapsed(pane)).toBe(false);
    await expect
      .poll(() => isInSight(pane.locator('.question-stance-question').first()))
      .toBe(true);
    await page.setViewportSize({ width: 1280, height: 420 });
    await expect.poll(() => isCollapsed(pane)).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(() => isCollapsed(pane)).toBe(false);
  });
});

it('a press collapses and expands it, heard and by keys; how it was left is remembered', async () => {
  await open();
  const pane = await openInTab();
  const toggle = pane.locator('.question-stance-matrix-toggle');
  await expect.poll(() => toggle.getAttribute('aria-label')).toBe('Questions by stance and stage');
  await toggle.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => isCollapsed(pane)).toBe(true);
  await expect.poll(() => pane.locator('.question-stance-arrow').count()).toBe(0);
  await expect
    .poll(() => toggle.getAttribute('aria-label'))
    .toBe(
      'Questions by stance and stage\nDigging inward: 1 question\nBridging outward: 2 questions\nLooking around: 0 questions',
    );
  await expect
    .poll(() => toggle.evaluate((button) => button === document.activeElement))
    .toBe(true);
  await page.getByRole('tab', { name: 'Question dashboard' }).getByLabel('Close').click();
  const again = await openInTab();
  await expect.poll(() => isCollapsed(again)).toBe(true);
  await again.locator('.question-stance-matrix-toggle').click();
  await expect.poll(() => isCollapsed(again)).toBe(false);
  // Small panes are remembered by themselves.
  const side = await openInSidebar(page, 330);
  await expect.poll(() => isCollapsed(side)).toBe(true);
});

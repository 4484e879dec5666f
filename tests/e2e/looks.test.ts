// How the parts look, in both themes, all languages and at a phone's width: nothing is cut off at the side,
// and text in a stance's colours has the contrast it needs. `SCREENSHOTS=<folder>` saves the pictures.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { PROJECT } from './harness/build-once.ts';
import { CONTRAST, faintTexts } from './harness/faint-texts.ts';
import { expandMatrix } from './harness/matrix.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const INTERVIEW = 'Interviews/Mara Lindqvist on giving a river back.md';

type Look = Required<Pick<PlaygroundOptions, 'theme' | 'lang' | 'width'>>;

const LOOKS: readonly Look[] = [
  { theme: 'light', lang: 'en', width: 'desktop' },
  { theme: 'dark', lang: 'zh-TW', width: 'desktop' },
  { theme: 'light', lang: 'zh', width: 'phone' },
  { theme: 'dark', lang: 'en', width: 'phone' },
  { theme: 'light', lang: 'zh-TW', width: 'phone' },
];

/** Behind the list and the comparison, and what each has that no other has. */
const VIEWS = [
  ['matrix', '.question-stance-matrix.is-large'],
  ['path', '.question-stance-note-path.is-large'],
  ['table', '.question-stance-table-row'],
] as const;

let ground: Playground | null = null;

afterEach(async () => {
  await ground?.close();
  ground = null;
});

describe.each(LOOKS)('in $theme, $lang, on a $width', (look) => {
  it('the dashboard fits and can be read', async () => {
    ground = await open(look);
    await ground.runCommand('open-dashboard');
    const cell = ground.page.locator('.question-stance-matrix [data-term="stage:outward/limits"]');
    await expandMatrix(ground.page);
    await cell.waitFor();
    await expect.poll(() => cell.innerText()).toMatch(/[1-9]/);
    await picture(ground, 'dashboard', look);
    await expectReadable(ground.page, '.question-stance-page');
    await cell.click();
    await expect.poll(() => cell.getAttribute('aria-pressed')).toBe('true');
    await expectReadable(ground.page, '.question-stance-page');
    expect(ground.errors).toEqual([]);
  });

  it('each other view of the dashboard fits and can be read', async () => {
    ground = await open(look);
    await ground.runCommand('open-dashboard');
    await ground.page.locator('.question-stance-question').first().waitFor();
    // A phone's table goes beyond the side, inside itself.
    const views = look.width === 'phone' ? VIEWS.slice(0, 2) : VIEWS;
    const switches = ground.page.locator('.question-stance-view-switch button');
    // They are the last ones.
    const first = (await switches.count()) - VIEWS.length;
    for (const [at, [view, sign]] of views.entries()) {
      await switches.nth(first + at).click();
      await ground.page.locator(sign).first().waitFor();
      await picture(ground, `dashboard-${view}`, look);
      await expectReadable(ground.page, '.question-stance-page');
    }
    expect(ground.errors).toEqual([]);
  });

  it('a query in a note fits and can be read', async () => {
    ground = await open(look);
    await ground.openNote('Week in questions.md');
    await ground.page.locator('.question-stance-block .question-stance-question').first().waitFor();
    await picture(ground, 'block', look);
    await expectReadable(ground.page, '.question-stance-block');
    expect(ground.errors).toEqual([]);
  });

  it('a base fits and can be read', async () => {
    ground = await open(look);
    await ground.openNote('Questions.base');
    await ground.page.locator('.question-stance-base .question-stance-question').first().waitFor();
    await picture(ground, 'base', look);
    await expectReadable(ground.page, '.question-stance-base');
    expect(ground.errors).toEqual([]);
  });

  it('the tag modal fits and can be read', async () => {
    ground = await open(look);
    await ground.openNote(INTERVIEW);
    await ground.runCommand('tag-note');
    await ground.page.locator('.modal [aria-selected]').first().waitFor();
    await ground.page.locator('.modal .question-stance-chip').first().waitFor();
    await picture(ground, 'modal', look);
    await expectReadable(ground.page, '.question-stance-tag-modal');
    expect(ground.errors).toEqual([]);
  });
});

describe.each(LOOKS.filter(({ width }) => width === 'desktop'))(
  'in $theme, $lang, in a pop-out',
  (look) => {
    it('a note and the dashboard fit and can be read', async () => {
      ground = await open(look);
      await ground.openNote(INTERVIEW);
      const note = await ground.popOut('workspace:open-in-new-window');
      const chip = note.locator('.cm-content .question-stance-inline-chip').first();
      await chip.waitFor();
      await chip.scrollIntoViewIfNeeded();
      await picture(ground, 'popout-note', look, note);
      await expectReadable(note, '.cm-content', '.cm-content [class*="question-stance-"]');
      await ground.page.locator('.mod-root .workspace-tab-header').first().click();
      await ground.runCommand('open-dashboard');
      await ground.page.locator('.question-stance-question').first().waitFor();
      const dashboard = await ground.popOut('workspace:move-to-new-window');
      await dashboard.locator('.question-stance-question').first().waitFor();
      await picture(ground, 'popout-dashboard', look, dashboard);
      await expectReadable(dashboard, '.question-stance-page');
      expect(ground.errors).toEqual([]);
    });
  },
);

describe('the tag modal’s rows', () => {
  it('keep their height and the speaker’s name in one piece when tags are chosen', async () => {
    // What is suggested at the cursor has a line of its own.
    const data = { version: 2, suggest: { mode: 'off' } };
    ground = await openPlayground({ vault: 'sample-vault', data });
    await ground.openNote(INTERVIEW);
    await ground.runCommand('tag-note');
    const rows = ground.page.locator('.question-stance-tag-row');
    await rows.nth(5).waitFor();
    const heights = () =>
      rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
    const before = await heights();
    await ground.page.keyboard.press('Home');
    for (const key of ['1', '1', '1', '2', '1', '3', '2', '3']) {
      await ground.page.keyboard.press(key);
    }
    await expect.poll(() => ground?.page.locator('.is-pending').count()).toBe(3);
    // The foot has more to say by now, and so fewer of the rows are in sight.
    const after = await heights();
    expect(after.length).toBeGreaterThan(8);
    expect(after).toEqual(before.slice(0, after.length));
    const names = await ground.page
      .locator('.question-stance-tag-meta')
      .evaluateAll((all) => all.map((name) => name.getClientRects().length));
    expect(new Set(names)).toEqual(new Set([1]));
  });
});

function open(look: Look): Promise<Playground> {
  return openPlayground({ vault: 'sample-vault', ...look });
}

async function picture(
  playground: Playground,
  part: string,
  look: Look,
  of = playground.page,
): Promise<void> {
  const name = `${part}-${look.theme}-${look.lang}${look.width === 'phone' ? '-phone' : ''}`;
  // The pointer and what is being faded in would make two pictures of one state differ.
  await of.mouse.move(0, 0);
  await of.waitForTimeout(300);
  const path = await playground.screenshot(name, of);
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined) return;
  mkdirSync(join(PROJECT, folder), { recursive: true });
  cpSync(path, join(PROJECT, folder, `${name}.png`));
}

/** `texts`: the plugin's own, where the host draws others beside them. */
async function expectReadable(page: Page, within: string, texts = within): Promise<void> {
  // Colours on their way to others are nobody's colours yet. A cursor blinks for ever.
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    return Promise.allSettled(ending.map(({ finished }) => finished));
  });
  await expect.poll(() => page.evaluate(cutOffAtTheSide, within)).toEqual([]);
  await expect.poll(() => page.evaluate(faintTexts, [texts, CONTRAST] as const)).toEqual([]);
}

/** Runs in the page: elements that stick out of their part at the side. */
function cutOffAtTheSide(within: string): readonly string[] {
  const part = document.querySelector(within);
  if (!part) throw new Error(`no ${within}`);
  const { right } = part.getBoundingClientRect();
  return [...part.querySelectorAll<HTMLElement>('*')]
    .filter((element) => element.offsetParent !== null)
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.right > right + 1;
    })
    .map((element) => `${element.className}: ${element.textContent}`);
}

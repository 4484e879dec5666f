// With the system's forced colours all grounds are painted alike and shadows are gone: what has the keyboard, what
// is chosen and what is open can be told from the rest by their pixels all the same.
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { NOTE, openDashboard } from './accessibility/surface.ts';
import { pictureOf, pixelsApart, placeOf, type Place } from './harness/pixels.ts';
import { openPlayground, type Playground } from './harness/playground.ts';

/** The least that can be seen: one side of a line around a small thing. */
const SEEN = 20;

let ground: Playground;
let page: Page;

async function open(): Promise<void> {
  ground = await openPlayground({ vault: 'sample-vault' });
  page = ground.page;
  await page.emulateMedia({ forcedColors: 'active' });
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

/** Does the deed, which is to make something in the place clearly lighter or darker, and nothing beside it. */
async function expectSeen(what: string, place: Place, deed: () => Promise<unknown>): Promise<void> {
  const before = await pictureOf(page, place);
  await deed();
  await page.mouse.move(0, 0);
  const pixels = async () => pixelsApart(page, before, await pictureOf(page, place));
  await expect.poll(pixels, { message: what }).toBeGreaterThanOrEqual(SEEN);
}

const press = (key: string) => () => page.keyboard.press(key);

/** Presses the button, and takes the keyboard's ring away from it. */
async function choose(button: Locator): Promise<void> {
  await button.click();
  await button.evaluate((element) => (element as HTMLElement).blur());
}

/** The strip along the side at which a list begins, beside two rows. */
async function sideOf(list: Locator, from: Locator, to: Locator): Promise<Place> {
  const [all, first, last] = [await placeOf(list), await placeOf(from), await placeOf(to)];
  return { x: all.x - 3, y: first.y, width: 6, height: last.y + last.height - first.y };
}

describe('with forced colours one sees', () => {
  it('the dashboard’s cursor, focus, selection and choices, and the path of a note', async () => {
    await open();
    await openDashboard(ground);
    const list = page.locator('.question-stance-questions');
    const rows = page.locator('.question-stance-question');
    await page.locator('.question-stance-view-switch button').last().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const side = await sideOf(list, rows.nth(1), rows.nth(3));
    await expectSeen('that the list loses the keyboard', side, press('Shift+Tab'));
    await expectSeen('that the list gets the keyboard', side, press('Tab'));
    const row = await placeOf(page.locator('.question-stance-question.is-active'));
    await expectSeen('that the cursor leaves', row, press('ArrowDown'));
    await expectSeen('that the cursor comes', row, press('ArrowUp'));
    await expectSeen('that a row is selected', row, press(' '));
    await press('ArrowDown')();
    await expectSeen(
      'that a row without the cursor is not selected any more',
      row,
      press('Escape'),
    );

    const scope = page.locator('.question-stance-notes-switch button');
    const place = await placeOf(scope.last());
    await expectSeen('which notes are shown', place, () => choose(scope.last()));
    await expectSeen('which notes are not shown', place, () => choose(scope.first()));
    for (const name of ['stance-name', 'arrow', 'small-cell']) {
      const button = page.locator(`.question-stance-${name}`).first();
      await expectSeen(`a chosen ${name}`, await placeOf(button), () => choose(button));
      await page.locator('.question-stance-clear-all').click();
      await page.locator('.question-stance-clear-all').waitFor({ state: 'detached' });
    }

    const [asked, missing] = ['.is-asked', ':not(.is-asked)'].map((which) =>
      page.locator(`.question-stance-note-path .question-stance-path-stage${which}`).first(),
    );
    if (!asked || !missing) throw new Error('no stages');
    // The list may still be on its way back from what was chosen.
    const apart = async (): Promise<number> => {
      const shown = await pictureOf(page, await placeOf(asked));
      return pixelsApart(page, shown, await pictureOf(page, await placeOf(missing)));
    };
    await expect.poll(apart, { message: 'which stages are asked' }).toBeGreaterThanOrEqual(SEEN);
  });

  it('the tag modal’s cursor, focus and selection, the stance that is open and what is chosen', async () => {
    await open();
    await ground.openNote(NOTE);
    await ground.runCommand('tag-note');
    const list = page.locator('.question-stance-tagging-list');
    const rows = page.locator('.question-stance-tag-row');
    await rows.nth(5).waitFor();
    await page.keyboard.press('Home');
    const row = await placeOf(rows.first());
    const side = await sideOf(list, rows.nth(2), rows.nth(4));
    await expectSeen('that the list loses the keyboard', side, press('Tab'));
    await expectSeen('that the list gets the keyboard', side, press('Shift+Tab'));
    await expectSeen('that the cursor leaves', row, press('ArrowDown'));
    await expectSeen('that the cursor comes', row, press('ArrowUp'));
    await expectSeen('that a row is selected', row, press(' '));
    await page.keyboard.press('Escape');

    const stance = page.locator('.question-stance-choice.is-stance').first();
    await expectSeen('the stance that is open', await placeOf(stance), press('1'));
    // The first question has the first of these stages. The grounds beside their keys are looked at.
    const stages = page.locator('.question-stance-choices-stages .question-stance-choice');
    const grounds = [await placeOf(stages.nth(0)), await placeOf(stages.nth(1))].map(({ x, y }) =>
      pictureOf(page, { x: x + 1, y: y + 8, width: 6, height: 12 }),
    );
    const [has, hasNot] = await Promise.all(grounds);
    if (!has || !hasNot) throw new Error('no stages');
    await expect
      .poll(() => pixelsApart(page, has, hasNot), { message: 'the stage it has' })
      .toBeGreaterThanOrEqual(SEEN);
  });

  it('which choice of a list the keyboard is at', async () => {
    await open();
    await openDashboard(ground);
    await page.locator('.question-stance-chip-button').first().click();
    const picks = page.locator('.question-stance-pick');
    await picks.nth(2).waitFor();
    await expectSeen('the choice of a stance', await placeOf(picks.nth(1)), press('ArrowDown'));
    await page.keyboard.press('Escape');
    await page.locator('.question-stance-tool').first().click();
    const facets = page.locator('.question-stance-facet');
    await facets.nth(2).waitFor();
    await expectSeen('the choice of a filter', await placeOf(facets.nth(1)), press('ArrowDown'));
    await page.keyboard.press('Escape');

    await ground.openNote(NOTE);
    await page.locator('.cm-line', { hasText: '?' }).first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Why? ;;');
    const typed = page.locator('.suggestion-container .question-stance-pick');
    await typed.nth(2).waitFor();
    await expectSeen(
      'the choice behind a question',
      await placeOf(typed.nth(1)),
      press('ArrowDown'),
    );
  });
});

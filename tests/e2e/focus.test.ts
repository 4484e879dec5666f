// Who goes by the keyboard sees where they are: every stop of the Tab key has a ring that stands out from the
// page, in both themes, and the list shows the row that the keys will act on.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

/** The least contrast of what is not text, by the web's accessibility guidelines (1.4.11, level AA). */
const CONTRAST = 3;

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
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

interface Stop {
  readonly name: string;
  /** The contrast of its ring with what is around it, or null where it has none. */
  readonly contrast: number | null;
}

/** Runs in the page: what has the focus. A clipped arrow has its ring around its number. */
function readStop(): Stop {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('no canvas to read colours with');
  const luminanceOf = (colors: readonly string[]): number => {
    canvas.clearRect(0, 0, 1, 1);
    for (const color of colors) {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const element = document.activeElement;
  if (!element) throw new Error('nothing has the focus');
  const around: string[] = [];
  const inner = element.classList.contains('question-stance-arrow');
  for (let at = inner ? element : element.parentElement; at; at = at.parentElement) {
    around.unshift(getComputedStyle(at).backgroundColor);
  }
  const { boxShadow, outlineStyle, outlineColor } = getComputedStyle(
    inner ? (element.querySelector('b') ?? element) : element,
  );
  const shadow = /^(?:rgb|hsl|color)[^)]*\)(?= 0px 0px 0px [1-9])/.exec(
    boxShadow.split(/, (?=rgb|hsl|color)/).at(-1) ?? '',
  );
  const ring = outlineStyle === 'none' ? shadow?.[0] : outlineColor;
  const pair = ring && [luminanceOf(around), luminanceOf([...around, ring])];
  return {
    name: `${element.className.trim()} ${element.textContent.slice(0, 20)}`,
    contrast: pair ? (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05) : null,
  };
}

/** The Tab key's stops from where the focus is, until `last` is one. */
async function stopsUntil(last: string): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let count = 0; count < 60; count++) {
    stops.push(await page.evaluate(readStop));
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), last)) {
      return stops;
    }
  }
  throw new Error(`${last} is no stop.`);
}

function faint(stops: readonly Stop[]): readonly Stop[] {
  return stops.filter(({ contrast }) => contrast === null || contrast < CONTRAST);
}

const list = '.question-stance-questions';

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it('every button of the dashboard has a ring', async () => {
    await open({ theme });
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-matrix [data-term="is:untagged"]').click();
    await page.locator('.question-stance-search-input').fill('a');
    await page.locator('.question-stance-filter-chip').nth(1).waitFor();
    await page.locator('.question-stance-question input').first().check();
    await page.locator('.question-stance-selection-bar').waitFor();
    await page.locator('.question-stance-notes-switch button').nth(1).focus();
    await page.keyboard.press('Shift+Tab');
    const stops = await stopsUntil(list);
    // The box to type in has the host's own look, and the cursor that blinks in it.
    expect(faint(stops).filter(({ name }) => !name.includes('search-input'))).toEqual([]);
    expect(stops.length).toBeGreaterThan(15);
    await page.locator('.question-stance-selection-bar .mod-cta').focus();
    const bar = await stopsUntil('body, .question-stance-bare-button');
    await expect.poll(async () => faint([...bar, await page.evaluate(readStop)])).toEqual([]);
  });

  it('every choice of the tag modal has one, the pressed one too', async () => {
    await open({ theme });
    await ground.openNote('Essays/Quiet rooms.md');
    await ground.runCommand('tag-note');
    await page.locator('.modal [aria-selected]').first().waitFor();
    // To a question that has a tag.
    await page.keyboard.press('Home');
    await page.locator('.question-stance-choice.is-pressed').first().waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(async () => faint(await stopsUntil('.mod-cta'))).toEqual([]);
  });
});

describe('the list of the dashboard', () => {
  const scrolled = () => page.locator('.question-stance-dashboard').evaluate((el) => el.scrollTop);
  const active = () => page.locator(`${list} .is-active`);

  it('shows where the keys go on from, and moves nothing, when Tab comes to it', async () => {
    await open();
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-question').first().waitFor();
    await page.locator('.question-stance-view-switch button').last().focus();
    await page.keyboard.press('Tab');
    await eventually(() => active().textContent()).toMatch(/^Quiet rooms/);
    await expect.poll(() => scrolled()).toBe(0);
  });

  it('goes on from what is in sight where it was scrolled to', async () => {
    await open();
    await ground.runCommand('open-dashboard');
    const rows = page.locator('.question-stance-question');
    await rows.first().hover();
    await page.mouse.wheel(0, 700);
    await eventually(scrolled).toBe(700);
    await page.locator('.question-stance-view-switch button').last().focus();
    await page.keyboard.press('Tab');
    await active().waitFor();
    await expect.poll(() => scrolled()).toBe(700);
    const bar = await page.locator('.question-stance-filter-bar').boundingBox();
    const at = await active().boundingBox();
    expect(at?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    // What had the cursor comes back into sight, not the list's first row.
    const name = await active().textContent();
    await page.keyboard.press('Shift+Tab');
    await page.locator('.question-stance-dashboard').evaluate((el) => (el.scrollTop = 0));
    await page.keyboard.press('Tab');
    await eventually(scrolled).toBeGreaterThan(200);
    await expect.poll(() => active().textContent()).toBe(name);
  });
});

// What is asked after what, on the dashboard: numbers against those counted by hand, a pressed pair, keys, boxes that are
// measured, narrow panes, paper, and what goes out of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { turnAround } from './accessibility/surface.ts';
import { faultsWithin } from './harness/axe.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const VIEW = '.question-stance-transitions';
const NUMBER = '.question-stance-map-number';

const STAGES: Readonly<Record<string, string>> = {
  A: 'inward/anomaly',
  D: 'inward/difference',
  N: 'inward/direction',
  C: 'outward/definition',
  B: 'outward/analogy',
  L: 'outward/limits',
  P: 'outward/philosophy',
};

/** A question a letter; a dot is an untagged one. */
function asked(letters: string): string {
  return Array.from(letters)
    .map((letter, at) => {
      const stage = STAGES[letter];
      return `Why would ${letter}.${String(at)} hold?${stage ? ` #question/${stage}` : ''}\n`;
    })
    .join('\n');
}

const HEAD = '---\ntags: [my-article]\nCheckbox 1: true\n';

/** One question of nobody, then two who ask below a heading of their own. */
const INTERVIEW = `${HEAD}askers: [Ilya Sutskever, Dwarkesh Patel]\n---\n\n${asked('A')}
## What Ilya asks\n\n${asked('AD.DNADN')}
## What Dwarkesh asks\n\n${asked('CBLC.BP')}`;

/** Twelve times one and the other: 23 steps, each way where about five or six would be expected. */
const TURNS = `${HEAD}---\n\n${asked('AD'.repeat(12))}`;

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: { 'Interviews/one.md': INTERVIEW }, ...options });
  page = ground.page;
}

async function show(options: PlaygroundOptions = {}): Promise<void> {
  await open(options);
  await ground.runCommand('open-dashboard');
  await page.locator('.question-stance-view-switch button').nth(2).click();
  await page.locator(`${VIEW} .question-stance-compare-tools`).waitFor();
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

/** The rows of the table, each as its cells; the last is «All». */
const table = () =>
  page.locator('.question-stance-pairs').evaluate((grid) =>
    Array.from(grid.querySelectorAll('[role="row"]'))
      .slice(1)
      .map((row) =>
        Array.from(row.querySelectorAll<HTMLElement>('[role="rowheader"], [role="gridcell"]'))
          .map((each) => each.innerText.replace(/\s+/g, ' ').trim())
          .join(' | '),
      ),
  );
const sentences = () => page.locator('.question-stance-pairs-side > p').innerText();
const choose = async (name: string) => {
  await page.getByRole('button', { name: 'Next within' }).click();
  await page.locator('.menu-item', { hasText: new RegExp(`^${name}`) }).click();
};
const pair = (name: string) =>
  page.locator('.question-stance-pairs button').filter({ hasText: name });
/** Those of the list's only group. */
const questions = async () =>
  Number(await page.locator('.question-stance-questions').getAttribute('aria-rowcount')) - 1;
const chips = () => page.locator('.question-stance-filter-chip').allInnerTexts();

const [A, D, N] = ['Observed anomaly', 'Fundamental difference', 'New direction'] as const;
const [C, B, L, P] = [
  'Clarify the definition',
  'Build an analogy',
  'Test against real limits',
  'Ultimate philosophy',
] as const;

describe('what is asked after what', () => {
  it('counts what was counted by hand, within a note, a section, and one asker’s run', async () => {
    await show();
    // A·AD.DNADN·CBLC.BP: 14 tagged questions.
    const within = [
      `${A} → ${D} | 2 | 0.5 | +1.5 few`,
      `${D} → ${N} | 2 | 0.5 | +1.5 few`,
      `${C} → ${B} | 2 | 0.3 | +1.7 few`,
      `${D} ↻ stays | 1 | 0.7 | +0.3 few`,
      `${N} → ${A} | 1 | 0.3 | +0.7 few`,
      `${L} → ${C} | 1 | 0.2 | +0.8 few`,
      `${B} → ${L} | 1 | 0.2 | +0.8 few`,
      `${B} → ${P} | 1 | 0.2 | +0.8 few`,
    ];
    const inNote = [
      ...within,
      `${A} ↻ stays | 1 | 0.5 | +0.5 few`,
      `${N} → ${C} | 1 | 0.3 | +0.7 few`,
    ];
    await expect.poll(async () => (await table()).at(-1)).toBe('All | 13');
    const names = (rows: readonly string[]) =>
      rows.map((row) => row.split(' | ').slice(0, 2)).sort();
    expect(names(await table())).toEqual(names([...inNote, 'All | 13']));
    expect(await table()).toContain(`${C} → ${B} | 2 | 0.3 | +1.7 few`);
    expect(await table()).toContain(`${A} ↻ stays | 1 | 0.5 | +0.5 few`);
    expect(await sentences()).toContain(
      '14 tagged questions: 13 steps. Before 1 nothing was asked there.',
    );
    await choose('a section');
    await expect.poll(async () => (await table()).at(-1)).toBe('All | 11');
    expect(names(await table())).toEqual(names([...within, 'All | 11']));
    expect(await sentences()).toContain(
      '14 tagged questions: 11 steps. Before 3 nothing was asked there.',
    );
    await choose('one asker');
    await expect.poll(sentences).toContain('1 question is nobody’s, and in no run.');
    expect(names(await table())).toEqual(names([...within, 'All | 11']));
    expect(await sentences()).toContain('Before 2 nothing was asked there.');
    // What is drawn says the same numbers.
    await expect
      .poll(async () => (await page.locator(NUMBER).allInnerTexts()).sort().join(' '))
      .toBe('1 1 1 1 1 2 2 2');
  });

  it('says what differs from chance where five or more are expected, seen or not', async () => {
    await show({ notes: { 'turns.md': TURNS } });
    await expect
      .poll(async () => [...(await table())].sort())
      .toEqual(
        [
          `${A} → ${D} | 12 | 6.3 | ▲ +5.7`,
          `${D} → ${A} | 11 | 5.3 | ▲ +5.7`,
          `${A} ↻ stays | 0 | 5.7 | ▼ −5.7`,
          `${D} ↻ stays | 0 | 5.7 | ▼ −5.7`,
          'All | 23',
        ].sort(),
      );
    await expect
      .poll(async () => (await page.locator(NUMBER).allInnerTexts()).sort())
      .toEqual(['▲11', '▲12', '▼0', '▼0']);
    // What is never seen lists nothing.
    const never = pair('stays').first();
    expect(await never.getAttribute('aria-label')).toBe(
      `${A} ↻ stays\nNever seen\nIf what came before made no difference: about 5.7\nClearly less often`,
    );
    await never.click({ force: true });
    await expect.poll(chips).toEqual([]);
    await expect.poll(questions).toBe(24);
  });

  it('lists what a pressed pair counts, and stays as it is; pressed again it lists all', async () => {
    await show();
    await choose('one asker');
    await expect.poll(async () => (await table()).at(-1)).toBe('All | 11');
    const before = await table();
    await pair(`→ ${N}`).click();
    // Below a header for the asker.
    await expect.poll(questions).toBe(2);
    expect(await chips()).toEqual([
      `After: Digging inward › ${D}, by the same asker`,
      `Digging inward › ${N}`,
    ]);
    expect(await table()).toEqual(before);
    await expect.poll(() => pair(`→ ${N}`).getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => page.locator(`${NUMBER}[aria-pressed="true"]`).innerText()).toBe('2');
    // It stays pressed where something else is looked through.
    await choose('a note');
    await expect.poll(chips).toEqual([`After: Digging inward › ${D}`, `Digging inward › ${N}`]);
    await expect.poll(() => pair(`→ ${N}`).getAttribute('aria-pressed')).toBe('true');
    await page.locator(`${NUMBER}[aria-pressed="true"]`).click();
    await expect.poll(chips).toEqual([]);
    // The lines themselves can be pressed, too.
    await page.locator('.question-stance-map-link.is-stay circle').first().click({ force: true });
    await expect.poll(async () => (await chips()).length).toBe(2);
  });

  it('is gone through by arrow keys, map and table, with what the pointer would be told', async () => {
    await show();
    await page.locator(NUMBER).first().waitFor();
    await page.locator(`${NUMBER}[tabindex="0"]`).focus();
    const at = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.link);
    const tip = page.locator('.question-stance-compare-tip');
    const walked = new Set<string | undefined>();
    await page.keyboard.press('Home');
    await expect.poll(() => tip.count()).toBe(1);
    const count = await page.locator(NUMBER).count();
    for (let step = 0; step < count; step++) {
      walked.add(await at());
      const before = await at();
      await page.keyboard.press('ArrowRight');
      if (step < count - 1) await expect.poll(at).not.toBe(before);
    }
    expect(walked.size).toBe(count);
    expect(await tip.innerText()).toMatch(/ of the \d+ steps? from there\n/);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.locator(`${NUMBER}[tabindex="0"]`).count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => tip.count()).toBe(0);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await chips()).length).toBe(2);
    await expect.poll(() => page.locator(`${NUMBER}:focus`).count()).toBe(1);
    const row = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.row);
    await page.locator('.question-stance-pairs [data-row="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(row).toBe('1');
    await page.keyboard.press('End');
    await expect.poll(row).toBe('9');
    await page.keyboard.press('ArrowDown');
    await expect.poll(row).toBe('9');
    await page.keyboard.press('Home');
    await expect.poll(row).toBe('0');
  });

  it.each([
    ['the table', '.question-stance-pairs button'],
    ['the map', NUMBER],
  ])('keeps the keyboard at its pair in %s while others come and it goes', async (_name, pairs) => {
    const note = (letters: string) => `${HEAD}---\n\n${asked(letters)}`;
    await show({ notes: { 'a.md': note('ADADADADADADNCBLP') } });
    const names = () =>
      page
        .locator(pairs)
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')?.split('\n')[0]));
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.split('\n'));
    const told = async () =>
      (await page.locator('.question-stance-compare-tip').innerText()).split('\n');
    // Away from lines that may come below the pointer.
    await page.mouse.move(0, 0);
    await page.locator(`${pairs}[tabindex="0"]`).focus();
    await page.keyboard.press('Home');
    await page
      .locator(pairs)
      .and(page.locator(`[aria-label^="${D} → ${A}"]`))
      .focus();
    const before = (await names()).indexOf(`${D} → ${A}`);
    await ground.writeNote('b.md', note('CBCBCBCBCBCBCBCBCBCBCBCB'));
    await expect.poll(async () => (await names()).indexOf(`${D} → ${A}`)).toBeGreaterThan(before);
    await expect.poll(async () => (await focused())?.[0]).toBe(`${D} → ${A}`);
    await expect.poll(async () => (await told()).join('\n')).toBe((await focused())?.join('\n'));
    expect(await page.locator(`${pairs}[tabindex="0"]:focus`).count()).toBe(1);
    // A key goes on from there: beside it, and back.
    const beside = pairs === NUMBER ? ['ArrowRight', 'ArrowLeft'] : ['ArrowDown', 'ArrowUp'];
    await page.keyboard.press(beside[0] ?? '');
    await expect.poll(async () => (await focused())?.[0]).not.toBe(`${D} → ${A}`);
    await page.keyboard.press(beside[1] ?? '');
    await expect.poll(async () => (await focused())?.[0]).toBe(`${D} → ${A}`);
    // It goes: the keyboard is at what stands in its place.
    const at = (await names()).indexOf(`${D} → ${A}`);
    await ground.writeNote('a.md', note('NCBLP'));
    await expect.poll(async () => (await names()).includes(`${D} → ${A}`)).toBe(false);
    await expect
      .poll(async () => (await focused())?.[0])
      .toBe((await names())[Math.min(at, (await names()).length - 1)]);
  });

  it.each([
    ['a pane', { width: 1280, height: 900 }, 'desktop'],
    ['a small pane', { width: 1000, height: 800 }, 'desktop'],
    ['a phone', { width: 390, height: 844 }, 'phone'],
  ] as const)(
    'has no number on anything else, and nothing cut off, in %s',
    async (_name, viewport, width) => {
      await show({ viewport, width, notes: { 'a.md': INTERVIEW, 'b.md': TURNS } });
      await page.locator(NUMBER).first().waitFor();
      const faults = await page.evaluate((number) => {
        const boxOf = (element: Element) => element.getBoundingClientRect();
        const overlap = (one: DOMRect, other: DOMRect) =>
          one.left < other.right - 0.5 &&
          other.left < one.right - 0.5 &&
          one.top < other.bottom - 0.5 &&
          other.top < one.bottom - 0.5;
        const all = (selector: string) => [...document.querySelectorAll(selector)];
        const numbers = all(number);
        const stages = all('.question-stance-map-stage');
        const said: string[] = [];
        numbers.forEach((one, at) => {
          for (const other of numbers.slice(at + 1)) {
            if (overlap(boxOf(one), boxOf(other)))
              said.push(`${one.textContent} ${other.textContent}`);
          }
          for (const stage of stages) {
            if (overlap(boxOf(one), boxOf(stage))) said.push(`${one.textContent} on a stage`);
          }
          // What lies under a number is its own line.
          const { left, right, top, bottom } = boxOf(one);
          const own = one.getAttribute('data-link');
          for (const line of all('.question-stance-map-link > path:not(.is-reach, .is-hollow)')) {
            const of = line.parentElement?.getAttribute('data-line');
            if (of === own || !(line instanceof SVGGeometryElement)) continue;
            const matrix = line.getScreenCTM();
            const length = line.getTotalLength();
            for (let step = 0; matrix && step <= length; step += 2) {
              const { x, y } = line.getPointAtLength(step).matrixTransform(matrix);
              if (x > left && x < right && y > top && y < bottom) {
                said.push(`${one.textContent} on another line`);
                break;
              }
            }
          }
        });
        for (const stage of stages) {
          const box = stage.querySelector('path');
          for (const text of stage.querySelectorAll('text')) {
            if (box && boxOf(text).right > boxOf(box).right)
              said.push(`${text.textContent} is too long`);
          }
        }
        const tooWide = all(
          '.question-stance-transitions :not(.question-stance-map-number)',
        ).filter(
          ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1,
        );
        return [...said, ...tooWide.map(({ className }) => className)];
      }, NUMBER);
      expect(faults).toEqual([]);
      const [map, pairs] = [
        await page.locator('.question-stance-map').boundingBox(),
        await page.locator('.question-stance-pairs').boundingBox(),
      ];
      const isBeside = (pairs?.y ?? 0) < (map?.y ?? 0) + (map?.height ?? 0);
      expect(isBeside).toBe(viewport.width === 1280);
    },
  );

  it('shows the strongest of nine stances of nine stages, says what it leaves out, and lists all', async () => {
    const stances = Array.from({ length: 9 }, (_, stance) => ({
      id: `s${String(stance)}`,
      label: { en: `Stance ${String(stance)}` },
      color: 'green',
      stages: Array.from({ length: 9 }, (__, stage) => ({
        id: `t${String(stage)}`,
        label: { en: `Stage ${String(stance)}${String(stage)}` },
        asks: { en: 'What is it?' },
      })),
    }));
    const taxonomies = [{ id: 'mine', name: { en: 'Mine' }, root: 'question', stances }];
    // 1 → 2 twenty times over, and 162 other steps, no two the same.
    const often = Array.from({ length: 41 }, (_, at) => 1 + (at % 2));
    const seldom = Array.from({ length: 162 }, (_, at) => (at < 81 ? at : (at * 2) % 81));
    const places = [...often, ...seldom];
    const text = places
      .map((at) => `Why? #question/s${String(Math.floor(at / 9))}/t${String(at % 9)}\n`)
      .join('\n');
    await show({
      data: { version: 2, taxonomies, taxonomy: 'mine' },
      notes: { 'a.md': `${HEAD}---\n${text}` },
    });
    const pairs = new Set(places.slice(1).map((to, at) => `${String(places[at])} ${String(to)}`));
    await expect
      .poll(sentences)
      .toMatch(new RegExp(`The map shows \\d+ of ${String(pairs.size)} pairs, \\d+ of 202 steps`));
    expect(await page.locator(NUMBER).allInnerTexts()).toContain('20');
    const drawn = await page.locator(NUMBER).count();
    expect(drawn).toBeGreaterThan(9);
    expect(await sentences()).toContain(`shows ${String(drawn)} of`);
    const grid = page.locator('.question-stance-pairs');
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(pairs.size + 2));
    await page.locator('.question-stance-pairs [data-row="0"]').focus();
    await page.keyboard.press('End');
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset.row))
      .toBe(String(pairs.size - 1));
    expect(await grid.locator('[data-row]').count()).toBeLessThan(60);
  });

  it('stands in a note, where a press opens the dashboard', async () => {
    await open({
      notes: {
        'Interviews/one.md': INTERVIEW,
        'block.md': 'Text.\n\n```question-stance\nview transitions\ngroup by asker\n```\n',
      },
    });
    await ground.openNote('block.md');
    const block = page.locator('.question-stance-block:visible');
    await block.locator(NUMBER).first().waitFor();
    await expect.poll(async () => (await table()).at(-1)).toBe('All | 11');
    await expect.poll(() => block.locator('.question-stance-questions').count()).toBe(0);
    await block.locator('.question-stance-pairs button').first().click();
    await page.locator('.question-stance-dashboard .question-stance-questions').waitFor();
    await expect.poll(async () => (await chips()).length).toBeGreaterThan(1);
  });

  it.each([
    ['zh-TW', '接續', '14 個已標記的問題，共 13 步。', '根本差異 ↻ 停留 | 1 | 0.7 | +0.3 少'],
    ['zh', '接续', '14 个已标记的问题，共 13 步。', '根本差异 ↻ 停留 | 1 | 0.7 | +0.3 少'],
  ] as const)('says so in %s', async (lang, name, sum, row) => {
    await show({ lang });
    await expect
      .poll(() => page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed'))
      .toBe('true');
    await expect.poll(sentences).toContain(sum);
    expect(await table()).toContain(row);
  });

  it('has no fault that axe finds, nor a faint text, in any theme', async () => {
    await show({ notes: { 'a.md': INTERVIEW, 'b.md': TURNS } });
    await page.locator(NUMBER).first().waitFor();
    await page.locator(NUMBER).first().click();
    await page.keyboard.press('ArrowRight');
    expect(await faultsWithin(page, VIEW)).toEqual([]);
  });

  it('is copied as a table and saved as a picture', async () => {
    await show({ notes: { 'turns.md': TURNS } });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const take = async (item: string) => {
      await page.getByRole('button', { name: 'Copy or save the table' }).click();
      await page.locator('.menu-item', { hasText: item }).last().click();
    };
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await take('Copy table as Markdown');
    await expect.poll(copied).toContain(`| ${A} | ${D} | 12 | 6.3 | ▲ +5.7 |`);
    await take('Copy counts as TSV');
    await expect.poll(copied).toContain(`${A}\t${A}\t0\t5.7\t-5.7\n`);
    const saved = () =>
      readdirSync(ground.vaultPath).filter((name) => /^What follows what .*\.svg$/.test(name));
    await take('Save picture (SVG)');
    await expect.poll(() => saved().length).toBe(1);
    const svg = readFileSync(join(ground.vaultPath, saved()[0] ?? ''), 'utf8');
    expect(svg).toContain('>▲12</text>');
    expect(svg).toContain('24 tagged questions: 23 steps.');
  });

  it('stands on paper whole, without what is pressed', async () => {
    await show({ notes: { 'a.md': INTERVIEW, 'b.md': TURNS } });
    await page.locator(NUMBER).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await expect
      .poll(() => page.locator(`${VIEW} .question-stance-compare-tools`).isVisible())
      .toBe(false);
    const style = await page.locator('.question-stance-pairs').evaluate((element) => {
      const { maxHeight, overflowY } = getComputedStyle(element);
      return [maxHeight, overflowY];
    });
    expect(style).toEqual(['none', 'visible']);
  });

  it('turns around where the page is read from the right', async () => {
    await open({ notes: { 'a.md': INTERVIEW, 'b.md': TURNS } });
    await turnAround(page);
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-view-switch button').nth(2).click();
    await page.locator(NUMBER).first().waitFor();
    const sides = await page.evaluate(() => {
      const left = (element: Element | undefined) => element?.getBoundingClientRect().left ?? 0;
      const stages = [...document.querySelectorAll('.question-stance-map-stage path')];
      const words = [...document.querySelectorAll('.question-stance-map-stage')].map((stage) => {
        const box = stage.querySelector('path')?.getBoundingClientRect();
        return Array.from(stage.querySelectorAll('text'), (text) =>
          text.getBoundingClientRect(),
        ).every(({ left: from, right: to }) => box && from > box.left && to < box.right);
      });
      return { stages: stages.slice(0, 3).map(left), words: [...new Set(words)] };
    });
    expect(sides.stages).toEqual([...sides.stages].sort((a, b) => b - a));
    expect(sides.words).toEqual([true]);
  });

  it('says so where nothing follows anything', async () => {
    await show({ notes: { 'a.md': `${HEAD}---\n${asked('A.')}` } });
    await expect.poll(() => page.locator(VIEW).innerText()).toContain('No step yet');
    await expect.poll(questions).toBe(2);
    await choose('one asker');
    await expect.poll(() => page.locator(VIEW).innerText()).toContain('one of an asker’s');
  });
});

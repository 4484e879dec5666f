// The comparison on the dashboard: its numbers against those counted by hand, a pressed cell, two rows told apart, keys,
// narrow panes, long tables, and what goes out of it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { turnAround } from './accessibility/surface.ts';
import { faultsWithin } from './harness/axe.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const COMPARE = '.question-stance-compare';

/** By asker: how many of each stage, as counted by hand. */
const ASKERS: Readonly<Record<string, readonly number[]>> = {
  'Ilya Sutskever': [6, 19, 9, 0, 4, 0, 0],
  'Dwarkesh Patel': [0, 0, 0, 16, 11, 19, 6],
  何靜宜: [9, 8, 6, 2, 4, 0, 0],
};
/** With the one that nobody asks. */
const ALL = [16, 27, 15, 18, 19, 19, 6];
const STAGES = [
  'inward/anomaly',
  'inward/difference',
  'inward/direction',
  'outward/definition',
  'outward/analogy',
  'outward/limits',
  'outward/philosophy',
];

function interview(askers: Readonly<Record<string, readonly number[]>>): string {
  const names = Object.keys(askers);
  const sections = Object.entries(askers).map(([name, counts]) => {
    const questions = counts.flatMap((count, stage) =>
      Array.from(
        { length: count },
        (_, at) =>
          `Why would ${String(stage)}.${String(at)} hold? #question/${STAGES[stage] ?? ''}\n`,
      ),
    );
    return `## ${name}\n\n${questions.join('\n')}`;
  });
  const head = `---\ntags: [my-article]\nCheckbox 1: true\naskers: ${JSON.stringify(names)}\n---\n\n`;
  return `${head}Is it nobody who asks? #question/inward/anomaly\n\n${sections.join('\n')}`;
}

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: { 'Interviews/one.md': interview(ASKERS) }, ...options });
  page = ground.page;
  await ground.runCommand('open-dashboard');
  await page.locator('.question-stance-view-switch button').nth(1).click();
  await page.locator(COMPARE).waitFor();
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

/** A row's cell; the first stage is column 1. */
const cell = (row: string, column: number) =>
  page
    .locator(`${COMPARE}-grid [role="row"]`, {
      has: page.locator(`${COMPARE}-name`, { hasText: new RegExp(`^${row}$`) }),
    })
    .locator(`[data-column="${column}"]`);
const [ILYA, DWARKESH] = ['Ilya Sutskever', 'Dwarkesh Patel'] as const;
const tick = (name: string) => page.getByRole('checkbox', { name, exact: true });
/** Those of the list's only group. */
const questions = async () =>
  Number(await page.locator('.question-stance-questions').getAttribute('aria-rowcount')) - 1;
const sentence = () => page.locator('.question-stance-compare-sentence').innerText();
const table = () =>
  page
    .locator('.question-stance-compare-grid')
    .evaluate((grid) =>
      Array.from(grid.querySelectorAll('[role="row"]')).map((row) =>
        Array.from(row.querySelectorAll<HTMLElement>('[role="rowheader"], [role="gridcell"]')).map(
          (each) => each.innerText.replace(/\s+/g, ' ').trim(),
        ),
      ),
    );

describe('the comparison', () => {
  it('counts what was counted by hand, and its rows add up', async () => {
    await open();
    await page.getByRole('button', { name: 'Count', exact: true }).click();
    await expect.poll(async () => (await table()).length).toBe(6);
    const rows = await table();
    const numbers = (name: string) =>
      rows
        .find(([first]) => first === name)
        ?.slice(1)
        .map((text) => Number(text.replace(/\D/g, '')));
    for (const [name, counts] of Object.entries(ASKERS)) {
      expect(numbers(name)).toEqual([...counts, counts.reduce((sum, count) => sum + count)]);
    }
    expect(numbers('No asker')).toEqual([1, 0, 0, 0, 0, 0, 0, 1]);
    expect(numbers('All')).toEqual([...ALL, 120]);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect.poll(() => cell(ILYA, 2).innerText()).toMatch(/^50%\s*▲\s*19$/);
    await expect.poll(() => cell(ILYA, 4).innerText()).toMatch(/^0\s*▼$/);
    await expect.poll(() => cell(ILYA, 7).innerText()).toBe('0');
  });

  it('lists what a pressed cell counts, and stays as it is; pressed again it lists all', async () => {
    await open();
    const before = await table();
    await cell(ILYA, 2).click();
    await expect.poll(questions).toBe(19);
    await expect.poll(() => cell(ILYA, 2).getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => table()).toEqual(before);
    const chips = page.locator('.question-stance-filter-chip');
    await expect
      .poll(() => chips.allInnerTexts())
      .toEqual(['Asker: Ilya Sutskever', 'Digging inward › Fundamental difference']);
    await cell(DWARKESH, 6).click();
    await expect.poll(questions).toBe(19);
    await expect.poll(() => chips.first().innerText()).toBe('Asker: Dwarkesh Patel');
    await expect.poll(() => table()).toEqual(before);
    await cell(DWARKESH, 6).click();
    await expect.poll(() => chips.count()).toBe(0);
    await cell('No asker', 8).click();
    await expect.poll(questions).toBe(1);
    await expect.poll(() => chips.allInnerTexts()).toEqual(['Lacks: Asker']);
    // Nobody asks there, and nothing is listed.
    await cell(ILYA, 4).click({ force: true });
    await expect.poll(() => chips.allInnerTexts()).toEqual(['Lacks: Asker']);
  });

  it('tells two rows apart in a sentence, and goes on with these two alone', async () => {
    await open();
    await tick('Ilya Sutskever').click();
    await tick('Dwarkesh Patel').click();
    await expect
      .poll(sentence)
      .toContain(
        'Ilya Sutskever asks what Dwarkesh Patel never does: Observed anomaly 6, Fundamental difference 19, New direction 9.',
      );
    await expect
      .poll(() => sentence())
      .toContain(
        'Dwarkesh Patel asks what Ilya Sutskever never does: Clarify the definition 16, Test against real limits 19, Ultimate philosophy 6.',
      );
    await expect.poll(() => sentence()).toContain('Both ask: Build an analogy 4 and 11.');
    const part = (name: string) => page.locator('.question-stance-compare-part', { hasText: name });
    await part('Clarify the definition 16').click();
    await expect.poll(questions).toBe(16);
    await part('11').click();
    await expect.poll(questions).toBe(11);
    await page.getByRole('button', { name: 'Only these two' }).click();
    await expect
      .poll(async () => (await table()).map(([name]) => name).filter(Boolean))
      .toEqual(['Dwarkesh Patel', 'Ilya Sutskever', 'All']);
    await expect.poll(() => cell('All', 8).innerText()).toBe('90');
    await cell(DWARKESH, 5).click();
    await expect.poll(questions).toBe(11);
    await expect.poll(() => cell('All', 8).innerText()).toBe('90');
    // A third one takes the place of the first of two.
    await page.getByRole('button', { name: 'Clear all' }).click();
    await tick('何靜宜').click();
    await expect.poll(sentence).toContain('Dwarkesh Patel asks what 何靜宜 never does');
    await expect.poll(() => tick('Ilya Sutskever').getAttribute('aria-checked')).toBe('false');
  });

  it.each([
    [
      'zh-TW',
      '比較',
      'Ilya Sutskever 問過，Dwarkesh Patel 從未問過：觀察異常 6、根本差異 19、新研究方向 9。',
      '兩者都問：建立類比 4 與 11。',
    ],
    [
      'zh',
      '比较',
      'Ilya Sutskever 问过，Dwarkesh Patel 从未问过：观察异常 6、根本差异 19、新研究方向 9。',
      '两者都问：建立类比 4 与 11。',
    ],
  ] as const)('says so in %s', async (lang, name, alone, both) => {
    await open({ lang });
    await expect
      .poll(() => page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed'))
      .toBe('true');
    await tick('Ilya Sutskever').click();
    await tick('Dwarkesh Patel').click();
    await expect.poll(sentence).toContain(alone);
    await expect.poll(() => sentence()).toContain(both);
  });

  it('is gone through by arrow keys, with what the pointer would be told', async () => {
    await open();
    await cell(ILYA, 1).focus();
    const at = () =>
      page.evaluate(() => {
        const { row, column } = (document.activeElement as HTMLElement).dataset;
        return `${row} ${column}`;
      });
    const tip = page.locator('.question-stance-compare-tip');
    await page.keyboard.press('ArrowRight');
    await expect.poll(at).toBe('1 2');
    await expect
      .poll(() => tip.innerText())
      .toContain('Ilya Sutskever › Fundamental difference\n50% ▲ 19 of 38 questions');
    await page.keyboard.press('Escape');
    await expect.poll(() => tip.count()).toBe(0);
    await page.keyboard.press('Enter');
    await expect.poll(questions).toBe(19);
    await page.keyboard.press('Control+End');
    await expect.poll(at).toBe('4 8');
    await page.keyboard.press('ArrowDown');
    await expect.poll(at).toBe('4 8');
    await page.keyboard.press('Control+Home');
    await expect.poll(at).toBe('0 0');
    await page.keyboard.press('Space');
    await expect.poll(() => tick(DWARKESH).getAttribute('aria-checked')).toBe('true');
    await expect.poll(() => page.locator(`${COMPARE}-grid [tabindex="0"]`).count()).toBe(1);
  });

  it('keeps the keyboard at its cell, and what it is told of it, while rows and columns come and go', async () => {
    const asked = ASKERS[ILYA] ?? [];
    await open();
    await cell(DWARKESH, 2).focus();
    await page.keyboard.press('ArrowDown');
    const told = () => page.locator('.question-stance-compare-tip').innerText();
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.split('\n')[0]);
    await expect.poll(told).toContain('\nIf all asked alike: about 9\n');
    const distance = async () => {
      const place = await page.locator(':focus').boundingBox();
      const tip = await page.locator('.question-stance-compare-tip').boundingBox();
      return Math.round((tip?.y ?? 0) - (place?.y ?? 0) - (place?.height ?? 0));
    };
    const before = await distance();
    // Another program writes a note of one who asks quite otherwise than all others.
    await ground.writeNote('zoe.md', interview({ Zoe: [0, 0, 0, 0, 0, 0, 60] }));
    await expect.poll(async () => (await table())[1]?.[0]).toBe('Zoe');
    await expect.poll(focused).toBe('Ilya Sutskever › Fundamental difference');
    await expect.poll(told).toContain('\nIf all asked alike: about 6\n');
    expect(await distance()).toBe(before);
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe('何靜宜 › Fundamental difference');
    await page.keyboard.press('ArrowUp');
    // A column comes in between, and goes.
    await ground.writeNote(
      'zoe.md',
      `${interview({ Zoe: asked })}\nAnd what of this? #question/inward\n`,
    );
    await expect.poll(async () => (await table())[1]?.length).toBe(10);
    await cell(ILYA, 6).focus();
    await expect.poll(focused).toBe('Ilya Sutskever › Build an analogy');
    await ground.deleteNote('zoe.md');
    await expect.poll(async () => (await table())[1]?.length).toBe(9);
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toBe('Ilya Sutskever › Test against real limits');
    // The row itself goes: the keyboard is at what stands in its place.
    const { [ILYA]: _gone, ...others } = ASKERS;
    await ground.writeNote('Interviews/one.md', interview(others));
    await expect.poll(focused).toBe('何靜宜 › Test against real limits');
    await expect.poll(() => page.locator(`${COMPARE}-grid [tabindex="0"]:focus`).count()).toBe(1);
  });

  it('keeps the keyboard at a row that was scrolled out of sight among a hundred', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [`Asker ${String(100 + at)}`, [1, 0, 0, 1, 0, 0, 0]]),
    );
    await open({ notes: { 'many.md': interview(many) } });
    await cell('Asker 103', 1).focus();
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.split('\n')[0]);
    const grid = page.locator(`${COMPARE}-grid`);
    // A row that has just been gone to is kept in sight for a moment.
    await page.waitForTimeout(300);
    await grid.evaluate((element) => (element.scrollTop = 2500));
    await expect.poll(() => cell('Asker 165', 1).count()).toBe(1);
    await expect.poll(() => cell('Asker 110', 1).count()).toBe(0);
    const top = async () => (await cell('Asker 165', 1).boundingBox())?.y;
    const before = await top();
    await ground.writeNote('zoe.md', interview({ Zoe: [9, 0, 0, 0, 0, 0, 0] }));
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('104');
    await expect.poll(focused).toBe('Asker 103 › Observed anomaly');
    await expect.poll(top).toBe(before);
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe('Asker 104 › Observed anomaly');
  });

  it('tells the keyboard below its cell of it, also when rows above find their height later', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 50 }, (_, at) => [`Asker ${String(100 + at)}`, [1, 0, 0, 1, 0, 0, 0]]),
    );
    await open({ notes: { 'many.md': interview(many) } });
    await cell('Asker 102', 1).focus();
    await page.keyboard.press('ArrowDown');
    const gap = () =>
      page.evaluate(() => {
        const tip = document.querySelector('.question-stance-compare-tip')?.getBoundingClientRect();
        const place = document.activeElement?.getBoundingClientRect();
        return tip && place && Math.round(tip.top - place.bottom);
      });
    await expect.poll(gap).toBe(4);
    const long = `Zoe ${'of a name in several lines '.repeat(4)}`.trim();
    await ground.writeNote('zoe.md', interview({ [long]: [9, 0, 0, 0, 0, 0, 0] }));
    await expect
      .poll(() => page.locator(`${COMPARE}-grid`).getAttribute('aria-rowcount'))
      .toBe('54');
    await expect.poll(gap).toBe(4);
  });

  it('has other rows, in another order, and remembers how it was shown', async () => {
    await open();
    const choose = async (tool: string, item: string) => {
      await page.getByRole('button', { name: tool }).click();
      await page.locator('.menu-item', { hasText: item }).click();
    };
    await choose('Order:', 'Name');
    await page.getByRole('button', { name: 'Count', exact: true }).click();
    await expect
      .poll(async () => (await table()).map(([name]) => name).filter(Boolean))
      .toEqual(['Dwarkesh Patel', 'Ilya Sutskever', '何靜宜', 'No asker', 'All']);
    await choose('Rows:', 'Section');
    await expect
      .poll(async () => (await table()).map(([name]) => name))
      .toContain('Above every heading');
    await cell(ILYA, 2).click();
    await expect.poll(questions).toBe(19);
    await choose('Rows:', 'Folder');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expect
      .poll(async () => (await table()).map(([name]) => name).filter(Boolean))
      .toEqual(['Interviews', 'All']);
    await cell('Interviews', 2).click();
    await expect.poll(questions).toBe(27);
    await ground.reload();
    await expect
      .poll(() =>
        page.getByRole('button', { name: 'Count', exact: true }).getAttribute('aria-pressed'),
      )
      .toBe('true');
    await expect.poll(() => page.getByRole('button', { name: 'Order: Name' }).count()).toBe(1);
  });

  it('draws only the rows in sight of five hundred, and keeps names and heads where they are', async () => {
    const notes = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [
        `note ${String(at + 1)}.md`,
        '---\ntags: [my-article]\nCheckbox 1: true\n---\nWhy? #question/inward/anomaly\n',
      ]),
    );
    await open({ notes });
    await page.getByRole('button', { name: 'Rows:' }).click();
    await page.locator('.menu-item', { hasText: 'Note' }).first().click();
    const grid = page.locator(`${COMPARE}-grid`);
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('502');
    await expect.poll(() => page.locator(`${COMPARE}-list [role="row"]`).count()).toBeLessThan(60);
    await cell('note 1', 1).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowUp');
    const row = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.row);
    await expect.poll(row).toBe('499');
    await expect.poll(() => cell('note 500', 1).isVisible()).toBe(true);
    const [head, around] = [
      await page.locator(`${COMPARE}-head`).first().boundingBox(),
      await grid.boundingBox(),
    ];
    expect((head?.y ?? 0) - (around?.y ?? 0)).toBeLessThan(60);
    await expect.poll(() => cell('All', 8).innerText()).toBe('500');
  });

  it('scrolls nine stances of nine stages sideways under names that stay', async () => {
    const stances = Array.from({ length: 9 }, (_, stance) => ({
      id: `s${String(stance)}`,
      label: { en: `Stance ${String(stance)}` },
      color: 'green',
      stages: Array.from({ length: 9 }, (__, stage) => ({
        id: `t${String(stage)}`,
        label: { en: `Stage ${String(stage)}` },
        asks: { en: 'What is it?' },
      })),
    }));
    const taxonomies = [{ id: 'mine', name: { en: 'Mine' }, root: 'question', stances }];
    await open({
      data: { version: 2, taxonomies, taxonomy: 'mine' },
      notes: {
        'a.md':
          '---\ntags: [my-article]\nCheckbox 1: true\naskers: [Ilya]\n---\nWhy? #question/s0/t0\n\nHow? #question/s8/t8\n',
      },
    });
    await expect.poll(() => page.locator(`${COMPARE}-head`).count()).toBe(81);
    const grid = page.locator(`${COMPARE}-grid`);
    await grid.evaluate((element) => (element.scrollLeft = element.scrollWidth));
    const name = await tick('Ilya').boundingBox();
    const around = await grid.boundingBox();
    expect(Math.abs((name?.x ?? 0) - (around?.x ?? 0))).toBeLessThan(8);
    await expect.poll(() => cell('Ilya', 81).innerText()).toMatch(/50%/);
  });

  it.each([
    ['a phone', { width: 390, height: 844 }, 'phone'],
    ['a sidebar', { width: 330, height: 844 }, 'phone'],
    ['a small pane', { width: 1000, height: 800 }, 'desktop'],
  ] as const)(
    'has a layout of its own on %s, with nothing cut off',
    async (_name, viewport, width) => {
      await open({ viewport, width });
      await tick('Ilya Sutskever').click();
      await tick('Dwarkesh Patel').click();
      const tooWide = await page.evaluate(() =>
        Array.from(document.querySelectorAll<HTMLElement>('.question-stance-compare *'))
          .filter(
            ({ scrollWidth, clientWidth, offsetWidth }) =>
              offsetWidth > 0 && clientWidth > 0 && scrollWidth > clientWidth + 1,
          )
          .map(({ className, innerText }) => `${className}: ${innerText}`),
      );
      expect(tooWide).toEqual([]);
      const [name, first] = [
        await tick('Ilya Sutskever').boundingBox(),
        await cell(ILYA, 1).boundingBox(),
      ];
      expect((name?.y ?? 0) + (name?.height ?? 0)).toBeLessThan((first?.y ?? 0) + 12);
      const isPair = await page.locator(`${COMPARE}-pair`).isVisible();
      expect(isPair).toBe(viewport.width < 345);
      if (isPair) await page.locator(`${COMPARE}-half`, { hasText: '50%' }).click();
      else await page.locator(`${COMPARE}-part`, { hasText: 'Fundamental difference 19' }).click();
      await expect.poll(questions).toBe(19);
      await expect.poll(() => cell(ILYA, 2).getAttribute('aria-pressed')).toBe('true');
    },
  );

  it('has no fault that axe finds, nor a faint text, in any theme', async () => {
    await open();
    await tick('Ilya Sutskever').click();
    await tick('Dwarkesh Patel').click();
    await cell(ILYA, 2).click();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => faultsWithin(page, COMPARE)).toEqual([]);
  });

  it('is copied as a table and saved as a picture', async () => {
    await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const choose = async (item: string) => {
      await page.getByRole('button', { name: 'Copy or save the table' }).click();
      await page.locator('.menu-item', { hasText: item }).last().click();
    };
    await choose('Copy table as Markdown');
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect
      .poll(copied)
      .toContain('| Ilya Sutskever | 16% (6) | 50% (19) | 24% (9) | 0% (0) |');
    await choose('Copy counts as TSV');
    await expect.poll(copied).toContain('Ilya Sutskever\t6\t19\t9\t0\t4\t0\t0\t38\n');
    const saved = (ending: string) =>
      readdirSync(ground.vaultPath).filter(
        (name) => name.startsWith('Questions side by side') && name.endsWith(ending),
      );
    await choose('Save picture (SVG)');
    await expect.poll(() => saved('.svg').length).toBe(1);
    await choose('Save picture (PNG), dark ground');
    await expect.poll(() => saved('.png').length).toBe(1);
    const [svg = '', png = ''] = [...saved('.svg'), ...saved('.png')];
    expect(readFileSync(join(ground.vaultPath, svg), 'utf8')).toContain('>50% ▲</text>');
    const bytes = readFileSync(join(ground.vaultPath, png));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(1500);
  });

  it('stands on paper as it is high there, without what is pressed and with the colours of its cells', async () => {
    await open();
    await tick('Ilya Sutskever').click();
    await tick('Dwarkesh Patel').click();
    await page.emulateMedia({ media: 'print' });
    /** The rows that begin before the one above them ends, once the page is as wide as paper and nothing was measured. */
    const overlaps = await page.evaluate(() => {
      const within = document.querySelector<HTMLElement>('.question-stance-dashboard');
      if (within) within.style.width = '620px';
      return ['.question-stance-compare-row', '.question-stance-questions [role="row"]'].map(
        (rows) => {
          const boxes = [...document.querySelectorAll(rows)].map((row) =>
            row.getBoundingClientRect(),
          );
          const over = boxes.filter(({ top }, at) => top < (boxes[at - 1]?.bottom ?? 0) - 1);
          return [boxes.length > 4, over.length];
        },
      );
    });
    expect(overlaps).toEqual([
      [true, 0],
      [true, 0],
    ]);
    await expect.poll(() => page.locator(`${COMPARE}-tools`).isVisible()).toBe(false);
    await expect
      .poll(() => page.getByRole('button', { name: 'Only these two' }).isVisible())
      .toBe(false);
    await expect.poll(() => page.locator(`${COMPARE}-sentence`).isVisible()).toBe(true);
    const style = (of: string) =>
      page
        .locator(of)
        .first()
        .evaluate((element) => {
          const { position, printColorAdjust } = getComputedStyle(element);
          return [position, printColorAdjust];
        });
    await expect
      .poll(() => style(`${COMPARE}-cell button:not(.is-zero)`))
      .toEqual(['static', 'exact']);
    await expect.poll(() => style(`${COMPARE}-ramp`)).toEqual(['static', 'exact']);
    await expect.poll(() => style(`${COMPARE}-all`)).toEqual(['static', 'economy']);
    await tick('Ilya Sutskever').click();
    await expect.poll(() => page.locator(`${COMPARE}-says`).isVisible()).toBe(false);
  });

  it('turns around where the page is read from the right, and its words stay whole', async () => {
    await open();
    await turnAround(page);
    await tick('Ilya Sutskever').click();
    await tick('Dwarkesh Patel').click();
    const sides = await page.evaluate(() => {
      const lines = (element: Element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return [...range.getClientRects()];
      };
      const all = (selector: string) => [...document.querySelectorAll(selector)];
      const heads = all('.question-stance-compare-head');
      const names = all('.question-stance-compare-list [role="checkbox"]');
      const [one, other] = all('.question-stance-compare-sentence p:first-child bdi');
      return {
        columns: heads.map((head) => head.getBoundingClientRect().left),
        // Behind the notch at the right, before which the arrow of the head beside it ends.
        cut: heads.flatMap((head) => {
          const { right } = head.getBoundingClientRect();
          return lines(head).filter((line) => line.right > right - 7);
        }).length,
        arrows: [...new Set(heads.map((head) => getComputedStyle(head).clipPath.slice(0, 15)))],
        fromTicks: names.flatMap((name) => {
          const tick = name.querySelector('.question-stance-compare-tick')?.getBoundingClientRect();
          return lines(name.querySelector('bdi') ?? name).map(
            ({ right }) => (tick?.left ?? 0) - right,
          );
        }),
        sentence:
          (one?.getBoundingClientRect().left ?? 0) < (other?.getBoundingClientRect().left ?? 0),
        ramp: getComputedStyle(all('.question-stance-compare-ramp')[0] ?? document.body).transform,
      };
    });
    expect(sides.columns).toEqual([...sides.columns].sort((a, b) => b - a));
    expect(sides.cut).toBe(0);
    expect(sides.arrows).toEqual(['polygon(100% 0p']);
    expect(sides.fromTicks.length).toBeGreaterThan(3);
    for (const space of sides.fromTicks) expect(space).toBeCloseTo(sides.fromTicks[0] ?? 0, 0);
    expect(sides.sentence).toBe(true);
    expect(sides.ramp).toBe('matrix(-1, 0, 0, 1, 0, 0)');
    // What a cell says of itself stays within the table.
    await cell(ILYA, 2).focus();
    await page.keyboard.press('ArrowRight');
    const tip = page.locator(`${COMPARE}-tip`);
    await expect.poll(() => tip.innerText()).toContain('Ilya Sutskever › Observed anomaly');
    const [said, frame] = [
      await tip.boundingBox(),
      await page.locator(`${COMPARE}-frame`).boundingBox(),
    ];
    expect((said?.x ?? 0) + (said?.width ?? 0)).toBeLessThan(
      (frame?.x ?? 0) + (frame?.width ?? 0) + 1,
    );
  });

  it('leads from how many the filter hides to all of them, by mouse and keyboard', async () => {
    await open();
    const all = [await questions(), await table()];
    const shown = async () => [await questions(), await table()];
    const hidden = page.getByRole('button', { name: '120 questions are hidden by the filter.' });
    await page.focus('.question-stance-search-input');
    await page.keyboard.type('xyzzy');
    await hidden.click();
    await expect.poll(shown).toEqual(all);
    await expect.poll(() => page.inputValue('.question-stance-search-input')).toBe('');
    await page.focus('.question-stance-search-input');
    await page.keyboard.type('xyzzy');
    await hidden.focus();
    await page.keyboard.press('Enter');
    await expect.poll(shown).toEqual(all);
    // The button is gone, and the keyboard goes on in the list.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.question-stance-main')))
      .not.toBeNull();
  });

  it('says so where there is nothing to compare', async () => {
    await open({ notes: { 'a.md': '---\ntags: [my-article]\nCheckbox 1: true\n---\nWhy?\n' } });
    await expect.poll(() => page.locator(COMPARE).innerText()).toContain('Nothing to compare yet');
    await expect.poll(questions).toBe(1);
  });
});

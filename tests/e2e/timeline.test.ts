// The timeline on the dashboard and in a block: its numbers against those counted by hand, spans by mouse and keyboard,
// units, days of properties and of files, boxes that never overlap, and what goes out of it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { turnAround } from './accessibility/surface.ts';
import { faultsWithin } from './harness/axe.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const STAGES = [
  'inward/anomaly',
  'inward/difference',
  'inward/direction',
  'outward/definition',
  'outward/analogy',
  'outward/limits',
  'outward/philosophy',
];

/** By day: how many of each stage, as counted by hand. */
const DAYS: Readonly<Record<string, readonly number[]>> = {
  '2024-02-15': [2, 2, 1, 6, 3, 4, 1],
  '2024-05-15': [3, 4, 1, 6, 3, 4, 1],
  '2024-08-15': [2, 3, 1, 4, 2, 4, 1],
  '2025-02-15': [4, 6, 3, 4, 2, 4, 1],
  '2025-05-15': [5, 8, 4, 4, 2, 3, 2],
  '2025-08-15': [1, 1, 0, 1, 0, 0, 0],
};
const QUARTERS: readonly (readonly [name: string, total: number])[] = [
  ['2024 Q1', 19],
  ['2024 Q2', 22],
  ['2024 Q3', 17],
  ['2024 Q4', 0],
  ['2025 Q1', 24],
  ['2025 Q2', 28],
  ['2025 Q3', 3],
];
const ALL = [17, 24, 10, 25, 12, 19, 6];

function article(counts: readonly number[], date: string | null): string {
  const said = date === null ? '' : `date: ${date}\n`;
  const questions = counts.flatMap((count, stage) =>
    Array.from(
      { length: count },
      (_, at) =>
        `Why would ${String(stage)}.${String(at)} hold? #question/${STAGES[stage] ?? ''}\n`,
    ),
  );
  return `---\ntags: [my-article]\nCheckbox 1: true\n${said}---\n\n${questions.join('\n')}`;
}

function articles(days: Readonly<Record<string, readonly number[]>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(days).map(([day, counts]) => [`of ${day}.md`, article(counts, day)]),
  );
}

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: articles(DAYS), ...options });
  page = ground.page;
  await ground.runCommand('open-dashboard');
  await page.locator('.question-stance-view-switch button').nth(VIEW).click();
  await page.locator('.question-stance-timeline').waitFor();
}
const VIEW = 3;

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

const OPTION = '.question-stance-timeline [role="option"]';
const bars = () => page.locator('.question-stance-timeline-bar');
const bar = (at: number) => bars().nth(at);
const option = (at: number) => page.locator(`.question-stance-timeline [data-at='${String(at)}']`);
const chosen = () =>
  page
    .locator(OPTION)
    .evaluateAll((all) => all.map((each) => (each.ariaSelected === 'true' ? 1 : 0)).join(''));
const chips = () => page.locator('.question-stance-filter-chip').allInnerTexts();
const sentence = () => page.locator('.question-stance-compare-says').innerText();
/** The list's rows but its headers of notes. */
const questions = async () =>
  Number(await page.locator('.question-stance-totals b').nth(1).innerText());
/** What screen readers hear of the bars: a line each. */
const table = () =>
  page
    .locator('.question-stance-timeline table tbody tr')
    .evaluateAll((rows) => rows.map((row) => Array.from(row.children, (cell) => cell.textContent)));
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('the timeline', () => {
  it('counts what was counted by hand, each bar by stage, and chooses quarters by itself', async () => {
    await open();
    const counts = Object.values(DAYS).map((each) => each.map(String));
    const none = STAGES.map(() => '0');
    const rows = [...counts.slice(0, 3), none, ...counts.slice(3)];
    await expect
      .poll(table)
      .toEqual([
        ...QUARTERS.map(([name, total], at) => [name, ...(rows[at] ?? []), String(total)]),
        ['All', ...ALL.map(String), '113'],
      ]);
    const drawn = await bars().evaluateAll((all) =>
      all.map((each) => ({
        figures: Array.from(each.querySelectorAll('i'), (one) => one.textContent),
        under: each.querySelector('.question-stance-timeline-count')?.textContent,
      })),
    );
    expect(drawn.map(({ under }) => under)).toEqual([
      'n 19',
      'n 22',
      'n 17',
      'none',
      'n 24',
      'n 28',
      'n 3',
    ]);
    // Twelve pixels for one of nineteen: no room for a figure.
    expect(drawn[0]?.figures).toEqual(['2', '2', '', '6', '3', '4', '']);
    expect(drawn[6]?.figures).toEqual(['1', '1', '1']);
    expect(await bar(6).getAttribute('class')).toContain('is-few');
    const heights = await bars().evaluateAll((all) =>
      all.map((each) => each.querySelector('.question-stance-timeline-stack')?.clientHeight),
    );
    expect(heights).toEqual([239, 239, 239, 0, 239, 239, 239]);
    await button('Count').click();
    await expect
      .poll(() =>
        bar(0).evaluate(
          (each) => each.querySelector('.question-stance-timeline-stack')?.clientHeight,
        ),
      )
      .toBe(Math.round((239 * 19) / 28));
  });

  it('lists a pressed bar’s questions, says what changed, and pressed again lists all', async () => {
    await open();
    await option(4).click();
    await expect.poll(chips).toEqual(['Date: 2025-Q1']);
    await expect.poll(questions).toBe(24);
    expect(await chosen()).toBe('0000100');
    // 13 of 24; before 5 + 8 + 6 of 19 + 22 + 17.
    await expect
      .poll(sentence)
      .toContain('2025 Q1: Digging inward 54% (13 of 24); before that 33% (19 of 58).');
    expect(await sentence()).toContain(
      'Most changed of the stages: Clarify the definition 17% (4 of 24); before that 28% (16 of 58).',
    );
    await option(5).click({ modifiers: ['Shift'] });
    await expect.poll(chips).toEqual(['Date: 2025-Q1..2025-Q2']);
    await expect.poll(questions).toBe(52);
    await expect
      .poll(sentence)
      .toContain('2025 Q1 – 2025 Q2: Digging inward 58% (30 of 52); before that 33% (19 of 58).');
    // An empty bar lists nothing.
    await option(3).click();
    await expect.poll(chosen).toBe('0000110');
    await option(0).click();
    await expect.poll(sentence).toContain('There is nothing before it to compare it with.');
    await option(0).click();
    await expect.poll(chips).toEqual([]);
    await expect.poll(questions).toBe(113);
  });

  it('is gone through and chosen from by the keyboard, with what the pointer would be told', async () => {
    await open();
    await option(6).focus();
    const at = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.at);
    const tip = page.locator('.question-stance-compare-tip');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(at).toBe('5');
    await expect
      .poll(() => tip.innerText())
      .toContain(
        '2025 Q2: 28 questions\nUltimate philosophy: 7%, 2\nTest against real limits: 11%, 3',
      );
    await page.keyboard.press('Space');
    await expect.poll(chosen).toBe('0000010');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(chosen).toBe('0000110');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(chosen).toBe('0001110');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(chips).toEqual(['Date: 2024-Q3..2025-Q2']);
    await expect.poll(questions).toBe(17 + 24 + 28);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(chosen).toBe('0001110');
    await page.keyboard.press('Home');
    await expect.poll(at).toBe('0');
    await expect.poll(chosen).toBe('0001110');
    await page.keyboard.press('Enter');
    await expect.poll(chosen).toBe('1000000');
    await page.keyboard.press('Escape');
    await expect.poll(chips).toEqual([]);
    expect(await page.locator('.question-stance-timeline-bars [tabindex="0"]').count()).toBe(1);
  });

  it('keeps the keyboard, and where choosing began, at their bars while others come and go', async () => {
    const months = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((month) => [`2025-0${String(month)}-10`, [1, 0, 0, 1]]),
    );
    const older = (day: string) => ground.writeNote(`${day}.md`, article([2, 1], day));
    await open({ notes: articles(months) });
    await expect.poll(() => bars().count()).toBe(6);
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.split(':')[0]);
    const tip = page.locator('.question-stance-compare-tip');
    await option(2).focus();
    await page.keyboard.press('ArrowRight');
    await older('2024-12-10');
    await expect.poll(() => bars().count()).toBe(7);
    await expect.poll(focused).toBe('Apr 2025');
    await ground.writeNote('of 2025-04-10.md', article([1, 0, 0, 1, 3], '2025-04-10'));
    await expect.poll(() => tip.innerText()).toContain('Apr 2025: 5 questions');
    await page.keyboard.press('Enter');
    await expect.poll(chips).toEqual(['Date: 2025-04']);
    await older('2024-11-10');
    await expect.poll(() => bars().count()).toBe(8);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(chips).toEqual(['Date: 2025-04..2025-05']);
    // The mouse, too, goes on from the bar that it chose.
    await option(3).click();
    await expect.poll(chips).toEqual(['Date: 2025-02']);
    await older('2024-10-10');
    await expect.poll(() => bars().count()).toBe(9);
    await option(6).click({ modifiers: ['Shift'] });
    await expect.poll(chips).toEqual(['Date: 2025-02..2025-04']);
    // A bar that is dragged over stays the bar that it was.
    const middle = async (at: number) => {
      const box = await bar(at).boundingBox();
      return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 60] as const;
    };
    await page.mouse.move(...(await middle(4)));
    await page.mouse.down();
    await page.mouse.move(...(await middle(5)), { steps: 4 });
    await expect.poll(chosen).toBe('000011000');
    await older('2024-09-10');
    await expect.poll(chosen).toBe('0000011000');
    await page.mouse.up();
    await expect.poll(chips).toEqual(['Date: 2025-02..2025-03']);
    // The bar itself goes: the keyboard is at what stands in its place.
    await option(9).focus();
    await expect.poll(focused).toBe('Jun 2025');
    await ground.deleteNote('of 2025-06-10.md');
    await expect.poll(focused).toBe('May 2025');
    expect(await page.locator('.question-stance-timeline-bars [tabindex="0"]:focus').count()).toBe(
      1,
    );
  });

  it('is chosen from by dragging over bars, and by the handles of what is chosen', async () => {
    await open();
    const middle = async (at: number) => {
      const box = await bar(at).boundingBox();
      return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + 60 };
    };
    const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 8 });
      await page.mouse.up();
    };
    await drag(await middle(1), await middle(4));
    await expect.poll(chips).toEqual(['Date: 2024-Q2..2025-Q1']);
    const handle = await page.locator('.question-stance-timeline-handle.is-to').boundingBox();
    await drag({ x: (handle?.x ?? 0) + 12, y: (handle?.y ?? 0) + 20 }, await middle(2));
    await expect.poll(chips).toEqual(['Date: 2024-Q2..2024-Q3']);
    await expect.poll(chosen).toBe('0110000');
    await button('Clear span').click();
    await expect.poll(chosen).toBe('0000000');
  });

  it('has bars of other units and colours, and takes what is chosen over to them', async () => {
    await open();
    await option(4).click();
    await expect.poll(chips).toEqual(['Date: 2025-Q1']);
    await button('Month').click();
    await expect.poll(chips).toEqual(['Date: 2025-01..2025-03']);
    await expect.poll(() => bars().count()).toBe(19);
    await button('Year').click();
    await expect.poll(chips).toEqual(['Date: 2025']);
    await button('Stances').click();
    await expect.poll(table).toEqual([
      ['2024', '19', '39', '58'],
      ['2025', '32', '23', '55'],
      ['All', '51', '62', '113'],
    ]);
    await expect
      .poll(sentence)
      .toContain('2025: Digging inward 58% (32 of 55); before that 33% (19 of 58).');
    // The list is in the same groups.
    await expect
      .poll(() => page.locator('.question-stance-group-title').first().innerText())
      .toContain('2025');
    await button('Auto').click();
    await button('Stages').click();
    // A year chooses no months: it narrows what they count.
    await expect.poll(() => bar(0).innerText()).toMatch(/Feb\s*n 24\s*2025/);
    await expect.poll(chosen).toBe('0000000');
  });

  it('stays as it is under a pressed month while a sync brings years of notes', async () => {
    const inYear = (year: number) =>
      Object.fromEntries(
        Array.from({ length: 9 }, (_, at) => [`${String(year)}-0${String(at + 1)}-10`, [3, 2, 1]]),
      );
    await open({ notes: articles(inYear(2025)) });
    await expect.poll(() => bars().count()).toBe(9);
    await option(3).click();
    await expect.poll(chosen).toBe('000100000');
    for (const year of [2021, 2022, 2023, 2024]) {
      for (const [name, text] of Object.entries(articles(inYear(year)))) {
        await ground.writeNote(name, text);
      }
    }
    const legend = () => page.locator('.question-stance-timeline').innerText();
    await expect.poll(legend, { timeout: 10_000 }).toContain('270 questions in all');
    expect(await bars().count()).toBe(57);
    await expect.poll(chosen).toBe(`${'0'.repeat(51)}100000`.slice(0, 57));
    expect(await chips()).toEqual(['Date: 2025-04']);
    await expect.poll(questions).toBe(6);
    await option(51).click();
    await expect.poll(chips).toEqual([]);
    await expect.poll(() => bars().count()).toBe(19);
  });

  it('names the dates that it is narrowed by as it names the one that is pressed', async () => {
    await open();
    await button('Month').click();
    await page.locator('.question-stance-search-input').fill('date:2025-Q1..2025-Q2');
    await expect.poll(() => bars().count()).toBe(4);
    await option(3).click();
    await expect.poll(chips).toEqual(['Date: 2025-Q1..2025-Q2', 'Date: 2025-05']);
    expect(await chosen()).toBe('0001');
  });

  it.each([
    [
      'zh-TW',
      '2025 年第 1 季：向內挖掘佔 54%（24 題中的 13 題）；在此之前佔 33%（58 題中的 19 題）。',
    ],
    [
      'zh',
      '2025 年第 1 季度：向内挖掘占 54%（24 个中的 13 个）；在此之前占 33%（58 个中的 19 个）。',
    ],
  ] as const)('says so in %s', async (lang, said) => {
    await open({ lang });
    await option(4).click();
    await expect.poll(sentence).toContain(said);
  });

  it('tells the days of properties from those on which files were made', async () => {
    await open({ notes: { ...articles(DAYS), 'undated.md': article([2, 0, 0, 1], null) } });
    const last = bars().last();
    await expect
      .poll(() => last.locator('[role="option"]').getAttribute('aria-label'))
      .toContain('3 questions');
    expect(await last.locator('[role="option"]').getAttribute('aria-label')).toContain(
      '3 questions have only the day of the file',
    );
    expect(await last.locator('.question-stance-timeline-file i').count()).toBe(1);
    expect(await bar(0).locator('.question-stance-timeline-file i').count()).toBe(0);
    await button('Only dates of properties').click();
    await expect.poll(chips).toEqual(['Has: Date property']);
    await expect.poll(questions).toBe(113);
    await expect.poll(() => bars().count()).toBe(7);
    await button('Only dates of properties').click();
    await expect.poll(questions).toBe(116);
  });

  it('is one bar for three notes of one month', async () => {
    const notes = articles({
      '2026-03-02': [1],
      '2026-03-09': [0, 1],
      '2026-03-16': [0, 0, 0, 2],
    });
    await open({ notes });
    await expect.poll(() => bars().count()).toBe(1);
    expect(await bar(0).innerText()).toMatch(/Mar\s*n 4\s*2026/);
    await option(0).click();
    await expect.poll(questions).toBe(4);
  });

  it('has years for ten years of notes; their months scroll, the newest in sight', async () => {
    const days = Object.fromEntries(
      Array.from({ length: 120 }, (_, at) => [
        `${String(2016 + Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}-10`,
        [at % 3, 1, 0, (at + 1) % 4],
      ]),
    );
    await open({ notes: articles(days) });
    await expect.poll(() => bars().count()).toBe(10);
    await button('Month').click();
    await expect.poll(() => bars().count()).toBe(120);
    const inSight = () =>
      page.locator('.question-stance-timeline-bars').evaluate((element) => {
        const { left, right } = element.getBoundingClientRect();
        const last = element.lastElementChild?.getBoundingClientRect();
        return last !== undefined && last.right <= right + 1 && last.left >= left;
      });
    await expect.poll(inSight).toBe(true);
    expect(await overlaps()).toEqual([]);
    await page.locator(OPTION).last().focus();
    await page.keyboard.press('Home');
    await expect
      .poll(() => page.locator('.question-stance-timeline-bars').evaluate((all) => all.scrollLeft))
      .toBeLessThan(20);
  });

  it('shows a new month to who looks at the newest, and moves nothing for who looks at others', async () => {
    const days = Array.from({ length: 96 }, (_, at) => {
      const month = String((at % 12) + 1).padStart(2, '0');
      return `${String(2018 + Math.floor(at / 12))}-${month}-10`;
    });
    await open({ notes: articles(Object.fromEntries(days.map((day) => [day, [1, 0, 0, 1]]))) });
    await button('Month').click();
    await expect.poll(() => bars().count()).toBe(96);
    const scroller = page.locator('.question-stance-timeline-bars');
    const come = async (day: string, count: number) => {
      await ground.writeNote(`${day}.md`, article([1], day));
      await expect.poll(() => bars().count()).toBe(count);
    };
    const lefts = () =>
      scroller.evaluate((element) => {
        const { left } = element.getBoundingClientRect();
        const last = element.lastElementChild?.getBoundingClientRect();
        const march = element.querySelector('[aria-label^="Mar 2021"]')?.getBoundingClientRect();
        const { right } = element.getBoundingClientRect();
        return {
          march: Math.round((march?.left ?? 0) - left),
          isAtNewest: last !== undefined && last.right <= right + 1,
        };
      });
    await expect.poll(async () => (await lefts()).isAtNewest).toBe(true);
    await come('2026-01-10', 97);
    expect((await lefts()).isAtNewest).toBe(true);
    await scroller.evaluate((element) => (element.scrollLeft = 1500));
    const before = await lefts();
    await come('2026-02-10', 98);
    expect(await lefts()).toEqual(before);
    await come('2017-12-10', 99);
    expect(await lefts()).toEqual(before);
    await ground.deleteNote('2017-12-10.md');
    await expect.poll(() => bars().count()).toBe(98);
    expect(await lefts()).toEqual({ ...before, isAtNewest: false });
  });

  it.each([
    ['a wide pane', { width: 1400, height: 900 }, 'desktop', 'en'],
    ['a small pane', { width: 1000, height: 800 }, 'desktop', 'zh-TW'],
    ['a phone', { width: 390, height: 844 }, 'phone', 'zh-TW'],
    ['a sidebar', { width: 330, height: 844 }, 'phone', 'en'],
  ] as const)(
    'has no words over others or out of their place in %s',
    async (_name, viewport, width, lang) => {
      await open({ viewport, width, lang });
      await bars().first().waitFor();
      expect(await overlaps()).toEqual([]);
      await option(4).click();
      await expect.poll(chosen).toBe('0000100');
      expect(await overlaps()).toEqual([]);
      const isWide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } =
          document.querySelector('.question-stance-page') ?? document.body;
        return scrollWidth > clientWidth + 1;
      });
      expect(isWide).toBe(false);
    },
  );

  it('goes the other way where the page is read from the right', async () => {
    await open();
    await turnAround(page);
    const lefts = await bars().evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect().left),
    );
    expect(lefts).toEqual([...lefts].sort((a, b) => b - a));
    await option(4).focus();
    await page.keyboard.press('ArrowLeft');
    const at = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.at);
    await expect.poll(at).toBe('5');
  });

  it('has no fault that axe finds, nor a faint text, in any theme', async () => {
    await open();
    await option(4).click();
    await page.keyboard.press('ArrowRight');
    await expect.poll(chosen).toBe('0000100');
    expect(await faultsWithin(page, '.question-stance-timeline')).toEqual([]);
  });

  it('is copied as a table and saved as a picture', async () => {
    await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const choose = async (item: string) => {
      await button('Copy or save the table').click();
      await page.locator('.menu-item', { hasText: item }).last().click();
    };
    await choose('Copy counts as TSV');
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toContain('2025 Q1\t4\t6\t3\t4\t2\t4\t1\t24\n');
    await choose('Copy table as Markdown');
    await expect.poll(copied).toContain('| 2025 Q3 | 33% (1) | 33% (1) | 0% (0) | 33% (1) |');
    await choose('Save picture (SVG)');
    const saved = () =>
      readdirSync(ground.vaultPath).filter(
        (name) => name.startsWith('Questions over time') && name.endsWith('.svg'),
      );
    await expect.poll(() => saved().length).toBe(1);
    const svg = readFileSync(join(ground.vaultPath, saved()[0] ?? ''), 'utf8');
    for (const text of ['n 28', 'none', 'Q3', '2025', 'Ultimate philosophy']) {
      expect(svg).toContain(`>${text}</text>`);
    }
  });

  it('stands in a note, and lists nothing there', async () => {
    ground = await openPlayground({
      notes: {
        ...articles(DAYS),
        'block.md':
          'Text.\n\n```question-stance\nview timeline\ngroup by year\ngroup by stance\n```\n',
      },
    });
    page = ground.page;
    await ground.openNote('block.md');
    const block = page.locator('.question-stance-block:visible').first();
    await expect.poll(() => block.locator('.question-stance-timeline-bar').count()).toBe(2);
    await expect
      .poll(() => block.locator(OPTION).last().getAttribute('aria-label'))
      .toBe('2025: 55 questions\nBridging outward: 42%, 23\nDigging inward: 58%, 32');
    expect(await block.locator('.question-stance-questions').count()).toBe(0);
  });

  it('gives the last tagging back by Ctrl+Z, from the bars as from the list, and never from the search box', async () => {
    await open({ notes: articles({ '2026-03-02': [1, 1] }) });
    const disk = () => ground.readNote('of 2026-03-02.md');
    const before = await disk();
    const list = page.locator('.question-stance-questions');
    await list.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('x');
    await expect.poll(disk).toContain('#question/skip');
    await page.keyboard.press('Control+z');
    await expect.poll(disk).toBe(before);
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(disk).toContain('#question/skip');
    await option(0).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(disk).toBe(before);
    await page.focus('.question-stance-search-input');
    await page.keyboard.press('Control+Shift+Z');
    await page.waitForTimeout(300);
    expect(await disk()).toBe(before);
  });

  it('says so where nothing is tagged', async () => {
    await open({ notes: { 'a.md': '---\ntags: [my-article]\nCheckbox 1: true\n---\nWhy?\n' } });
    await expect
      .poll(() => page.locator('.question-stance-timeline').innerText())
      .toContain('Nothing to draw yet');
  });
});

/** Words that lie over others, and figures that stand out of their segment. */
function overlaps(): Promise<readonly string[]> {
  return page.evaluate(() => {
    const boxOf = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect();
    };
    const found: string[] = [];
    const all = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((each) => each.innerText !== '');
    for (const figure of all('.question-stance-timeline-stack > i')) {
      const [text, own] = [boxOf(figure), figure.getBoundingClientRect()];
      const isIn =
        text.top >= own.top - 1 &&
        text.bottom <= own.bottom + 1 &&
        text.left >= own.left &&
        text.right <= own.right;
      if (!isIn) found.push(`out of its segment: ${figure.innerText}`);
    }
    const words = all('.question-stance-timeline-bar > b, .question-stance-timeline-count');
    const boxes = words.map((each) => ({ text: each.innerText, box: boxOf(each) }));
    boxes.forEach(({ text, box }, at) => {
      for (const other of boxes.slice(at + 1)) {
        const isOver =
          box.left < other.box.right - 0.5 &&
          box.right > other.box.left + 0.5 &&
          box.top < other.box.bottom - 1 &&
          box.bottom > other.box.top + 1;
        if (isOver) found.push(`over each other: ${text}, ${other.text}`);
      }
    });
    return found;
  });
}

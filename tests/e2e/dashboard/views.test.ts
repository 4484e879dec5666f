// The dashboard's views on the built plugin: how one gets to each, what it shows and leads to, what is shown and hidden
// of it, and the query in words.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { faultsWithin } from '../harness/axe.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from '../harness/playground.ts';

const HEAD = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';

const NOTES = {
  'talk.md': `${HEAD}# A talk

## The bill

Ann: How would anyone know? #question/outward/philosophy

Ann: Is the budget enough? #question/outward/limits

Ann: What did the others do?
`,
  '研究.md': `${HEAD}核心問題：

為什麼人類學得比較快？ #question/inward/difference

資源從哪裡來？ #question/outward/limits
`,
};

const BOX = '.question-stance-search-input';
const SWITCH = '.question-stance-view-switch button';
const NAMES = ['List', 'Matrix', 'Paths', 'Table'] as const;

/** As the switch has them. */
const ORDER: readonly string[] = [
  'List',
  'Compare',
  'Transitions',
  'Timeline',
  'Matrix',
  'Paths',
  'Table',
];

/** What only that view has. */
const SIGNS = {
  List: '.question-stance-matrix:not(.is-large)',
  Matrix: '.question-stance-matrix.is-large',
  Paths: '.question-stance-note-path.is-large',
  Table: '.question-stance-table-head',
} as const;

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: NOTES, ...options });
  page = ground.page;
  await ground.runCommand('open-dashboard');
  await page.waitForSelector('.question-stance-question');
}

function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 10_000 });
}

function texts(selector: string): Promise<readonly string[]> {
  return page.locator(selector).allTextContents();
}

/** The names of the views of which something is drawn. */
async function drawn(): Promise<readonly string[]> {
  const counts = await Promise.all(NAMES.map((name) => page.locator(SIGNS[name]).count()));
  return NAMES.filter((_, at) => (counts[at] ?? 0) > 0);
}

const pressed = () => page.locator(`${SWITCH}[aria-pressed="true"]`).getAttribute('aria-label');
const heads = () => texts('.question-stance-table-head [role="columnheader"]');
const cells = () => texts('.question-stance-table-cell.is-text');
const chips = () => texts('.question-stance-filter-chip');

async function ask(words: string): Promise<void> {
  await page.focus(BOX);
  await page.fill(BOX, words);
  await page.press(BOX, 'Enter');
}

async function show(name: (typeof NAMES)[number]): Promise<void> {
  await page.locator(`${SWITCH}[aria-label="${name}"]`).click();
  await eventually(drawn).toEqual([name]);
}

/** The line of the open note that the cursor is in. */
function lineAtCursor(): Promise<string | null> {
  return page.evaluate(() => {
    interface Editor {
      getCursor(): { readonly line: number };
      getLine(line: number): string;
    }
    const { app } = (
      window as unknown as {
        playground: { app: { workspace: { activeEditor: { editor?: Editor } | null } } };
      }
    ).playground;
    const editor = app.workspace.activeEditor?.editor;
    return editor ? editor.getLine(editor.getCursor().line) : null;
  });
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

describe('a view', () => {
  it('is switched to by keyboard, and is kept over a reload', async () => {
    await open();
    for (const name of ['Matrix', 'Paths', 'Table', 'List'] as const) {
      await page.getByRole('button', { name: 'What to show' }).focus();
      for (let at = 0; at <= ORDER.indexOf(name); at++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await eventually(drawn).toEqual([name]);
      await expect.poll(() => pressed()).toBe(name);
    }
    await page.locator(`${SWITCH}[aria-label="Table"]`).press('Space');
    await ground.settle();
    await ground.reload();
    await eventually(drawn).toEqual(['Table']);
    await expect.poll(() => pressed()).toBe('Table');
  });

  it.each([
    ['view matrix', 'Matrix'],
    ['is:tagged view path', 'Paths'],
    ['view table limit 2', 'Table'],
  ] as const)('is switched to by words: %s', async (words, name) => {
    await open();
    await ask(words);
    await eventually(drawn).toEqual([name]);
    await ask('view list');
    await eventually(drawn).toEqual(['List']);
  });

  it.each([330, 390])('has room at %i pixels, sideways only in the table itself', async (width) => {
    await open({ width: 'phone', viewport: { width, height: 780 } });
    for (const name of NAMES) {
      await show(name);
      const { over, wide } = await page.evaluate(() => {
        const view = document.querySelector('.question-stance-dashboard');
        const table = document.querySelector('.question-stance-table');
        const { right = 0 } = view?.getBoundingClientRect() ?? {};
        const parts = [...document.querySelectorAll<HTMLElement>('.question-stance-page *')];
        const over = parts
          .filter((part) => !table?.contains(part) && part.offsetParent !== null)
          .filter((part) => part.getBoundingClientRect().right > right + 1)
          .map((part) => part.className);
        const wide = (view?.scrollWidth ?? 0) > (view?.clientWidth ?? 0);
        return { over, wide };
      });
      expect({ name, over, wide }).toEqual({ name, over: [], wide: false });
    }
    const table = page.locator('.question-stance-table');
    const last = page.locator('.question-stance-table-head [role="columnheader"]').last();
    await expect
      .poll(() => table.evaluate((list) => list.scrollWidth > list.clientWidth))
      .toBe(true);
    await table.evaluate((list) => list.scrollTo({ left: list.scrollWidth }));
    const [edge, head] = await Promise.all([table.boundingBox(), last.boundingBox()]);
    expect((head?.x ?? 0) + (head?.width ?? 0)).toBeLessThanOrEqual(
      (edge?.x ?? 0) + (edge?.width ?? 0),
    );
    // A group's name stays where it can be read.
    const group = page.locator('.question-stance-table .question-stance-group').first();
    await expect
      .poll(async () => (await group.boundingBox())?.x)
      .toBeGreaterThanOrEqual((edge?.x ?? 0) - 1);
  });

  it('has no fault that axe knows, and none of contrast', async () => {
    await open();
    await ask('is:tagged explain');
    for (const name of NAMES) {
      await show(name);
      await expect
        .poll(async () => ({ name, faults: await faultsWithin(page, '.question-stance-page') }))
        .toEqual({
          name,
          faults: [],
        });
    }
  });
});

describe('the matrix by itself', () => {
  it('filters by its cells, and leads to the questions', async () => {
    await open();
    await show('Matrix');
    await page.click('.question-stance-matrix [data-term="stage:outward/limits"]');
    await eventually(chips).toEqual(['Bridging outward › Test against real limits']);
    await page.getByRole('button', { name: 'Show 2 questions' }).click();
    await eventually(drawn).toEqual(['List']);
    await expect.poll(() => page.locator('.question-stance-question').count()).toBe(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await eventually(lineAtCursor).toContain('Is the budget enough?');
  });

  it('stays where nothing fits, so that another cell can be chosen', async () => {
    await open();
    await show('Matrix');
    await page.click('.question-stance-matrix [data-term="stage:inward/anomaly"]');
    await page.waitForSelector('.question-stance-empty');
    await expect.poll(() => drawn()).toEqual(['Matrix']);
    await page.click('.question-stance-matrix [data-term="stage:inward/difference"]');
    await page.getByRole('button', { name: 'Show 1 question' }).waitFor();
  });
});

describe('paths', () => {
  it('say what each note asks and lacks, and lead to the questions of a stage', async () => {
    await open();
    await show('Paths');
    await expect
      .poll(() =>
        page
          .locator('.question-stance-note-path')
          .evaluateAll((paths) => paths.map((path) => path.getAttribute('aria-label'))),
      )
      .toEqual(['talk: 2 of 7 stages asked', '研究: 2 of 7 stages asked']);
    await expect.poll(() => page.locator('.question-stance-question').count()).toBe(0);
    await page.focus('.question-stance-questions');
    // The note's checkbox comes first.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    // From the first of seven stages to the last; those that are missing are among them.
    for (let stage = 1; stage < 7; stage++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await eventually(drawn).toEqual(['List']);
    await eventually(chips).toEqual(['Note: talk', 'Bridging outward › Ultimate philosophy']);
    await page.click('.question-stance-question');
    await eventually(lineAtCursor).toContain('How would anyone know?');
  });

  it('are of what the questions are grouped by, and of notes where they are not', async () => {
    await open();
    await ask('group by asker view path');
    await eventually(() => texts('.question-stance-group-name')).toEqual(['Ann', 'No asker']);
    await page.focus('.question-stance-questions');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await eventually(drawn).toEqual(['List']);
    await eventually(() => texts('.question-stance-group.is-active')).toEqual([
      expect.stringContaining('Ann'),
    ]);
    await show('Paths');
    await page.locator('button.question-stance-path-stage.is-asked').first().click();
    await eventually(chips).toEqual(['Asker: Ann', 'Bridging outward › Test against real limits']);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByRole('button', { name: 'Grouped by asker' }).click();
    await page.locator('.menu-item', { hasText: 'Not grouped' }).click();
    await show('Paths');
    await expect.poll(() => texts('.question-stance-note-title')).toEqual(['talk', '研究']);
  });
});

describe('the table', () => {
  it('has a column for each part that is shown, and follows words and menu', async () => {
    await open();
    await show('Table');
    await expect
      .poll(() => heads())
      .toEqual(['Text', 'Section', 'Label', 'Asker', 'Line', 'Stage']);
    await ask('hide label, line');
    await eventually(heads).toEqual(['Text', 'Section', 'Asker', 'Stage']);
    await ask('show note path hide chip');
    await eventually(heads).toEqual(['Text', 'Note', 'Section', 'Asker', 'Path of stages']);
    await page.getByRole('button', { name: 'What to show' }).click();
    await page.locator('.menu-item', { hasText: 'Label' }).click();
    await eventually(heads).toEqual([
      'Text',
      'Note',
      'Section',
      'Label',
      'Asker',
      'Path of stages',
    ]);
    const [first] = await texts('.question-stance-question[aria-rowindex="2"]');
    expect(first).toContain('How would anyone know?talkA talk › The billAnn');
    await ground.settle();
    await ground.reload();
    await eventually(heads).toEqual([
      'Text',
      'Note',
      'Section',
      'Label',
      'Asker',
      'Path of stages',
    ]);
  });

  it('is sorted by the heads of its columns, one way, the other, and no more', async () => {
    await open();
    await ask('view table group by kind');
    const head = page.getByRole('columnheader', { name: 'Text' });
    const before = await cells();
    await head.getByRole('button').click();
    await eventually(() => head.getAttribute('aria-sort')).toBe('ascending');
    await eventually(cells).toEqual([...before].sort());
    await head.getByRole('button').press('Enter');
    await eventually(() => head.getAttribute('aria-sort')).toBe('descending');
    await eventually(cells).toEqual([...before].sort().reverse());
    await head.getByRole('button').click();
    await eventually(() => head.getAttribute('aria-sort')).toBe('none');
    await eventually(cells).toEqual(before);
  });

  it('is gone through by keyboard, keeps its heads in sight, and opens at the question', async () => {
    const many = Array.from({ length: 400 }, (_, at) => `Is number ${String(at)} odd?`);
    await open({ notes: { 'many.md': `${HEAD}${many.join('\n\n')}\n` } });
    await show('Table');
    await page.focus('.question-stance-questions');
    await page.keyboard.press('End');
    await eventually(async () => (await cells()).at(-1)).toBe('Is number 399 odd?');
    const [head, last, table] = await Promise.all([
      page.locator('.question-stance-table-head').boundingBox(),
      page.locator('.question-stance-question.is-active').boundingBox(),
      page.locator('.question-stance-table').boundingBox(),
    ]);
    expect(head?.y).toBeCloseTo((table?.y ?? 0) + 1, 0);
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(
      (table?.y ?? 0) + (table?.height ?? 0),
    );
    await expect.poll(() => page.locator('.question-stance-question').count()).toBeLessThan(60);
    await page.keyboard.press('Enter');
    await eventually(lineAtCursor).toBe('Is number 399 odd?');
    await ground.runCommand('app:go-back');
    await eventually(async () => (await cells()).at(-1)).toBe('Is number 399 odd?');
  });
});

describe('parts', () => {
  it('of the list and above it are hidden and shown again', async () => {
    await open();
    const places = () => texts('.question-stance-place');
    await ask('hide header, count, chip, path, line');
    await eventually(() => page.locator('.question-stance-totals').count()).toBe(0);
    await expect.poll(() => drawn()).toEqual([]);
    await expect.poll(() => page.locator('.question-stance-group-size').count()).toBe(0);
    await expect.poll(() => page.locator('.question-stance-chip-cell').count()).toBe(0);
    await expect.poll(() => page.locator('.question-stance-note-path').count()).toBe(0);
    await expect
      .poll(() => places())
      .toEqual(['The bill · Ann', 'The bill · Ann', 'The bill · Ann', '核心問題', '核心問題']);
    await ask('hide section, label, asker');
    await eventually(places).toEqual([]);
    await ask('show line note header');
    await eventually(places).toContain('talk · line 9');
    await expect.poll(() => drawn()).toEqual(['List']);
  });

  it('that are hidden, and the view, are saved with a query', async () => {
    await open({
      data: {
        version: 2,
        queries: [
          {
            name: 'Mine',
            text: 'scope articles\ngroup by asker\nview table\nshow note\nhide line, chip',
          },
        ],
      },
    });
    await page.getByRole('button', { name: 'Saved queries' }).click();
    await page.locator('.menu-item', { hasText: 'Mine' }).click();
    await eventually(heads).toEqual(['Text', 'Note', 'Section', 'Label']);
    await page.getByRole('button', { name: 'Saved queries' }).click();
    await expect
      .poll(() => page.locator('.menu-item', { hasText: 'Mine' }).getAttribute('class'))
      .toContain('mod-checked');
  });
});

describe('the query in words', () => {
  const lines = () => texts('.question-stance-explanation li');

  it('says what each part fits alone, follows the filter, and is closed', async () => {
    await open();
    await ask('(budget OR -has:speaker) stage:limits explain');
    await eventually(lines).toEqual([
      'My articles: 5 questions',
      'any of these: 3 questions',
      '“budget”: 1 question',
      'not Has: Speaker: 2 questions',
      'Stage: limits: 2 questions',
      'In all: 2 questions',
      'View: List · Grouped by note',
    ]);
    await page.getByRole('button', { name: 'Remove filter: Stage: limits' }).click();
    await eventually(async () => (await lines()).at(-2)).toBe('In all: 3 questions');
    await ground.settle();
    await ground.reload();
    await eventually(async () => (await lines()).at(-2)).toBe('In all: 3 questions');
    await page.getByRole('button', { name: 'Close the explanation' }).click();
    await eventually(lines).toEqual([]);
  });

  it('says the first forty parts, and how many more there are', async () => {
    await open();
    const words = Array.from({ length: 43 }, (_each, at) => `w${at + 1}`);
    await ask(`${words.join(' ')} explain`);
    await eventually(async () => (await lines()).slice(39)).toEqual([
      '“w39”: 0 questions',
      '“w40”: 0 questions',
      'and 3 more',
      'In all: 0 questions',
      'View: List · Grouped by note',
    ]);
    await page.getByRole('button', { name: 'Remove filter: “w1”' }).click();
    await eventually(async () => (await lines()).slice(40, 42)).toEqual([
      '“w41”: 0 questions',
      'and 2 more',
    ]);
  });

  it('is asked for in the menu of saved queries, in the language of the interface', async () => {
    await open({ lang: 'zh-TW' });
    await page.getByRole('button', { name: '已存查詢' }).click();
    await page.locator('.menu-item', { hasText: '說明這個查詢' }).click();
    await eventually(lines).toEqual([
      '我的文章：5 個問題',
      '全部符合：5 個問題',
      '檢視方式：清單 · 目前依筆記分組',
    ]);
  });
});

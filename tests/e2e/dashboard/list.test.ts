// The list: its groups, the notes it opens and comes back from, its menus, and what it tells of itself.
import { describe, expect, it } from 'vitest';
import {
  RESEARCH,
  ground,
  page,
  open,
  list,
  row,
  cell,
  eventually,
  expectTotals,
  questions,
  chips,
  rowOf,
  beforeCursor,
  expectNoErrors,
} from './opened.ts';

describe('the list', () => {
  it('groups by note, with what each note asks and misses, and by stance', async () => {
    await open();
    const titles = page.locator('.question-stance-note-title');
    await eventually(() => titles.allTextContents()).toEqual(['talk', '研究']);
    const stages = page
      .locator('.question-stance-group')
      .first()
      .locator('.question-stance-path-stage');
    await expect
      .poll(() => stages.nth(4).getAttribute('aria-label'))
      .toBe('Build an analogy: missing');
    await expect
      .poll(() => stages.nth(5).getAttribute('aria-label'))
      .toBe('Test against real limits: 1 question');
    await page.getByRole('button', { name: 'Grouped by note' }).click();
    await page.locator('.menu-item', { hasText: 'By stance' }).click();
    const names = page.locator('.question-stance-group-name');
    await eventually(() => names.allTextContents()).toEqual([
      'Digging inward',
      'Bridging outward',
      'Untagged',
    ]);
    await expectNoErrors();
  });

  it('shows a note’s questions of the stage whose line in its path is clicked', async () => {
    await open();
    await page.click(cell('is:untagged'));
    await page.click(cell('stage:outward/limits'));
    await expectTotals('2 2 2 0');
    const header = page.locator('.question-stance-group', { hasText: 'talk' });
    await header.getByRole('button', { name: 'Ultimate philosophy: 1 question' }).click();
    await eventually(questions).toEqual(['How would anyone know?']);
    await expect
      .poll(() => chips())
      .toEqual(['Note: talk', 'Bridging outward › Ultimate philosophy']);
    await expectNoErrors();
  });

  it('collapses a group', async () => {
    await open();
    await page.locator('.question-stance-twisty').first().click();
    await eventually(() => questions().then((texts) => texts.length)).toBe(3);
    await expectNoErrors();
  });

  it('opens the note at the question, shown and not selected, and comes back to its row', async () => {
    await open();
    await page.click(cell('stage:outward/limits'));
    await expectTotals('2 2 2 0');
    await rowOf('資源從哪裡來？').click();
    await eventually(beforeCursor).toBe('資源從哪裡來？');
    await expect.poll(() => page.textContent('.question-stance-flash')).toBe('資源從哪裡來？');
    await eventually(() => page.locator('.question-stance-flash').count()).toBe(0);
    await ground.runCommand('app:go-back');
    await expectTotals('2 2 2 0');
    await eventually(() => page.locator(`${list} .is-active`).textContent()).toContain('資源');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.className))
      .toContain('questions');
    await page.keyboard.press('k');
    await eventually(() => page.locator(`${list} .is-active`).textContent()).not.toContain('資源');
    await expectNoErrors();
  });

  it('comes back to its row by the keyboard, however far down it is', async () => {
    const asked = Array.from({ length: 200 }, (_, nth) => `Is this ${nth}?\n`);
    const front = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
    await open({ notes: { 'long.md': `${front}${asked.join('\n')}` } });
    await page.locator(row).first().waitFor();
    await page.keyboard.press('End');
    for (let times = 0; times < 40; times++) await page.keyboard.press('k');
    const active = page.locator(`${list} .is-active`);
    await eventually(() => active.textContent()).toContain('Is this 159?');
    await page.keyboard.press('Enter');
    await eventually(beforeCursor).toBe('Is this 159?');
    await ground.runCommand('app:go-back');
    await eventually(() => active.textContent()).toContain('Is this 159?');
    await page.keyboard.press('j');
    await eventually(() => active.textContent()).toContain('Is this 160?');
    await expectNoErrors();
  });

  describe('opens a note, which stays as it was', () => {
    const NOTE = `---\ntags: [my-article]\nCheckbox 1: true\n---\nFirst line.\n\nWhy is it so? #question/inward/difference\n\nLast line.\n`;
    const opened = 'Why is it so?';
    const hold = async (key: string) => {
      for (let times = 0; times < 8; times++) {
        await page.keyboard.down(key);
        await page.waitForTimeout(60);
      }
      await page.keyboard.up(key);
    };
    it.each([
      ['by an Enter that is held', () => hold('Enter')],
      [
        'by Enter twice',
        async () => {
          await page.keyboard.press('Enter');
          await page.waitForTimeout(150);
          await page.keyboard.press('Enter');
        },
      ],
      ['by a double click', () => rowOf(opened).dblclick({ delay: 40 })],
      ['by a triple click', () => rowOf(opened).click({ clickCount: 3, delay: 40 })],
    ])('%s', async (_what, act) => {
      await open({ notes: { 'note.md': NOTE } });
      await rowOf(opened).waitFor();
      await page.focus(list);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await act();
      await eventually(beforeCursor).toBe(opened);
      await page.waitForTimeout(300);
      await ground.settle();
      await expect.poll(() => ground.readNote('note.md')).toBe(NOTE);
      // What is typed then stands behind the question and takes nothing away.
      await page.waitForTimeout(500);
      await page.keyboard.type('x');
      await ground.settle();
      await eventually(() => ground.readNote('note.md')).toBe(NOTE.replace('so?', 'so?x'));
      await expectNoErrors();
    });
  });

  it('leaves no gap and no overlap between rows of one, two and three lines, however it is scrolled', async () => {
    const asked = Array.from({ length: 300 }, (_, nth) => {
      const more = 'and whatever else there was to be asked of them that day '.repeat(
        (nth % 7) % 4,
      );
      return `Is this ${nth} ${more}at all?\n`;
    });
    const front = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
    await open({ width: 'phone', notes: { 'long.md': `${front}${asked.join('\n')}` } });
    await page.locator(row).first().waitFor();
    const scroller = page.locator('.question-stance-dashboard');
    const seams = () =>
      page.locator(`${list} .question-stance-list-row:not([data-index="-1"])`).evaluateAll((rows) =>
        rows.flatMap((each, at) => {
          const next = rows[at + 1];
          if (!next) return [];
          const { bottom } = each.getBoundingClientRect();
          return [Math.round(next.getBoundingClientRect().top - bottom)];
        }),
      );
    for (const top of [150, 300, 450, 9_000, 9_170, 9_020, 2_000, 1_930, 0]) {
      await scroller.evaluate((element, to) => (element.scrollTop = to), top);
      await eventually(async () => (await seams()).filter((seam) => seam !== 0)).toEqual([]);
      await expect.poll(async () => (await seams()).length).toBeGreaterThan(5);
    }
    await expectNoErrors();
  });

  it('comes back to where it was scrolled to', async () => {
    const asked = Array.from({ length: 200 }, (_, nth) => `Is this ${nth}?\n`);
    const front = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
    await open({ notes: { 'long.md': `${front}${asked.join('\n')}` } });
    await page.locator(row).first().waitFor();
    const scroller = page.locator('.question-stance-dashboard');
    await scroller.evaluate((element) => (element.scrollTop = 6_000));
    await eventually(questions).toContain('Is this 120?');
    const before = await scroller.evaluate((element) => element.scrollTop);
    await rowOf('Is this 120?').click();
    await eventually(beforeCursor).toBe('Is this 120?');
    await ground.runCommand('app:go-back');
    const after = () => scroller.evaluate((element) => element.scrollTop);
    await eventually(after).toBeGreaterThan(before - 200);
    await expect.poll(() => after()).toBeLessThan(before + 200);
    await eventually(questions).toContain('Is this 120?');
    await expectNoErrors();
  });

  it('previews the note under the pointer with Ctrl', async () => {
    await open();
    await page.keyboard.down('Control');
    await rowOf('Is the budget enough?').hover();
    await page.waitForSelector('.hover-popover');
    await expect.poll(() => page.textContent('.hover-popover')).toContain('Is the budget enough?');
    await page.keyboard.up('Control');
    await expectNoErrors();
  });

  it('tells screen readers what its areas are called, and shows that to nobody as a tooltip', async () => {
    await open();
    const named = [
      page.getByRole('region', { name: 'Question dashboard' }),
      page.getByRole('group', { name: 'Notes to show' }),
      page.getByRole('region', { name: 'Questions by stance and stage' }),
      page.getByRole('group', { name: 'Bridging outward' }),
      page.getByRole('textbox', { name: 'Search questions…' }),
      page.getByRole('treegrid', { name: 'Questions' }),
    ];
    for (const area of named) await eventually(() => area.count()).toBe(1);
    // Between the cells, over a text, beside the switch: nothing but the area itself is named there.
    for (const place of [
      '.question-stance-head',
      `${row} .question-stance-place`,
      '.question-stance-search-input',
    ]) {
      await page.locator(place).first().hover();
      await page.waitForTimeout(800);
      await expect.poll(() => page.locator('.tooltip').allTextContents()).toEqual([]);
    }
    await page.locator(`${row} .question-stance-chip-button`).first().hover();
    await page.locator('.tooltip').waitFor();
    await expectNoErrors();
  });

  it('shares no id with another dashboard', async () => {
    await open();
    await page.evaluate(async () => {
      interface Host {
        readonly app: {
          readonly workspace: {
            getLeaf(pane: 'split'): { setViewState(state: object): Promise<void> };
          };
        };
      }
      const { app } = (window as unknown as { readonly playground: Host }).playground;
      const leaf = app.workspace.getLeaf('split');
      await leaf.setViewState({ type: 'question-stance-dashboard', active: true, state: {} });
    });
    await eventually(() => page.locator('.question-stance-page').count()).toBe(2);
    await eventually(() => page.locator(row).count()).toBe(12);
    const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    await expectNoErrors();
  });

  it('offers ways to open, tag and filter in the menu of a question', async () => {
    await open();
    await rowOf('資源從哪裡來？').click({ button: 'right' });
    await page.locator('.menu-item', { hasText: 'Show only Label: 核心問題' }).click();
    await expectTotals('1 2 2 0');
    await rowOf('資源從哪裡來？').click({ button: 'right' });
    await page.locator('.menu-item', { hasText: 'Clear tag' }).click();
    await eventually(() => ground.readNote('articles/研究.md')).toBe(
      RESEARCH.replace(' #question/outward/limits', ''),
    );
    await expectNoErrors();
  });

  it('offers the menu of a note wherever its header is pressed', async () => {
    await open();
    const header = page.locator(`${list} .question-stance-group`).filter({ hasText: '研究' });
    const size = await header.boundingBox();
    await header.click({ button: 'right', position: { x: (size?.width ?? 0) / 2, y: 5 } });
    await page.locator('.menu-item', { hasText: 'Show only Note: 研究' }).click();
    await expectTotals('1 3 2 1');
    await expectNoErrors();
  });

  it('opens a new tab with Ctrl or the middle button, and stays', async () => {
    await open();
    await rowOf('Is the budget enough?').click({ modifiers: ['Control'] });
    await eventually(beforeCursor).toBe('Is the budget enough?');
    await expect.poll(() => page.locator('.question-stance-page').count()).toBe(1);
    await ground.runCommand('open-dashboard');
    await rowOf('How would anyone know?').click({ button: 'middle' });
    await eventually(beforeCursor).toBe('How would anyone know?');
    await expectNoErrors();
  });
});

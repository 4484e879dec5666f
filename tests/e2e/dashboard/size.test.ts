// A dashboard of many questions, on a phone, in narrow panes, with many and long names.
import { describe, expect, it } from 'vitest';
import { expandMatrix } from '../harness/matrix.ts';
import {
  ground,
  page,
  open,
  list,
  row,
  eventually,
  expectTotals,
  questions,
  expectNoErrors,
} from './opened.ts';

describe('size', () => {
  it('keeps few elements for five thousand questions, wherever it is scrolled to', async () => {
    const notes = Object.fromEntries(
      Array.from({ length: 50 }, (_, at) => {
        const asked = Array.from({ length: 100 }, (__, nth) => `Is this ${at}-${nth}?\n`);
        const front = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
        return [`many/${String(at).padStart(2, '0')}.md`, `${front}${asked.join('\n')}`];
      }),
    );
    await open({ notes });
    await expectTotals('50 5,000 0 5,000');
    const elements = () => page.locator('.question-stance-page *').count();
    await expect.poll(() => elements()).toBeLessThan(1_500);
    await page.focus(list);
    await page.keyboard.press('End');
    await page.waitForSelector(`${row}:has-text("Is this 49-99?")`);
    await expect.poll(() => elements()).toBeLessThan(1_500);
    const scroller = page.locator('.question-stance-dashboard');
    // The list goes on adjusting to measured heights for some frames after a jump.
    await page.waitForTimeout(500);
    await scroller.evaluate((element) => (element.scrollTop = element.scrollHeight / 2));
    await eventually(questions).toContain('Is this 25-0?');
    await expect.poll(() => elements()).toBeLessThan(1_500);
    await expectNoErrors();
  });

  it('fits a phone: bars instead of arrows, no sideways scrolling, targets for thumbs', async () => {
    await open({ width: 'phone' });
    await expectTotals('2 6 4 2');
    await expandMatrix(page);
    const arrows = page.locator('.question-stance-arrow');
    const boxes = await arrows.evaluateAll((elements) =>
      elements.map((element) => element.getBoundingClientRect().toJSON() as DOMRect),
    );
    expect(new Set(boxes.map((box) => Math.round(box.left))).size).toBe(1);
    // A stage of a note's path is a short line in sight, and as tall as a thumb to the touch.
    for (const small of ['button.question-stance-path-stage', '[data-missing]']) {
      const reach = await page
        .locator(small)
        .first()
        .evaluate((button) => parseFloat(getComputedStyle(button, '::after').height));
      expect(reach).toBeGreaterThanOrEqual(44);
    }
    const buttons = page.locator(
      '.question-stance-page button:not(.question-stance-path-stage, [data-missing]):visible',
    );
    const heights = await buttons.evaluateAll((elements) =>
      elements.map((element) => element.getBoundingClientRect().height),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    const overflow = await page
      .locator('.question-stance-dashboard')
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expectNoErrors();
  });

  it('breaks no word of nine stages or beside a long name of a stance', async () => {
    const stage = (nth: number) => ({
      id: `t${nth}`,
      label: { en: `Fundamental difference ${nth}` },
      asks: { en: 'What?' },
    });
    const stances = [
      { count: 9, name: 'Nine' },
      {
        count: 3,
        name: 'A very long name of a stance that goes on and on and comes to no end at all',
      },
    ].map(({ count, name }, nth) => ({
      id: `s${nth}`,
      label: { en: name },
      color: 'red',
      stages: Array.from({ length: count }, (_, at) => stage(at + 1)),
    }));
    await open({ data: { version: 1, taxonomy: { stances } } });
    const names = page.locator('.question-stance-arrow span');
    await eventually(() => names.count()).toBe(12);
    const broken = await names.evaluateAll((spans) =>
      spans.flatMap((span) => {
        const text = span.firstChild;
        return [...span.textContent.matchAll(/\S+/g)].filter(({ 0: word, index }) => {
          const range = document.createRange();
          if (text) range.setStart(text, index);
          if (text) range.setEnd(text, index + word.length);
          return range.getClientRects().length !== 1;
        });
      }),
    );
    expect(broken).toEqual([]);
    const matrix = await page.locator('.question-stance-matrix').boundingBox();
    const long = await page.locator('.question-stance-stance-name').last().boundingBox();
    expect(long?.width).toBeLessThan((matrix?.width ?? 0) / 3);
    expect(long?.height).toBeLessThan(50);
  });

  it('turns to bars in a narrow pane of a wide window', async () => {
    await open({ viewport: { width: 1000, height: 960 } });
    const lefts = async () => {
      const all = await page
        .locator('.question-stance-arrow')
        .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().left));
      return new Set(all.map(Math.round)).size;
    };
    await eventually(lefts).toBeGreaterThan(1);
    await ground.openNote('plain.md', 'split');
    // There is no room for it beside the list.
    await eventually(lefts).toBe(0);
    await expandMatrix(page);
    await eventually(lefts).toBe(1);
    await expectNoErrors();
  });
});

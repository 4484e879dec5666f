// What the tag modal suggests, on the built plugin: the keys of its proposals and ghosts, the bytes that are then on
// disk, what is learnt of them, and what a person sees and touches.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { faultsWithin } from './harness/axe.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const HEAD = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';

/** An article in which every label has its stage, with tags or without. */
function article(n: number, isTagged: boolean): string {
  const tag = (stage: string) => (isTagged ? ` #question/${stage}` : '');
  return `${HEAD}# 第 ${n} 篇

## 關於速度

現象：

為什麼第${n}個人走得特別快，卻說自己很慢？${tag('inward/anomaly')}

核心問題：

第${n}種快和慢的差別，到底在哪裡？${tag('inward/difference')}

第${n}個慢下來的人，少做了什麼？${tag('inward/difference')}

## 關於代價

資源問題：

如果沒有人付第${n}筆錢，慢得下來嗎？${tag('outward/limits')}

沒有人付第${n}次錢，等得下去嗎？${tag('outward/limits')}
`;
}

const NEW = '訪談/新.md';
const UNTAGGED = article(20, false);
const TAGGED = article(20, true);
const TAGGED_BEFORE = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`訪談/第${n}篇.md`, article(n, true)]),
);

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}, note = UNTAGGED): Promise<void> {
  ground = await openPlayground({
    lang: 'zh-TW',
    ...options,
    notes: { ...TAGGED_BEFORE, [NEW]: note, ...options.notes },
  });
  page = ground.page;
  await ground.openNote(NEW);
}

async function openModal(): Promise<void> {
  await ground.runCommand('tag-note');
  await page.waitForSelector('.question-stance-tagging');
}

/** The modal on the note, once all that can be known of it is. */
async function openHaunted(options: PlaygroundOptions = {}, note = UNTAGGED): Promise<void> {
  await open(options, note);
  await openModal();
  await expectGhosts(...GHOSTS);
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

const GHOSTS = ['觀察異常', '根本差異', '根本差異', '挑戰現實限制', '挑戰現實限制'];

const modal = () => page.locator('.question-stance-tag-modal');
const row = (at: number) => page.locator('.question-stance-tag-row').nth(at);
const texts = (selector: string) => page.locator(selector).allInnerTexts();
const expectGhosts = (...stages: readonly string[]) =>
  expect
    .poll(() => texts('.question-stance-tag-row .is-ghost.question-stance-chip'))
    .toEqual(stages);
const expectPending = (...stages: readonly string[]) =>
  expect.poll(() => texts('.question-stance-tag-row .is-pending')).toEqual(stages);
const expectCursor = (at: number) =>
  expect
    .poll(() =>
      page
        .locator('.question-stance-tag-row')
        .evaluateAll((rows) => rows.findIndex((each) => each.classList.contains('is-cursor'))),
    )
    .toBe(at);
const offer = () => page.locator('.question-stance-choices-offer');

async function onDisk(): Promise<string> {
  await ground.settle();
  return ground.readNote(NEW);
}
const becomes = (text: string) => expect.poll(() => onDisk()).toBe(text);

async function write(): Promise<void> {
  await press('Control+Enter');
  await modal().waitFor({ state: 'detached' });
}

interface Learnt {
  readonly records: Readonly<
    Record<string, { proposed: number; right: number; ghosts: boolean[] }>
  >;
  readonly rejected: readonly string[];
}

/** What is kept on the device. */
function learnt(): Promise<Learnt | null> {
  return page.evaluate(() => {
    const { app } = (
      window as unknown as {
        playground: { app: { loadLocalStorage(key: string): unknown } };
      }
    ).playground;
    return app.loadLocalStorage('question-stance-suggestions') as Learnt | null;
  });
}

/** How often the labels' word was right, of how often it was given. */
async function labelRecord(): Promise<readonly [right: number, proposed: number]> {
  const record = (await learnt())?.records.label;
  return [record?.right ?? 0, record?.proposed ?? 0];
}

describe('what is suggested in the tag modal', () => {
  it('stands as ghosts on all rows, and as three stages with keys and a reason at the cursor', async () => {
    await openHaunted();
    await expectCursor(0);
    await expect
      .poll(() => texts('.is-cursor .question-stance-tag-proposal kbd'))
      .toEqual(['s', 'd', 'f']);
    await expect.poll(() => page.locator('.question-stance-tag-proposals').count()).toBe(1);
    await press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await expect
      .poll(() => page.locator('.is-cursor .question-stance-tag-proposal').first().innerText())
      .toContain('挑戰現實限制');
    await expect
      .poll(() => page.locator('.is-cursor .question-stance-tag-why').innerText())
      .not.toBe('');
    const title = () =>
      page.locator('.is-cursor .question-stance-tag-proposal').first().getAttribute('title');
    await expect.poll(title).toContain('很有可能');
    await expect.poll(title).toContain('資源問題');
    const said = row(3).locator('.question-stance-for-screen-readers');
    await expect.poll(async () => (await said.allInnerTexts()).join(' ')).toContain('建議：s，');
    await expect
      .poll(() => row(1).locator('.question-stance-for-screen-readers').last().innerText())
      .toContain('建議：向內挖掘 › 根本差異');
  });

  it('is neither chosen nor written by opening, moving, Tab and leaving', async () => {
    await openHaunted();
    await press('j', 'j', 'k', 'End', 'Home', 'Tab', 'Shift+Tab');
    await expectPending();
    await page.locator('.question-stance-tagging-list').focus();
    await press('Escape');
    await modal().waitFor({ state: 'detached' });
    await becomes(UNTAGGED);
  });

  it('s, d and f take the first, second and third, digits something else, and just that is written', async () => {
    await openHaunted();
    const stages: string[] = [];
    for (const [at, key] of ['s', 'd', 'f'].entries()) {
      await expectCursor(at);
      const chip = page.locator('.is-cursor .question-stance-tag-proposal').nth(at);
      stages.push((await chip.innerText()).replace(/^\w\s*/, '').trim());
      await press(key);
    }
    await press('2', '1');
    await expectPending(...stages, '釐清定義');
    await write();
    await becomes(await onDisk());
    const written = await onDisk();
    expect(written.replace(/ #question\/\w+\/\w+/g, '')).toBe(UNTAGGED);
    expect(written.match(/#question\/\w+\/\w+/g)).toHaveLength(4);
    expect(written).toContain('快，卻說自己很慢？ #question/inward/anomaly');
    expect(written).toContain('慢得下來嗎？ #question/outward/definition');
  });

  it('y accepts the ghost and goes on; an undo gives it back', async () => {
    await openHaunted();
    await press('y', 'y');
    await expectPending('觀察異常', '根本差異');
    await expectCursor(2);
    await press('Control+z');
    await expectPending('觀察異常');
    await expectGhosts(...GHOSTS.slice(1));
    await expectCursor(1);
    await press('y', 'y', 'y', 'y', 'Enter');
    await modal().waitFor({ state: 'detached' });
    await becomes(TAGGED);
  });

  it('n rejects the ghost and stays; the next move up, and it stays rejected when the modal opens again', async () => {
    await openHaunted();
    await press('j');
    await expectCursor(1);
    const before = await texts(
      '.is-cursor .question-stance-tag-proposal .question-stance-ellipsis',
    );
    expect(before[0]).toBe('根本差異');
    await press('n');
    await expectCursor(1);
    const now = () => texts('.is-cursor .question-stance-tag-proposal .question-stance-ellipsis');
    await expect.poll(async () => (await now()).slice(0, 2)).toEqual(before.slice(1));
    await expect.poll(now).toHaveLength(3);
    const left = ['觀察異常', '根本差異', '挑戰現實限制', '挑戰現實限制'];
    await expectGhosts(...left);
    await press('y');
    await expectPending();
    await press('Escape');
    await modal().waitFor({ state: 'detached' });
    await openModal();
    await expectGhosts(...left);
    await expect.poll(async () => (await learnt())?.rejected.length).toBe(1);
  });

  it('a rejection that is undone is as if it had not been', async () => {
    await openHaunted();
    await press('n');
    await expectGhosts(...GHOSTS.slice(1));
    await press('Control+z');
    await expectGhosts(...GHOSTS);
    await expect.poll(async () => (await learnt())?.rejected).toEqual([]);
    await press('Control+y');
    await expectGhosts(...GHOSTS.slice(1));
    await press('Control+z', 'Escape');
    await modal().waitFor({ state: 'detached' });
    await openModal();
    await expectGhosts(...GHOSTS);
  });

  it('Shift+Y says how many and why, and accepts them the second time, as one choice', async () => {
    await openHaunted();
    await press('Shift+Y');
    await expect.poll(() => offer().innerText()).toMatch(/^5 項建議：\d 題.+。$/);
    await expectPending();
    await press('Escape');
    await expect.poll(() => offer().count()).toBe(0);
    await expectGhosts(...GHOSTS);
    await press('Shift+Y', 'Shift+Y');
    await expectPending(...GHOSTS);
    await press('Control+z');
    await expectPending();
    await expectGhosts(...GHOSTS);
    await press('Shift+Y', 'Enter');
    await expectPending(...GHOSTS);
    await write();
    await becomes(TAGGED);
  });

  it('learns at once in the note what its labels are now', async () => {
    await open({}, UNTAGGED.replace('資源問題：', '沒人用過的標題：'));
    await openModal();
    await press('End');
    const first = row(4).locator('.question-stance-tag-proposal').first();
    await expect.poll(() => first.innerText()).toContain('挑戰現實限制');
    const title = () => first.getAttribute('title');
    await expect.poll(title).not.toContain('沒人用過的標題');
    await press('k', '2', '3');
    await expectCursor(4);
    await expect.poll(title).toContain('這篇筆記裡，小標「沒人用過的標題」下的唯一的一題');
  });
});

describe('what is learnt', () => {
  it('is learnt of what is written, goes with the undo and comes back with the redo', async () => {
    await openHaunted();
    await press('y', 'y', 'y');
    await expectPending('觀察異常', '根本差異', '根本差異');
    await expect.poll(() => labelRecord()).toEqual([0, 0]);
    await write();
    await expect.poll(() => labelRecord()).toEqual([3, 3]);
    await ground.settle();
    await ground.runCommand('undo-tagging');
    await becomes(UNTAGGED);
    await expect.poll(() => labelRecord()).toEqual([0, 0]);
    await ground.runCommand('redo-tagging');
    await expect.poll(() => labelRecord()).toEqual([3, 3]);
  });

  it('counts a digit against what was suggested', async () => {
    await openHaunted();
    await press('2', '1');
    await write();
    await expect.poll(() => labelRecord()).toEqual([0, 1]);
  });

  it('is nothing where choices are given up', async () => {
    await openHaunted();
    await press('y', 'Escape');
    await page.getByRole('button', { name: '捨棄' }).click();
    await modal().waitFor({ state: 'detached' });
    await expect.poll(() => labelRecord()).toEqual([0, 0]);
    await becomes(UNTAGGED);
  });
});

describe('by the setting', () => {
  it('off, nothing is suggested and its keys do nothing', async () => {
    await open({ data: { version: 2, suggest: { mode: 'off' } } });
    await openModal();
    await row(0).waitFor();
    await press('s', 'y', 'n', 'Shift+Y');
    await expectPending();
    await expectGhosts();
    await expect.poll(() => page.locator('.question-stance-tag-proposal').count()).toBe(0);
    await expect.poll(() => texts('.question-stance-hint')).not.toContain('s\nd\nf\n建議');
    await expectCursor(0);
  });

  it('with proposals alone, three stand at the cursor and no ghost anywhere', async () => {
    await open({ data: { version: 2, suggest: { mode: 'proposals' } } });
    await openModal();
    await expect
      .poll(() => texts('.is-cursor .question-stance-tag-proposal kbd'))
      .toEqual(['s', 'd', 'f']);
    // Until the tags of other notes are known, the words alone speak.
    const first = page.locator('.is-cursor .question-stance-tag-proposal').first();
    await expect.poll(() => first.textContent()).toContain('觀察異常');
    await press('y', 'Shift+Y');
    await expectGhosts();
    await expectPending();
    await press('s');
    await expectPending('觀察異常');
  });
});

/** What a browser tells of keys named `sdfyn`, in this order. */
const LAYOUTS: readonly (readonly [layout: string, keys: string, codes: string])[] = [
  ['Dvorak', 'sdfyn', 'Semicolon KeyH KeyY KeyT KeyL'],
  ['AZERTY', 'sdfyn', 'KeyS KeyD KeyF KeyY KeyN'],
  ['QWERTZ', 'sdfyn', 'KeyS KeyD KeyF KeyZ KeyN'],
  ['Zhuyin', 'ㄋㄎㄑㄗㄙ', 'KeyS KeyD KeyF KeyY KeyN'],
  ['Cyrillic', 'ывант', 'KeyS KeyD KeyF KeyY KeyN'],
  ['full width', 'ｓｄｆｙｎ', 'KeyS KeyD KeyF KeyY KeyN'],
];

describe('keys of all layouts', () => {
  const told = async (layout: (typeof LAYOUTS)[number], name: string, shiftKey = false) => {
    const at = 'sdfyn'.indexOf(name);
    const key = layout[1].charAt(at);
    const code = layout[2].split(' ')[at] ?? '';
    await page.evaluate(
      (init) => {
        const target = document.activeElement ?? document.body;
        target.dispatchEvent(
          new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }),
        );
      },
      { key: shiftKey ? key.toUpperCase() : key, code, shiftKey },
    );
  };

  it.each(LAYOUTS)('%s', async (...layout) => {
    await openHaunted();
    for (const [at, name] of ['s', 'd', 'f'].entries()) {
      const chip = page.locator('.is-cursor .question-stance-ellipsis');
      const stages = await chip.allInnerTexts();
      await told(layout, name);
      await expectCursor(at + 1);
      await expect
        .poll(() => row(at).locator('.is-pending').innerText())
        .toBe(stages[at + 1] ?? 'none');
    }
    await told(layout, 'y');
    await expectCursor(4);
    await expect.poll(() => row(3).locator('.is-pending').innerText()).toBe('挑戰現實限制');
    await told(layout, 'n');
    await expectGhosts();
    await press('Control+z');
    await expectGhosts('挑戰現實限制');
    await told(layout, 'y', true);
    await expect.poll(() => offer().count()).toBe(1);
    await told(layout, 'n');
    await expect.poll(() => offer().count()).toBe(0);
    await expectGhosts('挑戰現實限制');
  });
});

describe('by mouse and touch', () => {
  it('a ghost is accepted where it stands, a proposal at the cursor, and the keyboard stays on the list', async () => {
    await openHaunted();
    await row(3).locator('.question-stance-tag-ghost').click();
    await expect.poll(() => row(3).locator('.is-pending').innerText()).toBe('挑戰現實限制');
    await expectCursor(0);
    await page.locator('.is-cursor .question-stance-tag-reject').click();
    await expect.poll(() => row(0).locator('.is-ghost').count()).toBe(0);
    const stage = await row(0)
      .locator('.question-stance-tag-proposal .question-stance-ellipsis')
      .first()
      .innerText();
    await row(0).locator('.question-stance-tag-proposal').first().click();
    await expect.poll(() => row(0).locator('.is-pending').innerText()).toBe(stage);
    await expectCursor(1);
    await press('y');
    await expect.poll(() => row(1).locator('.is-pending').innerText()).toBe('根本差異');
    await page
      .getByRole('button', { name: '採用全部', exact: false })
      .or(page.locator('.question-stance-choices-line.is-second button'))
      .first()
      .click();
    await press('Enter');
    await expectGhosts();
    await expect.poll(() => texts('.is-pending')).toHaveLength(5);
  });

  it('is touched on a phone', async () => {
    await openHaunted({ width: 'phone' });
    const ghost = row(2).locator('.question-stance-tag-ghost');
    await ghost.scrollIntoViewIfNeeded();
    await ghost.tap();
    await expect.poll(() => row(2).locator('.is-pending').innerText()).toBe('根本差異');
    const other = page.locator('.is-cursor .question-stance-tag-proposal:not(.is-ghost)').first();
    await other.scrollIntoViewIfNeeded();
    const box = await other.boundingBox();
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
    const stage = await other.innerText();
    await other.tap();
    await expect.poll(() => row(0).locator('.is-pending').innerText()).toBe(stage.trim());
    await expectCursor(1);
  });
});

describe('a long note', () => {
  it('has its ghosts wherever it is looked at, and below', async () => {
    const questions = Array.from(
      { length: 400 },
      (_, at) => `如果沒有人付第${at}筆錢，慢得下來嗎？`,
    );
    await open({}, `${HEAD}# 長\n\n## 關於代價\n\n資源問題：\n\n${questions.join('\n\n')}\n`);
    await openModal();
    const hauntedInSight = () =>
      page
        .locator('.question-stance-tag-row')
        .evaluateAll((rows) => rows.every((each) => each.querySelector('.is-ghost') !== null));
    await expect
      .poll(() => page.locator('.question-stance-tag-row .is-ghost').count())
      .toBeGreaterThan(5);
    await press('End');
    await expect.poll(() => page.locator('.is-cursor').innerText()).toContain('第399筆');
    await expect.poll(hauntedInSight).toBe(true);
    await expect
      .poll(() => page.locator('.question-stance-choices-line.is-second button').innerText())
      .toContain('400');
  });
});

describe('how it looks', () => {
  it('no row but the cursor’s is higher for it, before and after a ghost is accepted', async () => {
    await openHaunted();
    const heights = () =>
      page
        .locator('.question-stance-tag-row')
        .evaluateAll((rows) => rows.map((each) => Math.round(each.getBoundingClientRect().height)));
    const [cursor = 0, plain = 0] = await heights();
    expect(cursor).toBeGreaterThan(plain);
    await expect.poll(heights).toEqual([cursor, plain, plain, plain, plain]);
    await press('y', 'y');
    await expectCursor(2);
    await expect.poll(heights).toEqual([plain, plain, cursor, plain, plain]);
  });

  it.each(['zh-TW', 'en'] as const)('in %s nothing is faint or ill said', async (lang) => {
    await open({ lang });
    await openModal();
    await expect
      .poll(() => texts('.question-stance-tag-row .is-ghost.question-stance-chip'))
      .toHaveLength(5);
    await press('j');
    await expectCursor(1);
    expect(await faultsWithin(page, '.question-stance-tag-modal')).toEqual([]);
    await press('y', 'n', 'Shift+Y');
    await offer().waitFor();
    expect(await faultsWithin(page, '.question-stance-tag-modal')).toEqual([]);
  });
});

// Every listener for keys, on the built plugin, worked by the keys of all layouts, and left alone by the Enter that
// ends an input method's word, in each browser's order of events.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { COMPOSING_ENTERS, LAYOUTS, type Told, type Wanted } from '../keys/layouts.ts';
import type { Listener } from '../keys/listeners.ts';
import { openPlayground, type Playground } from './harness/playground.ts';

const NOTE = `---
tags: [my-article]
Checkbox 1: true
---
How would anyone know? #question/outward/philosophy

Is the budget enough?

What did the others do?
`;

let ground: Playground;
let page: Page;

async function open(others: Readonly<Record<string, string>> = {}): Promise<void> {
  ground = await openPlayground({ notes: { 'note.md': NOTE, ...others } });
  page = ground.page;
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 10_000 });
}

/** Presses a key on what has the focus, as a browser tells of it. */
async function tell(
  told: Told & { readonly isComposing?: boolean; readonly repeat?: boolean },
): Promise<void> {
  await page.evaluate((init) => {
    const target = document.activeElement ?? document.body;
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    target.dispatchEvent(event);
  }, told);
}

const ENTER = { key: 'Enter', code: 'Enter', keyCode: 13 };

async function enters(shiftKey = false): Promise<void> {
  for (const [, told] of COMPOSING_ENTERS) await tell({ ...told, shiftKey });
}

/** Does `act` with each layout's key of that name; it leaves everything as it was. */
async function byEachLayout(
  wanted: Wanted,
  act: () => Promise<void>,
  isText = false,
): Promise<void> {
  for (const { keys } of LAYOUTS) {
    // In a box, a key that an input method took is text to come.
    if (isText && keys[wanted].keyCode === 229) continue;
    await tell(keys[wanted]);
    await act();
  }
}

const focused = () => page.evaluate(() => document.activeElement?.className ?? '');
const list = '.question-stance-questions';
const picker = () => page.locator('.question-stance-picker');
const untouched = async () => {
  await ground.settle();
  await expect.poll(() => ground.readNote('note.md')).toBe(NOTE);
};

/** Opens the dialog that saves what the dashboard shows, and types a name. */
async function saveView(): Promise<void> {
  await openDashboard();
  await page.getByRole('button', { name: 'Saved queries' }).click();
  await page.locator('.menu-item', { hasText: 'Save this view' }).click();
  await page.locator('.question-stance-query-modal').getByLabel('Name').fill('All');
}

async function openDashboard(): Promise<void> {
  await open();
  await ground.runCommand('open-dashboard');
  await page.locator(`${list} .question-stance-question`).first().waitFor();
  await page.focus(list);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
}

async function openModal(): Promise<void> {
  await open();
  await ground.openNote('note.md');
  await ground.runCommand('tag-note');
  await page.waitForSelector('.question-stance-tagging');
}

async function openReview(): Promise<void> {
  await open();
  await ground.openNote('note.md');
  await ground.runCommand('review-untagged');
  await eventually(() => page.textContent('.question-stance-review-question')).toBe(
    'Is the budget enough?',
  );
}

/** Works what is asked after what, by its map or its table; `place` is what their buttons are numbered by. */
async function walkSteps(place: 'link' | 'row'): Promise<void> {
  await open();
  const tagged = NOTE.replace('enough?', 'enough? #question/outward/limits').replace(
    'others do?',
    'others do? #question/inward/anomaly',
  );
  await ground.writeNote('note.md', tagged);
  await ground.runCommand('open-dashboard');
  await page.getByRole('button', { name: 'Transitions', exact: true }).click();
  const buttons = page.locator(`[data-${place}]`);
  await eventually(() => buttons.count()).toBe(2);
  await buttons.first().focus();
  const at = () =>
    page.evaluate((name) => document.activeElement?.getAttribute(`data-${name}`), place);
  await page.keyboard.press('Home');
  const first = await at();
  await tell({ key: 'ArrowDown', code: 'ArrowDown', keyCode: 229, isComposing: true });
  await tell({ key: 'End', code: 'End', keyCode: 229, isComposing: true });
  await expect.poll(() => at()).toBe(first);
  await page.keyboard.press('End');
  await eventually(at).not.toBe(first);
  await page.keyboard.press('Home');
  await eventually(at).toBe(first);
  await enters();
  await ground.settle();
  await expect.poll(() => ground.readNote('note.md')).toBe(tagged);
}

/** Works the list of questions that stands in `within`; `first` are the keys that lead to its first question. */
async function walkList(within: string, first: readonly string[]): Promise<void> {
  const questions = `${within} ${list}`;
  await page.locator(`${questions} .question-stance-question`).first().waitFor();
  await page.focus(questions);
  for (const key of first) await page.keyboard.press(key);
  await walkQuestions(questions);
  await untouched();
}

/** Works the list, which has the focus and its cursor at the first question. */
async function walkQuestions(questions: string): Promise<void> {
  const active = page.locator(`${questions} .is-active`);
  const at = (text: string) => eventually(() => active.textContent()).toContain(text);
  await at('How would anyone know?');
  await enters();
  await byEachLayout('j', async () => {
    await at('Is the budget enough?');
    await page.keyboard.press('ArrowUp');
    await at('How would anyone know?');
  });
  await byEachLayout('Space', async () => {
    await page.locator('.question-stance-selection-bar').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.question-stance-selection-bar').waitFor({ state: 'detached' });
  });
  await byEachLayout('2', async () => {
    await eventually(() => picker().locator('input').inputValue()).toBe('2');
    await page.keyboard.press('Escape');
    await picker().waitFor({ state: 'detached' });
  });
}

const WALKS: { readonly [listener in Listener]: () => Promise<void> } = {
  'src/editor/mark-chip.ts keydown': async () => {
    await open();
    await ground.openNote('note.md');
    const chip = page.locator('.question-stance-inline-chip');
    await chip.waitFor();
    await chip.focus();
    await enters();
    await expect.poll(() => picker().count()).toBe(0);
    for (const { keys } of LAYOUTS) {
      await chip.focus();
      await tell(keys.Space);
      await picker().waitFor();
      await page.keyboard.press('Escape');
      await picker().waitFor({ state: 'detached' });
    }
  },
  'src/ui/bases/base-page.tsx onKeyDown': async () => {
    await open({ 'all.base': 'views:\n  - type: question-stance\n    name: All\n' });
    await ground.openNote('all.base');
    await walkList('.question-stance-base', ['Home', 'ArrowDown']);
  },
  'src/ui/block/block-view.tsx onKeyDown': async () => {
    await open({ 'block.md': '```question-stance\nview list\n```\n' });
    await ground.openNote('block.md');
    await ground.runCommand('markdown:toggle-preview');
    await walkList('.question-stance-block:visible', ['Home']);
  },
  'src/ui/dashboard/dashboard-view.ts scope': async () => {
    await openDashboard();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await tell({ key: '/', code: 'Digit7', keyCode: 55, shiftKey: true });
    await eventually(focused).toContain('search-input');
  },
  'src/ui/dashboard/dashboard-view.ts keydown': async () => {
    await openDashboard();
    const tool = page.locator('.question-stance-tool').first();
    await tool.focus();
    await byEachLayout('/', async () => {
      await eventually(focused).toContain('search-input');
      await tool.focus();
    });
  },
  'src/ui/dashboard/dashboard.tsx onKeyDown': async () => {
    await openDashboard();
    await walkQuestions(list);
    await byEachLayout('/', async () => {
      await eventually(focused).toContain('search-input');
      await page.focus(list);
    });
    await untouched();
    for (const { keys } of LAYOUTS) {
      await tell(keys.x);
      await eventually(() => ground.readNote('note.md')).toContain('know? #question/skip');
      // What is no question leaves the list; the note as it was brings it back.
      await page.locator(list).getByText('How would anyone know?').waitFor({ state: 'detached' });
      await ground.writeNote('note.md', NOTE);
      await page.locator(list).getByText('How would anyone know?').waitFor();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await eventually(() => page.textContent(`${list} .is-active`)).toContain(
        'How would anyone know?',
      );
    }
  },
  'src/ui/dashboard/actions/filter-picker.ts selectSuggestion': async () => {
    await openDashboard();
    await page.locator('.question-stance-tool').first().click();
    await page.locator('.question-stance-facet').first().waitFor();
    await enters();
    await expect.poll(() => page.locator('.question-stance-filter-chip').count()).toBe(0);
    await tell(ENTER);
    await page.locator('.question-stance-filter-chip').waitFor();
  },
  'src/ui/dashboard/compare/compare-table.tsx onKeyDown': async () => {
    await openDashboard();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-column'));
    await page.locator('.question-stance-compare-list [data-column="1"]').focus();
    await tell({ key: 'ArrowRight', code: 'ArrowRight', keyCode: 229, isComposing: true });
    await expect.poll(() => at()).toBe('1');
    await page.keyboard.press('ArrowRight');
    await eventually(at).toBe('2');
    await page.keyboard.press('ArrowLeft');
    await eventually(at).toBe('1');
    await enters();
    await untouched();
  },
  'src/ui/dashboard/transitions/transition-map.tsx onKeyDown': () => walkSteps('link'),
  'src/ui/dashboard/transitions/transition-table.tsx onKeyDown': () => walkSteps('row'),
  'src/ui/dashboard/timeline/timeline-bars.tsx onKeyDown': async () => {
    await openDashboard();
    await page.getByRole('button', { name: 'Timeline', exact: true }).click();
    const bar = page.locator('.question-stance-timeline-option').last();
    await bar.focus();
    const chosen = () => bar.getAttribute('aria-selected');
    await enters();
    await expect.poll(chosen).toBe('false');
    await page.keyboard.press('Enter');
    await eventually(chosen).toBe('true');
    await page.keyboard.press('Escape');
    await eventually(chosen).toBe('false');
    await enters();
    await untouched();
  },
  'src/ui/dashboard/list/group-path.tsx onKeyDown': async () => {
    await open();
    await ground.writeNote('note.md', NOTE.replace('enough?', 'enough? #question/outward/limits'));
    await ground.runCommand('open-dashboard');
    const steps = page.locator(`${list} button.question-stance-path-stage`);
    const asked = page.locator(`${list} .question-stance-path-stage.is-asked`);
    await eventually(() => asked.count()).toBe(2);
    await steps.first().focus();
    const step = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const first = await step();
    await tell({ key: 'ArrowRight', code: 'ArrowRight', keyCode: 229, isComposing: true });
    await expect.poll(() => step()).toBe(first);
    await page.keyboard.press('ArrowRight');
    await eventually(step).not.toBe(first);
    await page.keyboard.press('ArrowLeft');
    await eventually(step).toBe(first);
  },
  'src/ui/dashboard/matrix/matrix.tsx onKeyDown': async () => {
    await openDashboard();
    const stage = page.locator('[data-term="stage:inward/anomaly"]');
    await stage.waitFor();
    await stage.focus();
    await byEachLayout('o', async () => {
      await page.locator('.question-stance-others').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.question-stance-others').waitFor({ state: 'detached' });
      await stage.focus();
    });
    await untouched();
  },
  'src/ui/missing/open-stage.tsx onKeyDown': async () => {
    await open();
    await ground.openNote('note.md');
    await ground.runCommand('ask-missing');
    const at = page.locator('.question-stance-missing-choice.is-cursor');
    await eventually(() => at.textContent()).toContain('1');
    await enters();
    await untouched();
    await byEachLayout('2', async () => {
      await eventually(() => at.textContent()).toContain('2');
      await page.keyboard.press('Home');
    });
    await untouched();
  },
  'src/ui/others/others-modal.ts selectSuggestion': async () => {
    await open();
    await ground.writeNote('other.md', 'Who else? #question/outward/limits\n');
    await ground.openNote('note.md');
    await ground.runCommand('how-others-asked');
    await picker().waitFor();
    await page.keyboard.type('limits');
    await tell(ENTER);
    const example = page.locator('.question-stance-example', { hasText: 'Who else?' });
    await example.waitFor();
    await enters();
    await expect.poll(() => example.count()).toBe(1);
    await tell(ENTER);
    await example.waitFor({ state: 'detached' });
    await eventually(() => page.locator('.view-header-title').allInnerTexts()).toContain('other');
  },
  'src/ui/dashboard/filter/search-box.tsx onKeyDown': async () => {
    await openDashboard();
    await page.focus('.question-stance-search-input');
    await enters();
    await expect.poll(() => focused()).toContain('search-input');
    // What an input method has, it keeps: nothing is tagged by the next key.
    for (const { keys } of LAYOUTS) if (keys.x.keyCode === 229) await tell(keys.x);
    await untouched();
    await tell(ENTER);
    await eventually(focused).toContain('question-stance-questions');
  },
  'src/ui/editor/mark-suggest.ts selectSuggestion': async () => {
    await open();
    await ground.openNote('note.md');
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('And why?;;', { delay: 5 });
    const choices = page.locator('.suggestion-container .suggestion-item');
    await choices.first().waitFor();
    await enters();
    await ground.settle();
    // What is only told of as composed is an Enter to the editor, which ends the line; no tag is chosen by it.
    await expect.poll(() => ground.readNote('note.md')).not.toContain('#question/inward');
    await page.keyboard.type('And so?;;anomaly', { delay: 5 });
    await choices.first().waitFor();
    await tell(ENTER);
    await eventually(() => ground.readNote('note.md')).toContain(
      'And so? #question/inward/anomaly',
    );
  },
  'src/ui/editor/query-suggest.ts selectSuggestion': async () => {
    await open();
    await ground.openNote('note.md');
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n```question-stance\nkind:quo', { delay: 5 });
    await page.locator('.suggestion-container .suggestion-item').first().waitFor();
    await enters();
    await ground.settle();
    await expect.poll(() => ground.readNote('note.md')).not.toContain('kind:quoted');
    await page.keyboard.type('kind:hea', { delay: 5 });
    await page.locator('.suggestion-container .suggestion-item').first().waitFor();
    await tell(ENTER);
    await eventually(() => ground.readNote('note.md')).toContain('kind:heading');
  },
  'src/ui/review/review-picker.ts scope': async () => {
    await openReview();
    await enters(true);
    await expect
      .poll(() => page.textContent('.question-stance-review-question'))
      .toBe('Is the budget enough?');
    await tell({ ...ENTER, shiftKey: true });
    await eventually(() => page.textContent('.question-stance-review-question')).toBe(
      'What did the others do?',
    );
  },
  'src/ui/review/review-picker.ts selectSuggestion': async () => {
    await openReview();
    await enters();
    await tell({ ...ENTER, repeat: true });
    await untouched();
    await tell(ENTER);
    await eventually(() => ground.readNote('note.md')).toMatch(
      // Whichever is the likeliest.
      /enough\? #question\/(?:in|out)ward\//,
    );
  },
  'src/ui/askers/askers-modal.ts keydown': async () => {
    await open();
    await ground.openNote('note.md');
    await ground.runCommand('set-askers');
    const modal = page.locator('.question-stance-askers');
    await modal.getByLabel('Another name').fill('Ilya');
    await enters();
    await expect.poll(() => modal.locator('li').count()).toBe(0);
    await tell(ENTER);
    await expect.poll(() => modal.locator('li').count()).toBe(1);
    await tell(ENTER);
    await modal.waitFor({ state: 'detached' });
    await eventually(() => ground.readNote('note.md')).toContain('askers:\n  - Ilya\n');
  },
  'src/ui/saved-queries/query-modal.ts keydown': async () => {
    await saveView();
    const modal = page.locator('.question-stance-query-modal');
    await enters();
    await expect.poll(() => modal.count()).toBe(1);
    await tell(ENTER);
    await modal.waitFor({ state: 'detached' });
  },
  'src/ui/saved-queries/query-picker.ts selectSuggestion': async () => {
    await saveView();
    await tell(ENTER);
    await page.locator('.question-stance-query-modal').waitFor({ state: 'detached' });
    await ground.runCommand('open-saved-query');
    const picker = page.locator('.question-stance-query-picker');
    await picker.waitFor();
    await enters();
    await expect.poll(() => picker.count()).toBe(1);
    await tell(ENTER);
    await picker.waitFor({ state: 'detached' });
  },
  'src/ui/settings/new-term-modal.ts keydown': async () => {
    await open();
    await page.evaluate(() => {
      const { app } = (window as unknown as HostWindow).playground;
      app.setting.open();
      app.setting.openTabById('question-stance');
    });
    await page.getByRole('button', { name: 'Add a stance' }).click();
    const modal = page.locator('.question-stance-new-term');
    await modal.waitFor();
    const names = modal.getByRole('textbox', { name: 'Name' });
    await names.first().fill('Sideways');
    await names.last().fill('Far');
    await names.last().focus();
    await enters();
    await expect.poll(() => modal.count()).toBe(1);
    await tell(ENTER);
    await modal.waitFor({ state: 'detached' });
  },
  'src/ui/picker/stance-picker.ts keydown': async () => {
    await openDashboard();
    const active = page.locator(`${list} .is-active`);
    const at = (text: string) => eventually(() => active.textContent()).toContain(text);
    for (const { keys } of LAYOUTS) {
      if (keys['1'].keyCode === 229) continue;
      await page.keyboard.press('2');
      await eventually(() => picker().locator('input').inputValue()).toBe('2');
      await tell(keys['1']);
      await picker().waitFor({ state: 'detached' });
      await eventually(() => ground.readNote('note.md')).toContain(
        'know? #question/outward/definition',
      );
      await at('Is the budget enough?');
      await page.keyboard.press('ArrowUp');
      await at('Clarify the definition');
      await page.keyboard.press('Backspace');
      await eventually(() => ground.readNote('note.md')).toContain('know?\n');
      await at('Is the budget enough?');
      await page.keyboard.press('ArrowUp');
      await at('How would anyone know?');
      await at('Untagged');
    }
  },
  'src/ui/picker/stance-picker.ts selectSuggestion': async () => {
    await openDashboard();
    await page.keyboard.press('t');
    await picker().locator('.suggestion-item').first().waitFor();
    await page.keyboard.type('analogy');
    await enters();
    await expect.poll(() => picker().count()).toBe(1);
    await untouched();
    await tell(ENTER);
    await eventually(() => ground.readNote('note.md')).toContain('know? #question/outward/analogy');
  },
  'src/ui/tag-modal/tag-modal.tsx scope': async () => {
    await openModal();
    const cursor = page.locator('.question-stance-tag-row.is-cursor');
    const at = (text: string) => eventually(() => cursor.textContent()).toContain(text);
    await page.keyboard.press('Home');
    await enters();
    await byEachLayout('j', async () => {
      await at('Is the budget enough?');
      await page.keyboard.press('Home');
    });
    await byEachLayout('Space', async () => {
      await page.locator('.question-stance-tag-row.is-selected').waitFor();
      await page.keyboard.press('Escape');
    });
    await byEachLayout('1', async () => {
      await page.locator('.question-stance-choice.is-open').waitFor();
      await page.keyboard.press('Escape');
    });
    await byEachLayout('/', async () => {
      await eventually(focused).toContain('tagging-filter');
      await enters();
      await expect.poll(() => focused()).toContain('tagging-filter');
      await page.keyboard.press('Escape');
    });
    await expect.poll(() => page.locator('.question-stance-tag-modal').count()).toBe(1);
    await untouched();
  },
};

interface HostWindow {
  readonly playground: {
    readonly app: {
      readonly setting: { open(): void; openTabById(id: string): void };
    };
  };
}

describe('whatever the layout and the input method', () => {
  it.each(Object.entries(WALKS))('%s', async (_listener, walk) => {
    await walk();
  });
});

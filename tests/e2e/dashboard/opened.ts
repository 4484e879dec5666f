// The dashboard of a small vault, opened in a real browser on the built plugin, what is read of it there, and what is to
// hold behind each test. One playground a test, closed behind it.
import type { Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from '../harness/playground.ts';

export const RESEARCH = `---
tags:
  - my-article
Checkbox 1: true
author: someone
---
# 研究筆記

核心問題：

為什麼人類學得比較快？ #question/inward/difference

資源從哪裡來？ #question/outward/limits

算力瓶頸：

新的想法要怎麼驗證？
`;

export const TALK = `---
tags: [my-article/talks]
Checkbox 1: true
---
# A talk

How would anyone know? #question/outward/philosophy

Is the budget enough? #question/outward/limits

What did the others do?
`;

export const DRAFT = `---
tags: [my-article]
Checkbox 1:
---
Is this a draft?
`;

export const NOTES = {
  'articles/研究.md': RESEARCH,
  'articles/talk.md': TALK,
  'draft.md': DRAFT,
  'plain.md': 'Milk or tea?\n',
};

/** The host, as far as a note or folder is renamed in it. */
export interface RenamingWindow {
  readonly playground: {
    readonly app: {
      readonly vault: {
        getFileByPath(path: string): object | null;
        getAbstractFileByPath(path: string): object | null;
        rename(file: object, path: string): Promise<void>;
      };
    };
  };
}

export let ground: Playground;
export let page: Page;

export async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: NOTES, ...options });
  page = ground.page;
  await ground.runCommand('open-dashboard');
  await page.waitForSelector('.question-stance-page');
}

export const list = '.question-stance-questions';
export const row = `${list} .question-stance-question`;
export const cell = (term: string) => `.question-stance-matrix [data-term="${term}"]`;

/** Expects in the end what is not so at once: a browser on a busy machine takes its time. */
export function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 10_000 });
}

export async function totals(): Promise<string> {
  return (await page.locator('.question-stance-total b').allTextContents()).join(' ');
}

/** Notes, questions, tagged, untagged. */
export async function expectTotals(expected: string): Promise<void> {
  await eventually(totals).toBe(expected);
}

export async function questions(): Promise<readonly string[]> {
  const texts = page.locator(`${row} .question-stance-question-text`);
  return texts.evaluateAll((elements) =>
    elements.map((element) => {
      const place = element.querySelector('.question-stance-place')?.textContent ?? '';
      return element.textContent.replace(place, '');
    }),
  );
}

export async function chips(): Promise<readonly string[]> {
  return page.locator('.question-stance-filter-chip').allTextContents();
}

export function rowOf(text: string) {
  return page.locator(row).filter({ hasText: text });
}

/** The line of the active editor up to its cursor, with what is selected in brackets. */
export async function beforeCursor(): Promise<string> {
  return page.evaluate(() => {
    interface Place {
      readonly line: number;
      readonly ch: number;
    }
    interface Host {
      readonly app?: {
        readonly workspace: {
          readonly activeEditor: {
            readonly editor?: {
              getCursor(): Place;
              getLine(line: number): string;
              getSelection(): string;
            };
          } | null;
        };
      };
    }
    const editor = (window as unknown as Host).app?.workspace.activeEditor?.editor;
    if (!editor) return '';
    const { line, ch } = editor.getCursor();
    const selected = editor.getSelection();
    return editor.getLine(line).slice(0, ch) + (selected === '' ? '' : `[${selected}]`);
  });
}

export async function expectNoErrors(): Promise<void> {
  await ground.settle();
  expect(ground.errors).toEqual([]);
}

afterEach(async () => {
  await ground.close();
});

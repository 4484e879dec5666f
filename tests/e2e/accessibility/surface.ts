// What the tests of accessibility walk through: a part of the interface, and its states one after the other.
import type { Page } from 'playwright-core';
import type { Playground, PlaygroundOptions } from '../harness/playground.ts';

export type State = readonly [
  name: string,
  enter: (page: Page) => Promise<unknown>,
  /** What of the plugin's is looked at, where it is not the surface's own part. */
  within?: string,
];

export interface Surface {
  readonly name: string;
  readonly open: (ground: Playground) => Promise<unknown>;
  /** What the plugin draws of it. */
  readonly within: string;
  /** Entered one after the other, each from the one before. */
  readonly states: readonly State[];
  /** Rules of axe's that say nothing of it. */
  readonly passes?: readonly string[];
  /** In place of the sample vault. */
  readonly options?: PlaygroundOptions;
  /** The widths that it can be seen at; both where it does not say. */
  readonly only?: 'desktop';
}

export const NOTE = 'Interviews/Mara Lindqvist on giving a river back.md';

export const ARTICLE = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';

export const UNTOUCHED: State = ['untouched', (page) => page.mouse.move(0, 0)];

/** The pointer goes down on it and stays there. */
export async function holdDown(page: Page, control: string): Promise<void> {
  await page.locator(control).first().hover();
  await page.mouse.down();
}

export async function openDashboard(ground: Playground): Promise<void> {
  await ground.runCommand('open-dashboard');
  await ground.page.locator('.question-stance-question').first().waitFor();
}

/** Of a list in the settings, on a computer or a phone. */
export const ADD_TERM = '.setting-list-add, .setting-item-heading .clickable-icon';

export async function openSettings({ page }: Playground): Promise<void> {
  await page.evaluate(() => {
    const { setting } = (
      window as unknown as {
        playground: { app: { setting: { open(): void; openTabById(id: string): void } } };
      }
    ).playground.app;
    setting.open();
    setting.openTabById('question-stance');
  });
  await page.locator(ADD_TERM).first().waitFor();
}

/** As Obsidian lays its page out where the interface's language is written from the right. */
export async function turnAround(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    document.body.classList.add('mod-rtl');
  });
}

// The scenarios in Obsidian, by WebdriverIO.
import { $, $$, browser } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';
import type { Driver } from '../driver.ts';
import { SCENARIOS } from '../scenarios.ts';

const driver: Driver = {
  openNote: (path) => obsidianPage.openFile(path),
  runCommand: (id) => browser.executeObsidianCommand(id),
  readNote: (path) => obsidianPage.read(path),
  type: (text) => browser.keys([...text]),
  press: (key) => browser.keys([key]),
  click: async (selector, text) => {
    for (const element of await $$(selector).getElements()) {
      const says = text === undefined || (await element.getText()).includes(text);
      if (says && (await element.isDisplayed())) return element.click();
    }
    return $(selector).click();
  },
  count: async (selector) => {
    let shown = 0;
    for (const element of await $$(selector).getElements()) {
      if (await element.isDisplayed()) shown++;
    }
    return shown;
  },
};

describe('Question Stance in Obsidian', () => {
  beforeEach(() => obsidianPage.resetVault());

  for (const { name, run } of SCENARIOS) it(name, () => run(driver));
});

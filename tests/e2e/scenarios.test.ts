// The scenarios of `e2e-tests/`, which are meant for Obsidian itself, in the playground: so they are known to work up to
// the app's own differences.
import { afterEach, describe, expect, it } from 'vitest';
import type { Driver } from '../../e2e-tests/driver.ts';
import { SCENARIOS } from '../../e2e-tests/scenarios.ts';
import { openPlayground, type Playground } from './harness/playground.ts';

let ground: Playground;

afterEach(() => ground.close());

function driverOf(playground: Playground): Driver {
  const { page } = playground;
  return {
    openNote: (path) => playground.openNote(path),
    runCommand: (id) => playground.runCommand(id),
    readNote: (path) => playground.readNote(path),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    click: (selector, text) =>
      page
        .locator(selector, text === undefined ? {} : { hasText: text })
        .first()
        .click(),
    count: (selector) => page.locator(`${selector}:visible`).count(),
  };
}

describe.each(['desktop', 'phone'] as const)('on a %s', (width) => {
  it.each(SCENARIOS)('$name', async ({ run }) => {
    ground = await openPlayground({ vault: 'sample-vault', width });
    await run(driverOf(ground));
    expect(ground.errors).toEqual([]);
  });
});

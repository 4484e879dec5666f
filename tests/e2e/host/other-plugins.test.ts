// Other plugins beside the one that the playground is for.
import { afterEach, expect, it } from 'vitest';
import { ensureFixturePlugin } from '../harness/build-once.ts';
import { openPlayground, type Playground } from '../harness/playground.ts';

let ground: Playground;

afterEach(() => ground.close());

it('another plugin is loaded beside the real one, with its commands, settings and data of its own', async () => {
  ground = await openPlayground({
    notes: {
      'one.md': 'One\n',
      '.obsidian/plugins/fixture-plugin/data.json': '{"greeting":"Beside"}',
    },
    others: [await ensureFixturePlugin()],
  });
  const { page } = ground;
  await ground.openNote('one.md');
  await ground.runCommand('fixture-plugin:shout');
  await ground.settle();
  await expect.poll(() => ground.readNote('one.md')).toBe('1One\n2');
  await ground.runCommand('question-stance:open-dashboard');
  await page.locator('.question-stance-page').waitFor();
  await page.keyboard.press('Control+,');
  await page.locator('[data-setting-id="fixture-plugin"]').click();
  const greeting = page.locator('.setting-item', { hasText: 'Greeting' }).first().locator('input');
  await expect.poll(() => greeting.inputValue()).toBe('Beside');
  expect(ground.errors).toEqual([]);
});

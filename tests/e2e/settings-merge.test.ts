// Settings that change while the settings tab is open, in a real browser, on the built plugin: by the hands of the
// user, in any order, and by another device.
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const DATA = '.obsidian/plugins/question-stance/data.json';

let ground: Playground;
let page: Page;

async function openSettings(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: { 'a.md': '為什麼？\n' }, ...options });
  page = ground.page;
  await page.evaluate(() => {
    const { app } = (
      window as unknown as {
        playground: { app: { setting: { open(): void; openTabById(id: string): void } } };
      }
    ).playground;
    app.setting.open();
    app.setting.openTabById('question-stance');
  });
  await item('Digging inward').waitFor();
}

const item = (text: string) => page.locator('.setting-item', { hasText: text }).first();
const stageRow = (id: string) => page.locator('.setting-page .setting-item', { hasText: id });
const back = () => page.locator('.setting-page-back').click();

async function drag(from: Locator, to: Locator): Promise<void> {
  await from.locator('.setting-list-handle').dragTo(to);
}

interface Term {
  readonly id: string;
  readonly label: { readonly en: string };
  readonly color?: string;
  readonly stages?: readonly Term[];
}

/** The stances as saved, in short: `id=name(colour)[stage=name …]`. */
async function saved(): Promise<string> {
  const text = await ground.readNote(DATA).catch(() => null);
  if (text === null) return '';
  const { taxonomy } = JSON.parse(text) as { taxonomy: { stances: readonly Term[] } };
  return taxonomy.stances
    .map(({ id, label, color = '', stages = [] }) => {
      const inner = stages.map((stage) => `${stage.id}=${stage.label.en}`).join(', ');
      return `${id}=${label.en} (${color}) [${inner}]`;
    })
    .join('; ');
}

const eventuallySaved = () => expect.poll(saved, { timeout: 15_000 });

/** As a phone does: the file is another one, and nobody tells the plugin. */
async function changeInSilence(change: (data: Record<string, unknown>) => void): Promise<void> {
  await page.evaluate(() => {
    const { plugins } = (
      window as unknown as { playground: { app: { plugins: { current: object } } } }
    ).playground.app;
    Object.assign(plugins.current, { onExternalSettingsChange: () => undefined });
  });
  await changeOutside(change);
}

async function changeOutside(change: (data: Record<string, unknown>) => void): Promise<void> {
  const text = await ground.readNote(DATA).catch(() => '{"version":1}');
  const data = JSON.parse(text) as Record<string, unknown>;
  change(data);
  await ground.writeNote(DATA, JSON.stringify(data));
}

afterEach(async () => {
  await ground.close();
});

describe('what is done in the settings, one thing after the other,', () => {
  it('keeps a stage’s new name when the stage is dragged below the next', async () => {
    await openSettings();
    await item('Digging inward').click();
    await stageRow('inward/anomaly').getByRole('textbox').fill('Oddity');
    await eventuallySaved().toContain('anomaly=Oddity');
    await drag(stageRow('inward/anomaly'), stageRow('inward/difference'));
    await eventuallySaved().toContain('[difference=Fundamental difference, anomaly=Oddity,');
    await expect
      .poll(() => stageRow('inward/anomaly').getByRole('textbox').inputValue())
      .toBe('Oddity');
    expect(ground.errors).toEqual([]);
  });

  it('keeps a stance’s colour and new name when one of its stages is deleted', async () => {
    await openSettings();
    await item('Digging inward').click();
    await stageRow('Colour').getByRole('combobox').selectOption('Red');
    await stageRow('Written as inward').first().getByRole('textbox').fill('Deeper');
    await eventuallySaved().toContain('inward=Deeper (red)');
    await stageRow('inward/direction').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await eventuallySaved().toBe(
      'inward=Deeper (red) [anomaly=Observed anomaly, difference=Fundamental difference]; ' +
        'outward=Bridging outward (orange) [definition=Clarify the definition, ' +
        'analogy=Build an analogy, limits=Test against real limits, philosophy=Ultimate philosophy]',
    );
    expect(ground.errors).toEqual([]);
  });

  it('keeps a stance’s new name when the stances are put into another order', async () => {
    await openSettings();
    await item('Digging inward').click();
    await stageRow('Written as inward').first().getByRole('textbox').fill('Deeper');
    await eventuallySaved().toContain('inward=Deeper');
    await back();
    await drag(item('Bridging outward'), item('Deeper'));
    await eventuallySaved().toMatch(/^outward=.*inward=Deeper/);
    expect(ground.errors).toEqual([]);
  });
});

describe('what another device wrote', () => {
  it('is not written over by a change here, though nobody told of it', async () => {
    await openSettings({ data: { version: 1, lists: { showEmbedded: false } } });
    await changeInSilence((data) => {
      data.lists = { showEmbedded: true };
      data.scope = { tags: ['talk'] };
    });
    await item('Style').getByRole('combobox').selectOption({ index: 1 });
    await expect
      .poll(async () => JSON.parse(await ground.readNote(DATA)) as unknown, { timeout: 15_000 })
      .toMatchObject({
        mark: { style: 'comment' },
        lists: { showEmbedded: true },
        scope: { tags: ['talk'] },
      });
    // The tab shows it too.
    await expect.poll(() => item('Tags').getByRole('textbox').inputValue()).toBe('talk');
    await expect.poll(() => page.locator('.notice').count()).toBe(0);
  });

  it('gives way where the same was changed here, and is said', async () => {
    await openSettings();
    await changeInSilence((data) => {
      data.mark = { root: 'ask' };
    });
    await item('First word of the tag').getByRole('textbox').fill('why');
    await page.locator('.notice', { hasText: 'changed on another device too' }).waitFor();
    await expect
      .poll(() => page.locator('.notice').first().innerText())
      .toContain('First word of the tag: ask');
    await ground.screenshot('settings-overruled');
    await expect
      .poll(async () => JSON.parse(await ground.readNote(DATA)) as unknown, { timeout: 15_000 })
      .toMatchObject({ mark: { root: 'why' } });
  });

  it('waits to be shown as long as somebody types in a field', async () => {
    await openSettings();
    const field = item('Tags').getByRole('textbox');
    await field.fill('essay, talk');
    await expect
      .poll(async () => (await ground.readNote(DATA).catch(() => '')).includes('talk'), {
        timeout: 15_000,
      })
      .toBe(true);
    // Not valid, so it stands in the field alone.
    await field.fill('essay, talk, my art');
    await page.getByText('a tag has no spaces').waitFor();
    await field.press('ArrowLeft');
    await changeOutside((data) => {
      data.lists = { showEmbedded: true, showUnmarked: false };
      data.editor = { trigger: '??' };
    });
    const asked = () =>
      page.evaluate(() => {
        const { plugins } = (
          window as unknown as {
            playground: {
              app: { plugins: { current: { noticeDataChange(): Promise<void> } } };
            };
          }
        ).playground.app;
        return plugins.current.noticeDataChange();
      });
    await asked();
    await expect.poll(() => field.inputValue()).toBe('essay, talk, my art');
    await expect
      .poll(() => field.evaluate((el) => el === el.ownerDocument.activeElement))
      .toBe(true);
    await expect.poll(() => field.evaluate((el: HTMLInputElement) => el.selectionStart)).toBe(18);
    await field.blur();
    const trigger = item('Keys that offer tags').getByRole('textbox');
    await expect.poll(() => trigger.inputValue(), { timeout: 15_000 }).toBe('??');
    expect(ground.errors).toEqual([]);
  });
});

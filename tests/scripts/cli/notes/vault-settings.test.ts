import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readVaultSettings } from '../../../../scripts/cli/notes/vault-settings';
import { DEFAULT_SETTINGS } from '../../../../src/settings/schema';

const base = mkdtempSync(join(tmpdir(), 'question-stance-settings-'));
const SETTINGS = '.obsidian/plugins/question-stance/data.json';
const APP = '.obsidian/app.json';
let vault: string;

beforeEach(() => {
  vault = mkdtempSync(join(base, 'vault-'));
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

function file(path: string, text: string): void {
  mkdirSync(dirname(join(vault, path)), { recursive: true });
  writeFileSync(join(vault, path), text);
}

async function read() {
  const said: string[] = [];
  const found = await readVaultSettings(vault, (path, reason) =>
    said.push(`${path.slice(vault.length + 1)}: ${reason}`),
  );
  return { ...found, said };
}

describe('a vault’s settings', () => {
  it('are the defaults where the plugin has saved none', async () => {
    file(APP, '{}');
    expect(await read()).toEqual({ settings: DEFAULT_SETTINGS, excluded: [], said: [] });
  });

  it('are those that the plugin has saved, with what Obsidian excludes', async () => {
    const scope = { ...DEFAULT_SETTINGS.scope, tags: ['essay'] };
    file(SETTINGS, `\ufeff${JSON.stringify({ version: 2, scope })}`);
    file(APP, JSON.stringify({ userIgnoreFilters: ['Drafts/', 3, '/x$/'] }));
    expect(await read()).toEqual({
      settings: { ...DEFAULT_SETTINGS, scope },
      excluded: ['Drafts/', '/x$/'],
      said: [],
    });
  });

  it('exclude nothing where they say so', async () => {
    const notes = { leaveOutExcluded: false, followLinks: false };
    file(SETTINGS, JSON.stringify({ version: 2, notes }));
    file(APP, JSON.stringify({ userIgnoreFilters: ['Drafts/'] }));
    expect((await read()).excluded).toEqual([]);
  });

  it.each<[name: string, path: string, text: string, said: string]>([
    ['that are no JSON', SETTINGS, '{', `${SETTINGS}: no JSON; the defaults are used`],
    ['that are none', SETTINGS, '[1]', `${SETTINGS}: no settings; the defaults are used`],
    [
      'that are half wrong',
      SETTINGS,
      '{"version":2,"lists":3}',
      `${SETTINGS}: could not be read whole: lists; the defaults stand in for what is missing`,
    ],
    [
      'of a newer version',
      SETTINGS,
      '{"version":99}',
      `${SETTINGS}: written by a newer version; what is not known is left out`,
    ],
    ['of the app that are no JSON', APP, '', `${APP}: no JSON; the defaults are used`],
  ])('%s are said, and the defaults taken', async (_name, path, text, said) => {
    file(path, text);
    expect(await read()).toEqual({ settings: DEFAULT_SETTINGS, excluded: [], said: [said] });
  });

  it('are said to be missing where there is no vault', async () => {
    const { settings, said } = await read();
    expect(settings).toBe(DEFAULT_SETTINGS);
    expect(said).toEqual([
      ': no vault of Obsidian (it has no folder .obsidian); the default settings are used',
    ]);
  });

  it('that are a folder are said', async () => {
    mkdirSync(join(vault, SETTINGS), { recursive: true });
    expect((await read()).said).toEqual([
      `${SETTINGS}: a folder, and no file; the defaults are used`,
    ]);
  });
});

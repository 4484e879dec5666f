// A vault that is served in place: its `.obsidian` is read and never written to, and a vault served to be read is
// not changed at all.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReadOnly, ServedVault } from '../../../scripts/playground/server/served-vault.ts';

const APP = '.obsidian/app.json';
const bytes = (text: string) => new TextEncoder().encode(text);

let folder: string;
let vault: string;
let configFolder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'served-vault-'));
  vault = join(folder, 'vault');
  configFolder = join(folder, 'own');
  await mkdir(join(vault, '.obsidian/plugins'), { recursive: true });
  await mkdir(configFolder);
  await writeFile(join(vault, APP), 'the user’s');
  await writeFile(join(vault, 'note.md'), 'note');
});

afterEach(() => rm(folder, { recursive: true }));

const open = (isReadOnly = false) =>
  ServedVault.open(vault, { configDir: '.obsidian', configFolder, isReadOnly });

async function untouched(): Promise<void> {
  expect(await readdir(join(vault, '.obsidian'), { recursive: true })).toEqual([
    'app.json',
    'plugins',
  ]);
  expect(await readFile(join(vault, APP), 'utf8')).toBe('the user’s');
}

describe('a vault served in place', () => {
  it('has what Obsidian keeps written into the other folder, and read from there first', async () => {
    const served = await open();
    expect((await served.read(APP)).toString()).toBe('the user’s');
    await served.write(APP, bytes('own'));
    await served.write('.obsidian/workspace.json', bytes('{}'));
    await served.write('.obsidian/plugins/a/data.json', bytes('{}'));
    expect((await served.read(APP)).toString()).toBe('own');
    expect((await served.children('.obsidian')).map(({ path }) => path).sort()).toEqual([
      APP,
      '.obsidian/plugins',
      '.obsidian/workspace.json',
    ]);
    await served.rename('.obsidian/workspace.json', '.obsidian/old.json');
    await served.remove('.obsidian/old.json');
    await untouched();
  });

  it('has its notes written in place', async () => {
    await (await open()).write('note.md', bytes('changed'));
    expect(await readFile(join(vault, 'note.md'), 'utf8')).toBe('changed');
  });

  it('lets nothing out of the config folder by a rename', async () => {
    const served = await open();
    await served.write('.obsidian/x.json', bytes('{}'));
    expect(() => served.rename('.obsidian/x.json', 'x.json')).toThrow(ReadOnly);
    expect(() => served.rename('note.md', '.obsidian/note.md')).toThrow(ReadOnly);
    await untouched();
  });
});

describe('a vault served to be read', () => {
  it('has no note changed, and keeps what is the app’s own', async () => {
    const served = await open(true);
    for (const change of [
      () => served.write('note.md', bytes('x')),
      () => served.makeFolder('new'),
      () => served.remove('note.md'),
      () => served.rename('note.md', 'other.md'),
    ])
      expect(change).toThrow(ReadOnly);
    await served.write('.obsidian/workspace.json', bytes('{}'));
    expect(await readdir(vault)).toEqual(['.obsidian', 'note.md']);
    await untouched();
  });
});

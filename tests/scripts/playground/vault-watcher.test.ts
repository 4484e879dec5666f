// The playground's server tells of every change on disk in the end, however soon it follows on another.
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ServedVault } from '../../../scripts/playground/server/served-vault.ts';
import { watchVault, type VaultChange } from '../../../scripts/playground/server/vault-watcher.ts';

describe('the watcher of the vault', () => {
  let root = '';
  let told: VaultChange[] = [];
  let onTold: () => void = () => undefined;
  let watcher: { close(): Promise<void> } | null = null;
  const note = (): string => join(root, 'note.md');
  const sizes = (): (number | undefined)[] => told.map((change) => change.stat?.size);

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'watched-vault-'));
    told = [];
    onTold = () => undefined;
    await writeFile(note(), 'a');
    const folder = await ServedVault.open(root, { configDir: '.obsidian' });
    watcher = await watchVault(folder, '.obsidian/plugins/x/data.json', (change) => {
      told.push(change);
      onTold();
    });
  });

  afterEach(async () => {
    await watcher?.close();
    await rm(root, { recursive: true });
  });

  it('tells of a change right after another one', async () => {
    const second = new Promise<void>((resolve, reject) => {
      onTold = () => {
        onTold = () => undefined;
        writeFile(note(), 'the second').then(resolve, reject);
      };
    });
    await writeFile(note(), 'first');
    await second;
    const { size } = await stat(note());
    await expect.poll(() => sizes().at(-1)).toBe(size);
  });

  it('tells of one change once, and of a deletion as one', async () => {
    await writeFile(note(), 'first');
    await expect.poll(() => sizes().at(-1)).toBe('first'.length);
    const count = told.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told).toHaveLength(count);
    await rm(note());
    await expect.poll(() => told.at(-1)?.type).toBe('delete');
  });
});

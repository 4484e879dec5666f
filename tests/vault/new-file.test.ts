import { expect, it, vi } from 'vitest';
import { TAbstractFile, TFile, TFolder } from './obsidian';
import { createFile, nameFor } from '../../src/vault/new-file';

vi.mock('obsidian', () => import('./obsidian'));

/** A vault's top level with these files, as far as new ones need it. */
function vaultWith(...names: readonly string[]) {
  const root = new TFolder('/');
  root.children = names.map((name) => Object.assign(new TAbstractFile(name), { name }));
  return {
    getRoot: () => root,
    create: vi.fn((path: string) => Promise.resolve(new TFile(path))),
    createFolder: vi.fn(),
    adapter: { exists: vi.fn((_path: string) => Promise.resolve(false)) },
  };
}
type Vault = Parameters<typeof createFile>[0];
const made = async (vault: ReturnType<typeof vaultWith>, name = 'a.csv') => {
  const { file, failure } = await createFile(vault as unknown as Vault, '', name, 'text');
  return file?.path ?? failure;
};

it('is called as it is asked, or by the next number where the name is taken', async () => {
  const vault = vaultWith('A.csv', 'a 1.csv');
  expect(nameFor(vault as unknown as Vault, '', 'a.csv')).toBe('a 2.csv');
  expect(await made(vault)).toBe('a 2.csv');
  expect(await made(vault, 'b.csv')).toBe('b.csv');
});

it('goes beside what Obsidian does not know to be there', async () => {
  const vault = vaultWith();
  vault.adapter.exists.mockImplementation((path) => Promise.resolve(path === 'a.csv'));
  expect(await made(vault)).toBe('a 1.csv');
});

it('goes beside what comes between the look and the writing', async () => {
  const vault = vaultWith();
  vault.create.mockRejectedValueOnce(new Error('File already exists.'));
  expect(await made(vault)).toBe('a 1.csv');
  expect(vault.create).toHaveBeenCalledTimes(2);
});

it('is not tried again where anything else is wrong', async () => {
  const vault = vaultWith();
  vault.create.mockRejectedValue(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
  expect(await made(vault)).toMatchObject({ code: 'full' });
  expect(vault.create).toHaveBeenCalledTimes(1);
});

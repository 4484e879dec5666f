/** The installer, run as a user runs it, from a copy of the project that holds what it needs. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let base: string;
let project: string;
let vault: string;

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'question-stance-install-')));
  project = join(base, 'project');
  vault = join(base, 'my vault');
  write(join(project, 'main.js'), 'new code');
  write(join(project, 'styles.css'), 'new styles');
  copyFileSync('manifest.json', join(project, 'manifest.json'));
  mkdirSync(join(project, 'scripts'));
  copyFileSync('scripts/install-plugin.mjs', join(project, 'scripts', 'install-plugin.mjs'));
  mkdirSync(vault);
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

function install(...args: readonly string[]) {
  const script = join(project, 'scripts', 'install-plugin.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: base },
  });
  return { status, stdout, stderr };
}

function plugin(configFolder = '.obsidian'): string {
  return join(vault, configFolder, 'plugins', 'question-stance');
}

function read(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

const INSTALLED = {
  'main.js': 'new code',
  'manifest.json': readFileSync('manifest.json', 'utf8'),
  'styles.css': 'new styles',
};

describe('in a vault', () => {
  it.each([
    ['.obsidian', 'app.json'],
    ['.obsidian', 'community-plugins.json'],
    ['.settings of mine', 'core-plugins.json'],
    ['.設定', 'workspace.json'],
    ['.mobile', 'plugins/other/main.js'],
  ])('whose config folder is %s, known by %s, it copies the three files', (folder, sign) => {
    write(join(vault, folder, sign), '{}');
    write(join(vault, '.git', 'HEAD'), '');
    write(join(vault, '.trash', 'note.md'), '');
    const { status, stdout, stderr } = install(vault);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(read(plugin(folder))).toEqual(INSTALLED);
    expect(stdout).toContain(plugin(folder));
    expect(stdout).toContain('Community plugins');
  });

  it('named from where the user stands, it finds it', () => {
    mkdirSync(join(vault, '.obsidian'));
    expect(install('my vault').status).toBe(0);
    expect(read(plugin())).toEqual(INSTALLED);
  });

  it("with an older version, it replaces that and keeps the user's settings", () => {
    write(join(plugin(), 'main.js'), 'old code');
    write(join(plugin(), 'data.json'), '{"version":1}');
    const { status, stdout } = install(vault);
    expect(status).toBe(0);
    expect(read(plugin())).toEqual({ ...INSTALLED, 'data.json': '{"version":1}' });
    expect(stdout).toContain('data.json');
  });

  it('with plugins of another program beside the config folder, it takes the config folder', () => {
    write(join(vault, '.obsidian', 'app.json'), '{}');
    write(join(vault, '.editor', 'plugins', 'x'), '');
    expect(install(vault).status).toBe(0);
    expect(read(plugin())).toEqual(INSTALLED);
  });

  it('with several config folders, it asks which, and takes the one named', () => {
    write(join(vault, '.obsidian', 'app.json'), '{}');
    write(join(vault, '.phone', 'app.json'), '{}');
    const asked = install(vault);
    expect(asked.status).toBe(1);
    expect(asked.stderr).toContain('.obsidian, .phone');
    expect(asked.stderr).toContain('--config-folder');
    expect(readdirSync(join(vault, '.obsidian'))).toEqual(['app.json']);
    expect(install(vault, '--config-folder', '.phone').status).toBe(0);
    expect(read(plugin('.phone'))).toEqual(INSTALLED);
    expect(readdirSync(join(vault, '.obsidian'))).toEqual(['app.json']);
  });
});

describe('it refuses', () => {
  it.each<[name: string, args: () => readonly string[], status: number, says: string]>([
    ['no vault named', () => [], 2, 'Usage'],
    ['two vaults named', () => [vault, base], 2, 'Usage'],
    ['an unknown option', () => [vault, '--force'], 2, 'Usage'],
    ['a folder that is not there', () => [join(base, 'nowhere')], 1, 'no folder'],
    ['a file', () => [join(project, 'main.js')], 1, 'no folder'],
    ['a folder that is no vault', () => [vault], 1, 'not a vault'],
    ['a config folder that is not there', () => [vault, '--config-folder', '.x'], 1, '.x is not'],
    [
      'a config folder outside',
      () => [vault, '--config-folder', '../project'],
      1,
      '../project is not',
    ],
  ])('%s', (_name, args, status, says) => {
    write(join(vault, '.git', 'HEAD'), '');
    const refused = install(...args());
    expect(refused).toMatchObject({ status, stdout: '' });
    expect(refused.stderr).toContain(says);
    expect(refused.stderr).not.toContain('    at ');
    expect(readdirSync(vault)).toEqual(['.git']);
  });
});

describe('where a link lies on the way', () => {
  it.each([
    ['the config folder', '.obsidian'],
    ['the folder of plugins', '.obsidian/plugins'],
    ["the plugin's folder", '.obsidian/plugins/question-stance'],
  ])('and %s leads out of the vault, it writes nothing', (_name, link) => {
    const outside = join(base, 'outside');
    write(join(outside, 'main.js'), 'not ours');
    mkdirSync(join(vault, link, '..'), { recursive: true });
    symlinkSync(outside, join(vault, link));
    const { status, stderr } = install(vault);
    expect(status).toBe(1);
    expect(stderr).toContain(outside);
    expect(read(outside)).toEqual({ 'main.js': 'not ours' });
  });

  it('within the vault, it follows it', () => {
    write(join(vault, 'shared', 'app.json'), '{}');
    symlinkSync('shared', join(vault, '.obsidian'));
    expect(install(vault).status).toBe(0);
    expect(read(join(vault, 'shared', 'plugins', 'question-stance'))).toEqual(INSTALLED);
  });

  it('to nowhere, it says so', () => {
    mkdirSync(join(vault, '.obsidian', 'plugins'), { recursive: true });
    symlinkSync(join(base, 'nowhere'), plugin());
    expect(install(vault)).toMatchObject({ status: 1, stdout: '' });
  });

  it('to this project, there is nothing to do', () => {
    mkdirSync(join(vault, '.obsidian', 'plugins'), { recursive: true });
    symlinkSync(project, plugin());
    const { status, stderr } = install(vault);
    expect(status).toBe(1);
    expect(stderr).toContain('link to this project');
    expect(readFileSync(join(project, 'main.js'), 'utf8')).toBe('new code');
  });

  it('in place of main.js, the link is replaced and what it led to is left alone', () => {
    const other = join(base, 'other.js');
    write(other, 'not ours');
    mkdirSync(plugin(), { recursive: true });
    symlinkSync(other, join(plugin(), 'main.js'));
    expect(install(vault).status).toBe(0);
    expect(readFileSync(other, 'utf8')).toBe('not ours');
    expect(lstatSync(join(plugin(), 'main.js')).isSymbolicLink()).toBe(false);
    expect(read(plugin())).toEqual(INSTALLED);
  });
});

describe('where main.js is missing', () => {
  beforeEach(() => {
    mkdirSync(join(vault, '.obsidian'));
    rmSync(join(project, 'main.js'));
  });

  it('it builds first', () => {
    write(
      join(project, 'esbuild.config.mjs'),
      "import { writeFileSync } from 'node:fs'; writeFileSync('main.js', 'built ' + process.argv[2]);",
    );
    expect(install(vault).status).toBe(0);
    expect(read(plugin())).toEqual({ ...INSTALLED, 'main.js': 'built production' });
  });

  it('and the build fails, it says how to build and installs nothing', () => {
    const { status, stderr } = install(vault);
    expect(status).toBe(1);
    expect(stderr).toContain('npm run build');
    expect(readdirSync(join(vault, '.obsidian'))).toEqual([]);
  });
});

/** The built command line, run as a user runs it, on folders of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach } from 'vitest';

export interface RunOptions {
  readonly uid?: number;
  readonly gid?: number;
  /** Standard input. */
  readonly input?: string;
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  /** The built file. */
  readonly path: string;
  /** Where folders are made. */
  readonly base: string;
  /** A folder for the test that runs. */
  readonly folder: string;
  readonly note: (path: string, text: string | Uint8Array) => void;
  readonly run: (args: readonly string[], options?: RunOptions) => Ran;
}

/** Builds it before the tests of a file. */
export function builtProgram(): Program {
  const base = mkdtempSync(join(tmpdir(), 'question-stance-cli-'));
  const path = join(base, 'cli.mjs');
  let folder = base;

  beforeAll(async () => {
    await build({
      entryPoints: ['scripts/cli/cli.ts'],
      outfile: path,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'silent',
      banner: {
        js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
      },
    });
  });

  beforeEach(() => {
    folder = mkdtempSync(join(base, 'vault-'));
  });

  afterAll(() => rmSync(base, { recursive: true, force: true }));

  return {
    path,
    base,
    get folder() {
      return folder;
    },
    note: (name, text) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    },
    run: (args, options = {}) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        ...options,
      });
      return { status, stdout, stderr };
    },
  };
}

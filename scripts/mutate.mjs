// Looks how much the unit tests notice of one folder's code: `npm run mutate -- core/text`. Each change that Stryker
// makes there (see stryker.config.mjs) is tried against that folder's tests; those that none noticed are listed.
// What is known of unchanged code and tests is kept in `.stryker`. Further arguments are Stryker's: `--mutate` takes
// some of the files, or some lines of one, `--force` tries all changes again.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Tests compare these with what makes them, byte for byte. */
const MADE_BY_SCRIPTS = ['src/core/text/chinese-variants.ts'];

const [folder = '', ...more] = process.argv.slice(2);
if (folder === '' || !existsSync(`src/${folder}`) || !existsSync(`tests/${folder}`)) {
  console.error('Name a folder that `src` and `tests` both have: npm run mutate -- core/text');
  process.exit(1);
}
const code = [`src/${folder}/**/*.ts?(x)`, ...MADE_BY_SCRIPTS.map((file) => `!${file}`)];
const stryker = ['run', 'stryker.config.mjs', '--mutate', code.join(',')];
// A part of the files is tried with a part of the tests, which would spoil what is known of the whole.
const part = more.includes('--mutate') ? '-part' : '';
const known = ['--incrementalFile', `.stryker/${folder.replaceAll('/', '-')}${part}.json`];
const { status } = spawnSync('stryker', [...stryker, ...known, ...more], {
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `node_modules/.bin:${process.env.PATH ?? ''}`,
    MUTATED_FOLDER: folder,
  },
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;

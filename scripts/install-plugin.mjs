// Installs the built plugin into a vault: `npm run install-plugin -- <vault> [--config-folder NAME]`.
// Copies main.js, manifest.json and styles.css, builds them first where main.js is missing, and leaves
// everything else in the plugin's folder, its data.json above all, as it is. Never writes outside the vault,
// whatever links lie on the way. Exits with 1 where it can't install, with 2 where the arguments are wrong.
import { spawnSync } from 'node:child_process';
import {
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
const FILES = ['main.js', 'manifest.json', 'styles.css'];
/** Files that Obsidian keeps in a vault's config folder; one of them is enough to know it by. */
const CONFIG_SIGNS = [
  'app.json',
  'appearance.json',
  'community-plugins.json',
  'core-plugins.json',
  'workspace.json',
  'workspace-mobile.json',
];
const USAGE = 'Usage: npm run install-plugin -- <vault> [--config-folder NAME]';

/** Ends the run with a sentence for the user instead of a stack. */
class Refusal extends Error {
  constructor(message, status = 1) {
    super(message);
    this.status = status;
  }
}

function main() {
  const { vault, configFolder: named } = readArguments();
  const configFolder = findConfigFolder(vault, named);
  const { id, name } = JSON.parse(readFileSync(join(PROJECT, 'manifest.json'), 'utf8'));
  const target = join(vault, configFolder, 'plugins', id);
  refuseOutside(vault, target);
  build();
  mkdirSync(target, { recursive: true });
  for (const file of FILES) install(join(PROJECT, file), join(target, file));
  console.log(`Installed ${FILES.join(', ')} in ${target}`);
  if (existsSync(join(target, 'data.json')))
    console.log('The settings there (data.json) are kept.');
  console.log(
    `Next, in Obsidian: open this vault (or run the command “Reload app without saving” if it is open),\n` +
      `go to Settings → Community plugins, turn on community plugins and enable ${name}.`,
  );
}

function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { 'config-folder': { type: 'string' } },
    });
  } catch (error) {
    throw new Refusal(`${error.message}\n${USAGE}`, 2);
  }
  const [vault, ...others] = parsed.positionals;
  if (vault === undefined || others.length > 0) {
    throw new Refusal(`Name one vault.\n${USAGE}`, 2);
  }
  // npm runs this in the project's folder; paths are meant from where the user stands.
  const path = resolve(process.env.INIT_CWD ?? '.', vault);
  return { vault: path, configFolder: parsed.values['config-folder'] };
}

/** The name of the vault's config folder: the one named, else the only one that looks like one. */
function findConfigFolder(vault, named) {
  if (!isFolder(vault)) throw new Refusal(`There is no folder ${vault}`);
  const folders = readdirSync(vault)
    .filter((name) => name.startsWith('.') && isFolder(join(vault, name)))
    .sort();
  const sure = folders.filter((name) => isConfigFolder(join(vault, name)));
  // Other programs keep plugins in dot folders too, so this counts only where nothing better does.
  const likely = folders.filter((name) => isFolder(join(vault, name, 'plugins')));
  const candidates = sure.length > 0 ? sure : likely;
  if (named !== undefined) {
    if (!candidates.includes(named)) {
      throw new Refusal(
        `${named} is not a config folder of ${vault}${candidates.length > 0 ? ` (there is ${candidates.join(', ')})` : ''}`,
      );
    }
    return named;
  }
  const [only, second] = candidates;
  if (only === undefined) {
    throw new Refusal(
      `${vault} is not a vault: no folder in it holds Obsidian's settings. Open it as a vault in Obsidian once, then try again.`,
    );
  }
  if (second !== undefined) {
    throw new Refusal(
      `${vault} has several config folders (${candidates.join(', ')}). Name one with --config-folder.`,
    );
  }
  return only;
}

function isConfigFolder(path) {
  return (
    basename(path) === '.obsidian' || CONFIG_SIGNS.some((sign) => existsSync(join(path, sign)))
  );
}

function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Refuses where links lead from `target` out of the vault. The last folders of `target` may not exist yet. */
function refuseOutside(vault, target) {
  let existing = target;
  while (!lstatSync(existing, { throwIfNoEntry: false })) existing = dirname(existing);
  let real;
  try {
    real = realpathSync(existing);
  } catch {
    throw new Refusal(`${existing} is a link that leads nowhere. Remove it and try again.`);
  }
  if (real === realpathSync(PROJECT)) {
    throw new Refusal(`${existing} is a link to this project: there is nothing to install.`);
  }
  const path = relative(realpathSync(vault), real);
  if (path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) {
    throw new Refusal(
      `${existing} is a link that leads out of the vault, to ${real}. Nothing was written.`,
    );
  }
  if (!statSync(real).isDirectory()) throw new Refusal(`${existing} is not a folder.`);
}

function build() {
  if (existsSync(join(PROJECT, 'main.js'))) return;
  console.log('main.js is missing; building it.');
  const { status } = spawnSync(process.execPath, ['esbuild.config.mjs', 'production'], {
    cwd: PROJECT,
    stdio: 'inherit',
  });
  if (status !== 0 || !existsSync(join(PROJECT, 'main.js'))) {
    throw new Refusal('The build failed. Run npm ci, then npm run build, and try again.');
  }
}

/** Copies beside the target, then renames: Obsidian never loads half a file, and a link is replaced, not followed. */
function install(source, target) {
  const partial = `${target}.${process.pid}.partial`;
  try {
    copyFileSync(source, partial, constants.COPYFILE_EXCL);
    renameSync(partial, target);
  } finally {
    rmSync(partial, { force: true });
  }
}

try {
  main();
} catch (error) {
  const refused = error instanceof Refusal;
  console.error(refused ? error.message : `Could not install: ${error.message}`);
  process.exitCode = refused ? error.status : 1;
}

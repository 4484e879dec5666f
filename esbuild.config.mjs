// Builds the plugin (main.js, styles.css), the command line (dist/cli.mjs) and the playground's page.
// `node esbuild.config.mjs production` builds once and minifies; without it, it watches.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { minifyScript } from './scripts/minify.mjs';
import { pageBuild } from './scripts/playground/build.mjs';
import { pluginBuild } from './scripts/plugin-build.mjs';
import { stylesBuild } from './scripts/styles.mjs';

const production = process.argv[2] === 'production';

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  logLevel: 'info',
  charset: 'utf8',
  minify: production,
  sourcemap: production ? false : 'inline',
};

/** @type {esbuild.BuildOptions[]} */
const targets = [
  { ...shared, ...pluginBuild(import.meta.dirname) },
  {
    ...shared,
    entryPoints: ['scripts/cli/cli.ts'],
    outfile: 'dist/cli.mjs',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // `yaml` is CommonJS inside; its `require` of Node's own modules needs one in an ES module.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
  },
  { ...shared, ...pageBuild },
  stylesBuild,
];

if (production) {
  await Promise.all(targets.map((options) => esbuild.build(options)));
  const main = join(import.meta.dirname, 'main.js');
  await writeFile(main, await minifyScript(await readFile(main, 'utf8')));
} else {
  const contexts = await Promise.all(targets.map((options) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.watch()));
}

// How `main.js` is built of a checkout of this project, for esbuild.config.mjs and for `npm run bench:start`, which
// builds two checkouts in one way.
import { join } from 'node:path';
import builtins from 'builtin-modules';

/**
 * @param {string} root the checkout's folder
 * @returns {import('esbuild').BuildOptions}
 */
export function pluginBuild(root) {
  return {
    absWorkingDir: root,
    entryPoints: [join(root, 'main.ts')],
    outfile: join(root, 'main.js'),
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    treeShaking: true,
    // Obsidian hands these to the plugin at run time; a second copy of CodeMirror would break it.
    external: [
      'obsidian',
      'electron',
      '@codemirror/autocomplete',
      '@codemirror/collab',
      '@codemirror/commands',
      '@codemirror/language',
      '@codemirror/lint',
      '@codemirror/search',
      '@codemirror/state',
      '@codemirror/view',
      '@lezer/common',
      '@lezer/highlight',
      '@lezer/lr',
      ...builtins,
    ],
  };
}

// The types of plugin-build.mjs, for the benches.
import type { BuildOptions } from 'esbuild';

export function pluginBuild(root: string): BuildOptions;

// The types of styles.mjs, for the test.
import type { BuildOptions } from 'esbuild';

export const stylesBuild: BuildOptions;

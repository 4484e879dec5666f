// The types of build.mjs, for the tests.
import type { BuildOptions } from 'esbuild';

export const pageBuild: BuildOptions;
export function buildPage(): Promise<void>;
export function buildFixturePlugin(): Promise<string>;

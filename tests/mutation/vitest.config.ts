/** The unit tests that hold the folder whose code is being mutated; `scripts/mutate.mjs` says which. */
import { defineConfig } from 'vitest/config';

const folder = process.env.MUTATED_FOLDER;
if (folder === undefined) throw new Error('Start mutation tests by `npm run mutate -- <folder>`.');

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: [`tests/${folder}/**/*.test.{ts,tsx}`],
    setupFiles: ['tests/mutation/fewer-runs.ts'],
    testTimeout: 60_000,
  },
});

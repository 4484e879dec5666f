/** The unit tests that hold the folder whose code is being mutated; `scripts/mutate.mjs` says which. */
import { defineConfig } from 'vitest/config';

const folders = (process.env.MUTATION_TESTS ?? '').split(',').filter((folder) => folder !== '');
if (folders.length === 0) throw new Error('Start mutation tests by `npm run mutate -- <folder>`.');

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`),
    setupFiles: ['tests/mutation/fewer-runs.ts'],
    testTimeout: 60_000,
  },
});

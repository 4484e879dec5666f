/**
 * Property tests with fewer runs than they ask for, and the same ones each time: a mutant is looked at by each test
 * that reaches it, and whether it is noticed should not be a matter of luck.
 */
import type * as FastCheck from 'fast-check';
import { vi } from 'vitest';

const MOST_RUNS = 100;
const SEED = 1;

vi.mock('fast-check', async (importOriginal) => {
  const original = await importOriginal<typeof FastCheck>();
  const assert = ((
    property: FastCheck.IRawProperty<unknown>,
    parameters?: FastCheck.Parameters<unknown>,
  ) =>
    original.assert(property, {
      ...parameters,
      seed: SEED,
      numRuns: Math.min(parameters?.numRuns ?? MOST_RUNS, MOST_RUNS),
    })) as typeof original.assert;
  return { ...original, assert, default: { ...original.default, assert } };
});

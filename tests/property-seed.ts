/**
 * Setup of every file of unit tests: properties draw the same values in every run, so that a change fails by what
 * it changed. `PROPERTY_SEED=random npx vitest run --project unit` draws others, to find what nobody thought of; a
 * number draws what that seed drew.
 */
import fc from 'fast-check';

const FIXED = 20_260_101;
const asked = process.env.PROPERTY_SEED;

if (asked !== 'random') fc.configureGlobal({ seed: asked === undefined ? FIXED : Number(asked) });

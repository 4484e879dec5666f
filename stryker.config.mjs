// Mutation tests: Stryker changes the code of one folder, one small change at a time, and looks whether a unit test
// notices. `scripts/mutate.mjs` names the folder. Also the plugin that says which changes are not worth a test.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** What a person reads of an error that only a developer ever sees; no test should hold its words. */
const errorTexts = {
  shouldIgnore(path) {
    const isError = path.isNewExpression() && /Error$/.test(path.node.callee.name ?? '');
    return isError ? 'An error’s words are for the developer who reads the log.' : undefined;
  },
};

/** A set of words in one string, or a table in one: changed whole, it would say nothing of its entries. */
const DATA_LENGTH = 60;
const packedData = {
  shouldIgnore(path) {
    const isPacked = path.isStringLiteral() && path.node.value.length > DATA_LENGTH;
    return isPacked
      ? 'Data in a string: emptied whole, it would say nothing of its entries.'
      : undefined;
  },
};

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'error-texts', errorTexts),
  declareValuePlugin(PluginKind.Ignore, 'packed-data', packedData),
];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  plugins: ['@stryker-mutator/vitest-runner', import.meta.filename],
  ignorers: ['error-texts', 'packed-data'],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: true },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  incremental: true,
  // Vitest does not look at types, so nothing has to be taken out for them.
  disableTypeChecks: false,
  tempDirName: '.stryker/sandbox',
  ignorePatterns: [
    '/dist',
    '/main.js',
    '/docs',
    '/e2e-tests',
    '/.playground',
    '/.stryker',
    '/tests/e2e',
  ],
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: {
    allowColor: false,
    allowEmojis: false,
    reportTests: false,
    logTests: false,
    skipFull: true,
  },
  // On a busy machine a slow test is no endless loop.
  timeoutMS: 30_000,
};

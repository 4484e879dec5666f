// The community review's rules (eslint-plugin-obsidianmd) as errors on what ships, and typescript-eslint's
// strict rules on every TypeScript file.
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import obsidianmd from 'eslint-plugin-obsidianmd';
import tseslint from 'typescript-eslint';

const shipped = ['main.ts', 'src/**/*.ts', 'src/**/*.tsx'];
const beside = ['tests/**', 'scripts/**', 'e2e-tests/**', '*.config.{ts,mjs}'];

export default defineConfig(
  globalIgnores([
    'node_modules',
    'dist',
    'main.js',
    'sample-vault',
    'tests/e2e/output',
    'e2e-tests/specs',
    'e2e-tests/*.mts',
    '.playground',
    '.stryker',
  ]),
  {
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: [
            '*.mjs',
            'scripts/*.mjs',
            'e2e-tests/*.mjs',
            'scripts/playground/*.mjs',
          ],
          // Scripts are few and small.
          maximumDefaultProjectFileMatchCount_THIS_WILL_SLOW_DOWN_LINTING: 24,
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  ...obsidianmd.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Both forms say what they hold; a named key says more.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    // None ships with the plugin: the build reads Node's modules off one, the command line counts columns by another,
    // and the playground hands plugins the third, as Obsidian does.
    files: ['package.json'],
    rules: {
      'depend/ban-dependencies': [
        'error',
        { allowed: ['builtin-modules', 'string-width', 'moment'] },
      ],
    },
  },
  {
    files: shipped,
    languageOptions: { globals: { ...globals.browser } },
  },
  {
    // What does not ship runs in Node or is the playground's own page: Obsidian's rules for plugins do not apply.
    files: beside,
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      ...Object.fromEntries(
        Object.keys(obsidianmd.rules ?? {}).map((rule) => [`obsidianmd/${rule}`, 'off']),
      ),
      // `fetch` and `localStorage` are what Obsidian's own API is built on here.
      'no-restricted-globals': 'off',
      '@typescript-eslint/no-restricted-imports': 'off',
    },
  },
);

// The community review's rules (eslint-plugin-obsidianmd) as errors on what ships, typescript-eslint's
// strict rules on everything.
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import obsidianmd from 'eslint-plugin-obsidianmd';
import tseslint from 'typescript-eslint';
console.log(
  obsidianmd.configs.recommended.map?.((c) => [c.name, c.files, Object.keys(c.rules ?? {}).length]),
);

/** `styles.css`, which is committed, is what the parts in `src` make, and each part has its place in their order. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { describe, expect, it } from 'vitest';
import { stylesBuild } from '../scripts/styles.mjs';

const ENTRY = 'src/styles.css';

const parts = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path))
  .filter((path) => path.endsWith('.css') && path !== ENTRY);
const built = readFileSync('styles.css', 'utf8');

describe('styles.css', () => {
  it('is what its parts make: npm run build', async () => {
    const { outputFiles } = await esbuild.build({
      ...stylesBuild,
      write: false,
      logLevel: 'silent',
    });
    expect(outputFiles.map(({ text }) => text)).toEqual([built]);
  });

  it('has each part once', () => {
    const imported = readFileSync(ENTRY, 'utf8').matchAll(/@import '\.\/(.+)';/gu);
    expect(Array.from(imported, ([, path = '']) => join('src', path)).sort()).toEqual(parts.sort());
  });

  it.each([
    ['a rule within a rule', /[{};]\s*&|^[^@{}]*\{[^{}]*\{/mu],
    ['a layer, which every unlayered style of the app would win over', /@layer/u],
    [':has()', /:has\(/u],
    ['!important', /!\s*important/u],
  ])('has no %s', (_name, pattern) => {
    // One rule a line, without what stands in quotes.
    const rules = built
      .replaceAll(/"[^"]*"/gu, '""')
      .replaceAll('\n', ' ')
      .replaceAll('}', '}\n');
    expect(rules.split('\n').length).toBeGreaterThan(300);
    expect(rules).not.toMatch(pattern);
  });
});

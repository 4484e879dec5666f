// The documents: tables that can be read on a narrow page, and files that are where they are said to be.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** In characters, links' addresses and pictures not counted. */
const LONGEST_CELL = 160;

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  'scripts/playground/README.md',
].map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

const sources = ['main.ts', ...['src', 'scripts', 'tests', 'e2e-tests'].flatMap(filesIn)];

describe('the documents', () => {
  it('are found', () => {
    expect(pages.map(({ name }) => name)).toContain('ARCHITECTURE.md');
    expect(pages.map(({ name }) => name)).toContain('docs/extraction.md');
  });

  it('have no cell that is too long to be read in a table', () => {
    const long = pages.flatMap(({ name, text }) =>
      cellsOf(text)
        .filter((cell) => cell.length > LONGEST_CELL)
        .map((cell) => `${name}: ${cell}`),
    );
    expect(long).toEqual([]);
  });

  it('name no source file that is not there', () => {
    const missing = pages.flatMap(({ name, text }) =>
      Array.from(text.matchAll(/`([\w./-]+\.tsx?)`/g), ([, path = '']) => path)
        .filter((path) => !sources.some((file) => file === path || file.endsWith(`/${path}`)))
        .map((path) => `${name}: ${path}`),
    );
    expect(missing).toEqual([]);
  });
});

/** The texts of all cells of all tables. */
function cellsOf(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^[|\s:-]+$/.test(line))
    .flatMap((line) => line.split(/(?<!\\)\|/))
    .map((cell) =>
      cell
        .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .trim(),
    );
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.includes('node_modules'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`);
}

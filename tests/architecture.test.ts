// The layers hold: imports point one way, nothing goes round in a circle, the core knows no platform.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What each layer may import of the others; a layer may always import itself. */
const ALLOWED: { readonly [layer: string]: readonly string[] } = {
  core: [],
  settings: ['core'],
  i18n: ['core'],
  keys: [],
  vault: ['settings', 'core'],
  editor: ['keys', 'settings', 'core'],
  ui: ['vault', 'editor', 'keys', 'settings', 'i18n', 'core'],
  main: ['ui', 'vault', 'editor', 'settings', 'i18n', 'core'],
  cli: ['core'],
};

/** Packages that a layer must not know. Types count: a type from a platform ties to it all the same. */
const FORBIDDEN_PACKAGES: { readonly [layer: string]: RegExp } = {
  core: /^(obsidian|@codemirror\/|@lezer\/|node:|preact|@preact\/)/,
  settings: /^(obsidian|@codemirror\/|node:|preact|@preact\/)/,
  i18n: /./,
  keys: /./,
  vault: /^(node:|preact|@preact\/)/,
  editor: /^(node:|preact|@preact\/)/,
  ui: /^node:/,
  main: /^node:/,
  cli: /^(obsidian|@codemirror\/|preact|@preact\/)/,
};

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const files = sourceFiles();
const imports = files.flatMap(importsOf);

describe('the architecture', () => {
  it('finds the sources it is to judge', () => {
    expect(files).toContain('main.ts');
    expect(files.filter((file) => layerOf(file) === 'core').length).toBeGreaterThan(5);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it('lets each layer import only the layers below it', () => {
    const wrong = imports
      .map(({ file, specifier }) => ({ file, target: resolve(file, specifier) }))
      .filter(({ file, target }) => target !== null && !mayImport(file, target))
      .map(({ file, target }) => `${file} → ${target ?? ''}`);
    expect(wrong).toEqual([]);
  });

  it('keeps each layer free of platforms it must not know', () => {
    const wrong = imports
      .filter(({ specifier }) => !specifier.startsWith('.'))
      .filter(({ file, specifier }) => FORBIDDEN_PACKAGES[layerOf(file)]?.test(specifier))
      .map(({ file, specifier }) => `${file} → ${specifier}`);
    expect(wrong).toEqual([]);
  });

  it('has no circle of imports', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        imports
          .filter((entry) => entry.file === file)
          .map(({ specifier }) => resolve(file, specifier))
          .filter((target) => target !== null),
      ]),
    );
    expect(findCircle(graph)).toBeNull();
  });

  it('recognises a forbidden import and a circle when there is one', () => {
    expect(mayImport('src/core/model/mark.ts', 'src/ui/context.ts')).toBe(false);
    expect(mayImport('src/vault/writing/write.ts', 'src/editor/chips.ts')).toBe(false);
    expect(mayImport('src/ui/context.ts', 'main.ts')).toBe(false);
    expect(
      findCircle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a']],
        ]),
      ),
    ).toEqual(['a', 'b', 'c', 'a']);
  });
});

function sourceFiles(): readonly string[] {
  const below = ['src', 'scripts/cli'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      posix.join(folder, file.replaceAll('\\', '/')),
    ),
  );
  return ['main.ts', ...below.filter((file) => /\.tsx?$/.test(file))];
}

/** Imports that are there at run time or carry types, from other files and packages. */
function importsOf(file: string): readonly Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => ({ file, specifier: fileName }));
}

function layerOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return top === 'main.ts' ? 'main' : second;
}

function mayImport(file: string, target: string): boolean {
  const from = layerOf(file);
  const to = layerOf(target);
  return from === to || (ALLOWED[from]?.includes(to) ?? false);
}

/** The file of the project that a relative import means, null for a package. */
function resolve(file: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const path = relative(root, join(root, dirname(file), specifier)).replaceAll('\\', '/');
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  const found = candidates.find((candidate) => files.includes(candidate));
  if (found === undefined && !path.endsWith('.json')) {
    throw new Error(`${file} imports ${specifier}, which is no source file`);
  }
  return found ?? null;
}

/** The first circle found, as the files along it, or null. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of graph.get(file) ?? []) {
      const circle = visit(target, [...trail, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return null;
}

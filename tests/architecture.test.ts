// The layers and rooms hold: imports point one way, no files or folders go round in a circle, no folder is too full,
// the core knows no platform.
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
  cli: ['core', 'i18n', 'settings'],
  shared: [],
  host: ['shared'],
  server: ['shared'],
  'fixture-plugin': [],
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
  shared: /./,
  host: /^(node:|preact|@preact\/)/,
  server: /^(obsidian|@codemirror\/|preact|@preact\/)/,
  'fixture-plugin': /^(node:|preact|@preact\/)/,
};

/** How many files may stand directly in a folder before it needs rooms. */
const FULL = 20;

/** What only some may see, and what may see only some: files that begin so, of files that begin so. */
const SIGHT: readonly {
  readonly of: string;
  readonly sees: RegExp;
}[] = [
  { of: 'src/core/markdown/', sees: /^src\/core\/(?:markdown|model|text)\// },
  { of: 'src/core/text/', sees: /^src\/core\/text\// },
  { of: 'src/core/words/', sees: /^src\/core\/words\// },
  { of: 'src/vault/reading/', sees: /^(?!src\/vault\/writing\/)/ },
  { of: 'src/vault/writing/', sees: /^(?!src\/vault\/reading\/)/ },
];

/** Folders that only those below a path may import from. */
const CLOSED: readonly { readonly folder: string; readonly to: RegExp }[] = [
  { folder: 'src/core/query/internal/', to: /^src\/core\/query\// },
  { folder: 'src/core/query/finding/', to: /^src\/core\/query\// },
  { folder: 'src/core/query/arranging/', to: /^src\/core\/query\// },
  { folder: 'src/core/query/', to: /^src\/core\/(?:query|export)\/|^(?!src\/core\/)/ },
  { folder: 'src/core/export/', to: /^src\/core\/export\/|^(?!src\/core\/)/ },
];

/** The door of a folder: whoever is outside imports from it alone. */
const DOORS = ['src/core/query/', 'src/core/export/'];

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const files = sourceFiles();
const imports = files.flatMap(importsOf);
const links = imports.flatMap(({ file, specifier }) => {
  const target = resolve(file, specifier);
  return target === null ? [] : [{ file, target }];
});

describe('the architecture', () => {
  it('finds the sources it is to judge', () => {
    expect(files).toContain('main.ts');
    for (const layer of Object.keys(ALLOWED)) expect(files.map(layerOf)).toContain(layer);
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

  it('has no circle of folders', () => {
    expect(findCircle(foldersOf(links))).toBeNull();
  });

  it('has no folder too full to look through', () => {
    const counts = new Map<string, number>();
    for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > FULL)).toEqual([]);
  });

  it('keeps rooms from seeing what they must not know', () => {
    const wrong = links.filter(
      ({ file, target }) =>
        SIGHT.some(({ of, sees }) => file.startsWith(of) && !sees.test(target)) ||
        CLOSED.some(({ folder, to }) => target.startsWith(folder) && !to.test(file)) ||
        DOORS.some(
          (door) =>
            target.startsWith(door) && !file.startsWith(door) && target !== `${door}index.ts`,
        ),
    );
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it('recognises a forbidden import and a circle when there is one', () => {
    expect(mayImport('src/core/model/mark.ts', 'src/ui/context.ts')).toBe(false);
    expect(mayImport('src/vault/writing/write.ts', 'src/editor/chips.ts')).toBe(false);
    expect(mayImport('src/ui/context.ts', 'main.ts')).toBe(false);
    expect(mayImport('scripts/playground/host/app.ts', 'src/core/model/mark.ts')).toBe(false);
    expect(
      mayImport('scripts/playground/host/page.ts', 'scripts/playground/server/server.ts'),
    ).toBe(false);
    expect(
      findCircle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a']],
        ]),
      ),
    ).toEqual(['a', 'b', 'c', 'a']);
    const link = (file: string, target: string) => ({ file, target });
    expect(findCircle(foldersOf([link('x/a.ts', 'x/y/b.ts'), link('x/y/c.ts', 'x/d.ts')]))).toEqual(
      ['x', 'x/y', 'x'],
    );
    expect(
      findCircle(foldersOf([link('x/a.ts', 'x/y/b.ts'), link('x/y/b.ts', 'z/d.ts')])),
    ).toBeNull();
  });
});

function sourceFiles(): readonly string[] {
  const below = ['src', 'scripts/cli', 'scripts/playground'].flatMap((folder) =>
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
  const [top = '', second = '', third = ''] = file.split('/');
  if (top === 'main.ts') return 'main';
  return second === 'playground' ? third : second;
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
  // Types for others, which stand alone: no room of the house.
  if (path === 'src/api') return null;
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  const found = candidates.find((candidate) => files.includes(candidate));
  if (found === undefined && !/\.(?:json|css)$/.test(path)) {
    throw new Error(`${file} imports ${specifier}, which is no source file`);
  }
  return found ?? null;
}

/** Which folder imports from which others. */
function foldersOf(
  links: readonly { readonly file: string; readonly target: string }[],
): ReadonlyMap<string, readonly string[]> {
  const graph = new Map<string, string[]>();
  for (const { file, target } of links) {
    const [from, to] = [dirname(file), dirname(target)];
    if (from !== to) graph.set(from, [...(graph.get(from) ?? []), to]);
  }
  return graph;
}

/** The first circle found, as what stands along it, or null. */
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

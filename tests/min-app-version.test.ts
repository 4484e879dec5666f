// What `src` uses of Obsidian is there in the oldest app that the manifest lets the plugin into: `@since` of the
// typings, for each of their symbols that the type checker finds used, members included.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const typings = join(root, 'node_modules/obsidian/obsidian.d.ts');

interface Manifest {
  readonly version: string;
  readonly minAppVersion: string;
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

const { version, minAppVersion } = json('manifest.json') as Manifest;

/** What the plugin asks for only where the app has it, behind a check of its own. */
const CHECKED: readonly string[] = [];

interface Use {
  readonly name: string;
  readonly since: string;
}

function isLater(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.split('.').map(Number));
  for (let at = 0; at < 3; at++) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function sinceOf(declaration: ts.Declaration): string | null {
  for (const tag of ts.getJSDocTags(declaration)) {
    const text = ts.getTextOfJSDocComment(tag.comment) ?? '';
    const found = tag.tagName.text === 'since' ? /\d+\.\d+\.\d+/.exec(text) : null;
    if (found) return found[0];
  }
  return null;
}

/** The symbols of the typings that `src` and `main.ts` name, with the version each is there since. */
function uses(): readonly Use[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (fault) => expect.fail(String(fault.code)) },
  );
  const files = (config?.fileNames ?? []).filter((file) => /\/(?:src\/|main\.ts$)/.test(file));
  const program = ts.createProgram(files, config?.options ?? {});
  const checker = program.getTypeChecker();
  const found = new Map<string, string>();
  const note = (symbol: ts.Symbol | undefined, node: ts.Node): void => {
    if (!symbol) return;
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    for (const declaration of target.declarations ?? []) {
      if (declaration.getSourceFile().fileName !== typings) continue;
      const since = sinceOf(declaration);
      const owner = ts.isSourceFile(declaration.parent) ? '' : ownerOf(declaration);
      if (since !== null) found.set(`${owner}${node.getText()}`, since);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      note(checker.getSymbolAtLocation(node), node);
      // A property of an object literal is one of the type that is expected there; so is a shorthand.
      if (ts.isPropertyAssignment(node.parent) || ts.isShorthandPropertyAssignment(node.parent)) {
        const { parent } = node;
        const expected =
          parent.name === node ? checker.getContextualType(parent.parent) : undefined;
        if (expected) note(checker.getPropertyOfType(expected, node.text), node);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source) visit(source);
  }
  return [...found].map(([name, since]) => ({ name, since }));
}

function ownerOf({ parent }: ts.Declaration): string {
  return 'name' in parent && parent.name ? `${(parent.name as ts.Identifier).text}.` : '';
}

describe('the oldest app that the plugin runs in', () => {
  const used = uses();

  it('has everything of Obsidian’s typings that the plugin uses', () => {
    const later = used
      .filter(({ name, since }) => isLater(since, minAppVersion) && !CHECKED.includes(name))
      .map(({ name, since }) => `${name} (${since})`);
    expect(later).toEqual([]);
  });

  it('is no older than it has to be', () => {
    const newest = used.map(({ since }) => since).reduce((a, b) => (isLater(a, b) ? a : b));
    expect(newest).toBe(minAppVersion);
  });

  it('is looked for among symbols that are found: functions, members and parts of literals', () => {
    const names = used.map(({ name }) => name);
    for (const name of ['getLanguage', 'Vault.process', 'SettingDefinitionPage.displayValue'])
      expect(names).toContain(name);
  });

  it('is the one that the list of versions names for this version', () => {
    expect(json('versions.json')).toMatchObject({ [version]: minAppVersion });
  });
});

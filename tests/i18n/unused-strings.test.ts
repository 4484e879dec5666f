/** Every string of the interface is used: none stays behind when what showed it goes. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const STRINGS = resolve('src/i18n/en');

const sources = [
  'main.ts',
  ...readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join('src', path)),
];
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)).config,
  ts.sys,
  '.',
);
const program = ts.createProgram(
  sources.map((path) => resolve(path)),
  { ...options, noEmit: true },
);
const checker = program.getTypeChecker();

function isOfStrings(node: ts.Node): boolean {
  return resolve(node.getSourceFile().fileName).startsWith(STRINGS);
}

/** The strings that the parts offer, by where they are declared. */
function declared(): ReadonlyMap<ts.Node, string> {
  const found = new Map<ts.Node, string>();
  const visit = (node: ts.Node, path: string): void => {
    if (ts.isPropertyAssignment(node)) {
      const name = `${path}.${node.name.getText()}`;
      if (ts.isObjectLiteralExpression(node.initializer)) {
        node.initializer.forEachChild((child) => visit(child, name));
      } else {
        found.set(node, name);
      }
      return;
    }
    if (ts.isShorthandPropertyAssignment(node)) found.set(node, `${path}.${node.name.text}`);
    else node.forEachChild((child) => visit(child, path));
  };
  for (const file of program.getSourceFiles()) {
    const [, part] = /src\/i18n\/en\/(bulk|common|dashboard|editor|settings|tagging)\.ts$/.exec(
      file.fileName,
    ) ?? [null, null];
    if (part !== null) visit(file, part);
  }
  return found;
}

function isPlainString(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.StringLike) !== 0;
}

/** Whether the object itself is read, and not one of its properties. */
function isHandedOn(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) {
    return parent.expression !== node;
  }
  return !(ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name));
}

/** The declarations of strings that are read outside of them; an index that is worked out reads all it may. */
function used(): ReadonlySet<ts.Node> {
  const reads = new Set<ts.Node>();
  const take = (symbol: ts.Symbol | undefined): void => {
    for (const declaration of symbol?.declarations ?? []) {
      if (isOfStrings(declaration)) reads.add(declaration);
    }
  };
  const takeAll = (type: ts.Type): void => type.getProperties().forEach(take);
  /** Names of values, handed on as a whole, say; a part of the strings is more than that. */
  const takeTable = (type: ts.Type): void => {
    const names = type.getProperties();
    if (names.every((name) => isPlainString(checker.getTypeOfSymbol(name)))) names.forEach(take);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      take(checker.getSymbolAtLocation(node.name));
      if (isHandedOn(node)) takeTable(checker.getTypeAtLocation(node));
    } else if (ts.isElementAccessExpression(node)) {
      takeAll(checker.getTypeAtLocation(node.expression));
    } else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) {
        take(checker.getTypeAtLocation(node.parent).getProperty(name.text));
      }
    }
    node.forEachChild(visit);
  };
  for (const path of sources) {
    const file = program.getSourceFile(resolve(path));
    if (file && !path.startsWith(join('src', 'i18n'))) visit(file);
  }
  return reads;
}

it('no string is left that nothing shows', () => {
  const all = declared();
  const reads = used();
  expect(all.size).toBeGreaterThan(300);
  expect([...all].filter(([node]) => !reads.has(node)).map(([, name]) => name)).toEqual([]);
});

// No listener for keys reads them in a way of its own: each is made by `onKey`, or asks `isInputMethods` first.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { LISTENERS, READS_NO_KEY } from './listeners';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

interface Site {
  readonly name: string;
  readonly isGuarded: boolean;
}

const KEY_EVENT = /^key(?:down|up|press)$/;
const KEY_PROP = /^onKey(?:Down|Up|Press)(?:Capture)?$/;

/** Classes of Obsidian whose choices are made by keys, and methods that a choice reaches. */
const CHOOSERS = new Set([
  'SuggestModal',
  'FuzzySuggestModal',
  'EditorSuggest',
  'AbstractInputSuggest',
  'StancePicker',
]);

/** The listeners for keys in a source file, and whether each has the guard. */
function sitesIn(file: string, text: string): readonly Site[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const guarded = namesMadeByOnKey(source);
  const isGuard = (node: ts.Expression | undefined): boolean => {
    if (!node) return false;
    if (ts.isCallExpression(node)) return isMadeByOnKey(node);
    return guarded.has(node.getText().replace(/^this\./, ''));
  };
  const sites: Site[] = [];
  const add = (what: string, isGuarded: boolean) =>
    sites.push({ name: `${file} ${what}`, isGuarded });
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && KEY_EVENT.test(node.text)) {
      const call = node.parent;
      if (ts.isCallExpression(call))
        add(node.text, isGuard(call.arguments[call.arguments.indexOf(node) + 1]));
      else if (!ts.isTypeNode(node.parent)) add('any', false);
    } else if (
      ts.isCallExpression(node) &&
      /\bscope\??\.register$/.test(node.expression.getText())
    ) {
      add('scope', isGuard(node.arguments[2]));
    } else if (ts.isJsxAttribute(node) && KEY_PROP.test(node.name.getText())) {
      const value = node.initializer;
      const given = value && ts.isJsxExpression(value) ? value.expression : undefined;
      // What is passed on to another component is made, and listed, where it is made.
      const isPassedOn = given && guarded.has(given.getText());
      add(node.name.getText(), isPassedOn === true || isGuard(given));
    } else if (ts.isPropertyAssignment(node) && KEY_PROP.test(node.name.getText())) {
      add(node.name.getText(), isGuard(node.initializer));
    } else if (ts.isClassDeclaration(node)) {
      const base = node.heritageClauses?.[0]?.types[0]?.expression.getText() ?? '';
      if (CHOOSERS.has(base)) {
        const body = node.members.find((member) => member.name?.getText() === 'selectSuggestion');
        const first = body && ts.isMethodDeclaration(body) ? body.body?.statements[0] : undefined;
        const isFirst = first?.getText().startsWith('if (isInputMethods(event)');
        add('selectSuggestion', isFirst === true);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sites;
}

/** A call of `onKey`, of a function that returns what it makes, or of `useMemo` that keeps it. */
function isMadeByOnKey(made: ts.Expression): boolean {
  if (!ts.isCallExpression(made)) return false;
  const called = made.expression.getText();
  if (called === 'useMemo') {
    const [make] = made.arguments;
    if (!make || !ts.isArrowFunction(make) || ts.isBlock(make.body)) return false;
    return isMadeByOnKey(make.body);
  }
  return called === 'onKey' || makers.has(called);
}

/** Functions in the file that do no more than return what `onKey` makes. */
function makersIn(file: string, text: string): readonly string[] {
  const names: string[] = [];
  for (const node of ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements) {
    if (!ts.isFunctionDeclaration(node)) continue;
    const [first, second] = node.body?.statements ?? [];
    const returned = first && ts.isReturnStatement(first) ? first.expression : undefined;
    const isCall = returned && ts.isCallExpression(returned);
    if (isCall && !second && returned.expression.getText() === 'onKey' && node.name) {
      names.push(node.name.text);
    }
  }
  return names;
}

/** Names in the file whose value `onKey` made. */
function namesMadeByOnKey(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if ((ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) && node.initializer) {
      const made = node.initializer;
      if (isMadeByOnKey(made)) names.add(node.name.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\.tsx?$/.test(file));
const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const makers = new Set([...texts].flatMap(([file, text]) => makersIn(file, text)));
const sites = [...texts].flatMap(([file, text]) => sitesIn(file, text));

describe('the listeners for keys', () => {
  it('are those that are walked in the browser, each with the guard', () => {
    const read = sites.filter(({ name }) => !READS_NO_KEY.has(name));
    expect(read.filter(({ isGuarded }) => !isGuarded).map(({ name }) => name)).toEqual([]);
    expect([...new Set(read.map(({ name }) => name))].sort()).toEqual([...LISTENERS].sort());
  });

  it('read no key by themselves', () => {
    const own = [...texts]
      .filter(([file]) => !file.startsWith('src/keys/'))
      .filter(([, text]) =>
        /\.isComposing\b(?!\()|\bkeyCode\b|\bevt\.key\b|\bevent\.(?:key|code|which)\b/.test(text),
      )
      .map(([file]) => file);
    expect(own).toEqual([]);
  });

  it.each([
    ['x.ts', `el.addEventListener('keydown', (event) => act(event));`, 'x.ts keydown'],
    ['x.ts', `this.registerDomEvent(el, 'keyup', this.act);`, 'x.ts keyup'],
    ['x.ts', `this.scope.register([], 'Enter', () => false);`, 'x.ts scope'],
    ['x.tsx', `const x = <input onKeyDown={(event) => act(event)} />;`, 'x.tsx onKeyDown'],
    ['x.tsx', `const x = { onKeyDown: act };`, 'x.tsx onKeyDown'],
    [
      'x.ts',
      `for (const type of ['keydown', 'wheel']) el.addEventListener(type, act);`,
      'x.ts any',
    ],
    [
      'x.ts',
      `class X extends EditorSuggest<Y> { selectSuggestion(y: Y) { act(y); } }`,
      'x.ts selectSuggestion',
    ],
    ['x.ts', `class X extends FuzzySuggestModal<Y> {}`, 'x.ts selectSuggestion'],
    [
      'x.tsx',
      `const take = useMemo(() => handlerOf(act), []);\nconst x = <List onKeyDown={take} />;`,
      'x.tsx onKeyDown',
    ],
  ])('would be missed without the guard: %s %s', (file, text, name) => {
    expect(sitesIn(file, text)).toEqual([{ name, isGuarded: false }]);
  });

  it.each([
    ['x.ts', `el.addEventListener('keydown', onKey((press) => act(press)));`],
    ['x.ts', `const take = onKey(act);\nel.addEventListener('keydown', take);`],
    [
      'x.ts',
      `class X { #take = onKey(act); open() { this.scope.register([], '/', this.#take); } }`,
    ],
    ['x.tsx', `const x = <input onKeyDown={onKey((press) => act(press))} />;`],
    ['x.tsx', `const take = useMemo(() => onKey(act), []);\nconst x = <List onKeyDown={take} />;`],
    ['x.tsx', `const take = listKeyHandler(model, actions);\nconst x = <List onKeyDown={take} />;`],
  ])('have it: %s %s', (file, text) => {
    expect(sitesIn(file, text).map(({ isGuarded }) => isGuarded)).toEqual([true]);
  });
});

// «Where do I add …» in ARCHITECTURE.md, done on a copy of the sources: all that the page names is all it takes, and
// whoever leaves out a part of it is told by the compiler.
import { build } from 'esbuild';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as PathList from '../src/core/index/path-list';
import type { NoteEntry } from '../src/core/index/question-index';
import { DEFAULT_TAXONOMY } from '../src/core/model/taxonomy';
import type * as Query from '../src/core/query';
import type * as I18n from '../src/i18n';
import type * as Schema from '../src/settings/schema';
import type * as Arguments from '../scripts/cli/arguments';
import type * as Usage from '../scripts/cli/usage';
import { note } from './core/query/note-sketch';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SLOW = 300_000;

/** One part of the recipe: what is written in a file, in place of what stands there. */
interface Step {
  readonly what: string;
  readonly file: string;
  readonly edit: (text: string) => string;
}

const put = (what: string, file: string, before: string, added: string): Step => ({
  what,
  file,
  edit: (text) => {
    if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
    return text.replace(before, () => `${added}${before}`);
  },
});

/** The questions by whether somebody is said to ask them. */
const FIELD: readonly Step[] = [
  put('its name', 'src/core/query/language/fields.ts', "  'folder',\n", "  'named',\n"),
  put(
    'what its values are',
    'src/core/query/language/fields.ts',
    '  folder: FREE,\n',
    '  named: FREE,\n',
  ),
  put(
    'how it finds',
    'src/core/query/finding/finders.ts',
    '  note: (value) => {',
    "  named: (value) => byCode('speakers', (name) => (name === null ? 'no' : 'yes') === value),\n",
  ),
  put(
    'how its values are counted',
    'src/core/query/internal/facets.ts',
    '  text: null,\n',
    `  named: ({ columns, fitting }, [counts]) => {
    for (const at of fitting) add(counts, columns.speakers[at] === 0 ? 'no' : 'yes', 1);
  },
`,
  ),
  put(
    'how a value reads',
    'src/ui/dashboard/model/term-label.ts',
    "    case 'speaker':\n    case 'asker':",
    "    case 'named':\n",
  ),
  ...['en', 'zh-tw', 'zh'].map((folder) => ({
    what: `what it is called (${folder})`,
    file: `src/i18n/${folder}/dashboard.ts`,
    edit: (text: string) => text.replace(/^ {4}folder: /m, "    named: 'Named',\n$&"),
  })),
];

const TAXONOMY = 'src/core/model/taxonomy.ts';
const LANGUAGE: readonly Step[] = [
  put('its code', TAXONOMY, "'zh'] as const", "'ja', "),
  {
    what: 'the names of what ships',
    file: TAXONOMY,
    edit: (text) => text.replace(/(\ben: '[^']*',)(\s+'zh-TW':)/g, "$1 ja: 'ja',$2"),
  },
  put('its strings', 'src/i18n/index.ts', "'zh-TW': zhTw, zh", 'ja, '),
  put('how Obsidian calls it', 'src/i18n/index.ts', '  en: /^en', '  ja: /^ja/,\n'),
  {
    what: 'the folder of its strings',
    file: 'src/i18n/index.ts',
    edit: (text) => text.replace('import { zh }', "import { ja } from './ja';\nimport { zh }"),
  },
];

let copy: string;
let files: Map<string, string>;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'question-stance-recipes-'));
  for (const part of [
    'src',
    'main.ts',
    'scripts',
    'package.json',
    'manifest.json',
    'tsconfig.json',
  ]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  cpSync(join(copy, 'src/i18n/zh'), join(copy, 'src/i18n/ja'), { recursive: true });
  const folder = join(copy, 'src/i18n/ja/index.ts');
  writeFileSync(
    folder,
    readFileSync(folder, 'utf8').replace('export function zh()', 'export function ja()'),
  );
}, SLOW);

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** Writes the copy anew with these steps and no others. */
function carryOut(steps: readonly Step[]): void {
  files = new Map();
  for (const { file } of [...FIELD, ...LANGUAGE]) {
    files.set(file, readFileSync(join(root, file), 'utf8'));
  }
  for (const { file, edit, what } of steps) {
    const text = files.get(file) ?? '';
    const edited = edit(text);
    if (edited === text) throw new Error(`${what}: nothing is different`);
    files.set(file, edited);
  }
  // The new language is one of those in which a new field has to have a name.
  files.set('src/i18n/ja/dashboard.ts', files.get('src/i18n/zh/dashboard.ts') ?? '');
  for (const [file, text] of files) writeFileSync(join(copy, file), text);
}

/** Files as they were parsed before, but for those that steps write: most of the time would go into them. */
const parsed = new Map<string, ts.SourceFile>();

/** Files of the copy that the compiler finds wrong among some; without any, among all of the plugin and command line. */
function faultyFiles(only?: readonly string[]): readonly string[] {
  const config = ts.readConfigFile(join(copy, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    { ...(config.config as object), include: ['main.ts', 'src', 'scripts/cli'] },
    ts.sys,
    copy,
  );
  const host = ts.createCompilerHost(options);
  const parse = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...more) => {
    const isWritten = files.has(relative(copy, path));
    const known = isWritten ? undefined : parsed.get(path);
    const source = known ?? parse(path, ...more);
    if (source && !isWritten) parsed.set(path, source);
    return source;
  };
  const rootNames = only ? only.map((file) => join(copy, file)) : fileNames;
  const program = ts.createProgram({ rootNames, options, host });
  return rootNames
    .filter((path) => program.getSemanticDiagnostics(program.getSourceFile(path)).length > 0)
    .map((path) => relative(copy, path));
}

/** What the copy's modules export, as they run. */
async function run<T>(name: string, lines: readonly string[]): Promise<T> {
  const outfile = join(copy, `${name}.mjs`);
  await build({
    stdin: { contents: lines.join('\n'), resolveDir: copy, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'silent',
  });
  // eslint-disable-next-line no-unsanitized/method -- what was built a line above
  return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as T;
}

/** The files that the page names for it. */
function namedFiles(what: string): readonly string[] {
  const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const [, recipe = ''] = page.split(`- **${what}**: `);
  const [line = ''] = recipe.split('\n');
  return [...line.matchAll(/`([\w./-]+\.ts)`/g)].map(([, file = '']) => file);
}

describe.each([
  ['a field of queries', FIELD, []],
  // The folder's own files are copies of its neighbour, which the page shows.
  ['a language', LANGUAGE, ['src/i18n/zh/index.ts']],
] as const)('where %s is added', (what, steps, shown) => {
  it('is said by the page, file by file', () => {
    const named = new Set(namedFiles(what));
    expect(named).toEqual(new Set([...steps.map(({ file }) => file), ...shown]));
  });

  it.each(steps.map((step) => [step.what, step] as const))(
    'the compiler asks for %s',
    { timeout: SLOW },
    (_what, left) => {
      carryOut(steps.filter((step) => step !== left));
      expect(faultyFiles([...new Set(steps.map(({ file }) => file))])).not.toEqual([]);
    },
  );
});

describe('what was added', () => {
  it('passes, with nothing done but what the page says', { timeout: SLOW }, () => {
    carryOut([...FIELD, ...LANGUAGE]);
    expect(faultyFiles()).toEqual([]);
  });

  it(
    'as a field is offered with its values, and found by the command line',
    { timeout: SLOW },
    async () => {
      carryOut(FIELD);
      type Copied = typeof Query &
        typeof Arguments &
        typeof Usage &
        Pick<typeof PathList, 'PathMap'>;
      const copied = await run<Copied>('field', [
        "export * from './src/core/query';",
        "export * from './scripts/cli/arguments';",
        "export * from './scripts/cli/usage';",
        "export { PathMap } from './src/core/index/path-list';",
      ]);
      const entry = note('a.md', [
        { text: 'Who?', speaker: 'Ilya' },
        { text: 'Why?', speaker: 'Ben' },
        'How?',
      ]);
      const list = new copied.PathMap<NoteEntry>();
      list.set(entry);
      const facets = copied.facetsOf(
        list.snapshot(),
        new copied.ColumnStore(),
        { notes: { kind: 'vault' }, kinds: ['body'] },
        { filter: [], today: '2026-03-15' },
        DEFAULT_TAXONOMY,
      );
      const offered = facets.map(({ term, count }) => `${term.field}:${term.value} ${count}`);
      expect(offered).toEqual(expect.arrayContaining(['named:yes 2', 'named:no 1']));

      expect(copied.USAGE).toContain('named');
      const command = copied.readArguments(['scan', '--filter', 'named:no', 'a.md']);
      if (command.kind !== 'scan') throw new Error(`not read: ${JSON.stringify(command)}`);
      const rows = entry.questions.all().map((question) => ({ entry, question }));
      const found = copied.prepareRows(rows, { today: '2026-03-15' })(command.filter);
      expect(found.map(({ question }) => question.text)).toEqual(['How?']);
    },
  );

  it('as a language has its names kept in the settings', { timeout: SLOW }, async () => {
    carryOut(LANGUAGE);
    const { migrate, languageOf, stringsFor } = await run<typeof Schema & typeof I18n>('language', [
      "export * from './src/settings/schema';",
      "export * from './src/i18n';",
    ]);
    const [taxonomy] = migrate(null).settings.taxonomies;
    expect(taxonomy?.name).toHaveProperty('ja', 'ja');
    const named = { ...taxonomy, name: { en: 'x', ja: 'y' } };
    expect(migrate({ version: 2, taxonomies: [named] }).settings.taxonomies[0]?.name).toEqual({
      en: 'x',
      ja: 'y',
    });
    expect(stringsFor(languageOf('ja'))).not.toBe(stringsFor('en'));
  });
});

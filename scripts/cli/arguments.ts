/** The command line's arguments: read into a command, or into what is wrong with them. Nothing is printed here. */
import { parseArgs } from 'node:util';
import { type ColumnId, COLUMNS } from '../../src/core/export';
import { isMarkRoot } from '../../src/core/model/mark';
import { type Filter, nearestOf, parseFilter } from '../../src/core/query';
import {
  isMatrixFormat,
  isScanFormat,
  type MatrixFormat,
  type ScanFormat,
  takesByteOrderMark,
  takesColumns,
  takesProperties,
} from './output-formats';
import { describeProblem } from './query-problem';

/** Which questions. */
export interface Asked {
  /** Files and folders, as given; `-` is standard input. Empty: all of the vault. */
  readonly paths: readonly string[];
  readonly vault: string | null;
  readonly notes: 'articles' | 'vault';
  /** Null for the settings' own. */
  readonly root: string | null;
  /** The words of `--filter`, and as they are read without knowing a taxonomy. */
  readonly filterWords: string;
  readonly filter: Filter;
  /** The lines of every `--query`. */
  readonly query: string;
  readonly queryFile: string | null;
}

export interface ScanCommand extends Asked {
  readonly kind: 'scan';
  readonly format: ScanFormat;
  /** Null for the format's own. */
  readonly columns: readonly ColumnId[] | null;
  readonly properties: readonly string[];
  readonly byteOrderMark: boolean;
}

export interface MatrixCommand extends Asked {
  readonly kind: 'matrix';
  readonly format: MatrixFormat;
  readonly byteOrderMark: boolean;
}

export interface ExplainCommand extends Asked {
  readonly kind: 'explain';
}

export type Command =
  | ScanCommand
  | MatrixCommand
  | ExplainCommand
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'usage-error'; readonly message: string };

const OPTIONS = {
  format: { type: 'string' },
  filter: { type: 'string', default: '' },
  query: { type: 'string', multiple: true, default: [] as string[] },
  'query-file': { type: 'string' },
  notes: { type: 'string', default: 'vault' },
  vault: { type: 'string' },
  root: { type: 'string' },
  columns: { type: 'string' },
  properties: { type: 'string' },
  bom: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

export const OPTION_NAMES: readonly string[] = Object.keys(OPTIONS);

/** What is wrong with the arguments, in a sentence. */
class UsageError extends Error {}

/** Reads the arguments after the program's name. */
export function readArguments(argv: readonly string[]): Command {
  try {
    const read = parse(argv);
    if (read.values.help) return { kind: 'help' };
    if (read.values.version) return { kind: 'version' };
    return readCommand(read);
  } catch (error) {
    return {
      kind: 'usage-error',
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: withNegations(argv), allowPositionals: true, options: OPTIONS });
}

/** Words that begin with one `-` are words behind these; Node would take them for an option. */
const TAKES_WORDS: readonly string[] = ['--filter', '--query'];

function withNegations(argv: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of argv) {
    const before = joined.at(-1) ?? '';
    if (TAKES_WORDS.includes(before) && /^-[^-]/.test(word))
      joined.splice(-1, 1, `${before}=${word}`);
    else joined.push(word);
  }
  return joined;
}

type Parsed = ReturnType<typeof parse>;
type Values = Parsed['values'];

function readCommand({ values, positionals }: Parsed): Command {
  const [name, ...paths] = positionals;
  switch (name) {
    case undefined:
      throw new UsageError('a command is missing');
    case 'scan':
      return readScan(values, readAsked(values, paths));
    case 'matrix':
      return readMatrix(values, readAsked(values, paths));
    case 'explain':
      refuse(values, ['format', 'columns', 'properties', 'bom'], name);
      return { kind: 'explain', ...readAsked(values, paths) };
    default:
      throw new UsageError(`no such command: ${name}`);
  }
}

function readAsked(values: Values, paths: readonly string[]): Asked {
  const { notes, vault = null, filter: filterWords } = values;
  if (paths.length === 0 && vault === null) throw new UsageError('a file or folder is missing');
  if (notes !== 'articles' && notes !== 'vault') {
    throw new UsageError(`no such choice of notes: ${notes}`);
  }
  const root = values.root?.replace(/^#/, '') ?? null;
  if (root !== null && !isMarkRoot(root)) {
    throw new UsageError(`not a tag that marks can start with: ${values.root ?? ''}`);
  }
  if (values.query.length > 0 && values['query-file'] !== undefined) {
    throw new UsageError('either --query or --query-file');
  }
  const { filter, problems } = parseFilter(filterWords);
  const [problem] = problems;
  if (problem) throw new UsageError(describeProblem(filterWords, problem, '--filter'));
  return {
    paths,
    vault,
    notes,
    root,
    filterWords,
    filter,
    query: values.query.join('\n'),
    queryFile: values['query-file'] ?? null,
  };
}

function readScan(values: Values, asked: Asked): ScanCommand {
  const { format = 'json', bom } = values;
  if (!isScanFormat(format)) throw new UsageError(`no such format: ${format}`);
  if (!takesColumns(format)) refuse(values, ['columns'], format);
  if (!takesProperties(format)) refuse(values, ['properties'], format);
  if (!takesByteOrderMark(format)) refuse(values, ['bom'], format);
  return {
    kind: 'scan',
    ...asked,
    format,
    columns: values.columns === undefined ? null : namesIn('columns', values.columns).map(columnOf),
    properties: values.properties === undefined ? [] : namesIn('properties', values.properties),
    byteOrderMark: bom,
  };
}

function readMatrix(values: Values, asked: Asked): MatrixCommand {
  const { format = 'table', bom } = values;
  if (!isMatrixFormat(format)) throw new UsageError(`no such format of a matrix: ${format}`);
  refuse(values, ['columns', 'properties'], 'matrix');
  if (!takesByteOrderMark(format)) refuse(values, ['bom'], format);
  return { kind: 'matrix', ...asked, format, byteOrderMark: bom };
}

/** Options that would do nothing are refused, so that nobody waits for what they ask. */
function refuse(values: Values, names: readonly (keyof Values)[], where: string): void {
  for (const name of names) {
    if (values[name] !== undefined && values[name] !== false) {
      throw new UsageError(`--${name} is nothing to ${where}`);
    }
  }
}

function namesIn(option: string, list: string): readonly string[] {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw new UsageError(`--${option} names nothing`);
  return names;
}

function columnOf(name: string): ColumnId {
  const wanted = name.toLowerCase();
  const found = COLUMNS.find((id) => id.toLowerCase() === wanted);
  if (found) return found;
  const nearest = nearestOf(name, COLUMNS);
  const meant = nearest === null ? '' : `; did you mean ${nearest}?`;
  throw new UsageError(`no such column: ${name}${meant} (there are ${COLUMNS.join(', ')})`);
}

/** The command line's arguments: read into a command, or into what is wrong with them. Nothing is printed here. */
import { parseArgs } from 'node:util';
import stringWidth from 'string-width';
import { DEFAULT_MARK_FORMAT, isMarkRoot } from '../../src/core/model/mark';
import {
  FIELDS,
  type Filter,
  IS_VALUES,
  type LocatedProblem,
  parseFilter,
} from '../../src/core/query';
import { query } from '../../src/i18n/en/query';
import { problemSentence } from '../../src/i18n/query-problem';
import { FORMATS, isFormat, type Format } from './formats';

export interface ScanCommand {
  readonly kind: 'scan';
  /** Files and folders, as given. */
  readonly paths: readonly string[];
  readonly format: Format;
  readonly filter: Filter;
  readonly notes: 'articles' | 'vault';
  readonly root: string;
}

export type Command =
  | ScanCommand
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'usage-error'; readonly message: string };

export const USAGE = `Usage: question-stance scan <file or folder>… [options]

Prints the questions of Markdown notes. Folders are read with all their folders,
save those whose names start with a dot.

  --format <format>   ${FORMATS.join(', ')}; default: json
  --filter <words>    only what fits, for example
                      --filter 'stage:limits label:"core question" compute'
                      fields: ${FIELDS.join(', ')}
                      is: ${IS_VALUES.join(', ')}
                      words of one field widen, different fields narrow
  --notes <which>     articles: notes with the tag my-article and Checkbox 1 ticked;
                      vault: every note; default: vault
  --root <tag>        the tag that marks start with; default: ${DEFAULT_MARK_FORMAT.root}
  --help, --version

Exit status: 0; 1 if something could not be read; 2 if the arguments are wrong.
`;

const WORDS = query();

/** Reads the arguments after the program's name. */
export function readArguments(argv: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'json' },
        filter: { type: 'string', default: '' },
        notes: { type: 'string', default: 'vault' },
        root: { type: 'string', default: DEFAULT_MARK_FORMAT.root },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.version) return { kind: 'version' };
    return readScan(positionals, values);
  } catch (error) {
    return usageError(error instanceof Error ? error.message : String(error));
  }
}

interface ScanOptions {
  readonly format: string;
  readonly filter: string;
  readonly notes: string;
  readonly root: string;
}

function readScan(positionals: readonly string[], options: ScanOptions): Command {
  const { format, notes } = options;
  const [name, ...paths] = positionals;
  if (name === undefined) return usageError('a command is missing');
  if (name !== 'scan') return usageError(`no such command: ${name}`);
  if (paths.length === 0) return usageError('a file or folder is missing');
  if (!isFormat(format)) return usageError(`no such format: ${format}`);
  if (notes !== 'articles' && notes !== 'vault')
    return usageError(`no such choice of notes: ${notes}`);
  const root = options.root.replace(/^#/, '');
  if (!isMarkRoot(root)) return usageError(`not a tag that marks can start with: ${options.root}`);
  const { filter, problems } = parseFilter(options.filter);
  const [error] = problems;
  if (error) return usageError(explain(options.filter, error));
  return { kind: 'scan', paths, format, filter, notes, root };
}

/** The filter words with carets under what is wrong; wide characters take two columns. */
function explain(words: string, problem: LocatedProblem): string {
  const { from, to } = problem;
  const oneLine = words.replace(/\s/g, ' ');
  const indent = ' '.repeat(stringWidth(oneLine.slice(0, from)));
  const carets = '^'.repeat(Math.max(1, stringWidth(oneLine.slice(from, to))));
  return `in --filter: ${problemSentence(problem, WORDS)}\n  ${oneLine}\n  ${indent}${carets}`;
}

function usageError(message: string): Command {
  return { kind: 'usage-error', message };
}

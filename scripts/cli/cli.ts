/**
 * The command line: `scan` prints the questions of notes without Obsidian, by the same core. Exits with
 * 0, with 1 where something could not be read, with 2 where the arguments are wrong.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { version } from '../../manifest.json';
import { localDay } from '../../src/core/model/local-day';
import { applyFilter, isWithin, type Row } from '../../src/core/query';
import { readArguments, USAGE, type ScanCommand } from './arguments';
import type { Trouble } from './find-notes';
import { FORMATTERS } from './formats';
import { NoFit } from './no-fit';
import { toPrinted, type PrintedQuestion } from './formats/printed-question';
import { scan } from './scan';

const PROGRAM = 'question-stance';

async function main(argv: readonly string[]): Promise<number> {
  const command = readArguments(argv);
  switch (command.kind) {
    case 'help':
      await print([USAGE]);
      return 0;
    case 'version':
      await print([`${version}\n`]);
      return 0;
    case 'usage-error':
      process.stderr.write(`${PROGRAM}: ${command.message}\n\n${USAGE}`);
      return 2;
    case 'scan':
      return runScan(command);
  }
}

async function runScan(command: ScanCommand): Promise<number> {
  let status = 0;
  const report = (trouble: Trouble) => {
    process.stderr.write(`${PROGRAM}: ${trouble.path}: ${explain(trouble)}\n`);
    if (trouble.kind === 'unreadable') status = 1;
  };
  const notes = { kind: command.notes } as const;
  const found: PrintedQuestion[] = [];
  const noFit = new NoFit(command.filter);
  for await (const { path, entry } of scan(command.paths, [command.root], report)) {
    if (!isWithin(entry, notes)) continue;
    const rows: readonly Row[] = entry.questions.all().map((question) => ({ entry, question }));
    if (found.length === 0) noFit.look(rows);
    for (const { question } of applyFilter(rows, command.filter, { today: localDay() })) {
      found.push(toPrinted(path, question));
    }
  }
  if (found.length === 0 && command.filter.length > 0) {
    for (const line of noFit.lines()) process.stderr.write(`${PROGRAM}: ${line}\n`);
  }
  const columns = process.stdout.isTTY ? process.stdout.columns : null;
  await print(FORMATTERS[command.format](found, columns));
  return status;
}

function explain(trouble: Trouble): string {
  return trouble.kind === 'unreadable'
    ? trouble.reason
    : 'not all of it is UTF-8; what is not was read as U+FFFD';
}

/** Writes as fast as the reader reads. A reader that has seen enough (`| head`) is no error. */
async function print(pieces: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

process.exitCode = await main(process.argv.slice(2));

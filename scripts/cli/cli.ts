/**
 * The command line: the questions of notes without Obsidian, by the same core. Exits with 0, with 1 where something
 * could not be read, with 2 where the arguments or the query are wrong.
 */
import { version } from '../../manifest.json';
import { readArguments } from './arguments';
import { print } from './print';
import { runCommand } from './run-command';
import { SYNOPSIS, USAGE } from './usage';

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
      say(`${command.message}\n\n${SYNOPSIS}--help says more.`);
      return 2;
    case 'scan':
    case 'matrix':
    case 'explain':
      return runCommand(command, say);
  }
}

/** On standard error. */
function say(message: string): void {
  process.stderr.write(`question-stance: ${message}\n`);
}

// Whoever reads what goes wrong may have seen enough, too.
process.stderr.on('error', () => undefined);
process.exitCode = await main(process.argv.slice(2));

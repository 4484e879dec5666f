// `registerCliHandler` (since 1.12.2), and what Obsidian's command line makes of a line: the command, then
// `key=value` and bare flags, `\n` and `\t` in values (help, «Obsidian CLI»). A command's id is global; registered a
// second time it throws, as the typings have it. There is no exit status: what fails is told in the answer. How
// the app words its own errors is not documented; the sentences here are the playground's.
import type { CliData, CliFlags, CliHandler } from 'obsidian';

interface CliCommand {
  readonly description: string;
  readonly flags: CliFlags | null;
  readonly handler: CliHandler;
}

function unescape(value: string): string {
  return value.replace(/\\([nt\\])/g, (_whole, letter: string) =>
    letter === 'n' ? '\n' : letter === 't' ? '\t' : letter,
  );
}

/** Splits a typed line at its spaces; quotes keep a part together. */
export function splitLine(line: string): string[] {
  const parts = line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g);
  return Array.from(parts, ([part]) => part.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}

export class CliHandlers {
  readonly #commands = new Map<string, CliCommand>();

  readonly #isDesktop: boolean;
  readonly #copy: (text: string) => Promise<void>;

  constructor(isDesktop: boolean, copy: (text: string) => Promise<void>) {
    this.#isDesktop = isDesktop;
    this.#copy = copy;
  }

  /** Answers with what takes the command back. */
  register(
    command: string,
    description: string,
    flags: CliFlags | null,
    handler: CliHandler,
  ): () => void {
    if (this.#commands.has(command)) {
      throw new Error(`A CLI handler for ${command} is registered already.`);
    }
    this.#commands.set(command, { description, flags, handler });
    return () => {
      this.#commands.delete(command);
    };
  }

  /** Runs what was typed, part by part. Never rejects. */
  async run(parts: readonly string[]): Promise<string> {
    if (!this.#isDesktop) return 'The command line is there on a desktop alone.';
    const rest = [...parts];
    const isCopied = rest.includes('--copy');
    // Which vault is no question here.
    const given = rest.filter((part) => !part.startsWith('--') && !part.startsWith('vault='));
    const [name = 'help', ...values] = given;
    if (name === 'help') return this.#help();
    const command = this.#commands.get(name);
    if (!command) return `There is no command ${name}.`;
    const data: CliData = {};
    for (const part of values) {
      const at = part.indexOf('=');
      if (at < 0) data[part] = 'true';
      else data[part.slice(0, at)] = unescape(part.slice(at + 1));
    }
    const missing = Object.entries(command.flags ?? {})
      .filter(([flag, { required }]) => required === true && !(flag in data))
      .map(([flag]) => flag);
    if (missing.length > 0) return `Missing: ${missing.join(', ')}.`;
    try {
      const answer = await command.handler(data);
      if (isCopied) await this.#copy(answer);
      return answer;
    } catch (error) {
      return `Error: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  #help(): string {
    const lines = [...this.#commands].map(([name, { description, flags }]) => {
      const known = Object.entries(flags ?? {}).map(([flag, { value, required }]) => {
        const text = value === undefined ? flag : `${flag}=${value}`;
        return required === true ? text : `[${text}]`;
      });
      return `${[name, ...known].join(' ')}\n    ${description}`;
    });
    return lines.length === 0 ? 'No plugin has registered a command.' : lines.join('\n');
  }
}

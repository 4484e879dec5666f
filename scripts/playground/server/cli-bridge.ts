// Takes a command line from another process to an open page of the playground, and its answer back. Obsidian's
// own command line reaches the running app in the same way.
import type { ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';

const ANSWER_WITHIN_MS = 30_000;

export class NoPage extends Error {}

export class CliBridge {
  readonly #waiting = new Map<string, (answer: string) => void>();

  readonly #pages: ReadonlySet<ServerResponse>;

  /** The pages that listen, the one opened last at the end. */
  constructor(pages: ReadonlySet<ServerResponse>) {
    this.#pages = pages;
  }

  /** Throws NoPage where none is open, and where the page does not answer. */
  ask(parts: readonly string[]): Promise<string> {
    const page = [...this.#pages].at(-1);
    if (!page) return Promise.reject(new NoPage('No page of the playground is open.'));
    const id = randomUUID();
    page.write(`event: cli\ndata: ${JSON.stringify({ id, parts })}\n\n`);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new NoPage('The page did not answer.'));
      }, ANSWER_WITHIN_MS);
      this.#waiting.set(id, (answer) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(answer);
      });
    });
  }

  answer(id: string, text: string): void {
    this.#waiting.get(id)?.(text);
  }
}

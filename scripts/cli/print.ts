/** Standard output. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes as fast as the reader reads. A reader that has seen enough (`| head`) is no error. */
export async function print(pieces: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

/** How wide the terminal is; null where the output goes elsewhere. */
export function terminalWidth(): number | null {
  return process.stdout.isTTY ? process.stdout.columns : null;
}

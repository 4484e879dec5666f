/**
 * `npm run bench:peak`: how much memory reading a note of 5 MB takes at its peak. A thread reads the note under
 * a limit for its heap; the smallest limit under which it can is searched for, and so is the smallest under
 * which a thread can do nothing at all: the difference is what the note takes, its text included. Prints a
 * line for each kind of note and writes dist/bench/peak.json.
 */
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { extractQuestions } from '../../src/core/reading/extract';
import { makeCorpora } from './corpus';
import { Figures } from './figures';

const NOTE_BYTES = 5_000_000;
/** In megabytes; small, so that nearly all of what is held counts. */
const YOUNG = 1;
const MOST = 128;
const TIMES = 4;

interface Task {
  /** Null: do nothing. */
  readonly bytes: SharedArrayBuffer | null;
}

async function fits(task: Task, limit: number): Promise<boolean> {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limit, maxYoungGenerationSizeMb: YOUNG },
  });
  return new Promise((resolve, reject) => {
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(false);
      else reject(error);
    });
    worker.on('exit', (code) => resolve(code === 0));
  });
}

async function smallestLimit(task: Task): Promise<number> {
  let [low, high] = [0, MOST];
  if (!(await fits(task, high))) return Infinity;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (await fits(task, middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Notes end to end, up to the size of one that is far longer than others. */
function longNote(notes: readonly Uint8Array[]): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(NOTE_BYTES);
  const bytes = new Uint8Array(shared).fill(10);
  for (let at = 0, next = 0; at < NOTE_BYTES; next += 1) {
    const note = notes[next % notes.length] ?? new Uint8Array(1);
    if (at + note.length > NOTE_BYTES) break;
    bytes.set(note, at);
    at += note.length;
  }
  return shared;
}

function work({ bytes }: Task): void {
  if (!bytes) return;
  extractQuestions(new TextDecoder().decode(new Uint8Array(bytes).slice()));
}

async function main(): Promise<void> {
  const figures = new Figures();
  const nothing = await smallestLimit({ bytes: null });
  for (const { kind, notes } of makeCorpora(NOTE_BYTES)) {
    const limit = await smallestLimit({ bytes: longNote(notes) });
    const times = ((limit - nothing) * 1024 * 1024) / NOTE_BYTES;
    figures.add(`peak while reading 5 MB: ${kind}`, times, '× note', TIMES);
  }
  process.exitCode = figures.write('peak', { nothing }) ? 0 : 1;
}

if (isMainThread) await main();
else work(workerData as Task);

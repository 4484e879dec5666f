/**
 * `npm run bench:pair -- <checkout>`: whether this code reads notes as fast as another checkout of the
 * project does. Bundles the extractor of both, reads every kind of note of the corpus with the two in turn,
 * note by note, 30 rounds, and prints the ratio of the medians (this over the other) for each kind and over all.
 * `--rounds N` and `--bytes N` (of each kind) measure less or more. `--warm` forces no collection before each
 * round, as none is while a vault is read. Prints only; sets no exit code by speed.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { makeCorpora } from './corpus';
import { median } from './figures';

const BOUNDS = { kind: 1.1, all: 1.05 };

/** Where the extractor stands, newest layout first. */
const ENTRIES = ['src/core/reading/extract.ts', 'src/core/extract.ts'];

type Extract = (text: string) => readonly unknown[];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '30' },
    bytes: { type: 'string', default: '1000000' },
    warm: { type: 'boolean', default: false },
  },
});
const [other] = positionals;
if (other === undefined) {
  console.error('Say which checkout to compare with: npm run bench:pair -- <checkout>');
  process.exit(2);
}
const rounds = Number(values.rounds);
const decoder = new TextDecoder();
const bundles = mkdtempSync(path.join(tmpdir(), 'question-stance-pair-'));

try {
  const here = await bundled(path.resolve(import.meta.dirname, '../..'), 'here');
  const there = await bundled(path.resolve(other), 'there');
  const totals = { here: 0, there: 0 };
  for (const { kind, notes } of makeCorpora(Number(values.bytes))) {
    const texts = notes.map((note) => decoder.decode(note));
    const measured = measure(texts, here, there);
    totals.here += measured.here;
    totals.there += measured.there;
    print(kind, measured, BOUNDS.kind);
  }
  print('over all', totals, BOUNDS.all);
} finally {
  rmSync(bundles, { recursive: true, force: true });
}

async function bundled(root: string, name: string): Promise<Extract> {
  const entry = ENTRIES.map((file) => path.join(root, file)).find((file) => existsSync(file));
  if (entry === undefined) throw new Error(`${root} holds no extractor at ${ENTRIES.join(' or ')}`);
  const outfile = path.join(bundles, `${name}.cjs`);
  await esbuild.build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    logLevel: 'warning',
  });
  const module = createRequire(import.meta.url)(outfile) as { extractQuestions: Extract };
  return module.extractQuestions;
}

/**
 * The medians of both, in milliseconds a round. Each note is read by the two right after each other, so that what
 * else the machine does falls on both; who goes first changes from note to note and from round to round.
 */
function measure(texts: readonly string[], here: Extract, there: Extract) {
  const times = { here: [] as number[], there: [] as number[] };
  for (let round = -3; round < rounds; round += 1) {
    // A forced collection also throws away what the engine has compiled: the round begins cold.
    if (!values.warm) globalThis.gc?.();
    const time = { here: 0, there: 0 };
    texts.forEach((text, index) => {
      if ((round + index) % 2 === 0) {
        time.here += timeOf(text, here);
        time.there += timeOf(text, there);
      } else {
        time.there += timeOf(text, there);
        time.here += timeOf(text, here);
      }
    });
    // The first rounds warm the engine up.
    if (round < 0) continue;
    times.here.push(time.here);
    times.there.push(time.there);
  }
  return { here: median(times.here), there: median(times.there) };
}

function timeOf(text: string, extract: Extract): number {
  const start = performance.now();
  extract(text);
  return performance.now() - start;
}

function print(
  name: string,
  { here, there }: { here: number; there: number },
  bound: number,
): void {
  const ratio = here / there;
  console.log(
    `${name.padEnd(24)} ${here.toFixed(1).padStart(8)} ms, there ${there.toFixed(1).padStart(8)} ms, ` +
      `ratio ${ratio.toFixed(3)}  ${ratio <= bound ? 'within' : 'OVER'} ${bound}`,
  );
}

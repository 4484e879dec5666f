/**
 * `npm run bench [-- <folder>]`: how fast the extractor reads notes, beside three Markdown parsers and the
 * limit, which is decoding the bytes and searching them for question marks. The others get the text, as the
 * host hands it to them. All in one run, in turn, on the same notes. Prints a table and writes
 * tests/bench/output/bench.json; `--quick` measures less, `--hostile` the hostile shapes alone.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GFM, parser as lezerParser } from '@lezer/markdown';
import MarkdownIt from 'markdown-it';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { Bench } from 'tinybench';
import { extractQuestions } from '../../src/core/reading/extract';
import { makeCorpora, type Corpus } from './corpus';
import { HOSTILE_SHAPES } from './hostile';

const QUICK = process.argv.includes('--quick');
const HOSTILE_ONLY = process.argv.includes('--hostile');
const CORPUS_BYTES = QUICK ? 300_000 : 2_700_000;
/** The parsers read this much of each kind: they are measured by throughput. */
const PARSER_BYTES = QUICK ? 50_000 : 250_000;
const TARGETS = { overMarkdownIt: 3, overLimit: 6, overLimitWithoutMarks: 1.5 };
/** For twice the text, and for two megabytes. */
const HOSTILE_BOUNDS = { growth: 2.5, milliseconds: 2000 };

const decoder = new TextDecoder();
const markdownIt = new MarkdownIt({ html: true });
const lezer = lezerParser.configure(GFM);

const CONTENDERS: Readonly<Record<string, (text: string) => unknown>> = {
  limit: countMarks,
  extractor: (text) => extractQuestions(text),
  'markdown-it': (text) => markdownIt.parse(text, {}),
  '@lezer/markdown': (text) => lezer.parse(text),
  mdast: (text) =>
    fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
};

function countMarks(text: string): number {
  let count = 0;
  for (const mark of ['?', '？', '#question/']) {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) count += 1;
  }
  return count;
}

/** Megabytes a second, by contender. */
type Speeds = Readonly<Record<string, number>>;

async function measure({ notes }: Corpus): Promise<Speeds> {
  const bench = new Bench({
    time: QUICK ? 100 : 800,
    iterations: 3,
    warmupIterations: 2,
    warmupTime: 100,
  });
  const sizes = new Map<string, number>();
  const decoded = new Map(notes.map((note) => [note, decoder.decode(note)]));
  for (const [name, run] of Object.entries(CONTENDERS)) {
    const isParser = name !== 'limit' && name !== 'extractor';
    const read = isParser ? first(notes, PARSER_BYTES) : notes;
    sizes.set(
      name,
      read.reduce((sum, { length }) => sum + length, 0),
    );
    bench.add(name, () => {
      if (name === 'limit') for (const note of read) run(decoder.decode(note));
      else for (const note of read) run(decoded.get(note) ?? '');
    });
  }
  await bench.run();
  return Object.fromEntries(
    bench.tasks.map(({ name, result }) => {
      const median = 'latency' in result ? result.latency.p50 : Number.NaN;
      return [name, (sizes.get(name) ?? 0) / 1000 / median];
    }),
  );
}

function first(notes: readonly Uint8Array[], bytes: number): readonly Uint8Array[] {
  let total = 0;
  return notes.filter(({ length }) => {
    const isWanted = total === 0 || total + length <= bytes;
    if (isWanted) total += length;
    return isWanted;
  });
}

function readFolder(folder: string): readonly Corpus[] {
  const notes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => new Uint8Array(readFileSync(path.join(entry.parentPath, entry.name))));
  return [{ kind: folder, notes, bytes: notes.reduce((sum, { length }) => sum + length, 0) }];
}

interface Hostile {
  readonly shape: string;
  /** Milliseconds for one and for two megabytes, the best of five. */
  readonly one: number;
  readonly two: number;
}

/** A shape over a bound is measured again, twice at most: a machine's hiccup does not come back, growth does. */
function measureHostile(): readonly Hostile[] {
  const size = QUICK ? 200_000 : 1_000_000;
  return Object.entries(HOSTILE_SHAPES).map(([shape, make]) => {
    const [text, twice] = [make(size), make(size * 2)];
    let measured = { shape, one: best(text), two: best(twice) };
    for (let again = 0; again < 2 && isOver(measured); again += 1) {
      measured = {
        shape,
        one: Math.min(measured.one, best(text)),
        two: Math.min(measured.two, best(twice)),
      };
    }
    return measured;
  });
}

function isOver({ one, two }: Hostile): boolean {
  return two > HOSTILE_BOUNDS.growth * Math.max(one, 1) || two > HOSTILE_BOUNDS.milliseconds;
}

/** Processor time, which other programs on the machine change less than the clock's. */
function best(text: string): number {
  const runs = Array.from({ length: 5 }, () => {
    globalThis.gc?.();
    const before = process.cpuUsage().user;
    extractQuestions(text);
    return (process.cpuUsage().user - before) / 1000;
  });
  return Math.min(...runs);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const corpora = HOSTILE_ONLY
  ? []
  : folder === undefined
    ? makeCorpora(CORPUS_BYTES)
    : readFolder(folder);
const kinds: { kind: string; speeds: Speeds; overLimit: number; overMarkdownIt: number }[] = [];
for (const corpus of corpora) {
  const speeds = await measure(corpus);
  const extractor = speeds.extractor ?? Number.NaN;
  const overLimit = (speeds.limit ?? Number.NaN) / extractor;
  const overMarkdownIt = extractor / (speeds['markdown-it'] ?? Number.NaN);
  kinds.push({ kind: corpus.kind, speeds, overLimit, overMarkdownIt });
  const columns = Object.entries(speeds).map(([name, speed]) => `${name} ${speed.toFixed(1)}`);
  console.log(
    `${corpus.kind.padEnd(24)} ${columns.join(', ')} MB/s; ` +
      `${overLimit.toFixed(2)}× the limit's time, ${overMarkdownIt.toFixed(1)}× markdown-it's speed`,
  );
}
const hostile = measureHostile();
for (const { shape, one, two } of hostile) {
  console.log(
    `${shape.padEnd(40)} ${one.toFixed(0)} ms, twice as long ${two.toFixed(0)} ms ` +
      `(${(two / Math.max(one, 1)).toFixed(2)}×)${isOver({ shape, one, two }) ? '  OVER' : ''}`,
  );
}
console.log(
  `hostile shapes: ${hostile.filter((measured) => !isOver(measured)).length} of ${hostile.length} under ` +
    `${HOSTILE_BOUNDS.growth} times for twice the text and under ${HOSTILE_BOUNDS.milliseconds} ms`,
);
const summary = {
  overLimit: median(kinds.map(({ overLimit }) => overLimit)),
  overMarkdownIt: median(kinds.map(({ overMarkdownIt }) => overMarkdownIt)),
  targets: TARGETS,
};
console.log(
  `median: ${summary.overLimit.toFixed(2)}× the limit (target ${TARGETS.overLimit}), ` +
    `${summary.overMarkdownIt.toFixed(1)}× markdown-it (target ${TARGETS.overMarkdownIt})`,
);
const output = path.join(import.meta.dirname, 'output');
mkdirSync(output, { recursive: true });
writeFileSync(
  path.join(output, 'bench.json'),
  `${JSON.stringify({ node: process.version, kinds, hostile, summary }, null, 2)}\n`,
);

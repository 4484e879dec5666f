/**
 * `npm run bench:vault -- [--notes 100000] [--seed 1] [--vault <folder>]`: the index and what the dashboard
 * computes, in Node, over a made-up vault (made first where it is missing). Files are read from disk, where the
 * system has them in memory; the rest of Obsidian is in memory. Prints figures against their bounds and writes
 * dist/bench/vault.json.
 */
import 'fake-indexeddb/auto';
import { parseArgs } from 'node:util';
import { QuestionIndex } from '../../src/core/index/question-index';
import type { Incremental } from '../../src/core/model/incremental';
import {
  compareQuestions,
  countMonths,
  type Comparison,
  countTransitions,
  type Transitions,
  WITHINS,
  type NoteFacts,
  readQuery,
  ROW_FIELDS,
  type Timeline,
  timelineOf,
} from '../../src/core/query';
import { NO_FACTS } from '../../src/core/query/columns/note-facts';
import { layoutOf } from '../../src/core/query/internal/layout';
import { QueryRunner } from '../../src/core/query/internal/query-runner';
import { ColumnStore } from '../../src/core/query/internal/column-store';
import type { ListQuery } from '../../src/core/query/internal/chunk-result';
import { DEFAULT_SCOPE } from '../../src/core/model/scope';
import { DEFAULT_SETTINGS } from '../../src/settings/schema';
import { activeTaxonomy } from '../../src/settings/taxonomies';
import { DashboardModel } from '../../src/ui/dashboard/model/dashboard-model';
import { DEFAULT_STATE, type DashboardState } from '../../src/ui/dashboard/state/dashboard-state';
import { IndexCache } from '../../src/vault/reading/index-cache';
import { NoteSync } from '../../src/vault/reading/sync';
import { DiskHost } from './disk-host';
import { Figures, median, medianTime } from './figures';
import { madeVault } from './made-vault';
import { QUERIES } from './queries';

const { values: given } = parseArgs({
  options: {
    notes: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    vault: { type: 'string' },
  },
});
const options = { notes: Number(given.notes), seed: Number(given.seed) };
const figures = new Figures();
const columns = new ColumnStore({ ...NO_FACTS, factsOf });
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Running {
  readonly host: DiskHost;
  readonly index: QuestionIndex;
  readonly sync: NoteSync;
}

function cacheOf(name: string): IndexCache {
  return new IndexCache({
    name,
    onFault: (fault) => console.error(fault),
    patience: () => new Promise(() => undefined),
  });
}

function syncOf(host: DiskHost, cache: IndexCache | null): Running {
  const index = new QuestionIndex();
  const sync = new NoteSync(host.app, index, {
    settings: () => ({ scope: DEFAULT_SCOPE, roots: ['question'], unmarked: false }),
    onUnreadable: (at, error) => console.error(at, error),
    yieldToEventLoop: turn,
    ...(cache && { cache, beforeKeeping: turn }),
  });
  return { host, index, sync };
}

/** Runs a whole pass; answers with how long it took, in milliseconds. */
async function pass({ index, sync }: Running, all: boolean): Promise<number> {
  const start = performance.now();
  const ready = new Promise<void>((resolve) => {
    index.subscribe(() => {
      if (index.progress.phase === 'ready') resolve();
    });
  });
  if (all) void sync.includeAll();
  sync.start();
  await ready;
  return performance.now() - start;
}

/** Reads the same files as a pass does, as many at a time, and does nothing with them. */
async function readOnly(host: DiskHost, paths: ReadonlySet<string>): Promise<number> {
  const files = host.files().filter((file) => paths.has(file.path));
  const start = performance.now();
  const reader = async (): Promise<void> => {
    for (let file = files.pop(); file; file = files.pop()) await host.read(file);
  };
  await Promise.all(Array.from({ length: 16 }, reader));
  return performance.now() - start;
}

function heap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

async function measurePasses(folder: string): Promise<Running> {
  const host = new DiskHost(folder, options);
  const everything = new Set(host.files().map((file) => file.path));
  // The first reading fills the system's own cache, which is the same for both.
  await readOnly(host, everything);
  const reading = await readOnly(host, everything);
  figures.add('reading every file, doing nothing', reading, 'ms');

  const articles = syncOf(host, null);
  host.reads = 0;
  const articlesTime = await pass(articles, false);
  figures.add('first pass, articles and marked notes', articlesTime, 'ms');
  figures.add('files read in it', host.reads, 'files');
  const wanted = new Set([...articles.index.entries()].map((entry) => entry.path));
  figures.add(
    '… against reading the same files',
    articlesTime / (await readOnly(host, wanted)),
    '×',
  );
  articles.sync.unload();

  const before = heap();
  const whole = syncOf(host, null);
  const wholeTime = await pass(whole, true);
  const after = heap();
  figures.add('first pass, whole vault', wholeTime, 'ms');
  // The machine is not equally fast at all times: once before, once after.
  const around = (reading + (await readOnly(host, everything))) / 2;
  figures.add('… against reading the same files', wholeTime / around, '×');
  let questions = 0;
  for (const entry of whole.index.entries()) questions += entry.questions.read().length;
  figures.add('questions', questions, '');
  figures.add('memory of the index per question', (after - before) / questions, 'bytes', 500);

  await measureRestart(host, wholeTime, articlesTime);
  return whole;
}

/** Ends the sync, which keeps what waits and closes its cache behind that. */
function keptBy({ sync }: Running, cache: IndexCache): Promise<void> {
  return new Promise((resolve) => {
    const close = cache.close.bind(cache);
    cache.close = async () => {
      await close();
      resolve();
    };
    sync.unload();
  });
}

async function measureRestart(host: DiskHost, whole: number, articles: number): Promise<void> {
  const name = 'bench';
  const cache = cacheOf(name);
  const first = syncOf(host, cache);
  await pass(first, true);
  await keptBy(first, cache);
  for (const [what, all, against] of [
    ['whole vault', true, whole],
    ['articles and marked notes', false, articles],
  ] as const) {
    const again = syncOf(host, cacheOf(name));
    host.reads = 0;
    const time = await pass(again, all);
    figures.add(`restart, ${what}`, time, 'ms');
    figures.add('files read in it', host.reads, 'files', 0);
    figures.add('… against the first pass', time / against, '×');
    again.sync.unload();
  }
  first.sync.unload();
}

function measureQueries({ index }: Running): void {
  const entries = index.entries();
  const asker = new QueryRunner(columns);
  /** A query never asked before, down to what a drawn list reads of it. */
  const ask = (list: ListQuery): void => {
    const result = asker.run(entries, list, activeTaxonomy(DEFAULT_SETTINGS));
    const layout = layoutOf(result, new Set());
    if (result.matrix.total < result.totals.total) throw new Error('wrong');
    look += layout.at(layout.length - 1) ? 1 : 0;
  };
  let look = 0;
  let start = performance.now();
  ask(listOf('group by note'));
  figures.add('the first query of all', performance.now() - start, 'ms');
  start = performance.now();
  ask(listOf('first\ngroup by note'));
  figures.add('the first search, which folds every text', performance.now() - start, 'ms');
  for (const what of ['text', 'note'] as const) {
    const pieces = columns.sorted.prepare(entries, what, (notes) => columns.of(notes));
    figures.add(`ranks by ${what}, prepared: the longest piece`, longestPiece(pieces), 'ms', 50);
  }
  // Another query between, so that nothing is left over of the same one.
  const another = listOf('stance:inward\ngroup by note');
  const times = QUERIES.map((words) => {
    const list = listOf(words);
    const time = medianTime(
      7,
      () => ask(list),
      () => ask(another),
    );
    figures.add(
      `filter, count, matrix, groups and order: ${words.replace(/\n/g, ' · ')}`,
      time,
      'ms',
      60,
    );
    return time;
  });
  if (look === 0) throw new Error('wrong');
  figures.add('sixty queries, each from nothing: median', median(times), 'ms', 16);
  figures.add('… the slowest of them', Math.max(...times), 'ms', 60);
}

/** What the comparison counts once its rows' codes are known, and the first time. */
function measureComparison({ index }: Running): void {
  const taxonomy = activeTaxonomy(DEFAULT_SETTINGS);
  const { chunks } = new QueryRunner(columns).run(index.entries(), listOf(''), taxonomy);
  for (const by of ROW_FIELDS) {
    const count = (): Comparison => compareQuestions(chunks, by, columns.groupCodes, taxonomy);
    const start = performance.now();
    const { rows, all } = count();
    const first = performance.now() - start;
    const what = `compared by ${by}: ${String(rows.length)} rows of ${String(all.total)} questions`;
    figures.add(what, medianTime(7, count), 'ms', 16);
    figures.add('… the first time', first, 'ms', 50);
  }
  for (const within of WITHINS) {
    const count = (): Transitions => countTransitions(chunks, within, taxonomy);
    const what = `${String(count().all.total)} transitions within a ${within}`;
    figures.add(what, medianTime(7, count), 'ms', 16);
  }
}

/** What the timeline counts, with the days of notes known, and the first time. */
function measureTimeline({ index }: Running): void {
  const taxonomy = activeTaxonomy(DEFAULT_SETTINGS);
  const { chunks } = new QueryRunner(columns).run(index.entries(), listOf(''), taxonomy);
  const count = (): Timeline => timelineOf(countMonths(chunks, taxonomy), null, 'stage');
  const start = performance.now();
  const { buckets, unit, all } = count();
  const first = performance.now() - start;
  const what = `by time: ${String(buckets.length)} (${unit}) of ${String(all.total)} questions`;
  figures.add(what, medianTime(7, count), 'ms', 16);
  figures.add('… the first time', first, 'ms', 50);
}

/** A query over the whole vault, as a dashboard asks it. */
function listOf(words: string): ListQuery {
  const { query, problems } = readQuery(words);
  if (problems.length > 0) throw new Error(`${words}: ${JSON.stringify(problems)}`);
  const { filter, groups, sorts, limit, limitGroups } = query;
  return {
    today: '2026-03-15',
    notes: { kind: 'vault' },
    kinds: ['body', 'heading', 'quoted'],
    withSkipped: false,
    filter,
    groups,
    sorts,
    ...(limit === undefined ? {} : { limit }),
    ...(limitGroups === undefined ? {} : { limitGroups }),
  };
}

function longestPiece(pieces: Incremental<unknown>): number {
  let longest = 0;
  for (let done: boolean | undefined = false; done !== true;) {
    const start = performance.now();
    ({ done } = pieces.next());
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

/** What the notes say of themselves, by their paths: the made-up files have no properties but the scope's. */
function factsOf(path: string): NoteFacts {
  let sum = 0;
  for (let at = 0; at < path.length; at++) sum = (31 * sum + path.charCodeAt(at)) % 100_003;
  const month = String(1 + (sum % 12)).padStart(2, '0');
  return {
    tags: sum % 20 === 0 ? ['project/one'] : [],
    properties: {
      ...(sum % 3 === 0 ? { date: `${String(2020 + (sum % 7))}-${month}-05` } : {}),
      ...(sum % 5 === 0 ? { status: sum % 2 === 0 ? 'done' : 'open' } : {}),
      ...(sum % 50 === 0 ? { reviewed: true } : {}),
      ...(sum % 4 === 0 ? { askers: [`Asker ${String(sum % 500)}`] } : {}),
    },
    created: '2023-05-06',
  };
}

function modelOf({ index }: Running, state: Partial<DashboardState>): DashboardModel {
  const model: DashboardModel = new DashboardModel({
    columns,
    index,
    settings: { get: () => DEFAULT_SETTINGS, subscribe: () => () => undefined },
    navigate: (next) => model.show(next),
    keep: () => undefined,
  });
  model.show({ ...DEFAULT_STATE, notes: 'vault', ...state });
  return model;
}

/** What a drawn dashboard reads: the counts, and the rows in sight. */
function look({ shown, emptiness, selection }: DashboardModel, from = 0): number {
  const list = shown.list.value;
  let seen = shown.totals.value.total + shown.matrix.value.untagged + shown.skipped.value;
  for (let at = from; at < Math.min(list.length, from + 40); at++)
    seen += list.at(at)?.key.length ?? 0;
  return seen + (emptiness.value ? 1 : 0) + selection.perGroup.value.size;
}

function measureDashboard(running: Running): void {
  const before = heap();
  const opened: DashboardModel[] = [];
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    const model = modelOf(running, {});
    look(model);
    opened.push(model);
    return performance.now() - start;
  });
  figures.add('the dashboard’s model, opened and read: the first', times[0] ?? NaN, 'ms', 100);
  figures.add('… median of seven', median(times), 'ms', 100);
  const [model, ...others] = opened;
  if (!model) return;
  for (const other of others) other.dispose();
  const letters: number[] = [];
  for (const word of ['為什麼最慢', 'why does a slow method', '如果没有人']) {
    for (let end = 1; end <= word.length; end++) {
      const start = performance.now();
      model.query.search(word.slice(0, end));
      look(model);
      letters.push(performance.now() - start);
    }
  }
  figures.add('a search typed letter by letter: median', median(letters), 'ms', 16);
  figures.add('… its slowest letter', Math.max(...letters), 'ms', 50);
  model.query.search('');
  look(model, 100_000);
  const questions = model.shown.totals.value.total;
  figures.add(
    'memory of open dashboard and search per question',
    (heap() - before) / questions,
    'bytes',
  );
  model.dispose();
}

/** The median time from the metadata cache's event to a dashboard that was read again, in milliseconds. */
async function changeTime({ host, index, sync }: Running): Promise<number> {
  const model = modelOf({ host, index, sync }, {});
  look(model);
  const files = host.files().filter((file) => file.stat.size > 1500 && file.stat.size < 3000);
  const texts = await Promise.all(files.slice(0, 300).map((file) => host.read(file)));
  const times: number[] = [];
  for (let run = 0; run < texts.length * 2; run++) {
    const at = run % texts.length;
    const [file, text] = [files[at], texts[at]];
    if (!file || text === undefined) continue;
    const start = performance.now();
    host.change(file, `${text}\n為什麼第 ${String(run)} 次還要問？ #question/inward\n`);
    await Promise.resolve();
    look(model, model.shown.list.value.length >> 1);
    times.push(performance.now() - start);
  }
  model.dispose();
  return median(times.slice(texts.length));
}

async function measureChanges(whole: Running): Promise<void> {
  const few = { ...options, notes: 1000 };
  const small = syncOf(new DiskHost(await madeVault(few), few), null);
  await pass(small, true);
  // In turns, so that a busy moment of the machine strikes both.
  const times = { small: [] as number[], whole: [] as number[] };
  for (let round = 0; round < 5; round++) {
    times.small.push(await changeTime(small));
    times.whole.push(await changeTime(whole));
  }
  figures.add('a changed note, in 1,000 notes', median(times.small), 'ms');
  figures.add(`a changed note, in ${String(options.notes)} notes`, median(times.whole), 'ms');
  figures.add('… against 1,000 notes', median(times.whole) / median(times.small), '×');
}

function measureRename({ host, index }: Running): void {
  host.reads = 0;
  const questions = (folder: string) =>
    index
      .pathsIn(folder)
      .reduce((sum, at) => sum + (index.get(at)?.questions.read().length ?? 0), 0);
  const before = questions('Inbox');
  const start = performance.now();
  const moved = host.renameFolder('Inbox', 'Done/Inbox');
  const time = performance.now() - start;
  figures.add('notes in a renamed folder', moved, 'notes');
  figures.add('renaming it', time, 'ms');
  figures.add('files read for it', host.reads, 'files', 0);
  figures.add('questions lost by it', before - questions('Done/Inbox'), '', 0);
}

const whole = await measurePasses(given.vault ?? (await madeVault(options)));
measureQueries(whole);
measureComparison(whole);
measureTimeline(whole);
measureDashboard(whole);
await measureChanges(whole);
measureRename(whole);
process.exitCode = figures.write('vault', options) ? 0 : 1;

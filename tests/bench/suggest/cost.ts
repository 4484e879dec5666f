/**
 * What suggestions cost in a large vault: the memory of its tags, how long it takes to be made, and how long the
 * proposals for the rows in sight take, where nothing of them was worked out before.
 */
import { NoteQuestions } from '../../../src/core/index/note-questions';
import { QuestionIndex } from '../../../src/core/index/question-index';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import type { MarkValue } from '../../../src/core/model/question';
import { extractQuestions } from '../../../src/core/reading/extract';
import { NoteProposals } from '../../../src/core/suggest/note-proposals';
import { totalOf } from '../../../src/core/suggest/stage-counts';
import type { TagMemory } from '../../../src/core/suggest/tag-memory';
import { MemoryFollower } from '../../../src/vault/suggest/memory-follower';
import { Figures, median } from '../figures';
import { LargeNotes, type LargeVault } from './large-vault';

const VAULT: LargeVault = { tags: 20_000, untagged: 200_000, perNote: 20 };
/** As many as a large window shows. */
const ROWS = 30;
const LONG_NOTE = 1_000;
const BOUNDS = { rows: 16, bytes: 400 };
const LIMITS: MarkValue = { stance: 'outward', stage: 'limits' };
/** Questions of lists stand in notes whose text is not at hand, many in one screen. */
const LISTS = 100;
/** As many are drawn before the engine has compiled what it is to do. */
const WARMING_UP = 20;

/** Prints and keeps the figures; says whether every bound held. Needs `--expose-gc`. */
export async function benchCost(texts: readonly string[]): Promise<boolean> {
  const figures = new Figures();
  const notes = new LargeNotes(texts);
  const index = indexOf(notes);
  const { memory, follower } = await benchMemory(figures, index);
  benchLists(figures, index, memory);
  benchLongNote(figures, notes, memory);
  follower.stop();
  return figures.write('suggest', { vault: VAULT });
}

function indexOf(notes: LargeNotes): QuestionIndex {
  const index = new QuestionIndex();
  for (const { path, text } of notes.of(VAULT)) {
    index.put({
      path,
      scope: { inScope: true, reason: 'in' },
      checkbox: true,
      questions: NoteQuestions.of(extractQuestions(text, { roots: [DEFAULT_TAXONOMY.root] })),
    });
  }
  return index;
}

async function benchMemory(figures: Figures, index: QuestionIndex) {
  const before = heapInUse();
  const slices: number[] = [];
  let from = performance.now();
  const follower = new MemoryFollower({
    index,
    root: () => DEFAULT_TAXONOMY.root,
    yieldToEventLoop: async () => {
      slices.push(performance.now() - from);
      await new Promise((resolve) => setImmediate(resolve));
      from = performance.now();
    },
    onNote: () => undefined,
    onChange: () => undefined,
  });
  from = performance.now();
  await follower.ready();
  slices.push(performance.now() - from);
  const { memory } = follower;
  const tags = totalOf(memory.tags);
  figures.add('memory of the vault’s tags, made', sumOf(slices), 'ms');
  figures.add('… in slices', slices.length, '');
  figures.add('… a slice, median', median(slices), 'ms');
  figures.add('… the longest', Math.max(...slices), 'ms');
  figures.add('tags that are remembered', tags, '');
  figures.add(
    'memory a tag, beyond the index',
    (heapInUse() - before) / tags,
    'bytes',
    BOUNDS.bytes,
  );
  return { memory, follower };
}

/** The tag modal on a long note: the rows in sight, the rest, and the rows again behind a choice. */
function benchLongNote(figures: Figures, notes: LargeNotes, memory: TagMemory): void {
  const text = notes.note(-1, LONG_NOTE, false);
  const questions = extractQuestions(text, { roots: [DEFAULT_TAXONOMY.root] });
  const marks: (MarkValue | null)[] = questions.map(() => null);
  const first: number[] = [];
  const again: number[] = [];
  for (let top = 0; top + ROWS <= questions.length; top += ROWS) {
    const proposals = new NoteProposals(knowing(memory), 'long.md', questions, text);
    first.push(timeOf(() => proposeFor(proposals, top, marks)));
    const chosen = marks.map((mark, place) => (place === top ? LIMITS : mark));
    again.push(timeOf(() => proposeFor(proposals, top, chosen)));
    proposals.close();
  }
  addRows(figures, 'rows in sight of a long note', first);
  addRows(figures, '… again behind a choice', again);
  const other = notes.note(-2, LONG_NOTE, false);
  const asked = extractQuestions(other, { roots: [DEFAULT_TAXONOMY.root] });
  const proposals = new NoteProposals(knowing(memory), 'other.md', asked, other);
  const untagged = proposals.marks;
  const each = asked.map((_, place) => timeOf(() => void proposals.of(place, untagged)));
  figures.add(`a note of ${asked.length} questions, all of them`, sumOf(each), 'ms');
  figures.add('… a question: median', median(each), 'ms');
  figures.add('… the slowest', Math.max(...each), 'ms');
  proposals.close();
}

/** A list of untagged questions: each of its rows in another note. */
function benchLists(figures: Figures, index: QuestionIndex, memory: TagMemory): void {
  const untagged = index
    .entries()
    .chunks.flat()
    .slice(VAULT.tags / VAULT.perNote);
  const times: number[] = [];
  for (let list = 0; list < LISTS; list++) {
    const rows = untagged.slice(list * ROWS, (list + 1) * ROWS);
    times.push(
      timeOf(() => {
        for (const { path, questions } of rows) {
          const proposals = new NoteProposals(knowing(memory), path, questions.read(), null);
          proposals.of(0, proposals.marks);
          proposals.close();
        }
      }),
    );
  }
  figures.add('the very first rows', times[0] ?? NaN, 'ms');
  addRows(figures, 'rows in sight of a list', times.slice(WARMING_UP));
}

function addRows(figures: Figures, name: string, times: readonly number[]): void {
  figures.add(`${name}: median`, median(times), 'ms', BOUNDS.rows);
  figures.add('… the fastest', Math.min(...times), 'ms');
  figures.add('… the slowest', Math.max(...times), 'ms');
}

function knowing(memory: TagMemory) {
  const taxonomy = DEFAULT_TAXONOMY;
  return () => ({
    memory,
    taxonomy,
    records: {},
    rejected: new Set<string>(),
    mode: 'ghosts' as const,
  });
}

function proposeFor(
  proposals: NoteProposals,
  top: number,
  marks: readonly (MarkValue | null)[],
): void {
  for (let place = top; place < top + ROWS; place++) proposals.of(place, marks);
}

function timeOf(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function heapInUse(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

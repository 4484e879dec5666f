/**
 * `npm run bench:suggest -- <folder>`: plays a person tagging the notes of a folder in order of their days, by the
 * tags that stand in them, and prints how many keys that takes, with suggestions and without, how many ghosts stood
 * there when a question was come to, and how many of them were right. Without a folder, the twelve tagged articles
 * beside this file. Keys are counted as the modal's table and reducer take them; writing the note is not counted, nor
 * are ways that save keys without suggestions too (a whole group selected and tagged at once). A ghost that is wrong
 * costs nothing by itself: another key overrides it. A question that was left untagged costs one key to pass, one that
 * is none costs `x`; a ghost at either is a wrong one. With `--json` the last line is one object. `--show` prints every
 * ghost that was wrong. `--cost` measures what suggestions cost in a large vault instead.
 */
import { parseArgs } from 'node:util';
import { findNotes } from '../../scripts/cli/notes/find-notes';
import { readFrontmatter } from '../../scripts/cli/notes/frontmatter';
import { readNote } from '../../scripts/cli/notes/read-note';
import { DEFAULT_TAXONOMY } from '../../src/core/model/taxonomy';
import { dayOfNote } from '../../src/core/query/columns/note-day';
import { DATE_PROPERTIES } from '../../src/core/query/columns/note-facts';
import { noteName } from '../../src/core/query';
import { SOURCES } from '../../src/core/suggest/opinion';
import { benchCost } from './suggest/cost';
import { playVault, tallyOf, type PlayedNote, type Tally } from './suggest/play-vault';
import { takeApart, type TaggedNote } from './suggest/tagged-note';

const ARTICLES = 'tests/bench/tagged-articles';
/** The first article that has three before it. */
const FOURTH = 3;
const BOUNDS = { firstKeys: 1.5, laterKeys: 1.25, laterGhosts: 0.5, laterRight: 0.85 };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    cost: { type: 'boolean', default: false },
  },
});

const folder = positionals[0] ?? ARTICLES;
if (options.cost) await benchVault(folder);
else await bench(folder);

async function benchVault(words: string): Promise<void> {
  const notes = await readTagged(words);
  const held = await benchCost(notes.map(({ text }) => text));
  if (!held) process.exitCode = 1;
}

async function bench(folder: string): Promise<void> {
  const notes = await readTagged(folder);
  if (notes.length === 0) {
    console.error(`No tagged note in ${folder}`);
    process.exitCode = 1;
    return;
  }
  const play = (mode: 'off' | 'ghosts', acceptsAll: boolean) =>
    playVault(notes, DEFAULT_TAXONOMY, { mode, acceptsAll });
  const without = play('off', false);
  const one = play('ghosts', false);
  const all = play('ghosts', true);
  console.log(
    'article                                    n   without  with  with ⇧Y  ghosts  right  first  in 3',
  );
  one.forEach((played, at) => {
    const { note } = played;
    print(`${note.day ?? '—'} ${noteName(note.path)}`, [without[at], played, all[at]]);
  });
  print('all', [without, one, all]);
  print('the first', [without.slice(0, 1), one.slice(0, 1), all.slice(0, 1)]);
  print('from the fourth on', [without.slice(FOURTH), one.slice(FOURTH), all.slice(FOURTH)]);
  printLeads(one);
  if (options.show) printWrong(one);
  const [first, later] = [tallyOf(one.slice(0, 1)), tallyOf(one.slice(FOURTH))];
  const figures = {
    questions: tallyOf(one).questions,
    keysWithout: keysEach(tallyOf(without)),
    keysFirst: keysEach(first),
    keysFromFourth: keysEach(later),
    keysFromFourthAcceptingAll: keysEach(tallyOf(all.slice(FOURTH))),
    ghostsFromFourth: later.ghosts / later.questions,
    rightFromFourth: later.rightGhosts / later.ghosts,
  };
  console.log('');
  const held = [
    verdict('keys, first article', figures.keysFirst, '≤', BOUNDS.firstKeys),
    verdict('keys, from the fourth on', figures.keysFromFourth, '≤', BOUNDS.laterKeys),
    verdict('ghosts, from the fourth on', figures.ghostsFromFourth, '≥', BOUNDS.laterGhosts),
    verdict('of them right', figures.rightFromFourth, '≥', BOUNDS.laterRight),
  ];
  if (!held.every(Boolean)) process.exitCode = 1;
  if (options.json) console.log(JSON.stringify(figures));
}

/** Notes that have at least one tagged question. */
async function readTagged(folder: string): Promise<readonly TaggedNote[]> {
  const notes: TaggedNote[] = [];
  const report = (trouble: { readonly path: string }) => console.error(trouble);
  for await (const found of findNotes([folder], report)) {
    const text = await readNote(found, report);
    if (text === null) continue;
    const facts = { tags: [], properties: readFrontmatter(text) ?? {}, created: null };
    const { day } = dayOfNote(facts, DATE_PROPERTIES);
    const note = takeApart(found.pathInVault, day, text, DEFAULT_TAXONOMY.root);
    if (note.truth.some((mark) => mark !== null)) notes.push(note);
  }
  return notes;
}

type Plays = readonly (PlayedNote | readonly PlayedNote[] | undefined)[];

function print(name: string, plays: Plays): void {
  const [without, one, all] = plays.map((play) => tallyOf(play === undefined ? [] : [play].flat()));
  if (!without || !one || !all) return;
  const cells = [
    String(one.questions).padStart(4),
    keysEach(without).toFixed(2).padStart(9),
    keysEach(one).toFixed(2).padStart(6),
    keysEach(all).toFixed(2).padStart(9),
    share(one.ghosts, one.questions).padStart(8),
    share(one.rightGhosts, one.ghosts).padStart(7),
    share(one.first, one.staged).padStart(7),
    share(one.among, one.staged).padStart(6),
  ];
  console.log(`${wide(name, 40)}${cells.join('')}`);
}

function printLeads(notes: readonly PlayedNote[]): void {
  console.log('\nghosts by what led to them (of them right)');
  const ghosts = notes.flatMap(({ played }) => played.met.flatMap(({ ghost }) => ghost ?? []));
  for (const source of SOURCES) {
    const led = ghosts.filter(({ lead }) => lead === source);
    if (led.length === 0) continue;
    const right = led.filter(({ isRight }) => isRight).length;
    console.log(
      `  ${source.padEnd(10)}${String(led.length).padStart(5)}  ${share(right, led.length)}`,
    );
  }
}

function printWrong(notes: readonly PlayedNote[]): void {
  for (const { note, played } of notes) {
    for (const { index, ghost, truth } of played.met) {
      if (!ghost || ghost.isRight) continue;
      console.log(`${ghost.lead}  ${JSON.stringify(truth)}  ${note.questions[index]?.text ?? ''}`);
    }
  }
}

/** Nothing is said of what there is none of: a folder of three articles has no fourth. */
function verdict(name: string, value: number, sign: '≤' | '≥', bound: number): boolean {
  if (Number.isNaN(value)) {
    console.log(`${name.padEnd(30)}—`);
    return true;
  }
  const holds = sign === '≤' ? value <= bound : value >= bound;
  console.log(
    `${name.padEnd(30)}${value.toFixed(3)} ${holds ? 'holds' : 'FAILS'} ${sign} ${bound}`,
  );
  return holds;
}

function keysEach({ keys, questions }: Tally): number {
  return keys / questions;
}

function share(part: number, all: number): string {
  return all === 0 ? '—' : (part / all).toFixed(2);
}

/** Chinese characters are two columns wide. */
function wide(text: string, columns: number): string {
  let left = columns;
  let shown = '';
  for (const sign of text) {
    left -= sign > '\u2e7f' ? 2 : 1;
    if (left < 0) break;
    shown += sign;
  }
  return shown + ' '.repeat(Math.max(0, left));
}

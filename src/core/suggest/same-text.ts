/**
 * The same question, or nearly the same, among tagged ones. What two texts share is counted in pieces: English words,
 * pairs of Chinese characters. Each text is kept under the least of its pieces' hashes, by a few ways of hashing, two
 * ways to a key: texts that share most of their pieces share one of these keys almost surely, and others seldom, so
 * that few have to be compared.
 */
import { foldText } from '../text/fold-text';
import { LastTexts } from './wording/last-texts';
import type { StageCounts } from './stage-counts';
import { clausesOf, isChinese } from './wording/tokens';
import { hashOf } from './wording/packed-model';

export interface Alike {
  readonly text: string;
  readonly counts: StageCounts;
  /** Of the pieces of both, how many both have. */
  readonly share: number;
}

/** From here on two questions ask nearly the same. */
const NEARLY = 0.75;
/** Shorter ones (`Why?`) ask the same only by what stands around them. */
const FEWEST_PIECES = 3;
/** Two to a key. */
const SEEDS = [
  [0x9e3779b1, 0x85ebca6b],
  [0xc2b2ae35, 0x27d4eb2f],
  [0x165667b1, 0xd3a2646d],
  [0xfd7046c5, 0xb55a4f09],
] as const;

/** An entry for each way of a text's: the text's number times this, and the way. */
const WAYS = SEEDS.length;
const NOBODY = -1;
const FIRST_ROOM = 64;

/**
 * Texts by number, and their keys in a table of numbers: objects and maps would be several times as large as the texts
 * themselves.
 */
export class SameTexts {
  readonly #texts: string[] = [];
  /** By text: a letter for each question that has it. */
  readonly #stages: string[] = [];
  /** Numbers of texts that are gone. */
  readonly #free: number[] = [];
  /** Stages by their letters. */
  readonly #letters: string[] = [];
  readonly #asked = new LastTexts(readText);
  /** By text: what is known of its pieces without reading it again. */
  #sizes = new Int32Array(FIRST_ROOM);
  #sketches = new Int32Array(2 * FIRST_ROOM);
  /** By entry. */
  #keys = new Int32Array(FIRST_ROOM);
  /** By entry: the next one of its slot. */
  #next = new Int32Array(FIRST_ROOM);
  /** By slot: its first entry. There are as many slots as there is room for entries, a power of two. */
  #first = new Int32Array(FIRST_ROOM).fill(NOBODY);

  add(text: string, stage: string): void {
    const read = readText(text);
    const { keys } = read;
    if (keys.length === 0) return;
    const letter = this.#letterOf(stage);
    const known = this.#find(keys, text);
    if (known !== NOBODY) {
      this.#stages[known] = `${this.#stages[known] ?? ''}${letter}`;
      return;
    }
    const number = this.#free.pop() ?? this.#texts.length;
    this.#texts[number] = text;
    this.#stages[number] = letter;
    this.#makeRoom();
    this.#sizes[number] = read.pieces.size;
    this.#sketches.set(read.sketch, 2 * number);
    keys.forEach((key, way) => this.#enter(number * WAYS + way, key));
  }

  /** Takes back one question that was added. */
  remove(text: string, stage: string): void {
    const { keys } = readText(text);
    const number = this.#find(keys, text);
    if (number === NOBODY) return;
    const left = (this.#stages[number] ?? '').replace(this.#letterOf(stage), '');
    this.#stages[number] = left;
    if (left !== '') return;
    keys.forEach((key, way) => this.#leave(number * WAYS + way, key));
    this.#texts[number] = '';
    this.#free.push(number);
  }

  /** Those that ask nearly the same, the nearest first. */
  alike(text: string): readonly Alike[] {
    const read = this.#asked.of(text);
    const numbers = new Set(read.keys.flatMap((key) => this.#entriesOf(key).map(textOf)));
    return [...numbers]
      .filter((number) => this.#mayBeNear(number, read))
      .map((number) => {
        const own = this.#texts[number] ?? '';
        const counts = this.#countsOf(number);
        return { text: own, counts, share: shareOf(read.pieces, piecesOf(own)) };
      })
      .filter(({ share }) => share >= NEARLY)
      .sort((a, b) => b.share - a.share || order(a.text, b.text));
  }

  /**
   * Whether the text may have as many pieces in common with it as is asked: many texts share a key for the few pieces
   * that are everywhere, and to read each of them takes its time.
   */
  #mayBeNear(number: number, { pieces, sketch }: ReadText): boolean {
    const size = this.#sizes[number] ?? 0;
    // With more pieces that only one of them has, the share is below what is asked.
    const most = ((pieces.size + size) * (1 - NEARLY)) / (1 + NEARLY);
    const [low, high] = sketch;
    const unlike =
      bitsOf(low ^ (this.#sketches[2 * number] ?? 0)) +
      bitsOf(high ^ (this.#sketches[2 * number + 1] ?? 0));
    return Math.max(unlike, Math.abs(pieces.size - size)) <= most;
  }

  /** Each text stands under all of its keys. */
  #find([key]: readonly number[], text: string): number {
    if (key === undefined) return NOBODY;
    const entry = this.#entriesOf(key).find((each) => this.#texts[textOf(each)] === text);
    return entry === undefined ? NOBODY : textOf(entry);
  }

  #entriesOf(key: number): readonly number[] {
    const entries: number[] = [];
    let entry = this.#first[this.#slotOf(key)] ?? NOBODY;
    while (entry !== NOBODY) {
      if (this.#keys[entry] === key) entries.push(entry);
      entry = this.#next[entry] ?? NOBODY;
    }
    return entries;
  }

  #enter(entry: number, key: number): void {
    const slot = this.#slotOf(key);
    this.#keys[entry] = key;
    this.#next[entry] = this.#first[slot] ?? NOBODY;
    this.#first[slot] = entry;
  }

  #leave(entry: number, key: number): void {
    const slot = this.#slotOf(key);
    const behind = this.#next[entry] ?? NOBODY;
    let before = this.#first[slot] ?? NOBODY;
    if (before === entry) {
      this.#first[slot] = behind;
      return;
    }
    while (this.#next[before] !== entry) before = this.#next[before] ?? NOBODY;
    this.#next[before] = behind;
  }

  #slotOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 8) & (this.#first.length - 1);
  }

  #makeRoom(): void {
    const room = this.#keys.length;
    if (this.#texts.length * WAYS <= room) return;
    const keys = this.#keys;
    this.#sizes = grown(this.#sizes);
    this.#sketches = grown(this.#sketches);
    this.#keys = new Int32Array(2 * room);
    this.#next = new Int32Array(2 * room);
    this.#first = new Int32Array(2 * room).fill(NOBODY);
    const gone = new Set(this.#free);
    keys.forEach((key, entry) => {
      if (!gone.has(textOf(entry))) this.#enter(entry, key);
    });
  }

  #letterOf(stage: string): string {
    const known = this.#letters.indexOf(stage);
    const number = known === -1 ? this.#letters.push(stage) - 1 : known;
    return String.fromCharCode(number);
  }

  #countsOf(number: number): StageCounts {
    const counts = new Map<string, number>();
    for (const letter of this.#stages[number] ?? '') {
      const stage = this.#letters[letter.charCodeAt(0)] ?? '';
      counts.set(stage, (counts.get(stage) ?? 0) + 1);
    }
    return counts;
  }
}

function textOf(entry: number): number {
  return Math.floor(entry / WAYS);
}

/** Of 64 bits, one is set for each piece. */
type Sketch = readonly [low: number, high: number];

/** A text, read: its pieces, and the keys that it stands under. */
interface ReadText {
  readonly pieces: ReadonlySet<string>;
  readonly keys: readonly number[];
  readonly sketch: Sketch;
}

function readText(text: string): ReadText {
  const pieces = piecesOf(text);
  const hashes = Array.from(pieces, hashOf);
  return { pieces, keys: keysOf(hashes), sketch: sketchOf(hashes) };
}

function sketchOf(hashes: readonly number[]): Sketch {
  let low = 0;
  let high = 0;
  for (const hash of hashes) {
    if (hash & 1) low |= 1 << (hash >>> 1);
    else high |= 1 << (hash >>> 1);
  }
  return [low, high];
}

/** How many bits are set. */
function bitsOf(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The same numbers with as much room again. */
function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function piecesOf(text: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const clause of clausesOf(foldText(text))) {
    clause.forEach((token, at) => {
      if (!isChinese(token)) pieces.add(token);
      else if (isChinese(clause[at + 1] ?? '')) pieces.add(`${token}${clause[at + 1] ?? ''}`);
    });
  }
  return pieces;
}

function keysOf(hashes: readonly number[]): readonly number[] {
  if (hashes.length < FEWEST_PIECES) return [];
  return SEEDS.map(([first, second], way) => {
    const key = Math.imul(leastOf(hashes, first), 0x9e3779b1) ^ leastOf(hashes, second);
    // Each way has keys of its own: two bits of them say which.
    return (key & ~(WAYS - 1)) | way;
  });
}

function leastOf(hashes: readonly number[], seed: number): number {
  let least = Infinity;
  for (const hash of hashes) {
    const mixed = Math.imul(hash ^ seed, seed);
    least = Math.min(least, (mixed ^ (mixed >>> 15)) >>> 0);
  }
  return least;
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const piece of a) if (b.has(piece)) both += 1;
  return both / (a.size + b.size - both);
}

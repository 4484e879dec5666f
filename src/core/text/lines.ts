/**
 * Lines of a note: where each starts and ends, and which line of the note it is. One array of numbers holds them all,
 * since a note has many and most of them are looked at once. Offsets are UTF-16 offsets into the note; an index
 * counts these lines from 0.
 */
import { partitionPoint } from './partition-point';

/** What a line takes in the array. */
const SIZE = 3;
const NOTHING: number[] = [];

export class Lines {
  #numbers = NOTHING;

  /** One line: the stretch of its text, and its 1-based number in the note. */
  static of(from: number, to: number, line: number): Lines {
    const lines = new Lines();
    lines.push(from, to, line);
    return lines;
  }

  get count(): number {
    return this.#numbers.length / SIZE;
  }

  /** Where the first line's text starts; 0 without lines. */
  get start(): number {
    return this.#numbers[0] ?? 0;
  }

  /** Where the last line's text ends; 0 without lines. */
  get end(): number {
    return this.#numbers[this.#numbers.length - 2] ?? 0;
  }

  push(from: number, to: number, line: number): void {
    // Mostly there is one; an array that grows by a push has room for five more at once.
    if (this.#numbers === NOTHING) this.#numbers = [from, to, line];
    else this.#numbers.push(from, to, line);
  }

  from(index: number): number {
    return this.#numbers[index * SIZE] ?? 0;
  }

  to(index: number): number {
    return this.#numbers[index * SIZE + 1] ?? 0;
  }

  /** The 1-based line of the note. */
  line(index: number): number {
    return this.#numbers[index * SIZE + 2] ?? 0;
  }

  /** The lines from `first` on, before `behind`. */
  slice(first: number, behind = this.count): Lines {
    const part = new Lines();
    for (let index = first; index < behind; index += 1) {
      part.push(this.from(index), this.to(index), this.line(index));
    }
    return part;
  }

  /** The index of the last line that starts at `offset` or before; 0 where none does. */
  indexAt(offset: number): number {
    const behind = partitionPoint(this.count, (index) => this.from(index) <= offset);
    return Math.max(0, behind - 1);
  }
}

/** Lines that nobody adds to any more. */
export type ReadonlyLines = Omit<Lines, 'push'>;

/** For whatever has no lines to show. */
export const NO_LINES: ReadonlyLines = new Lines();

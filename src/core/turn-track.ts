/**
 * Who speaks while a note is read. A turn is opened by a name and lasts until the next one, a heading, or
 * the end of the list item it was opened in; whether the name is a speaker's shows only at the note's end.
 */
import { findSpeakers, type Turn } from './speaker';

export interface Speakers {
  /** Who speaks in the turn that was current; null where nobody is known to. */
  readonly of: (turn: number) => string | null;
  readonly isName: (name: string) => boolean;
}

const NONE = -1;

export class TurnTrack {
  readonly #turns: Turn[] = [];
  #current = 0;
  /** The container in which the turn was opened; 0 at the root. */
  #container = 0;

  /** Names the turn for `Speakers.of`; below 1, nobody's. */
  get current(): number {
    return this.#current;
  }

  /** Whether nobody has been named yet. */
  get isEmpty(): boolean {
    return this.#turns.length === 0;
  }

  open(turn: Turn, container: number): void {
    this.#turns.push(turn);
    this.#container = turn.isHeading ? 0 : container;
    this.#current = this.#turns.length;
  }

  /** Text in this container comes next: what a list item says is said in it alone. */
  enter(container: number): void {
    if (this.#container !== 0 && container !== this.#container) this.end();
  }

  end(): void {
    this.#current = NONE;
  }

  /** After the last turn: which names were speakers', and who spoke when. */
  resolve(): Speakers {
    const names = findSpeakers(this.#turns);
    let speaker: string | null = null;
    const after = this.#turns.map(({ leadIn }) => (speaker = names.get(leadIn.name) ?? speaker));
    return {
      of: (turn) => (turn < 1 ? null : (after[turn - 1] ?? null)),
      isName: (name) => names.has(name),
    };
  }
}

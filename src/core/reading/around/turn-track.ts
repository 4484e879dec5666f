/**
 * Who speaks while a note is read. A turn is opened by a name and lasts until the next one, a heading, or
 * the end of the list item or callout it was opened in; whether the name is a speaker's shows only at the note's
 * end.
 */
import type { LeadIn } from './lead-in';
import { isAsking } from './person-name';
import { findSpeakers, type Turn } from './speaker';

export interface Speakers {
  /** Who speaks in the turn that was current; null where nobody is known to. */
  readonly of: (turn: number) => string | null;
  readonly isName: (name: string) => boolean;
}

const NONE = -1;

export class TurnTrack {
  readonly #turns: Turn[] = [];
  /** By turn: nobody goes on speaking in it who spoke before. */
  readonly #isApart: boolean[] = [];
  #current = 0;
  /** The container in which the turn was opened; 0 at the root. */
  #container = 0;
  #section = 0;
  #hasEnded = false;

  /** Names the turn for `Speakers.of`; below 1, nobody's. */
  get current(): number {
    return this.#current;
  }

  /** Whether nobody has been named yet. */
  get isEmpty(): boolean {
    return this.#turns.length === 0;
  }

  open(leadIn: LeadIn, container: number): void {
    this.#open(leadIn, false, container);
  }

  /** A heading that may be a name's. */
  openHeading(leadIn: LeadIn): void {
    this.end();
    this.#open(leadIn, true, 0);
  }

  /** Text in this container comes next: what a list item says is said in it alone. */
  enter(container: number): void {
    if (this.#container !== 0 && container !== this.#container) this.end();
  }

  /** A heading comes, which is nobody's name. */
  enterSection(): void {
    this.#section += 1;
    this.end();
  }

  end(): void {
    this.#current = NONE;
    this.#hasEnded = true;
  }

  /** After the last turn: which names were speakers', and who spoke when. */
  resolve(text: string): Speakers {
    const names = findSpeakers(text, this.#turns);
    let speaker: string | null = null;
    const after = this.#turns.map(({ leadIn }, at) => {
      const isApart = this.#isApart[at] === true || isAsking(leadIn.name);
      speaker = names.get(leadIn.name) ?? (isApart ? null : speaker);
      return speaker;
    });
    return {
      of: (turn) => (turn < 1 ? null : (after[turn - 1] ?? null)),
      isName: (name) => names.has(name),
    };
  }

  #open(leadIn: LeadIn, isHeading: boolean, container: number): void {
    this.#turns.push({ leadIn, isHeading, section: this.#section });
    this.#isApart.push(this.#hasEnded);
    this.#hasEnded = false;
    this.#container = container;
    this.#current = this.#turns.length;
  }
}

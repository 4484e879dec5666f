/**
 * The names that a note gives as its askers, and which of them a text holds: whole, or by a part that no other of them
 * has (`Ilya` for `Ilya Sutskever`, `圖靈` for `艾倫・圖靈`). Names and texts are compared folded.
 */
import { lastPart } from '../model/path';
import { foldText } from '../text/fold-text';

/** Nobody writes more; aliases in YAML can make any number of them. */
const MOST_NAMES = 200;

const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}']+/u;
/** Scripts whose words stand side by side without a space. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
const CAPITAL = /^\p{Lu}/u;
const SMALL = /^\p{Ll}/u;
/** What stands in many names and in other text: one character, titles, articles. */
const COMMON = /^(?:.|the|of|and|mrs?|ms|dr|prof|sir|jr|sr|先生|小姐|女士|老[師师]|教授|博士)$/u;

/** `[[people/Ilya Sutskever|Ilya]]`, as Obsidian writes a link in a property. */
const LINK = /^\[\[(?:[^|\]]*\|)?([^\]]*)\]\]$/;

interface Form {
  readonly name: string;
  readonly words: string;
}

interface Found extends Form {
  readonly at: number;
}

export class AskerNames {
  /** Each once, as the note writes them. */
  readonly names: readonly string[];
  readonly #words: ReadonlyMap<string, readonly string[]>;
  /** Whole names. */
  readonly #wholes: readonly Form[];
  /** The parts that only one name has. */
  readonly #parts: readonly Form[];

  constructor(names: readonly string[]) {
    const wholes = new Map<string, Form>();
    for (const written of names.slice(0, MOST_NAMES)) {
      const name = shownName(written);
      const words = foldedWords(name).join(' ');
      if (words !== '' && !wholes.has(words)) wholes.set(words, { name, words });
    }
    this.#wholes = [...wholes.values()];
    this.names = this.#wholes.map(({ name }) => name);
    this.#words = new Map(this.#wholes.map(({ name, words }) => [name, words.split(' ')]));
    const counts = new Map<string, number>();
    for (const words of this.#words.values()) {
      for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    this.#parts = this.names.flatMap((name) =>
      partsOf(name)
        .filter((words) => counts.get(words) === 1)
        .map((words) => ({ name, words })),
    );
  }

  /** The names that a text holds. Within one that is held whole no shorter one is. */
  heldBy(text: string): readonly string[] {
    return this.#held(foldedWords(text).join(' '), [...this.#wholes, ...this.#parts]);
  }

  /** The name that a speaker goes by; null where it is none of them, or nobody can say which. */
  ofSpeaker(speaker: string): string | null {
    const words = foldedWords(speaker);
    const said = words.join(' ');
    const same = this.#wholes.find((whole) => whole.words === said);
    if (same) return same.name;
    // Somebody else may share a part: all that the speaker is called has to be of the name.
    const parts = this.#parts.filter(
      ({ name, words: part }) =>
        words.includes(part) && words.every((word) => this.#words.get(name)?.includes(word)),
    );
    return onlyOne(parts.map(({ name }) => name)) ?? onlyOne(this.#held(said, this.#wholes));
  }

  #held(text: string, forms: readonly Form[]): readonly string[] {
    const found = forms.flatMap((form) => placesOf(text, form));
    const isWithin = (one: Found, other: Found): boolean =>
      other.words.length > one.words.length &&
      other.at <= one.at &&
      other.at + other.words.length >= one.at + one.words.length;
    const own = found.filter((one) => !found.some((other) => isWithin(one, other)));
    return [...new Set(own.map(({ name }) => name))];
  }
}

/** The one name among these; null where there are several, or none. */
export function onlyOne(names: readonly string[]): string | null {
  const [first, ...others] = new Set(names);
  return first !== undefined && others.length === 0 ? first : null;
}

/** The names in the one text of a property: commas part them, as they part aliases and tags. */
export function splitNames(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(/[,，、]/));
}

/** The name as it is shown: of a link its own words. */
export function shownName(written: string): string {
  const link = LINK.exec(written.trim())?.[1];
  return (link === undefined ? written : lastPart(link)).trim();
}

function foldedWords(text: string): readonly string[] {
  return foldText(text)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}

/** The words by which somebody may be called: no initials, no `van`, no `Dr`. */
function partsOf(name: string): readonly string[] {
  const written = name.split(/[^\p{L}\p{N}\p{M}'’]+/u);
  const isCapitalised = written.some((word) => CAPITAL.test(word));
  return written
    .filter((word) => !(isCapitalised && SMALL.test(word)))
    .flatMap(foldedWords)
    .filter((word) => !COMMON.test(word));
}

/** Where the text has the form as words of its own. */
function placesOf(text: string, form: Form): readonly Found[] {
  const found: Found[] = [];
  const { words } = form;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length;
    if (!isJoined(text, at) && !isJoined(text, end)) found.push({ ...form, at });
  }
  return found;
}

/** Whether one word goes on across a place in the text. */
function isJoined(text: string, at: number): boolean {
  const [before, behind] = [text.slice(at - 1, at), text.slice(at, at + 1)];
  if (at === 0) return false;
  return [before, behind].every((character) => LETTER.test(character) && !UNSPACED.test(character));
}

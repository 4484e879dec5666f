/**
 * A vault as large as it is to be borne, made of the words of the tagged articles: questions that read like questions
 * and are hardly ever the same, some labels and headings that many notes have and some of their own, and one question
 * in twenty that stands elsewhere too.
 */
import { randomAt, type Random } from '../../../scripts/vault/random';
import { DEFAULT_TAXONOMY, stageKeysOf } from '../../../src/core/model/taxonomy';

export interface LargeVault {
  readonly tags: number;
  readonly untagged: number;
  readonly perNote: number;
}

export interface LargeNote {
  readonly path: string;
  readonly text: string;
}

const LABELS = [
  '現象',
  '核心問題',
  '进阶追问',
  '類比問題',
  'Core question',
  'Limits',
  'Definition',
];
const STAGES = stageKeysOf(DEFAULT_TAXONOMY);
const SHORTEST = 6;
const LONGEST = 22;
const REPEATED = 0.05;
const OWN_LABEL = 0.3;
const PER_LABEL = 3;
const PER_HEADING = 9;

export class LargeNotes {
  readonly #words: readonly string[];
  readonly #characters: readonly string[];
  readonly #asked: string[] = [];

  /** @param texts What the words are taken from. */
  constructor(texts: readonly string[]) {
    const all = texts.join('\n');
    this.#words = all.match(/[a-z]{2,}/g) ?? [];
    this.#characters = all.match(/[\u3400-\u9fff]{2}/g) ?? [];
  }

  /** Tagged notes first. */
  *of({ tags, untagged, perNote }: LargeVault): Generator<LargeNote> {
    const tagged = tags / perNote;
    for (let number = 0; number < tagged + untagged / perNote; number++) {
      const path = `folder ${number % 40}/note ${number}.md`;
      yield { path, text: this.note(number, perNote, number < tagged) };
    }
  }

  note(number: number, questions: number, isTagged: boolean): string {
    const random = randomAt(1, number);
    const lines: string[] = [];
    for (let at = 0; at < questions; at++) {
      if (at % PER_HEADING === 0) lines.push(`## ${this.#name(random)}`, '');
      if (at % PER_LABEL === 0) lines.push(`${this.#label(random)}:`, '');
      const mark = isTagged ? ` #question/${random.pick(STAGES)}` : '';
      lines.push(`${this.#question(random)}${mark}`, '');
    }
    return lines.join('\n');
  }

  #question(random: Random): string {
    if (this.#asked.length > 0 && random.next() < REPEATED) {
      return random.pick(this.#asked);
    }
    const isEnglish = random.below(3) === 0;
    const size = SHORTEST + random.below(LONGEST - SHORTEST);
    const text = isEnglish
      ? `Why ${this.#some(this.#words, size, random).join(' ')}?`
      : `為什麼${this.#some(this.#characters, size / 2, random).join('')}，${this.#some(this.#characters, 3, random).join('')}？`;
    this.#asked.push(text);
    return text;
  }

  #label(random: Random): string {
    return random.next() < OWN_LABEL ? this.#name(random) : random.pick(LABELS);
  }

  #name(random: Random): string {
    return this.#some(this.#characters, 2, random).join('');
  }

  #some(from: readonly string[], size: number, random: Random): readonly string[] {
    return Array.from({ length: Math.ceil(size) }, () => random.pick(from));
  }
}

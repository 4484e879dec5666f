/**
 * A made-up vault, note by note, the same for the same seed: sizes with a median of 2 kB and a tail to
 * 1 MB, nested folders, frontmatter. Per 100 notes 2 are articles, and there are exactly 200 questions and
 * 20 marks. A third of the notes each is in English, Traditional and Simplified Chinese.
 */
import { DEFAULT_TAXONOMY } from '../../src/core/model/taxonomy';
import { LANGUAGES, type Phrases } from './phrases';
import { randomAt, type Random } from './random';

export interface VaultOptions {
  readonly notes: number;
  readonly seed: number;
}

export interface MadeNote {
  /** Relative to the vault, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Milliseconds since 1970, whole seconds. */
  readonly mtime: number;
  readonly inScope: boolean;
  /** How many questions the text holds, and how many of them have marks. */
  readonly questions: number;
  readonly marks: number;
}

/** How much of a vault's questions and marks falls to articles. */
const IN_ARTICLES = { notes: 0.02, questions: 0.2, marks: 0.7 };
const PER_NOTE = { questions: 2, marks: 0.2 };
/** The share of other notes that ask anything at all. */
const ASKING = 0.35;
/** One note in so many is far longer than the others. */
const LONG_EVERY = 2000;
const LONGEST = 1_000_000;

const TAGS: readonly string[] = DEFAULT_TAXONOMY.stances.flatMap((stance) => [
  `#question/${stance.id}`,
  ...stance.stages.map((stage) => `#question/${stance.id}/${stage.id}`),
]);

const CODE = '```js\nconst found = list.at(0) ? "yes" : "no"; // why?\n```\n';
const LINK = 'See [the archive](https://example.org/search?q=tide&page=2).';

/** All notes of the vault, in the order of their numbers. */
export function* makeNotes(options: VaultOptions): Generator<MadeNote> {
  const shares = new Shares(options);
  for (let number = 0; number < options.notes; number++) {
    yield makeNote(options, number, shares.take(number));
  }
}

/** What of the vault's questions and marks falls to one note. */
interface Share {
  readonly article: boolean;
  readonly questions: number;
  readonly marks: number;
}

/** Hands out the vault's exact numbers of questions and marks, a share for each note in turn. */
class Shares {
  readonly #options: VaultOptions;
  /** Marks for which a note had too few questions; the next ones take them. */
  #left = 0;
  readonly #weights = { article: 0, other: 0 };
  readonly #given = {
    questions: { article: new Portions(), other: new Portions() },
    marks: { article: new Portions(), other: new Portions() },
  };

  constructor(options: VaultOptions) {
    this.#options = options;
    for (let number = 0; number < options.notes; number++) {
      this.#weights[kindOf(number)] += this.#weightOf(number);
    }
  }

  take(number: number): Share {
    const kind = kindOf(number);
    const part = this.#weightOf(number) / (this.#weights[kind] || 1);
    const of = (what: 'questions' | 'marks'): number => {
      const total = Math.round(this.#options.notes * PER_NOTE[what]);
      const hasArticles = this.#weights.article > 0;
      const hasOthers = this.#weights.other > 0;
      const inArticles = !hasArticles
        ? 0
        : hasOthers
          ? Math.round(total * IN_ARTICLES[what])
          : total;
      const amount = kind === 'article' ? inArticles : total - inArticles;
      return this.#given[what][kind].take(part * amount, amount);
    };
    const questions = of('questions');
    const wanted = of('marks') + this.#left;
    const marks = Math.min(questions, wanted);
    this.#left = wanted - marks;
    return { article: kind === 'article', questions, marks };
  }

  #weightOf(number: number): number {
    const random = randomAt(this.#options.seed, -2 - number);
    if (kindOf(number) === 'article') return 0.5 + random.next();
    return random.next() < ASKING ? 0.2 - Math.log(1 - random.next()) : 0;
  }
}

/** Rounds a run of fractions so that their sum comes out whole. */
class Portions {
  #exact = 0;
  #given = 0;

  take(fraction: number, total: number): number {
    this.#exact += fraction;
    const upTo = Math.min(total, Math.round(this.#exact));
    const portion = upTo - this.#given;
    this.#given = upTo;
    return portion;
  }
}

function kindOf(number: number): 'article' | 'other' {
  return number % Math.round(1 / IN_ARTICLES.notes) === 7 ? 'article' : 'other';
}

function makeNote(options: VaultOptions, number: number, share: Share): MadeNote {
  const random = randomAt(options.seed, number);
  const language = random.pick(LANGUAGES);
  const size = sizeOf(number, random);
  const title = `${random.pick(language.titles)} ${String(number)}`;
  const text = frontmatter(random, share.article) + bodyOf(language, random, size, share);
  return {
    path: `${folderOf(random)}${title}.md`,
    text,
    mtime: 1_600_000_000_000 + random.below(200_000_000) * 1000,
    inScope: share.article,
    questions: share.questions,
    marks: share.marks,
  };
}

/** UTF-8 bytes, about: lognormal around 2 kB, and some notes anywhere between 100 kB and 1 MB. */
function sizeOf(number: number, random: Random): number {
  if (number % LONG_EVERY === LONG_EVERY - 1) return 100_000 * 10 ** random.next();
  return Math.min(LONGEST, 2000 * Math.exp(1.1 * random.normal()));
}

function folderOf(random: Random): string {
  const place = random.next();
  if (place < 0.1) return `Archive/${String(2000 + random.below(20))}/`;
  if (place < 0.2) return 'Inbox/';
  if (place < 0.6) {
    const year = String(2015 + random.below(10));
    return `日記/${year}/${year}-${String(1 + random.below(12)).padStart(2, '0')}/`;
  }
  return `Projects/${String(random.below(40))}/${random.pick(['notes', 'sources', '訪談'])}/`;
}

function frontmatter(random: Random, article: boolean): string {
  const chance = random.next();
  if (article) return '---\ntags:\n  - my-article\nCheckbox 1: true\n---\n';
  if (chance < 0.02) return '---\ntags:\n  - my-article\nCheckbox 1: false\n---\n';
  if (chance < 0.5)
    return `---\ntags: [note]\ncreated: "${String(2015 + random.below(10))}?"\n---\n`;
  return '';
}

function bodyOf(language: Phrases, random: Random, size: number, share: Share): string {
  const parts: string[] = [];
  let bytes = 0;
  const add = (part: string): void => {
    parts.push(part);
    bytes += Buffer.byteLength(part);
  };
  const between = share.questions === 0 ? Infinity : (size * 0.9) / (share.questions + 1);
  let asked = 0;
  while (bytes < size || asked < share.questions) {
    if (asked < share.questions && bytes >= between * (asked + 1) - 1) {
      // The first questions of a note are the tagged ones; a user works from the top.
      const run = Math.min(share.questions - asked, 1 + random.below(3));
      if (random.next() < 0.5)
        add(`${random.pick(language.labels)}${language.gap === '' ? '：' : ':'}\n\n`);
      for (let more = 0; more < run; more++) {
        const tag = asked < share.marks ? ` ${random.pick(TAGS)}` : '';
        add(`${language.question(random)}${tag}\n\n`);
        asked += 1;
      }
    } else {
      add(paragraph(language, random, size));
    }
  }
  return parts.join('');
}

function paragraph(language: Phrases, random: Random, size: number): string {
  const kind = random.next();
  if (kind < 0.08) return `## ${random.pick(language.headings)}\n\n`;
  if (kind < 0.1 && size > 1500) return `${CODE}\n`;
  if (kind < 0.12 && size > 1500) return `${LINK}\n\n`;
  const count = 1 + random.below(size > 20_000 ? 12 : 4);
  const sentences = Array.from({ length: count }, () => language.statement(random));
  if (kind < 0.25) return `${sentences.map((sentence) => `- ${sentence}`).join('\n')}\n\n`;
  return `${sentences.join(language.gap)}\n\n`;
}

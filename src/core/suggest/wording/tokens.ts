/**
 * Folded text as words: English ones whole, Chinese by character, numbers as one. Clauses are apart, so that no
 * word pair runs over a comma.
 */

const TOKEN = /[a-z]+(?:'[a-z]+)?|[0-9][0-9.,]*|[\u3400-\u9fff]/g;
const BREAK = /[^a-z0-9'\u3400-\u9fff ]+/;
const CHINESE = /^[\u3400-\u9fff]/;
const DIGIT = /^[0-9]/;
/** What stands for every number. */
const NUMBER = '#';
const SHORTEST_STEMMED = 5;
const ENDING = /(?:ational|ization|ations?|ingly|ings?|edly|ed|ies|es|s|ly|ments?|ness|ers?)$/;

export type Clause = readonly string[];

export function isChinese(token: string): boolean {
  return CHINESE.test(token);
}

/** The clauses of a folded text that have words. */
export function clausesOf(folded: string): readonly Clause[] {
  return folded
    .split(BREAK)
    .map((clause) => (clause.match(TOKEN) ?? []).map((word) => (DIGIT.test(word) ? NUMBER : word)))
    .filter((clause) => clause.length > 0);
}

/** An English word without its ending, roughly. */
export function stemOf(word: string): string {
  return word.length < SHORTEST_STEMMED ? word : word.replace(ENDING, '');
}

/** Runs of neighbouring words: up to so many where they begin in English, and in Chinese. */
export function* runsOf(clause: Clause, english: number, chinese: number): Generator<string> {
  for (let from = 0; from < clause.length; from++) {
    const inChinese = isChinese(clause[from] ?? '');
    const longest = Math.min(inChinese ? chinese : english, clause.length - from);
    for (let size = 1; size <= longest; size++) {
      yield clause.slice(from, from + size).join(inChinese ? '' : ' ');
    }
  }
}

/** Pairs of English words with one to `most` others between them. */
export function* pairsOf(clause: Clause, most: number): Generator<string> {
  for (let from = 0; from < clause.length; from++) {
    const first = clause[from] ?? '';
    if (isChinese(first)) continue;
    for (const second of clause.slice(from + 2, from + 2 + most)) {
      if (!isChinese(second)) yield `${first}_${second}`;
    }
  }
}

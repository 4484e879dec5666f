/**
 * Folded text as words: English ones whole, Chinese by character, numbers as one. Clauses are apart, so that no
 * word pair runs over a comma.
 */

const TOKEN = /[a-z]+(?:'[a-z]+)?|[0-9][0-9.,]*|[\u3400-\u9fff]/g;
const BREAK = /[^a-z0-9'\u3400-\u9fff ]+/;
const FIRST_CHINESE = 0x3400;
const LAST_CHINESE = 0x9fff;
const DIGIT = /^[0-9]/;
/** What stands for every number. */
const NUMBER = '#';
const SHORTEST_STEMMED = 5;
const ENDING = /(?:ational|ization|ations?|ingly|ings?|edly|ed|ies|es|s|ly|ments?|ness|ers?)$/;

export type Clause = readonly string[];

export function isChinese(token: string): boolean {
  const first = token.charCodeAt(0);
  return first >= FIRST_CHINESE && first <= LAST_CHINESE;
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
    const between = inChinese ? '' : ' ';
    let run = '';
    for (let size = 1; size <= longest; size++) {
      const word = clause[from + size - 1] ?? '';
      run = size === 1 ? word : `${run}${between}${word}`;
      yield run;
    }
  }
}

/** Pairs of English words with one to `most` others between them. */
export function* wordPairs(clause: Clause, most: number): Generator<string> {
  for (let from = 0; from < clause.length; from++) {
    const first = clause[from] ?? '';
    if (isChinese(first)) continue;
    for (const second of clause.slice(from + 2, from + 2 + most)) {
      if (!isChinese(second)) yield `${first}_${second}`;
    }
  }
}

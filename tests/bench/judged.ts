/** Judged documents: their shape, and how found questions are held against them. */
import type { Question } from '../../src/core/model/question';

export interface JudgedMark {
  /** Just after the question mark. */
  readonly end: number;
  /** `q` ends a question, `opt` may, `no` does not, `run` is not the last of its run. */
  readonly verdict: 'q' | 'opt' | 'no' | 'run';
  /** Accepted starts; a mark without them is judged by its end alone. */
  readonly min?: number;
  readonly full?: number;
}

export interface Judged {
  readonly file: string;
  readonly lang: string;
  readonly source: string;
  readonly marks: readonly JudgedMark[];
}

export interface Score {
  readonly found: number;
  readonly missed: number;
  readonly invented: number;
  readonly rightStarts: number;
}

export const EMPTY_SCORE: Score = { found: 0, missed: 0, invented: 0, rightStarts: 0 };

export function addScores(a: Score, b: Score): Score {
  return {
    found: a.found + b.found,
    missed: a.missed + b.missed,
    invented: a.invented + b.invented,
    rightStarts: a.rightStarts + b.rightStarts,
  };
}

export function f1({ found, missed, invented }: Score): number {
  return found === 0
    ? Number(missed + invented === 0)
    : (2 * found) / (2 * found + missed + invented);
}

/** Holds the questions found in `text` against its judged marks. Embedded and skipped ones count as not found. */
export function scoreDocument(
  text: string,
  document: Judged,
  questions: readonly Question[],
): { readonly score: Score; readonly misses: readonly string[] } {
  const byEnd = new Map(
    questions
      .filter(({ kind, marks }) => kind !== 'embedded' && marks[0]?.stance !== 'skip')
      .map((question) => [question.end, question]),
  );
  const misses: string[] = [];
  const score = { found: 0, missed: 0, invented: 0, rightStarts: 0 };
  for (const mark of document.marks) {
    const question = byEnd.get(mark.end);
    byEnd.delete(mark.end);
    if (mark.verdict === 'opt') continue;
    if (mark.verdict !== 'q') {
      if (!question) continue;
      score.invented += 1;
      misses.push(`invented ${quote(text, question.start, question.end)}`);
    } else if (!question) {
      score.missed += 1;
      misses.push(`missed ${quote(text, mark.min ?? mark.end - 30, mark.end)}`);
    } else {
      score.found += 1;
      if (isRightStart(text, question.start, mark)) score.rightStarts += 1;
      else misses.push(`start ${quote(text, question.start, question.end)}`);
    }
  }
  // Every mark up to the last judged one was judged; what else was found there was invented.
  const last = document.marks.at(-1)?.end ?? 0;
  for (const question of byEnd.values()) {
    if (question.end > last) continue;
    score.invented += 1;
    misses.push(`invented ${quote(text, question.start, question.end)}`);
  }
  return { score, misses };
}

/** Right on either accepted start, or at a clause border between them; dressing before it does not count. */
export function isRightStart(text: string, start: number, { min, full }: JudgedMark): boolean {
  if (min === undefined || full === undefined) return true;
  const at = skipDressing(text, start);
  if (at === skipDressing(text, min) || at === skipDressing(text, full)) return true;
  if (at < full || at > min) return false;
  return /[，,、；;：:—…]\s*$/u.test(text.slice(full, at).replace(DRESSING, ''));
}

const DRESSING = /[\s"'“”‘’「」『』()（）[\]【】《》*_~=`#>-]+$/u;

function skipDressing(text: string, at: number): number {
  const dressing = /^(?:[\s"'“”‘’「『(（[【《*_~=`#>-]|&quot;)+/u.exec(text.slice(at, at + 200));
  return at + (dressing?.[0].length ?? 0);
}

function quote(text: string, from: number, to: number): string {
  return JSON.stringify(text.slice(from, to));
}

/** How right proposals are: among the first ones, how well their scores mean what they say, and as ghosts. */
import { GHOST } from '../../src/core/suggest/ghost';

/** What a model said of a question, and what is right. */
export interface Answer {
  /** By class; sums to 1. */
  readonly scores: readonly number[];
  /** The right class's place. */
  readonly right: number;
}

export interface Figures {
  readonly first: number;
  readonly firstTwo: number;
  readonly firstThree: number;
  /** The first one, in the quarter of which the model is surest. */
  readonly surestQuarter: number;
  readonly n: number;
}

export interface Ghosts {
  /** Of all questions. */
  readonly share: number;
  readonly right: number;
}

const BINS = 10;

export function figuresOf(answers: readonly Answer[]): Figures {
  const n = answers.length;
  const among = (most: number) => shareOf(answers, (answer) => rankOf(answer) < most);
  const surest = [...answers]
    .sort((a, b) => surenessOf(b) - surenessOf(a))
    .slice(0, Math.ceil(n / 4));
  return {
    first: among(1),
    firstTwo: among(2),
    firstThree: among(3),
    surestQuarter: shareOf(surest, (answer) => rankOf(answer) === 0),
    n,
  };
}

/** The mean gap between how sure the first proposal is and how often it is right, over ten bins (ECE). */
export function calibrationError(answers: readonly Answer[]): number {
  const gaps = new Array<number>(BINS).fill(0);
  for (const answer of answers) {
    const sureness = surenessOf(answer);
    const bin = Math.min(BINS - 1, Math.floor(sureness * BINS));
    gaps[bin] = (gaps[bin] ?? 0) + sureness - (rankOf(answer) === 0 ? 1 : 0);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / Math.max(1, answers.length);
}

/** `silent` is the place of a class that has no ghosts. */
export function ghostsOf(answers: readonly Answer[], silent = -1): Ghosts {
  const ghosts = answers.filter(
    (answer) => surenessOf(answer) >= GHOST && answer.scores.indexOf(surenessOf(answer)) !== silent,
  );
  return {
    share: answers.length === 0 ? 0 : ghosts.length / answers.length,
    right: shareOf(ghosts, (answer) => rankOf(answer) === 0),
  };
}

function surenessOf({ scores }: Answer): number {
  return Math.max(...scores);
}

/** How many classes the model found likelier than the right one. */
function rankOf({ scores, right }: Answer): number {
  const score = scores[right] ?? 0;
  return scores.filter((other, at) => other > score || (other === score && at < right)).length;
}

function shareOf<T>(items: readonly T[], fits: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(fits).length / items.length;
}

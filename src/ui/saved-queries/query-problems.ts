/** What is wrong with a saved query, told where it is shown or saved and its words are not in sight. */
import { Notice } from 'obsidian';
import type { QueryProblem } from '../../core/query';
import type { Strings } from '../../i18n';
import { problemSentence } from '../../i18n/query-problem';

/** More problems than these are not told at once. */
export const MOST_TOLD = 3;

export function tellProblems({ query }: Strings, problems: readonly QueryProblem[]): void {
  if (problems.length === 0) return;
  const told = problems.slice(0, MOST_TOLD).map((problem) => problemSentence(problem, query));
  new Notice(told.join('\n'));
}

/** What a block shows of its source: a query as the dashboard reads it, with as many rows as a note has room for. */
import { type QueryProblem, readQuery, type ViewName } from '../../core/query';
import type { Settings } from '../../settings/schema';
import { type DashboardState, isPicture } from '../dashboard/state/dashboard-state';
import { stateOfQuery } from '../dashboard/state/state-query';

/** Rows of a block that does not say how many, and the most that one draws; the others are on the dashboard. */
export const USUAL_ROWS = 100;
export const MOST_ROWS = 500;

export interface BlockReading {
  readonly state: DashboardState;
  /** The same without a limit that the source does not have. */
  readonly whole: DashboardState;
  /** Whether the source names its view. */
  readonly isViewSaid: boolean;
  readonly problems: readonly QueryProblem[];
}

/** `path`: of the note that the block stands in, which «this note» and «this folder» mean. */
export function readBlock(
  source: string,
  { taxonomies, queries }: Pick<Settings, 'taxonomies' | 'queries'>,
  path: string,
): BlockReading {
  // Cards of a canvas have text of their own, and no note.
  const here = path.endsWith('.md') ? path : null;
  const { query, problems } = readQuery(source, { taxonomies, presets: queries, here });
  const whole = stateOfQuery(query, here);
  const limit = Math.min(whole.limit ?? USUAL_ROWS, MOST_ROWS);
  const state = countsAll(whole.view) ? whole : { ...whole, limit };
  return { state, whole, isViewSaid: query.view !== undefined, problems };
}

/** Whether the view shows numbers of all questions instead of the questions. */
export function countsAll(view: ViewName): boolean {
  return view === 'matrix' || isPicture(view);
}

/** What each view draws below the toolbar. A view that is added to the query language has its entry here. */
import type { FunctionComponent } from 'preact';
import type { ViewName } from '../../core/query';
import { CompareBody, CompareView } from './compare/compare-view';
import { ListView } from './list/list-view';
import { PathView } from './list/path-view';
import type { ViewProps } from './list/question-list';
import { MatrixAlone, MatrixView } from './matrix/matrix-view';
import { TransitionsAlone, TransitionsView } from './transitions/transitions-view';
import { TimelineBody, TimelineView } from './timeline/timeline-view';
import { TableView } from './table/table-view';

export interface ViewBody {
  /**
   * What is drawn; another one of another view, so that nothing of the last one stays. It sets `handle`, and what has
   * the keyboard in it has the class `question-stance-main`.
   */
  readonly Body: FunctionComponent<ViewProps>;
  /** Whether the matrix stands above the toolbar. */
  readonly withMatrix?: boolean;
  /** Whether it is drawn also where no question fits the filter, above what says so. */
  readonly isDrawnEmpty?: boolean;
}

export const VIEW_BODIES: { readonly [view in ViewName]: ViewBody } = {
  list: { Body: ListView, withMatrix: true },
  compare: { Body: CompareView, isDrawnEmpty: true },
  transitions: { Body: TransitionsView, isDrawnEmpty: true },
  timeline: { Body: TimelineView, isDrawnEmpty: true },
  matrix: { Body: MatrixView, isDrawnEmpty: true },
  path: { Body: PathView },
  table: { Body: TableView },
};

/** The same where they stand in a note: what counts is drawn without the questions that it counts. */
export const EMBEDDED_BODIES: { readonly [view in ViewName]: ViewBody } = {
  ...VIEW_BODIES,
  compare: { Body: CompareBody, isDrawnEmpty: true },
  transitions: { Body: TransitionsAlone, isDrawnEmpty: true },
  timeline: { Body: TimelineBody, isDrawnEmpty: true },
  matrix: { Body: MatrixAlone, isDrawnEmpty: true },
};

/**
 * What a dashboard shows, as the text of a query: read as it is typed, carried out once it is meant, and written of what
 * is shown. By the taxonomies and saved queries of the moment.
 */
import type { ReadonlySignal } from '@preact/signals';
import {
  formatQuery,
  readQuery,
  readSearchLine,
  type QueryProblem,
  type ReadContext,
  type SearchLine,
} from '../../../core/query';
import type { Settings } from '../../../settings/schema';
import { distinctConditions, type DashboardState } from '../state/dashboard-state';
import { queryOfState, stateOfQuery, withQuery } from '../state/state-query';

export interface TypedQueryParts {
  readonly state: ReadonlySignal<DashboardState>;
  readonly settings: ReadonlySignal<Pick<Settings, 'taxonomies' | 'queries'>>;
  /** The note that «this note» means. */
  readonly activePath: ReadonlySignal<string | null>;
  /** Makes a change that «back» undoes. */
  readonly go: (change: Partial<DashboardState>) => void;
  /** The state is another; nothing that «back» undoes. */
  readonly keep: (state: DashboardState) => void;
}

export class TypedQuery {
  readonly #parts: TypedQueryParts;

  constructor(parts: TypedQueryParts) {
    this.#parts = parts;
  }

  /** Who draws it is drawn again with the taxonomies and saved queries. */
  readLine(line: string): SearchLine {
    return readSearchLine(line, this.#reading());
  }

  /** What is typed counts as it stands, instructions left out. «Back» does not undo typing. */
  search(line: string): void {
    const { filter } = this.readLine(line);
    this.#parts.keep({ ...this.#parts.state.peek(), filter: distinctConditions(filter) });
  }

  /** What was typed is meant: its instructions are carried out too. */
  carryOut(line: string): void {
    const { state, activePath, go } = this.#parts;
    const { filter, instructions } = this.readLine(line);
    if (!instructions) {
      this.search(line);
      return;
    }
    const typed = { ...state.peek(), filter: distinctConditions(filter) };
    go(withQuery(typed, instructions, activePath.peek()));
  }

  /** Shows a query by its text, and returns what is wrong with it. */
  show(text: string): readonly QueryProblem[] {
    const { state, activePath, go } = this.#parts;
    const { query, problems } = readQuery(text, this.#reading());
    const { comparing } = state.peek();
    go({ ...stateOfQuery(query, activePath.peek()), comparing });
    return problems;
  }

  /** What is shown, as the text of a saved query. */
  asText(): string {
    return formatQuery(queryOfState(this.#parts.state.peek()));
  }

  #reading(): ReadContext {
    const { settings, activePath } = this.#parts;
    const { taxonomies, queries } = settings.value;
    return { taxonomies, presets: queries, here: activePath.value };
  }
}

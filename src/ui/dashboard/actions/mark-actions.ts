/** Tags of listed questions: chosen, written, taken away and taken back, with the list's cursor behind them. */
import { isConflict, markOf, type MarkValue, type Question } from '../../../core/model/question';
import type { Row } from '../../../core/query';
import type { QuestionProposals } from '../../../core/suggest/note-proposals';
import { activeTaxonomy } from '../../../settings/taxonomies';
import { markQuestions } from '../../bulk/mark-questions';
import { takeBack, type Way } from '../../bulk/undo-actions';
import type { UiContext } from '../../context';
import { followRows } from '../../parts/follow-renames';
import { pickStance } from '../../picker/stance-picker';
import { proposalsFor } from '../../suggest/asked-question';
import type { GhostActions } from '../ghosts/ghost-actions';
import { choicesAt } from '../ghosts/row-choices';
import type { DashboardModel } from '../model/dashboard-model';
import { clearSelection } from '../model/list-selection';
import { changesOf } from '../model/mark-rows';
import type { DashboardFocus } from './dashboard-focus';

interface TagOptions {
  /** Stands in the picker's box already. */
  readonly typed?: string;
  readonly goesOn?: boolean;
}

export interface MarkActionsParts {
  readonly context: UiContext;
  readonly model: DashboardModel;
  readonly focus: Pick<DashboardFocus, 'keep'>;
  readonly ghosts: Pick<GhostActions, 'rows'>;
}

export class MarkActions {
  readonly #parts: MarkActionsParts;

  constructor(parts: MarkActionsParts) {
    this.#parts = parts;
  }

  /** Lets the user choose a tag for the questions, and writes it, as `mark` does. */
  tag(rows: readonly Row[], { typed = '', goesOn = false }: TagOptions = {}): void {
    const { context } = this.#parts;
    const questions = rows.map(({ question }) => question);
    const now = followRows(context.app, rows);
    const [row, second] = rows;
    if (!row || second) {
      pickStance(context, questions, (value) => void this.mark(now(), value, goesOn), { typed });
      return;
    }
    const { entry, question } = row;
    const suggested = () =>
      proposalsFor(context, {
        path: entry.path,
        read: entry.questions.all(),
        question,
        text: null,
      });
    const pick = (value: MarkValue | null, proposals: QuestionProposals) => {
      void this.#change(now(), () => value, goesOn, proposals);
    };
    pickStance(context, questions, pick, { typed, suggested });
  }

  /**
   * Gives the questions the mark, or none: at once, or after a preview where they are many. The list's cursor
   * `goesOn` behind them, so that the next key is for the next question.
   */
  mark(rows: readonly Row[], value: MarkValue | null, goesOn = false): Promise<void> {
    return this.#change(rows, () => value, goesOn);
  }

  /** Writes the stage that is suggested at the row; false where none is. */
  acceptGhost(row: Row): boolean {
    const ghost = this.#parts.ghosts.rows.of(row)?.ghost;
    if (ghost) void this.mark([row], ghost.mark, true);
    return Boolean(ghost);
  }

  /** Leaves questions that have several marks with the first of them. */
  keepFirst(rows: readonly Row[]): Promise<void> {
    const root = this.#root();
    return this.#change(
      rows.filter(({ question }) => isConflict(question, root)),
      (question) => markOf(question, root),
    );
  }

  /** Takes the last tagging back, or makes it again, as the commands do. */
  takeBack(way: Way): void {
    void takeBack(this.#parts.context, way);
  }

  #change(
    rows: readonly Row[],
    valueFor: (question: Question) => MarkValue | null,
    goesOn = false,
    picked: QuestionProposals | null = null,
  ): Promise<void> {
    const { context, model, focus, ghosts } = this.#parts;
    const goOn = goesOn ? model.selection.goingOnFrom(rows) : null;
    const changes = changesOf(rows, valueFor, this.#root());
    const choices = choicesAt(rows, valueFor, { of: (row) => picked ?? ghosts.rows.of(row) });
    if (changes.size === 0) goOn?.();
    return markQuestions(context, changes, rows.length, {
      onWritten: () => {
        for (const [path, ofNote] of choices) context.suggester.learn(path, ofNote);
        model.selection.select(clearSelection);
        goOn?.();
      },
      onLeft: () => focus.keep(),
    });
  }

  /** That of the tags that are written. */
  #root(): string {
    return activeTaxonomy(this.#parts.model.settings.peek()).root;
  }
}

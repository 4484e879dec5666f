/** The ghosts of a dashboard's rows: what stands where, which of them are in sight, and sending one away. */
import { effect } from '@preact/signals';
import { stageKey } from '../../../core/model/stage-key';
import type { Row } from '../../../core/query';
import { rejectedOutcome } from '../../../core/suggest/note-proposals';
import { activeTaxonomy } from '../../../settings/taxonomies';
import { EventLoopYields } from '../../../vault/reading/event-loop-yields';
import { actionNotice } from '../../bulk/action-notice';
import type { UiContext } from '../../context';
import { markLabel } from '../../parts/stance-chip';
import type { DashboardModel } from '../model/dashboard-model';
import { InSight } from './in-sight';
import { RowGhosts } from './row-ghosts';

type Model = Pick<DashboardModel, 'progress' | 'settings'>;

export class GhostActions {
  readonly rows: RowGhosts;
  /** Which rows are, of those that may have a ghost. */
  readonly sight = new InSight();
  readonly #context: Pick<UiContext, 'language' | 'strings' | 'suggester'>;
  readonly #model: Model;
  readonly #yields = new EventLoopYields();
  readonly #stopFollowing: () => void;

  constructor(context: Pick<UiContext, 'language' | 'strings' | 'suggester'>, model: Model) {
    this.#context = context;
    this.#model = model;
    this.rows = new RowGhosts({
      suggester: context.suggester,
      root: () => activeTaxonomy(model.settings.peek()).root,
      isReading: () => ['idle', 'indexing'].includes(model.progress.peek().phase),
      yieldToEventLoop: this.#yields.yieldToEventLoop,
    });
    this.#stopFollowing = effect(() => {
      if (model.progress.value.phase !== 'indexing') this.rows.refresh();
    });
  }

  /** Never suggests that stage for the question again, unless that is taken back; false where none is suggested. */
  reject(row: Row): boolean {
    const { language, strings, suggester } = this.#context;
    const found = this.rows.of(row);
    if (!found?.ghost) return false;
    const { mark } = found.ghost;
    const rejection = [row.question.text, stageKey(mark), rejectedOutcome(found)] as const;
    suggester.reject(...rejection);
    const taxonomy = activeTaxonomy(this.#model.settings.peek());
    const tag = markLabel(mark, taxonomy, language, strings);
    const takeBack = () => suggester.takeRejectionBack(...rejection);
    actionNotice(
      [strings.dashboard.rejected(tag)],
      [{ label: strings.bulk.summary.undo, act: takeBack }],
    );
    return true;
  }

  dispose(): void {
    this.#stopFollowing();
    this.rows.close();
    this.sight.close();
    this.#yields.close();
  }
}

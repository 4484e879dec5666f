/**
 * A saved query's questions as a file, with no dashboard open: they are found as a dashboard finds them, once all notes
 * that it looks at are read.
 */
import { effect } from '@preact/signals';
import { Notice } from 'obsidian';
import type { Preset } from '../../../core/query';
import type { UiContext } from '../../context';
import { activeNote } from '../../parts/active-note';
import { DashboardModel } from '../model/dashboard-model';
import type { DashboardServices } from '../model/dashboard-services';
import { saveAsFile } from './save-as-file';
import { tellProblems } from '../../saved-queries/query-problems';

export async function saveQuery(
  context: UiContext,
  services: DashboardServices,
  { text }: Preset,
): Promise<void> {
  const { settings, strings } = context;
  const { index, columns, preparation, saved } = services;
  const model: DashboardModel = new DashboardModel({
    index,
    columns,
    preparation,
    settings,
    navigate: (state) => model.show(state),
    keep: () => undefined,
  });
  const file = activeNote(context);
  model.setActivePath(file?.path ?? null);
  const problems = model.query.show(text);
  tellProblems(strings, problems);
  // Of other notes than those that are meant nobody wants a file.
  if (problems.some(({ code }) => code === 'no-note')) {
    model.dispose();
    return;
  }
  const preparing = new Notice(strings.dashboard.preparing, 0);
  const { notes } = model.state.peek();
  if (notes === 'vault') await services.includeAll();
  if (notes === 'note' && file) services.includeNote(file);
  services.resumeReading();
  await untilRead(model, context.index);
  preparing.hide();
  if (context.operations.stopped.aborted) model.dispose();
  else saveAsFile(context, model, saved, null, () => model.dispose());
}

/** Resolves once nothing waits to be read, and the model, which hears of it a moment later, shows all of it. */
function untilRead(model: DashboardModel, index: UiContext['index']): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      const { phase } = model.progress.value;
      const isTold = model.entries.value === index.entries() && phase === index.progress.phase;
      if (model.waits.value || !isTold || phase !== 'ready') return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

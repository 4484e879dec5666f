/** The dashboard's filter for a block's query, with how many questions fit it. */
import { useState } from 'preact/hooks';
import { DashboardContext, type DashboardParts } from '../dashboard/actions/dashboard-context';
import { FilterBar } from '../dashboard/filter/filter-bar';
import { NotesSwitch } from '../dashboard/filter/notes-switch';

export function BlockForm(parts: DashboardParts) {
  const [context] = useState<DashboardParts>(() => parts);
  const { model, strings } = parts;
  const { number } = strings.dashboard;
  const { listed, totals } = model.shown;
  return (
    <DashboardContext.Provider value={context}>
      <div class="question-stance-page question-stance-block-form">
        <NotesSwitch />
        <FilterBar onLeave={() => undefined} />
        <p role="status">{strings.block.found(number(totals.value.total), number(listed.value))}</p>
      </div>
    </DashboardContext.Provider>
  );
}

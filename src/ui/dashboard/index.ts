/** The dashboard's way in: registers the view and opens it. */
import type { App, Plugin } from 'obsidian';
import { type Preset, readQuery } from '../../core/query';
import type { UiContext } from '../context';
import { FIRST_CHOICE } from '../export/save-choice';
import { activeNote } from '../parts/active-note';
import { HOVER_SOURCE } from './actions/note-opener';
import { tellProblems } from '../saved-queries/query-problems';
import { saveQuery } from './actions/save-query';
import type { DashboardServices } from './model/dashboard-services';
import { DEFAULT_STATE, type DashboardState } from './state/dashboard-state';
import { stateOfQuery } from './state/state-query';
import { DASHBOARD_VIEW, DashboardView } from './dashboard-view';

export type { DashboardServices } from './model/dashboard-services';
export type { DashboardState } from './state/dashboard-state';
export { vaultLinks } from './actions/link-to';
export { outlineStyle } from './model/outline-style';
export { usualLists } from '../parts/listed-kinds';

/**
 * Registers the dashboard's view and its hover previews; both go when the plugin is unloaded. Returns what saves a saved
 * query's questions as a file, for which no dashboard need be open.
 */
export function registerDashboard(
  plugin: Pick<Plugin, 'registerView' | 'registerHoverLinkSource'>,
  context: UiContext,
  wired: Omit<DashboardServices, 'saved'>,
): (query: Preset) => void {
  let made = 0;
  const services: DashboardServices = { ...wired, saved: { last: FIRST_CHOICE } };
  plugin.registerView(DASHBOARD_VIEW, (leaf) => {
    made += 1;
    return new DashboardView(leaf, context, services, `question-stance-${made}`);
  });
  plugin.registerHoverLinkSource(HOVER_SOURCE, {
    display: context.strings.dashboard.hoverSource,
    defaultMod: true,
  });
  return (query) => void saveQuery(context, services, query);
}

/**
 * Shows the dashboard: the open one, else a new tab. With `state`, it shows that (what is left out takes
 * its default); without, what it showed before. The keyboard is in its list then.
 */
export async function openDashboard(app: App, state?: Partial<DashboardState>): Promise<void> {
  (await shownDashboard(app, state))?.focusList();
}

/** Opens the dialog that saves the dashboard's questions as a file, over the dashboard. */
export async function saveDashboard(app: App): Promise<void> {
  const active = app.workspace.getActiveViewOfType(DashboardView);
  (active ?? (await shownDashboard(app)))?.saveAsFile();
}

async function shownDashboard(
  app: App,
  state?: Partial<DashboardState>,
): Promise<DashboardView | null> {
  const { workspace } = app;
  const open = workspace.getLeavesOfType(DASHBOARD_VIEW)[0];
  const leaf = open ?? workspace.getLeaf('tab');
  if (!open || state) {
    await leaf.setViewState({
      type: DASHBOARD_VIEW,
      active: true,
      state: { ...DEFAULT_STATE, ...state },
    });
  }
  await workspace.revealLeaf(leaf);
  return leaf.view instanceof DashboardView ? leaf.view : null;
}

/** Shows a saved query on the dashboard, as its menu does. */
export function openQuery({ app, settings, strings }: UiContext, { text }: Preset): Promise<void> {
  const { taxonomies, queries } = settings.get();
  const here = activeNote({ app })?.path ?? null;
  const { query, problems } = readQuery(text, { taxonomies, presets: queries, here });
  tellProblems(strings, problems);
  return openDashboard(app, stateOfQuery(query, here));
}

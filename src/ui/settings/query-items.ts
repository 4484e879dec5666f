/** Saved queries in the settings tab: a list that can be added to, changed, put into another order and taken from. */
import type { App, SettingDefinitionItem } from 'obsidian';
import type { Strings } from '../../i18n';
import { moveQuery, removeQuery, type Queries } from '../../settings/saved-queries';
import type { Settings } from '../../settings/schema';
import { QueryModal } from '../saved-queries/query-modal';
import { confirm } from './confirm';

export interface QueryItemsOptions {
  readonly app: App;
  readonly settings: () => Settings;
  readonly strings: Strings;
  /** Saves them, and shows it. */
  readonly save: (queries: Queries) => void;
}

export function queryItems(options: QueryItemsOptions): SettingDefinitionItem {
  const { settings, strings, save } = options;
  const words = strings.settings.queries;
  const drawn = settings().queries;
  return {
    type: 'list',
    heading: words.heading,
    items:
      drawn.length === 0
        ? [{ name: words.none }]
        : drawn.map(({ name, text }) => ({
            name,
            desc: text.split('\n').join(' · '),
            action: () => open(options, words.edit(name), name),
          })),
    addItem: { name: words.add, action: () => open(options, words.add, null) },
    ...(drawn.length > 0 && {
      onReorder: (from: number, to: number) => {
        const [moved, target] = [drawn[from], drawn[to]];
        if (moved && target) save(moveQuery(settings().queries, moved.name, target.name));
      },
      onDelete: (index: number) => {
        const query = drawn[index];
        if (query) confirmRemoval(options, query.name);
      },
    }),
  };
}

function open(
  { app, settings, strings, save }: QueryItemsOptions,
  title: string,
  own: string | null,
): void {
  // What is drawn may be older than the settings.
  const query = settings().queries.find(({ name }) => name === own);
  new QueryModal(app, strings, {
    title,
    own: query?.name ?? null,
    name: query?.name ?? '',
    text: query?.text ?? '',
    settings,
    save,
  }).open();
}

function confirmRemoval({ app, settings, strings, save }: QueryItemsOptions, name: string): void {
  const words = strings.settings.queries;
  confirm(app, strings, {
    title: words.removeTitle(name),
    text: words.removeDesc,
    button: words.remove,
    act: () => save(removeQuery(settings().queries, name)),
  });
}

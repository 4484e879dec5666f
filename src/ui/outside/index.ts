/** The plugin for whoever stands outside the interface: the app's command line, links, other plugins. */
import type { Plugin } from 'obsidian';
import type { QuestionStanceApi } from '../../api';
import type { UiContext } from '../context';
import { createApi } from './api';
import { registerAppCommands } from './app-commands';
import { type LinkActions, registerLinks } from './links';
import { type ReadingServices, VaultQuery } from './vault-query';

/** Returns what other plugins are given. */
export function registerOutside(
  plugin: Pick<Plugin, 'registerCliHandler' | 'registerObsidianProtocolHandler'>,
  context: UiContext,
  services: ReadingServices & LinkActions,
): QuestionStanceApi {
  const queries = new VaultQuery(context, services);
  registerAppCommands(plugin, context, queries);
  registerLinks(plugin, context, queries, services);
  return createApi(context, queries);
}

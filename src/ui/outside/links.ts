/**
 * Links into the plugin: `obsidian://question-stance?…`. Any page of the web can have one, so that none of them writes:
 * they show the dashboard, a question, or the modal that tags a note.
 */
import { Notice, type ObsidianProtocolData, type Plugin, type TFile } from 'obsidian';
import type { Preset } from '../../core/query';
import { rootsOf } from '../../settings/taxonomies';
import type { UiContext } from '../context';
import { openQuestion } from '../parts/open-question';
import { LINK_ACTION } from '../parts/plugin-link';
import type { VaultQuery } from './vault-query';

/** Addresses that people share are far shorter. */
const LONGEST_IN_ADDRESS = 20_000;

export interface LinkActions {
  readonly openQuery: (query: Preset) => void;
  readonly tagNote: (file: TFile) => void;
}

export function registerLinks(
  plugin: Pick<Plugin, 'registerObsidianProtocolHandler'>,
  context: UiContext,
  queries: VaultQuery,
  actions: LinkActions,
): void {
  plugin.registerObsidianProtocolHandler(LINK_ACTION, (data) => {
    void follow(context, queries, actions, data);
  });
}

async function follow(
  context: UiContext,
  queries: VaultQuery,
  { openQuery, tagNote }: LinkActions,
  { path, line, command, query = '', scope, view }: ObsidianProtocolData,
): Promise<void> {
  const { app, strings } = context;
  const words = strings.outside;
  const asked = [query, ...(scope ? [`scope ${scope}`] : []), ...(view ? [`view ${view}`] : [])];
  const text = asked.join('\n');
  if (text.length > LONGEST_IN_ADDRESS) {
    new Notice(words.longLink);
    return;
  }
  if (path === undefined) {
    if (command === undefined) openQuery({ name: '', text });
    else new Notice(words.noCommand(command));
    return;
  }
  const file = app.vault.getFileByPath(path);
  if (!file) new Notice(words.noNote(path));
  else if (command === 'tag') tagNote(file);
  else if (command !== undefined) new Notice(words.noCommand(command));
  else await openAt(context, queries, file, Number(line ?? 1));
}

/** The note at the question that begins in the line, or at the line where none does. */
async function openAt(
  { app, settings }: UiContext,
  queries: VaultQuery,
  file: TFile,
  line: number,
): Promise<void> {
  const { questions } = await queries.entryOf(file);
  const question = questions.all().find((each) => each.line === line);
  if (question) await openQuestion(app, file, question, rootsOf(settings.get()), false);
  else {
    const eState = Number.isInteger(line) && line > 0 ? { line: line - 1 } : {};
    await app.workspace.getLeaf(false).openFile(file, { active: true, eState });
  }
}

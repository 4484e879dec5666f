/** Links into the plugin, for other notes and other programs; `ui/outside/links.ts` follows them. */
import type { App } from 'obsidian';

/** The `<action>` of `obsidian://<action>?…`. */
export const LINK_ACTION = 'question-stance';

type Vault = Pick<App['vault'], 'getName'>;

/** To a note, or to its question that begins in the line (1-based). */
export function linkToNote(vault: Vault, path: string, line?: number): string {
  return linkOf(vault, { path, ...(line !== undefined && { line: String(line) }) });
}

/** To the dashboard with the query. */
export function linkToQuery(vault: Vault, query: string): string {
  return linkOf(vault, { query });
}

/** Spaces as `%20`: not everybody who reads an address knows `+`. */
function linkOf(vault: Vault, data: Readonly<Record<string, string>>): string {
  const given = new URLSearchParams({ vault: vault.getName(), ...data });
  return `obsidian://${LINK_ACTION}?${given.toString().replaceAll('+', '%20')}`;
}

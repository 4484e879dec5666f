/** Ticks and unticks the checkbox that makes a note an article. No other property of the note changes. */
import type { App, TFile } from 'obsidian';
import { failureOf, type VaultFailure } from './failure';

export type CheckboxOutcome =
  { readonly ok: true } | { readonly ok: false; readonly failure: VaultFailure };

/**
 * Sets the frontmatter property `name` of the note, which gets frontmatter where it has none. Bad YAML is
 * a failure and leaves the note as it is; comments in the YAML are lost, as with every such edit in Obsidian.
 */
export async function setCheckbox(
  app: App,
  file: TFile,
  name: string,
  ticked: boolean,
): Promise<CheckboxOutcome> {
  const current = app.vault.getFileByPath(file.path);
  if (!current) return { ok: false, failure: { code: 'missing', detail: file.path } };
  try {
    await app.fileManager.processFrontMatter(current, (frontmatter: Record<string, unknown>) => {
      frontmatter[name] = ticked;
    });
    return { ok: true };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** Ticks and unticks the checkbox that makes a note an article. No other property of the note changes. */
import type { App, TFile } from 'obsidian';
import { propertyKey } from '../../core/model/scope';
import { failureOf, type VaultFailure } from '../failure';

export type CheckboxOutcome =
  | {
      readonly ok: true;
      /** Gives the property the value it had, or takes it out again; not where it was changed since. */
      readonly takeBack: () => Promise<CheckboxOutcome>;
    }
  | { readonly ok: false; readonly failure: VaultFailure };

type Properties = Record<string, unknown>;

/**
 * Sets the frontmatter property `name` of the note, under the name that stands there if only capitals differ. A
 * note without frontmatter gets one. Bad YAML is
 * a failure and leaves the note as it is; comments in the YAML are lost, as with every such edit in Obsidian.
 */
export function setCheckbox(
  app: App,
  file: TFile,
  name: string,
  ticked: boolean,
): Promise<CheckboxOutcome> {
  return changeProperty(app, file, name, (properties, key) => {
    properties[key] = ticked;
  });
}

async function changeProperty(
  app: App,
  file: TFile,
  name: string,
  change: (properties: Properties, key: string) => void,
): Promise<CheckboxOutcome> {
  const current = app.vault.getFileByPath(file.path);
  if (!current) return { ok: false, failure: { code: 'missing', detail: file.path } };
  let before: Properties = {};
  let after: unknown;
  try {
    await app.fileManager.processFrontMatter(current, (properties: Properties) => {
      const key = propertyKey(properties, name) ?? name;
      before = key in properties ? { [key]: properties[key] } : {};
      change(properties, key);
      after = properties[key];
    });
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
  const takeBack = () =>
    changeProperty(app, current, name, (properties, key) => {
      if (properties[key] !== after) return;
      const [was] = Object.entries(before);
      if (was) [, properties[key]] = was;
      else Reflect.deleteProperty(properties, key);
    });
  return { ok: true, takeBack };
}

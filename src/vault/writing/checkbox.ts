/** What makes a note an article: its checkbox, and its tag. No other property of the note changes. */
import type { App, TFile } from 'obsidian';
import {
  checkboxOf,
  frontmatterTags,
  hasTag,
  propertyKey,
  type ScopeRule,
} from '../../core/model/scope';
import { failureOf, type VaultFailure } from '../failure';

export type CheckboxOutcome =
  | {
      readonly ok: true;
      /** Gives each property the value it had, or takes it out again; not where it was changed since. */
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
  return changeProperties(app, file, (properties) => set(properties, name, ticked));
}

/** Gives the note what it lacks of the rule, the first of its tags and the checkbox, in one change; as `setCheckbox`. */
export function makeArticle(app: App, file: TFile, rule: ScopeRule): Promise<CheckboxOutcome> {
  return changeProperties(app, file, (properties) => {
    const [tag] = rule.tags;
    if (tag !== undefined && !hasTag(properties, rule)) {
      const name = tag.replace(/^#/, '');
      const key = propertyKey(properties, 'tags') ?? propertyKey(properties, 'tag') ?? 'tags';
      properties[key] = [...frontmatterTags({ tags: properties[key] }), name];
    }
    const { checkbox, checkboxValue } = rule;
    if (checkbox === null || (checkboxOf(properties, checkbox) === true) === checkboxValue) return;
    set(properties, checkbox, checkboxValue);
  });
}

function set(properties: Properties, name: string, value: unknown): void {
  properties[propertyKey(properties, name) ?? name] = value;
}

async function changeProperties(
  app: App,
  file: TFile,
  change: (properties: Properties) => void,
): Promise<CheckboxOutcome> {
  const current = app.vault.getFileByPath(file.path);
  if (!current) return { ok: false, failure: { code: 'missing', detail: file.path } };
  let before: Properties = {};
  let after: Properties = {};
  try {
    await app.fileManager.processFrontMatter(current, (properties: Properties) => {
      before = { ...properties };
      change(properties);
      after = { ...properties };
    });
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
  const takeBack = () =>
    changeProperties(app, current, (properties) => {
      for (const [key, value] of Object.entries(after)) {
        if (value === before[key] || !isSame(properties[key], value)) continue;
        if (Object.hasOwn(before, key)) properties[key] = before[key];
        else Reflect.deleteProperty(properties, key);
      }
    });
  return { ok: true, takeBack };
}

/** As YAML has them: a list that is read again is another array. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

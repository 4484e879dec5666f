/** What makes a note an article: its checkbox, and its tag. No other property of the note changes. */
import { parseYaml, type App, type TFile } from 'obsidian';
import { planReversal, recordEdits, type RecordedEdit } from '../../core/marks/recorded-edit';
import {
  checkboxOf,
  frontmatterTags,
  hasTag,
  propertyKey,
  type ScopeRule,
} from '../../core/model/scope';
import { applyEdits } from '../../core/model/text-edit';
import { readProperties } from '../../core/properties/frontmatter-lines';
import {
  isSameValue,
  planProperties,
  type PropertyValue,
} from '../../core/properties/plan-properties';
import { failureOf, type VaultFailure } from '../failure';
import { editNote, type EditPlan } from './note-edit';

type Outcome = { readonly ok: true } | { readonly ok: false; readonly failure: VaultFailure };

export type CheckboxOutcome =
  | {
      readonly ok: true;
      /** Gives each property the value it had, or takes it out again; not where it was changed since. */
      readonly takeBack: () => Promise<Outcome>;
    }
  | { readonly ok: false; readonly failure: VaultFailure };

type Properties = Record<string, unknown>;
type PropertyChange = (properties: Properties) => void;

/** What a change made of the properties, and the lines that it did that by; null where those alone would not do. */
interface Made {
  readonly before: Properties;
  readonly after: Properties;
  readonly recorded: readonly RecordedEdit[] | null;
}

interface LinePlan extends EditPlan {
  readonly made: Made | null;
}

/**
 * Sets the frontmatter property `name` of the note, under the name that stands there if only capitals differ. A
 * note without frontmatter gets one. Bad YAML is a failure and leaves the note as it is. Everything else stays as it
 * is written; only where the property has no line of its own is the YAML written anew by Obsidian, which loses remarks.
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
export function writeArticle(app: App, file: TFile, rule: ScopeRule): Promise<CheckboxOutcome> {
  return changeProperties(app, file, (properties) => {
    const [tag] = rule.tags;
    if (tag !== undefined && !hasTag(properties, rule)) {
      const key = propertyKey(properties, 'tags') ?? propertyKey(properties, 'tag') ?? 'tags';
      const had = properties[key];
      const tags: readonly unknown[] = Array.isArray(had) ? had : frontmatterTags({ tags: had });
      properties[key] = [...tags, tag.replace(/^#/, '')];
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
  change: PropertyChange,
): Promise<CheckboxOutcome> {
  const edited = await editNote(app, file, (text) => planLines(text, change), unrecorded);
  if (!edited.ok) return edited;
  try {
    const made = edited.plan.made ?? (await rewrite(app, file, change));
    return { ok: true, takeBack: () => takeBack(app, file, made) };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** A checkbox is taken back by itself, by its notice. */
const unrecorded = (): Promise<boolean> => Promise.resolve(true);

function planLines(text: string, change: PropertyChange): LinePlan {
  const before = readProperties(text, parseYaml);
  if (!before) return BY_LINES_NOT;
  const after: Properties = { ...before };
  change(after);
  if (Object.keys(before).some((key) => !Object.hasOwn(after, key))) return BY_LINES_NOT;
  const wanted: Record<string, PropertyValue> = {};
  for (const [key, value] of Object.entries(after)) {
    if (value === before[key]) continue;
    if (typeof value !== 'boolean' && !isTexts(value)) return BY_LINES_NOT;
    wanted[key] = value;
  }
  const edits = planProperties(text, wanted, parseYaml);
  const done = edits && applyEdits(text, edits);
  if (!edits || !done?.ok) return BY_LINES_NOT;
  return { edits, made: { before, after, recorded: recordEdits(edits, done.text) } };
}

const BY_LINES_NOT: LinePlan = { edits: [], made: null };

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

async function rewrite(app: App, file: TFile, change: PropertyChange): Promise<Made> {
  let before: Properties = {};
  let after: Properties = {};
  await app.fileManager.processFrontMatter(file, (properties: Properties) => {
    before = { ...properties };
    change(properties);
    after = { ...properties };
  });
  return { before, after, recorded: null };
}

/** The lines as they were, where they stand as they were written; else each property that still says so. */
async function takeBack(
  app: App,
  file: TFile,
  { before, after, recorded }: Made,
): Promise<Outcome> {
  if (recorded) {
    const reversed = await editNote(app, file, (text) => wholeReversal(text, recorded), unrecorded);
    if (!reversed.ok || reversed.plan.isWhole) return reversed;
  }
  return changeProperties(app, file, (properties) => {
    for (const [key, value] of Object.entries(after)) {
      if (value === before[key] || !isSameValue(properties[key], value)) continue;
      if (Object.hasOwn(before, key)) properties[key] = before[key];
      else Reflect.deleteProperty(properties, key);
    }
  });
}

function wholeReversal(text: string, recorded: readonly RecordedEdit[]) {
  const { edits, lost } = planReversal(text, recorded);
  const isWhole = lost.length === 0;
  return { edits: isWhole ? edits : [], isWhole };
}

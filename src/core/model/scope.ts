/**
 * The rule that says which notes are the user's articles: frontmatter in, verdict with its reason out,
 * so that the interface can say why a note is out.
 */
import { isAtOrBelow } from './path';

/** A note's frontmatter as parsed YAML; null where it has none or it does not parse. */
export type Frontmatter = Readonly<Record<string, unknown>> | null;

/** `vault`: every note is an article; `rule`: tags and checkbox decide. */
export const SCOPE_MODES = ['rule', 'vault'] as const;

export interface ScopeRule {
  readonly mode: (typeof SCOPE_MODES)[number];
  /** Any of these (or a child of one) is wanted; without `#`. Empty: no tag is wanted. */
  readonly tags: readonly string[];
  /** The checkbox property's name, or null where no checkbox is wanted. */
  readonly checkbox: string | null;
  /** The value of the checkbox that is wanted. */
  readonly checkboxValue: boolean;
}

export const DEFAULT_SCOPE: ScopeRule = {
  mode: 'rule',
  tags: ['my-article'],
  checkbox: 'Checkbox 1',
  checkboxValue: true,
};

/** `excluded`: by Obsidian's own «Excluded files», whatever the rule says. */
export type ScopeReason =
  'in' | 'tag-missing' | 'checkbox-off' | 'tag-missing-and-checkbox-off' | 'excluded';

export interface ScopeVerdict {
  readonly inScope: boolean;
  readonly reason: ScopeReason;
}

/** Whether `tag` is `wanted` or a child of it; tags compare case-insensitively, `#` does not count. */
export function isTagOrChild(tag: string, wanted: string): boolean {
  const has = tag.replace(/^#/, '').toLowerCase();
  const wants = wanted.replace(/^#/, '').toLowerCase();
  return isAtOrBelow(has, wants);
}

/** The tags of a note's frontmatter, without `#`: a list, or one string split at commas and white space. */
export function frontmatterTags(frontmatter: Frontmatter): readonly string[] {
  if (!frontmatter) return [];
  const found: string[] = [];
  for (const key of Object.keys(frontmatter)) {
    if (!/^tags?$/i.test(key)) continue;
    const value = frontmatter[key];
    const entries = Array.isArray(value) ? value : [value];
    for (const entry of entries) {
      if (typeof entry !== 'string' && typeof entry !== 'number') continue;
      for (const tag of String(entry).split(/[\s,]+/)) {
        const name = tag.replace(/^#/, '');
        if (name !== '') found.push(name);
      }
    }
  }
  return found;
}

/**
 * The name under which a note has the property `name`, null where it has none. Obsidian takes names that differ
 * in capitals for one property; where several stand there, the one that is written alike is meant.
 */
export function propertyKey(frontmatter: Frontmatter, name: string): string | null {
  if (!frontmatter) return null;
  if (Object.hasOwn(frontmatter, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(frontmatter).find((key) => key.toLowerCase() === wanted) ?? null;
}

/** Whether the checkbox `name` is ticked; null where the note has no such property, or none is asked for. */
export function checkboxOf(frontmatter: Frontmatter, name: string | null): boolean | null {
  const key = name === null ? null : propertyKey(frontmatter, name);
  return key === null ? null : frontmatter?.[key] === true;
}

/** Whether the note has any of the rule's tags. */
export function hasTag(frontmatter: Frontmatter, rule: Pick<ScopeRule, 'tags'>): boolean {
  const tags = frontmatterTags(frontmatter);
  return rule.tags.some((wanted) => tags.some((tag) => isTagOrChild(tag, wanted)));
}

/** Judges one note. A checkbox that is missing or empty is not ticked. */
export function judgeScope(frontmatter: Frontmatter, rule: ScopeRule): ScopeVerdict {
  if (rule.mode === 'vault') return VERDICTS.in;
  const tagFits = rule.tags.length === 0 || hasTag(frontmatter, rule);
  const checkboxFits =
    rule.checkbox === null ||
    (checkboxOf(frontmatter, rule.checkbox) === true) === rule.checkboxValue;
  if (tagFits) return checkboxFits ? VERDICTS.in : VERDICTS['checkbox-off'];
  return VERDICTS[checkboxFits ? 'tag-missing' : 'tag-missing-and-checkbox-off'];
}

/** One for all notes that are judged alike. */
const VERDICTS: { readonly [reason in ScopeReason]: ScopeVerdict } = {
  in: { inScope: true, reason: 'in' },
  'tag-missing': { inScope: false, reason: 'tag-missing' },
  'checkbox-off': { inScope: false, reason: 'checkbox-off' },
  'tag-missing-and-checkbox-off': { inScope: false, reason: 'tag-missing-and-checkbox-off' },
  excluded: { inScope: false, reason: 'excluded' },
};

/** The verdict on a note that is left out of every list but its own. */
export const EXCLUDED: ScopeVerdict = VERDICTS.excluded;

/**
 * Links to headings, found by the metadata cache: which links anywhere in the vault lead to headings of a note
 * whose text some changes would change, and what they are to read then. Nothing is written here.
 */
import {
  getLinkpath,
  stripHeading,
  stripHeadingForLink,
  type App,
  type CachedMetadata,
  type TFile,
} from 'obsidian';
import { planChanges, type MarkChange } from '../../core/marks/change';
import {
  changedLinks,
  headingsOf,
  type HeadingReference,
  type HeadingWords,
  type LinkChange,
} from '../../core/marks/heading-link';
import type { MarkFormat } from '../../core/model/mark';
import { withRoot } from '../../core/model/roots';
import { applyEdits } from '../../core/model/text-edit';
import { readNote } from '../note-text';

/** By the path of the note that the links stand in. */
export type LinksBySource = ReadonlyMap<string, readonly LinkChange[]>;

export const NO_LINKS: LinksBySource = new Map();

const WORDS: HeadingWords = { match: stripHeading, link: stripHeadingForLink };

/**
 * The links that lead to a heading which `changes` would give another text. Empty where the note can't be read:
 * then nothing is changed in it either.
 */
export async function linksToChangedHeadings(
  app: App,
  file: TFile,
  changes: readonly MarkChange[],
  format: MarkFormat,
  roots: readonly string[],
): Promise<LinksBySource> {
  let text: string;
  try {
    text = await readNote(app, file);
  } catch {
    return NO_LINKS;
  }
  const before = headingsOf(text);
  if (before.length === 0) return NO_LINKS;
  const applied = applyEdits(
    text,
    planChanges(text, changes, format, withRoot(roots, format.root)).edits,
  );
  if (!applied.ok) return NO_LINKS;
  const after = headingsOf(applied.text);
  if (before.every((heading, at) => heading.text === after[at]?.text)) return NO_LINKS;
  const found = new Map<string, readonly LinkChange[]>();
  for (const source of sourcesOf(app, file)) {
    const links = changedLinks(referencesIn(app, source, file), before, after, WORDS);
    if (links.length > 0) found.set(source, links);
  }
  return found;
}

export function countLinks(links: LinksBySource): number {
  return [...links.values()].reduce((sum, { length }) => sum + length, 0);
}

/** The notes that link to `file`; links within a note name no note, and count nowhere. */
function sourcesOf({ metadataCache }: App, { path }: TFile): readonly string[] {
  const sources = Object.entries(metadataCache.resolvedLinks)
    .filter(([, targets]) => targets[path] !== undefined)
    .map(([source]) => source);
  return [...new Set([path, ...sources])];
}

function referencesIn(
  { metadataCache }: App,
  source: string,
  target: TFile,
): readonly HeadingReference[] {
  const cache = metadataCache.getCache(source);
  if (!cache) return [];
  const leadsThere = ({ link }: { readonly link: string }) => {
    const path = getLinkpath(link);
    if (path === '') return source === target.path;
    return metadataCache.getFirstLinkpathDest(path, source)?.path === target.path;
  };
  return [...bodyReferences(cache), ...frontmatterReferences(cache)].filter(leadsThere);
}

type Found = HeadingReference & { readonly link: string };

function bodyReferences({ links = [], embeds = [] }: CachedMetadata): readonly Found[] {
  return [...links, ...embeds].map(({ link, original, position }) => ({
    link,
    original,
    from: position.start.offset,
  }));
}

function frontmatterReferences({ frontmatterLinks = [] }: CachedMetadata): readonly Found[] {
  return frontmatterLinks.map(({ link, original }) => ({ link, original, from: null }));
}

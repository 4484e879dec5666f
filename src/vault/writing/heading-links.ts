/**
 * Links to headings, found by the metadata cache: which links anywhere in the vault lead to headings of a note that
 * get another text, and what they are to read then. Nothing is written here.
 */
import {
  getLinkpath,
  stripHeading,
  stripHeadingForLink,
  type App,
  type CachedMetadata,
  type TFile,
} from 'obsidian';
import {
  changedLinks,
  headingsOf,
  leadingChanges,
  namesHeading,
  type HeadingReference,
  type HeadingWords,
  type LinkChange,
} from '../../core/marks/heading-link';
import { readNote } from '../note-text';

/** By the path of the note that the links stand in. */
export type LinksBySource = ReadonlyMap<string, readonly LinkChange[]>;

export const NO_LINKS: LinksBySource = new Map();

/** The links that lead to headings of a note which one of its texts has and the other has not. */
export type HeadingsChange = (before: string, after: string) => LinksBySource;

/** What the writer is given to find links by, and whether they are to be changed with their headings. */
export interface HeadingLinks {
  /**
   * A search through the vault as it is now, for one note after another. It answers null where no link leads to a
   * heading of the note, whatever its text.
   */
  search(): (file: TFile) => HeadingsChange | null;
  /** The note's text as it is now; null where it can't be read. */
  read(file: TFile): Promise<string | null>;
  /** Those of `links` that lead to a heading of `text` once they are changed. */
  leading(links: LinksBySource, text: string): LinksBySource;
  readonly isFollowed: () => boolean;
  fileAt(path: string): TFile | null;
}

const WORDS: HeadingWords = {
  match: stripHeading,
  // The `%%` of a comment say nothing to a link, and would open a comment where it stands.
  link: (heading) => stripHeadingForLink(heading.replaceAll('%%', ' ')),
};

export function headingLinks(app: App, isFollowed: () => boolean): HeadingLinks {
  return {
    search: () => {
      const sources = sourcesIn(app);
      return (file) => {
        const references = referencesTo(app, sources(file), file);
        return references.size > 0
          ? (before, after) => changedBetween(references, before, after)
          : null;
      };
    },
    read: (file) => readNote(app, file).catch(() => null),
    leading: (links, text) => {
      const headings = headingsOf(text);
      return eachSource(links, (changes) => leadingChanges(changes, headings, WORDS));
    },
    isFollowed,
    fileAt: (path) => app.vault.getFileByPath(path),
  };
}

export function countLinks(links: LinksBySource): number {
  return [...links.values()].reduce((sum, { length }) => sum + length, 0);
}

type References = ReadonlyMap<string, readonly HeadingReference[]>;

function changedBetween(references: References, before: string, after: string): LinksBySource {
  const was = headingsOf(before);
  const is = headingsOf(after);
  if (was.every((heading, at) => heading.text === is[at]?.text)) return NO_LINKS;
  return eachSource(references, (links) => changedLinks(links, was, is, WORDS));
}

/** What `of` makes of the links of each note; notes of which it leaves none are left out. */
function eachSource<T, R>(
  bySource: ReadonlyMap<string, readonly T[]>,
  of: (links: readonly T[]) => readonly R[],
): ReadonlyMap<string, readonly R[]> {
  return new Map(
    [...bySource].flatMap(([source, links]) => {
      const left = of(links);
      return left.length > 0 ? [[source, left] as const] : [];
    }),
  );
}

/**
 * The notes that link to a note, itself among them: links within a note name none, and count nowhere. One note is
 * looked up by itself; for more, the table of all links is turned round once.
 */
function sourcesIn({ metadataCache }: App): (file: TFile) => readonly string[] {
  let asked = 0;
  let byTarget: Map<string, string[]> | null = null;
  return ({ path }) => {
    const all = Object.entries(metadataCache.resolvedLinks);
    asked += 1;
    if (asked === 1) {
      const sources = all.filter(([, targets]) => targets[path] !== undefined);
      return [...new Set([path, ...sources.map(([source]) => source)])];
    }
    byTarget ??= turnedRound(all);
    return [...new Set([path, ...(byTarget.get(path) ?? [])])];
  };
}

function turnedRound(
  links: readonly (readonly [string, Readonly<Record<string, number>>])[],
): Map<string, string[]> {
  const byTarget = new Map<string, string[]>();
  for (const [source, targets] of links) {
    for (const target of Object.keys(targets)) {
      const sources = byTarget.get(target);
      if (sources) sources.push(source);
      else byTarget.set(target, [source]);
    }
  }
  return byTarget;
}

function referencesTo(app: App, sources: readonly string[], target: TFile): References {
  const bySource = new Map(sources.map((source) => [source, referencesIn(app, source, target)]));
  return eachSource(bySource, (references) => references);
}

function referencesIn(
  { metadataCache }: App,
  source: string,
  target: TFile,
): readonly HeadingReference[] {
  const cache = metadataCache.getCache(source);
  if (!cache) return [];
  const leadsThere = ({ link, original }: Found) => {
    if (!namesHeading(original)) return false;
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

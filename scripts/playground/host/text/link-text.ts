// Link texts and what they point at inside a note: `parseLinktext`, `getLinkpath`, `resolveSubpath`,
// `stripHeading`, `iterateRefs`.
import type {
  BlockCache,
  CachedMetadata,
  HeadingCache,
  Loc,
  Reference,
  ReferenceCache,
} from 'obsidian';

export function parseLinktext(linktext: string): { path: string; subpath: string } {
  const at = linktext.indexOf('#');
  if (at < 0) return { path: linktext, subpath: '' };
  return { path: linktext.slice(0, at), subpath: linktext.slice(at) };
}

export function getLinkpath(linktext: string): string {
  return parseLinktext(linktext).path;
}

/** A heading without what a link cannot hold. */
export function stripHeading(heading: string): string {
  return heading
    .replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export function stripHeadingForLink(heading: string): string {
  return heading
    .replace(/[#^|[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

interface HeadingTarget {
  readonly type: 'heading';
  readonly current: HeadingCache;
  readonly next: HeadingCache | undefined;
  readonly start: Loc;
  readonly end: Loc | null;
}

interface BlockTarget {
  readonly type: 'block';
  readonly block: BlockCache;
  readonly start: Loc;
  readonly end: Loc | null;
}

export function resolveSubpath(
  cache: CachedMetadata,
  subpath: string,
): HeadingTarget | BlockTarget | null {
  const name = subpath.replace(/^#/, '');
  if (name.startsWith('^')) {
    const block = cache.blocks?.[name.slice(1).toLowerCase()];
    if (!block) return null;
    return { type: 'block', block, start: block.position.start, end: block.position.end };
  }
  const wanted = stripHeading(name.split('#').pop() ?? '').toLowerCase();
  const headings = cache.headings ?? [];
  const at = headings.findIndex(
    (heading) => stripHeading(heading.heading).toLowerCase() === wanted,
  );
  const current = headings[at];
  if (!current) return null;
  const next = headings.slice(at + 1).find((heading) => heading.level <= current.level);
  return {
    type: 'heading',
    current,
    next,
    start: current.position.start,
    end: next?.position.start ?? null,
  };
}

export function iterateRefs(refs: Reference[], visit: (ref: Reference) => unknown): boolean {
  return refs.some((ref) => visit(ref) === true);
}

export function iterateCacheRefs(
  cache: CachedMetadata,
  visit: (ref: ReferenceCache) => unknown,
): boolean {
  return [...(cache.links ?? []), ...(cache.embeds ?? [])].some((ref) => visit(ref) === true);
}

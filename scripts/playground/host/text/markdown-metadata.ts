// A note's text → what Obsidian's metadata cache would know of it: properties, sections, headings,
// tags, links, list items, block ids. Offsets count UTF-16 units of the text as it stands on disk.
import type {
  CachedMetadata,
  ListItemCache,
  LinkCache,
  Pos,
  SectionCache,
  TagCache,
} from 'obsidian';
import MarkdownIt from 'markdown-it';
import { getFrontMatterInfo, parseYaml } from './frontmatter.ts';

const blocks = new MarkdownIt({ html: true });

/** A tag starts at a line's start or after white space; its characters are all but these. */
const TAG = /(^|\s)#([^\s!"#$%&'()*+,.:;<=>?@^`{|}~[\]\\\u2000-\u206F\u2E00-\u2E7F]+)/gu;

const SECTION_TYPES: Readonly<Record<string, string>> = {
  heading_open: 'heading',
  paragraph_open: 'paragraph',
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  blockquote_open: 'blockquote',
  table_open: 'table',
  fence: 'code',
  code_block: 'code',
  html_block: 'html',
  hr: 'thematicBreak',
};

/** Line starts of a text, and positions computed from them. */
class Lines {
  readonly #starts: number[] = [0];

  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      this.#starts.push(at + 1);
    }
  }

  start(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** The end of a line's text, its line break left out. */
  end(line: number): number {
    const next = this.#starts[line + 1];
    if (next === undefined) return this.#text.length;
    return this.#text[next - 2] === '\r' ? next - 2 : next - 1;
  }

  pos(from: number, to: number): Pos {
    return { start: this.#loc(from), end: this.#loc(to) };
  }

  #loc(offset: number): Pos['start'] {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, col: offset - this.start(low), offset };
  }
}

/** Blanks out a range, keeping its length and line breaks. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, '\0');
}

/** The text with everything blanked in which a `#` starts no tag and `[[` no link. */
function maskInline(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/(`+)(?!`)(?:[^\n]|\n(?!\s*\n))*?[^`]\1(?!`)/g, blank)
    .replace(/\$\$[\s\S]*?\$\$/g, blank)
    .replace(/\$(?![\s$])[^\n$]*[^\s$\\]\$(?!\d)|\$[^\s$]\$(?!\d)/g, blank)
    .replace(/<\/?[a-z][^<>\n]*>/gi, blank);
}

function findTags(masked: string, lines: Lines): TagCache[] {
  const tags: TagCache[] = [];
  // Links and addresses hold no tags.
  const text = masked
    .replace(/!?\[\[[^\]\n]*\]\]/g, blank)
    .replace(/\]\([^)\n]*\)/g, blank)
    .replace(/\bhttps?:\/\/[^\s<>]+/g, blank);
  TAG.lastIndex = 0;
  for (let match = TAG.exec(text); match; match = TAG.exec(text)) {
    const name = (match[2] ?? '').replace(/\0.*$/su, '');
    const from = match.index + (match[1] ?? '').length;
    if (name !== '' && !/^\d+$/.test(name)) {
      tags.push({ tag: `#${name}`, position: lines.pos(from, from + 1 + name.length) });
    }
    // The white space that ends one tag may start the next.
    TAG.lastIndex = from + 1 + name.length;
  }
  return tags;
}

function findLinks(text: string, lines: Lines): { links: LinkCache[]; embeds: LinkCache[] } {
  const links: LinkCache[] = [];
  const embeds: LinkCache[] = [];
  const pattern = /(!?)(?:\[\[([^\]|\n]+)(?:\|([^\]\n]*))?\]\]|\[([^\]\n]*)\]\(([^)\s]+)\))/g;
  for (const match of text.matchAll(pattern)) {
    const original = match[0];
    const target = match[2] ?? match[5] ?? '';
    if (/^[a-z][a-z+.-]*:/i.test(target)) continue;
    const link = match[5] === undefined ? target : decodeLink(target);
    const position = lines.pos(match.index, match.index + original.length);
    const found = { link, original, displayText: match[3] ?? match[4] ?? link, position };
    (match[1] === '!' ? embeds : links).push(found);
  }
  return { links, embeds };
}

function decodeLink(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    // A stray per cent sign: the link is what it says.
    return target;
  }
}

/** Reads a whole note. Bad YAML leaves the note without properties, as in Obsidian. */
export function readMetadata(text: string): CachedMetadata {
  const lines = new Lines(text);
  const cache: CachedMetadata = {};
  const info = getFrontMatterInfo(text);
  const sections: SectionCache[] = [];
  if (info.exists) {
    const end =
      info.contentStart - (/\r?\n$/.exec(text.slice(0, info.contentStart))?.[0].length ?? 0);
    cache.frontmatterPosition = lines.pos(0, end);
    sections.push({ type: 'yaml', position: cache.frontmatterPosition });
    try {
      const parsed = parseYaml(info.frontmatter);
      if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
        cache.frontmatter = parsed;
      }
    } catch {
      // The note stays readable; it has no properties until the YAML is mended.
    }
  }

  // Fences that Markdown does not know still hide what is inside them.
  const body = blank(text.slice(0, info.contentStart)) + text.slice(info.contentStart);
  let masked = body;
  const hide = (from: number, to: number): void => {
    masked = masked.slice(0, from) + blank(masked.slice(from, to)) + masked.slice(to);
  };
  const listItems: ListItemCache[] = [];
  const openItems: number[] = [];
  const headings: CachedMetadata['headings'] = [];
  const markdown = body.replace(/\0/g, ' ').replace(/\uFEFF/g, ' ');
  const tokens = blocks.parse(markdown, {});
  tokens.forEach((token, at) => {
    if (token.type === 'list_item_close') openItems.pop();
    if (!token.map) return;
    const [first, after] = token.map;
    let last = after - 1;
    // A list or quote may claim the blank lines below it; Obsidian's ranges do not.
    while (last > first && text.slice(lines.start(last), lines.end(last)).trim() === '') last--;
    const from = lines.start(first);
    const to = lines.end(last);
    if (token.type === 'fence' || token.type === 'code_block' || token.type === 'html_block')
      hide(from, to);
    if (token.type === 'heading_open') {
      const heading = tokens[at + 1]?.content ?? '';
      headings.push({ heading, level: Number(token.tag.slice(1)), position: lines.pos(from, to) });
    }
    if (token.type === 'list_item_open') {
      const task = /^\s*(?:[-*+]|\d+[.)])\s+\[(.)\]\s/.exec(text.slice(from, to))?.[1];
      const parent = openItems[openItems.length - 1] ?? -first - 1;
      listItems.push({
        position: lines.pos(from, to),
        parent,
        ...(task !== undefined && { task }),
      });
      openItems.push(first);
    }
    const type = token.level === 0 ? SECTION_TYPES[token.type] : undefined;
    if (type !== undefined) {
      const isCallout = type === 'blockquote' && /^\s*>\s*\[!/.test(text.slice(from, to));
      sections.push({ type: isCallout ? 'callout' : type, position: lines.pos(from, to) });
    }
  });
  masked = maskInline(masked);

  const tags = findTags(masked, lines);
  const { links, embeds } = findLinks(masked, lines);
  const found = findBlockIds(sections, text);
  if (sections.length > 0) cache.sections = sections;
  if (headings.length > 0) cache.headings = headings;
  if (listItems.length > 0) cache.listItems = listItems;
  if (tags.length > 0) cache.tags = tags;
  if (links.length > 0) cache.links = links;
  if (embeds.length > 0) cache.embeds = embeds;
  if (found) cache.blocks = found;
  return cache;
}

function findBlockIds(
  sections: readonly SectionCache[],
  text: string,
): CachedMetadata['blocks'] | null {
  const found: NonNullable<CachedMetadata['blocks']> = {};
  for (const section of sections) {
    if (section.type === 'code' || section.type === 'yaml') continue;
    const { start, end } = section.position;
    const id = /(?:^|\s)\^([a-zA-Z0-9-]+)$/.exec(text.slice(start.offset, end.offset))?.[1];
    if (id === undefined) continue;
    section.id = id;
    found[id.toLowerCase()] = { id, position: section.position };
  }
  return Object.keys(found).length > 0 ? found : null;
}

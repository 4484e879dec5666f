// A note's properties: where they stand in the text, and the functions of Obsidian's API that read
// tags, aliases and entries out of them.
import type { CachedMetadata, FrontMatterInfo } from 'obsidian';
import { parse, stringify } from 'yaml';

export function parseYaml(yaml: string): unknown {
  return parse(yaml) as unknown;
}

export function stringifyYaml(value: unknown): string {
  return stringify(value);
}

/**
 * Where the frontmatter stands: `from`–`to` is the YAML between the fences, `contentStart` where
 * the note goes on. A byte order mark before the fence is allowed.
 */
export function getFrontMatterInfo(content: string): FrontMatterInfo {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(content);
  if (opening) {
    const from = opening[0].length;
    const closing = /^---[ \t]*(?:\r?\n|$)/gm;
    closing.lastIndex = from;
    const found = closing.exec(content);
    if (found) {
      const to = found.index;
      const contentStart = to + found[0].length;
      return { exists: true, frontmatter: content.slice(from, to), from, to, contentStart };
    }
  }
  return { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function parseFrontMatterEntry(frontmatter: unknown, key: string | RegExp): unknown {
  if (!isRecord(frontmatter)) return null;
  const found = Object.keys(frontmatter).find((name) =>
    typeof key === 'string' ? name === key : key.test(name),
  );
  return found === undefined ? null : frontmatter[found];
}

function strings(value: unknown, separator: RegExp): string[] | null {
  const parts = typeof value === 'string' ? value.split(separator) : value;
  if (!Array.isArray(parts)) return null;
  return parts
    .filter((part): part is string | number => typeof part === 'string' || typeof part === 'number')
    .map((part) => String(part).trim())
    .filter((part) => part !== '');
}

export function parseFrontMatterStringArray(
  frontmatter: unknown,
  key: string | RegExp,
): string[] | null {
  return strings(parseFrontMatterEntry(frontmatter, key), /,/);
}

export function parseFrontMatterAliases(frontmatter: unknown): string[] | null {
  return parseFrontMatterStringArray(frontmatter, /^aliases?$/i);
}

/** The frontmatter's tags, each with its `#`. */
export function parseFrontMatterTags(frontmatter: unknown): string[] | null {
  const tags = strings(parseFrontMatterEntry(frontmatter, /^tags?$/i), /[,\s]+/);
  return tags?.map((tag) => (tag.startsWith('#') ? tag : `#${tag}`)) ?? null;
}

/** Every tag of a note, the frontmatter's first. */
export function getAllTags(cache: CachedMetadata): string[] | null {
  return [
    ...(parseFrontMatterTags(cache.frontmatter) ?? []),
    ...(cache.tags ?? []).map((found) => found.tag),
  ];
}

/** A note's frontmatter: text in, parsed YAML out; null where there is none or it does not parse to properties. */
import { isScalar, parseDocument, visit, type Document } from 'yaml';
import type { Frontmatter } from '../../../src/core/model/scope';

/** Three hyphens on the first line, after a byte order mark at most, up to the next line of three hyphens. */
const BLOCK = /^\ufeff?---[ \t]*\r?\n(?:([^]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;

export function readFrontmatter(text: string): Frontmatter {
  const yaml = BLOCK.exec(text)?.[1];
  if (yaml === undefined) return null;
  try {
    // The parser compares each key with all others; of ten thousand that takes many seconds.
    const document = parseDocument(yaml, { logLevel: 'error', uniqueKeys: false });
    if (document.errors.length > 0 || repeatsKey(document)) return null;
    const value: unknown = document.toJS();
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function repeatsKey(document: Document): boolean {
  let repeats = false;
  visit(document, {
    Map: (_place, { items }) => {
      const keys = items.map(({ key }) => (isScalar(key) ? key.value : key));
      repeats ||= new Set(keys).size < keys.length;
      return repeats ? visit.BREAK : undefined;
    },
  });
  return repeats;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

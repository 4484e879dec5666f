/** A note's frontmatter: text in, parsed YAML out; null where there is none or it does not parse to properties. */
import { parse } from 'yaml';
import type { Frontmatter } from '../../src/core/model/scope';

/** Three hyphens on the first line, after a byte order mark at most, up to the next line of three hyphens. */
const BLOCK = /^\ufeff?---[ \t]*\r?\n(?:([^]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;

export function readFrontmatter(text: string): Frontmatter {
  const yaml = BLOCK.exec(text)?.[1];
  if (yaml === undefined) return null;
  try {
    const value: unknown = parse(yaml, { logLevel: 'error' });
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

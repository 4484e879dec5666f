/** A note's frontmatter as it is written: its lines, and which of them are a property's. */
import { findBody } from '../markdown/frontmatter';

/** Reads YAML; throws where it is none. */
export type ParseYaml = (yaml: string) => unknown;

export type Properties = Readonly<Record<string, unknown>>;

export interface FrontmatterText {
  readonly yaml: string;
  /** Where it begins; where it would, in a note without. */
  readonly from: number;
  readonly isThere: boolean;
  readonly lineEnd: string;
}

export interface Line {
  readonly from: number;
  /** Behind its line end. */
  readonly to: number;
  /** Without its line end. */
  readonly said: string;
}

const KEY = /^(?:"([^"\\]*)"|'([^']*)'|([^\s#"'\-?[{&*!|>%@`][^\n]*?))[ \t]*:(?=[ \t]|$)/;
/** What goes on with the value of the line before. */
const GOES_ON = /^(?:[ \t]+\S|-(?:[ \t]|$))/;

export function frontmatterOf(text: string): FrontmatterText {
  const head = text.slice(0, findBody(text).at);
  const [opening = '', lineEnd] = /^\ufeff?---[ \t]*(\r\n|\n|\r)/.exec(head) ?? [];
  const yaml = head.slice(opening.length).replace(/---[ \t]*(?:\r\n|\n|\r)?$/, '');
  return lineEnd === undefined
    ? {
        yaml: '',
        from: head.length,
        isThere: false,
        lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
      }
    : { yaml, from: opening.length, isThere: true, lineEnd };
}

/** The note's properties; null where its frontmatter is no list of properties. Throws what `parse` throws. */
export function readProperties(text: string, parse: ParseYaml): Properties | null {
  const read = parse(frontmatterOf(text).yaml);
  if (read === null || read === undefined) return {};
  return typeof read === 'object' && !Array.isArray(read) ? { ...read } : null;
}

export function frontmatterLines({ yaml, from }: FrontmatterText): readonly Line[] {
  return Array.from(
    yaml.matchAll(/([^\r\n]*)(?:\r\n|\n|\r)/g),
    ({ index, 0: line, 1: said = '' }) => ({
      from: from + index,
      to: from + index + line.length,
      said,
    }),
  );
}

/** The name that a line begins with, as YAML reads it; null where it begins with none. */
export function propertyInLine(line: string): string | null {
  const [, double, single, plain] = KEY.exec(line) ?? [];
  return double ?? single?.replaceAll("''", "'") ?? plain ?? null;
}

/** Where a line's value begins, behind its name and colon. */
export function valueStart({ from, said }: Line): number {
  return from + (KEY.exec(said)?.[0].length ?? 0);
}

/** The lines that the value of the property in line `at` goes on in. */
export function valueLines(lines: readonly Line[], at: number): readonly Line[] {
  let end = at + 1;
  for (let next = end; next < lines.length; next++) {
    const said = lines[next]?.said ?? '';
    if (GOES_ON.test(said)) end = next + 1;
    else if (said.trim() !== '') break;
  }
  return lines.slice(at + 1, end);
}

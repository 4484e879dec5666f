/**
 * Plans to write a note's askers into its frontmatter: lines of their property alone, so that everything else stays as
 * it is written, comments and all. What the plan makes is read again, and refused where anything else reads otherwise.
 */
import { findBody } from '../markdown/frontmatter';
import { propertyKey } from '../model/scope';
import { namesIn } from './asker-names';
import { applyEdits, type TextEdit } from '../model/text-edit';

/** Reads YAML; throws where it is none. */
export type ParseYaml = (yaml: string) => unknown;

/**
 * - `changed`: the property says something else than was read;
 * - `unwritable`: it stands in the frontmatter as no line of its own, or something else would read otherwise.
 */
export type AskersRefusal = 'changed' | 'unwritable';

export type AskersPlan =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly code: AskersRefusal };

/** What a property says, as names: those of a list, or its one text. */
export function writtenNames(value: unknown): readonly string[] {
  return itemsOf(value).flatMap((item) => {
    if (item === null || item === undefined || item === '') return [];
    return [typeof item === 'string' ? item : JSON.stringify(item)];
  });
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.flat(2) : [value];
}

export interface WrittenAskers {
  /** What the property says (`writtenNames`), for `planAskers`. */
  readonly said: readonly string[];
  /** As names: one text may hold several. */
  readonly names: readonly string[];
}

/** The askers as the note's text says them. Throws what `parse` throws. */
export function writtenAskers(text: string, property: string, parse: ParseYaml): WrittenAskers {
  const known = propertiesOf(parse(frontmatterOf(text).yaml));
  const value = known?.[propertyKey(known, property) ?? ''];
  const said = writtenNames(value);
  return { said, names: Array.isArray(value) ? said : namesIn(said).map((name) => name.trim()) };
}

const KEY = /^(?:"([^"\\]*)"|'([^']*)'|([^\s#"'\-?[{&*!|>%@`][^\n]*?))[ \t]*:(?=[ \t]|$)/;
/** What goes on with the value of the line before. */
const GOES_ON = /^(?:[ \t]+\S|-(?:[ \t]|$))/;
const ITEM = /^[ \t]*-[ \t]+\S/;
/** A name that YAML reads as a text without quotes. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N}.'’・·]*(?: [\p{L}\p{M}\p{N}.'’・·]+)*$/u;
const WORD = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

/**
 * `before` is what the property said when it was read (`writtenNames`), `wanted` what it is to say: those that
 * stand there stay first, in their order. Throws what `parse` throws.
 */
export function planAskers(
  text: string,
  property: string,
  before: readonly string[],
  wanted: readonly string[],
  parse: ParseYaml,
): AskersPlan {
  const names = [...new Set([...before.filter((name) => wanted.includes(name)), ...wanted])];
  const front = frontmatterOf(text);
  const known = propertiesOf(parse(front.yaml));
  if (!known) return refused('unwritable');
  const key = propertyKey(known, property);
  const value = key === null ? undefined : known[key];
  if (!isSame(writtenNames(value), before)) return refused('changed');
  if (itemsOf(value).some((item) => typeof item === 'object' && item !== null)) {
    return refused('unwritable');
  }
  if (isSame(before, names)) return { ok: true, edits: [] };
  const lines = linesOf(front);
  const at = key === null ? -1 : lines.findIndex(({ said }) => keyOf(said) === key);
  if (key !== null && at === -1) return refused('unwritable');
  const items = valueLines(lines, at);
  const edit =
    key === null
      ? added(front, property, names)
      : Array.isArray(value) && isListed(items, before.length)
        ? listEdit(text, front, items, before, names)
        : replaced(text, front, lines[at], items.at(-1), names);
  const after = applyEdits(text, [edit]);
  const read = after.ok ? propertiesOf(parse(frontmatterOf(after.text).yaml)) : null;
  const { [key ?? property]: written, ...others } = read ?? {};
  const kept = Object.entries(known).filter(([name]) => name !== key);
  return isSame(writtenNames(written), names) && isSame(Object.entries(others), kept)
    ? { ok: true, edits: [edit] }
    : refused('unwritable');
}

interface Front {
  readonly yaml: string;
  /** Where it begins; where it would, in a note without. */
  readonly from: number;
  readonly isThere: boolean;
  readonly lineEnd: string;
}

interface Line {
  readonly from: number;
  /** Behind its line end. */
  readonly to: number;
  /** Without its line end. */
  readonly said: string;
}

function frontmatterOf(text: string): Front {
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

/** Null where the frontmatter is no list of properties. */
function propertiesOf(read: unknown): Readonly<Record<string, unknown>> | null {
  if (read === null || read === undefined) return {};
  return typeof read === 'object' && !Array.isArray(read) ? { ...read } : null;
}

function linesOf({ yaml, from }: Front): readonly Line[] {
  return Array.from(
    yaml.matchAll(/([^\r\n]*)(?:\r\n|\n|\r)/g),
    ({ index, 0: line, 1: said = '' }) => ({
      from: from + index,
      to: from + index + line.length,
      said,
    }),
  );
}

function keyOf(line: string): string | null {
  const [, double, single, plain] = KEY.exec(line) ?? [];
  return double ?? single?.replaceAll("''", "'") ?? plain ?? null;
}

/** The lines that the value of the property in line `at` goes on in. */
function valueLines(lines: readonly Line[], at: number): readonly Line[] {
  let end = at + 1;
  for (let next = end; next < lines.length; next++) {
    const said = lines[next]?.said ?? '';
    if (GOES_ON.test(said)) end = next + 1;
    else if (said.trim() !== '') break;
  }
  return lines.slice(at + 1, end);
}

/** Whether each name has a line of its own. */
function isListed(items: readonly Line[], count: number): boolean {
  return count > 0 && items.length === count && items.every(({ said }) => ITEM.test(said));
}

/** One edit from the first line that goes, or behind the last: lines that stay are written as they are. */
function listEdit(
  text: string,
  { lineEnd }: Front,
  items: readonly Line[],
  before: readonly string[],
  names: readonly string[],
): TextEdit {
  const stays = (_item: Line, place: number): boolean => names.includes(before[place] ?? '');
  const first = items.findIndex((item, place) => !stays(item, place));
  const to = items.at(-1)?.to ?? 0;
  const from = items[first]?.from ?? to;
  const kept = items.filter((item, place) => item.from >= from && stays(item, place));
  const indent = /^[ \t]*/.exec(items[0]?.said ?? '')?.[0] ?? '';
  const added = names.filter((name) => !before.includes(name));
  const insert =
    kept.map((item) => text.slice(item.from, item.to)).join('') + listOf(added, indent, lineEnd);
  return { from, to, expected: text.slice(from, to), insert };
}

function added({ from, yaml, isThere, lineEnd }: Front, name: string, names: readonly string[]) {
  const lines = `${quoted(name)}:${lineEnd}${listOf(names, '  ', lineEnd)}`;
  const at = from + yaml.length;
  const insert = isThere ? lines : `---${lineEnd}${lines}---${lineEnd}`;
  return { from: at, to: at, expected: '', insert };
}

/** A value of another shape gives way to a list; a remark behind it stays. */
function replaced(
  text: string,
  { lineEnd }: Front,
  line: Line = { from: 0, to: 0, said: '' },
  last: Line = line,
  names: readonly string[],
): TextEdit {
  const from = line.from + (KEY.exec(line.said)?.[0].length ?? 0);
  const to = last.from + last.said.length;
  const expected = text.slice(from, to);
  const remark = last === line ? (/[ \t]#.*$/.exec(expected)?.[0] ?? '') : '';
  const list = listOf(names, '  ', lineEnd).slice(0, -lineEnd.length);
  return { from, to, expected, insert: names.length === 0 ? remark : remark + lineEnd + list };
}

function listOf(names: readonly string[], indent: string, lineEnd: string): string {
  return names.map((name) => `${indent}- ${quoted(name)}${lineEnd}`).join('');
}

/** As YAML; JSON's strings are YAML's. */
function quoted(text: string): string {
  return PLAIN.test(text) && !WORD.test(text) ? text : JSON.stringify(text);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function refused(code: AskersRefusal): AskersPlan {
  return { ok: false, code };
}

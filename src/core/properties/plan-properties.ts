/**
 * Plans to write a note's properties: the lines of those alone, so that everything else stays as it is written, remarks
 * and all. What the plan makes is read again; where anything reads otherwise than it should, there is no plan.
 */
import { applyEdits, inTextOrder, type TextEdit } from '../model/text-edit';
import {
  frontmatterOf,
  propertyInLine,
  frontmatterLines,
  readProperties,
  valueLines,
  valueStart,
  type FrontmatterText,
  type Line,
  type ParseYaml,
  type Properties,
} from './frontmatter-lines';

/** A checkbox, or a list of texts. */
export type PropertyValue = boolean | readonly string[];

/** Edits in the text's order; null where lines alone won't do. */
export type PropertyEdits = readonly TextEdit[] | null;

const ITEM = /^[ \t]*-[ \t]+\S/;
/** A list in brackets on one line, up to where another item would stand. */
const IN_BRACKETS = /^[ \t]*\[(?:[^\]"'#,]|"[^"\\]*"|'[^']*'|,(?=[ \t]*[^\s\]]))*(?=\])/;
/** A text that YAML reads as one without quotes. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N}.'’・·_/-]*(?: [\p{L}\p{M}\p{N}.'’・·_/-]+)*$/u;
const WORD = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

/**
 * `wanted` by the names as they stand in the note; other names come behind what is there. In a list, items that stay
 * stay first, in their order. Throws what `parse` throws of the text as it is.
 */
export function planProperties(
  text: string,
  wanted: Readonly<Record<string, PropertyValue>>,
  parse: ParseYaml,
): PropertyEdits {
  const known = readProperties(text, parse);
  if (!known) return null;
  const front = frontmatterOf(text);
  const lines = frontmatterLines(front);
  const edits: TextEdit[] = [];
  let added = '';
  for (const [key, value] of Object.entries(wanted)) {
    if (says(known[key], value)) continue;
    const at = lines.findIndex(({ said }) => propertyInLine(said) === key);
    const line = lines[at];
    if (line) edits.push(changed(text, front, line, valueLines(lines, at), known[key], value));
    else if (Object.hasOwn(known, key)) return null;
    else added += `${quoted(key)}:${written(value, front.lineEnd)}${front.lineEnd}`;
  }
  if (added !== '') addBehind(edits, front, added);
  return makes(text, edits, known, wanted, parse) ? inTextOrder(edits) : null;
}

/** What a property says, as texts: those of a list, or its one text. */
export function writtenTexts(value: unknown): readonly string[] {
  return itemsOf(value).flatMap((item) => {
    if (item === null || item === undefined || item === '') return [];
    return [typeof item === 'string' ? item : JSON.stringify(item)];
  });
}

export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.flat(2) : [value];
}

function changed(
  text: string,
  front: FrontmatterText,
  line: Line,
  items: readonly Line[],
  had: unknown,
  value: PropertyValue,
): TextEdit {
  if (typeof value !== 'boolean' && Array.isArray(had)) {
    const before = writtenTexts(had);
    if (isListed(items, before.length)) return listEdit(text, front, items, before, value);
    const inBrackets = IN_BRACKETS.exec(text.slice(valueStart(line), line.from + line.said.length));
    const isLonger = before.every((each, at) => each === value[at]);
    if (inBrackets && items.length === 0 && isLonger) {
      const more = value.slice(before.length).map(quoted).join(', ');
      const end = valueStart(line) + inBrackets[0].trimEnd().length;
      return inserted(end, before.length > 0 ? `, ${more}` : more);
    }
  }
  return replaced(text, front, line, items.at(-1) ?? line, value);
}

/** Whether each text has a line of its own. */
function isListed(items: readonly Line[], count: number): boolean {
  return count > 0 && items.length === count && items.every(({ said }) => ITEM.test(said));
}

/** One edit from the first line that goes, or behind the last: lines that stay are written as they are. */
function listEdit(
  text: string,
  { lineEnd }: FrontmatterText,
  items: readonly Line[],
  before: readonly string[],
  wanted: readonly string[],
): TextEdit {
  const stays = (_item: Line, place: number): boolean => wanted.includes(before[place] ?? '');
  const first = items.findIndex((item, place) => !stays(item, place));
  const to = items.at(-1)?.to ?? 0;
  const from = items[first]?.from ?? to;
  const kept = items.filter((item, place) => item.from >= from && stays(item, place));
  const indent = /^[ \t]*/.exec(items[0]?.said ?? '')?.[0] ?? '';
  const added = wanted.filter((each) => !before.includes(each));
  const lines = added.map((each) => `${indent}- ${quoted(each)}${lineEnd}`);
  const insert = kept.map((item) => text.slice(item.from, item.to)).join('') + lines.join('');
  return { from, to, expected: text.slice(from, to), insert };
}

/** A value of another shape gives way; a remark behind it stays. */
function replaced(
  text: string,
  { lineEnd }: FrontmatterText,
  line: Line,
  last: Line,
  value: PropertyValue,
): TextEdit {
  const from = valueStart(line);
  const to = last.from + last.said.length;
  const expected = text.slice(from, to);
  const hash = last === line ? expected.search(/[ \t]#/) : -1;
  const remark = hash === -1 ? '' : expected.slice(expected.slice(0, hash).trimEnd().length);
  const now = written(value, lineEnd);
  return { from, to, expected, insert: typeof value === 'boolean' ? now + remark : remark + now };
}

/** Items that come behind a list at the end are written first, in one edit with what is added there. */
function addBehind(edits: TextEdit[], front: FrontmatterText, lines: string): void {
  const { from, yaml, isThere, lineEnd } = front;
  const at = from + yaml.length;
  const before = edits.findIndex(({ to }) => to === at);
  const [last = inserted(at, '')] = before === -1 ? [] : edits.splice(before, 1);
  const insert = isThere ? lines : `---${lineEnd}${lines}---${lineEnd}`;
  edits.push({ ...last, insert: last.insert + insert });
}

function inserted(at: number, insert: string): TextEdit {
  return { from: at, to: at, expected: '', insert };
}

/** A value as it stands behind its name's colon, without the line end behind it. */
function written(value: PropertyValue, lineEnd: string): string {
  if (typeof value === 'boolean') return ` ${String(value)}`;
  return value.map((each) => `${lineEnd}  - ${quoted(each)}`).join('');
}

/** As YAML; JSON's strings are YAML's. */
function quoted(text: string): string {
  return PLAIN.test(text) && !WORD.test(text) ? text : JSON.stringify(text);
}

/** Whether the note, read after the edits, says what is wanted, and all else as before, in the same order. */
function makes(
  text: string,
  edits: readonly TextEdit[],
  known: Properties,
  wanted: Readonly<Record<string, PropertyValue>>,
  parse: ParseYaml,
): boolean {
  const after = applyEdits(text, edits);
  if (!after.ok) return false;
  try {
    const read = readProperties(after.text, parse) ?? {};
    const all = { ...known, ...wanted };
    if (!isSameValue(Object.keys(read), Object.keys(all))) return false;
    return Object.keys(all).every((key) => {
      const value = wanted[key];
      return value === undefined ? isSameValue(read[key], known[key]) : says(read[key], value);
    });
  } catch {
    return false;
  }
}

function says(property: unknown, value: PropertyValue): boolean {
  return typeof value === 'boolean'
    ? property === value
    : isSameValue(writtenTexts(property), value) && (Array.isArray(property) || value.length === 0);
}

/** Whether two values of a property say the same; a list that is read again is another array. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

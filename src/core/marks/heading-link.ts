/**
 * Links that lead to headings whose text changes, and the edits that make them lead there still. Pure. Headings are
 * told apart as Obsidian does it: by their source text without what a link can't hold, the words of a tag in it
 * included. Whether the text of a comment (`%% … %%`) counts is inferred, not documented: here it does, since the
 * metadata cache holds a heading's source.
 */
import { readBlocks } from '../markdown/block';
import { findBody } from '../markdown/frontmatter';
import type { TextEdit } from '../model/text-edit';

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** As it stands in the source, without what makes it a heading. */
  readonly text: string;
}

/** Obsidian's `stripHeading` and `stripHeadingForLink`. */
export interface HeadingWords {
  readonly match: (heading: string) => string;
  readonly link: (heading: string) => string;
}

/** A link or embed as the metadata cache knows it, which leads into the note whose headings change. */
export interface HeadingReference {
  /** As written: `[[note#Is it so?|here]]`, `![here](note.md#Is%20it%20so?)`. */
  readonly original: string;
  /** The offset at which it was read; null in the frontmatter, where no offset is known. */
  readonly from: number | null;
}

/** What a link is to read; the same as `original` where no text leads to its heading alone. */
export interface LinkChange extends HeadingReference {
  readonly insert: string;
}

/** The headings that links can lead to, in order: those that stand in no quote, callout or list. */
export function headingsOf(text: string): readonly Heading[] {
  const headings: Heading[] = [];
  readBlocks(text, ({ kind, level, container, lines }) => {
    if (kind !== 'heading' || container !== 0) return;
    headings.push({ level, text: text.slice(lines.start, lines.end).trim() });
  });
  return headings;
}

/**
 * The references that lead to, or through, a heading whose text differs between `before` and `after`, which are the
 * same headings in the same order. Each with what it is to read.
 */
export function changedLinks(
  references: readonly HeadingReference[],
  before: readonly Heading[],
  after: readonly Heading[],
  words: HeadingWords,
): readonly LinkChange[] {
  if (before.length !== after.length) return [];
  return references.flatMap((reference) => {
    const parts = subpathOf(reference.original);
    if (!parts) return [];
    const way = wayTo(
      before,
      parts.map(({ text }) => text),
      words,
    );
    if (!way?.some((at) => before[at]?.text !== after[at]?.text)) return [];
    return [
      { ...reference, insert: rewritten(reference.original, parts, way, before, after, words) },
    ];
  });
}

/** Those of `changes` that, once made, lead to a heading of a note that has `headings` now. */
export function leadingChanges(
  changes: readonly LinkChange[],
  headings: readonly Heading[],
  words: HeadingWords,
): readonly LinkChange[] {
  return changes.filter(({ insert }) => {
    const parts = subpathOf(insert);
    const subpath = parts?.map(({ text }) => text);
    return subpath !== undefined && wayTo(headings, subpath, words) !== null;
  });
}

/** Whether a link as written names a heading, of whatever note. */
export function namesHeading(original: string): boolean {
  return subpathOf(original) !== null;
}

/** Edits that make `changes` in the text as it is now. What can't be found there without doubt is left out. */
export function planLinkEdits(text: string, changes: readonly LinkChange[]): readonly TextEdit[] {
  const body = findBody(text).at;
  const edits = new Map<number, TextEdit>();
  for (const alike of groupsOf(changes)) {
    for (const [from, change] of placesOf(text, body, alike)) {
      if (change.insert !== change.original) edits.set(from, editOf(from, change));
    }
  }
  return [...edits.values()].sort((a, b) => a.from - b.from);
}

/** A piece of a link's subpath: its place in the link as written, and what it says. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly encode: (text: string) => string;
}

/** The headings that a link names, outermost first; null where it leads to no heading. */
function subpathOf(original: string): readonly Part[] | null {
  const target = targetOf(original);
  if (!target) return null;
  const { from, to, encode, decode } = target;
  const hash = original.indexOf('#', from);
  if (hash === -1 || hash >= to) return null;
  const parts: Part[] = [];
  for (let at = hash + 1; at <= to;) {
    const next = original.indexOf('#', at);
    const end = next === -1 || next > to ? to : next;
    if (end > at) parts.push({ from: at, to: end, text: decode(original.slice(at, end)), encode });
    at = end + 1;
  }
  return parts.length === 0 || parts.some(({ text }) => text.startsWith('^')) ? null : parts;
}

interface Target {
  readonly from: number;
  readonly to: number;
  readonly encode: (text: string) => string;
  readonly decode: (text: string) => string;
}

const AS_IS = (text: string) => text;

/** Where in a link the path stands that it leads to. */
function targetOf(original: string): Target | null {
  const wiki = /^!?\[\[([^\]|]*?)(?:\\?\|[^]*)?\]\]$/.exec(original);
  if (wiki) {
    const from = original.indexOf('[[') + 2;
    return { from, to: from + (wiki[1] ?? '').length, encode: AS_IS, decode: AS_IS };
  }
  const start = original.lastIndexOf('](');
  if (start === -1 || !original.endsWith(')')) return null;
  const inner = original.slice(start + 2, -1);
  const from = start + 2;
  if (inner.startsWith('<')) {
    const end = inner.indexOf('>');
    return end === -1 ? null : { from: from + 1, to: from + end, encode: AS_IS, decode: AS_IS };
  }
  const [path = ''] = /^\S*/.exec(inner) ?? [];
  return { from, to: from + path.length, encode: encoded, decode: decoded };
}

function encoded(text: string): string {
  return text.replace(
    /[%\s()<>]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The places of the headings that a subpath goes through, the last one being where it leads; null where it leads to
 * none. The first of several alike counts, each further one below the last.
 */
function wayTo(
  headings: readonly Heading[],
  subpath: readonly string[],
  words: HeadingWords,
): readonly number[] | null {
  const wanted = subpath.map((part) => keyOf(part, words));
  const way: number[] = [];
  let level = 0;
  for (const [at, heading] of headings.entries()) {
    if (heading.level <= level || keyOf(heading.text, words) !== wanted[way.length]) continue;
    way.push(at);
    level = heading.level;
    if (way.length === wanted.length) return way;
  }
  return null;
}

function keyOf(text: string, words: HeadingWords): string {
  return words.match(text).toLowerCase();
}

function rewritten(
  original: string,
  parts: readonly Part[],
  way: readonly number[],
  before: readonly Heading[],
  after: readonly Heading[],
  words: HeadingWords,
): string {
  const texts = parts.map(({ text }, index) => {
    const at = way[index] ?? -1;
    const now = after[at]?.text ?? text;
    return now === before[at]?.text ? text : words.link(now);
  });
  const leads = wayTo(after, texts, words);
  if (leads?.join() !== way.join()) return original;
  let result = original;
  for (const [index, { from, to, text, encode }] of [...parts.entries()].reverse()) {
    const now = texts[index] ?? text;
    if (now !== text) result = result.slice(0, from) + encode(now) + result.slice(to);
  }
  return result;
}

function groupsOf(changes: readonly LinkChange[]): readonly (readonly LinkChange[])[] {
  const groups = new Map<string, LinkChange[]>();
  for (const change of changes) {
    const key = `${change.from === null ? 'frontmatter' : 'body'} ${change.original}`;
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()];
}

/** Where links that read alike stand: where they were read, else, if there are as many of them, in their order. */
function placesOf(
  text: string,
  body: number,
  alike: readonly LinkChange[],
): readonly (readonly [number, LinkChange])[] {
  const [first] = alike;
  if (!first) return [];
  if (first.from === null) {
    return occurrences(text.slice(0, body), first.original, 0).map((from) => [from, first]);
  }
  const inPlace = alike.flatMap((change) =>
    change.from !== null && text.startsWith(change.original, change.from)
      ? [[change.from, change] as const]
      : [],
  );
  if (inPlace.length === alike.length) return inPlace;
  const found = occurrences(text, first.original, body);
  return found.length === alike.length ? found.map((from) => [from, first]) : inPlace;
}

function occurrences(text: string, wanted: string, start: number): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(wanted, start); at !== -1; at = text.indexOf(wanted, at + 1)) {
    found.push(at);
  }
  return found;
}

/** Replaces only what differs. */
function editOf(place: number, { original, insert }: LinkChange): TextEdit {
  let head = 0;
  while (head < original.length && original[head] === insert[head]) head += 1;
  let tail = 0;
  const most = Math.min(original.length, insert.length) - head;
  while (tail < most && original.at(-1 - tail) === insert.at(-1 - tail)) tail += 1;
  const expected = original.slice(head, original.length - tail);
  const from = place + head;
  return {
    from,
    to: from + expected.length,
    expected,
    insert: insert.slice(head, insert.length - tail),
  };
}

/**
 * Holds the question marks of a note that stand in prose against what mdast says (CommonMark with GFM,
 * frontmatter and maths). Where the two differ, the reason is one of the list, or null.
 */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import { readProse } from './prose';

export interface Difference {
  readonly at: number;
  /** Who sees prose there. */
  readonly seenBy: 'us' | 'mdast';
  readonly reason: string | null;
}

/** The listed differences, by what stands around the mark. Each is wanted. */
const REASONS: readonly {
  readonly reason: string;
  readonly seenBy: Difference['seenBy'];
  readonly test: (text: string, at: number, line: string, column: number) => boolean;
}[] = [
  {
    reason: 'Obsidian: a comment between %% and %%',
    seenBy: 'mdast',
    test: (text, at) => text.lastIndexOf('%%', at) !== -1 && text.includes('%%'),
  },
  {
    reason: 'Obsidian: the target of a wikilink or embed',
    seenBy: 'mdast',
    test: (_text, _at, line, column) => isBetween(line, column, '[[', ']]'),
  },
  {
    reason: 'Obsidian: [[…]] is a wikilink, whatever follows',
    seenBy: 'us',
    test: (_text, _at, line, column) => line.slice(0, column).includes(']]('),
  },
  {
    reason: 'Obsidian: a full-width question mark belongs to a tag',
    seenBy: 'mdast',
    test: (_text, _at, line, column) => /(?:^|\s)#[^\s]*$/.test(line.slice(0, column)),
  },
  {
    reason: 'Obsidian: the box of a task holds any character',
    seenBy: 'mdast',
    test: (_text, _at, line, column) =>
      line.slice(0, column).endsWith('[') && line[column + 1] === ']',
  },
  {
    reason: 'templates: <% … %>, {{ … }}, {% … %}',
    seenBy: 'mdast',
    test: (text, at) => /<%|\{\{|\{%/.test(text.slice(Math.max(0, at - 2000), at)),
  },
  {
    reason: 'an address without angle brackets, its text and its wide letters',
    seenBy: 'mdast',
    test: (_text, _at, line, column) => /(?:\w:\/\/|www\.)\S*$/.test(line.slice(0, column)),
  },
  {
    reason: 'an address ends where wide text or closing punctuation begins',
    seenBy: 'us',
    test: (_text, _at, line, column) => /(?:\w:\/\/|www\.)\S*$/.test(line.slice(0, column)),
  },
  {
    reason: 'Obsidian: dollars with a space inside, or a digit behind, are money',
    seenBy: 'us',
    test: (text) => text.includes('$'),
  },
  {
    reason: 'Obsidian: $$ closes wherever it comes, maths without an end is text',
    seenBy: 'mdast',
    test: (text) => text.includes('$'),
  },
  {
    reason: 'Chinese sentences are no code however far they are indented',
    seenBy: 'us',
    test: (_text, _at, line) => /^[\s>*+\d.)-]*(?: {4}|\t)\s*[\u2e80-\uffee]/.test(line),
  },
  {
    reason: 'a reader sees the text between HTML tags, and behind a comment',
    seenBy: 'us',
    test: (text) => /<[a-z!/]/i.test(text),
  },
  {
    reason: 'what <code>, <kbd> and the like hold is code',
    seenBy: 'mdast',
    test: (text) => /<(?:code|kbd|samp|tt|var)\b/i.test(text),
  },
  {
    reason: 'HTML comments without an end, tags with parts that HTML lacks',
    seenBy: 'mdast',
    test: (text) => /<[a-z!/?]/i.test(text),
  },
  {
    reason: 'Obsidian: a callout’s title; a definition must point somewhere',
    seenBy: 'us',
    test: (_text, _at, line) => /^[\s>*+-]*\[[^\]]+\]/.test(line),
  },
];

function isBetween(line: string, column: number, open: string, close: string): boolean {
  return line.lastIndexOf(open, column) > line.lastIndexOf(close, column - 1);
}

/** The marks on which `readProse` and mdast differ. */
export function compareProse(text: string): readonly Difference[] {
  const ours = marksIn(
    text,
    readProse(text).map(({ from, to }) => [from, to] as const),
  );
  const theirs = marksIn(text, readMdastProse(text));
  const differences: Difference[] = [];
  for (const match of text.matchAll(/[?？]/g)) {
    const at = match.index;
    if (ours.has(at) === theirs.has(at)) continue;
    const seenBy = ours.has(at) ? 'us' : 'mdast';
    differences.push({ at, seenBy, reason: explain(text, at, seenBy) });
  }
  return differences;
}

function explain(text: string, at: number, seenBy: Difference['seenBy']): string | null {
  const from = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1;
  const end = text.slice(at).search(/[\r\n]/);
  const line = text.slice(from, end === -1 ? text.length : at + end);
  const found = REASONS.find(
    (entry) => entry.seenBy === seenBy && entry.test(text, at, line, at - from),
  );
  return found?.reason ?? null;
}

function marksIn(
  text: string,
  ranges: readonly (readonly [number, number])[],
): ReadonlySet<number> {
  const marks = new Set<number>();
  for (const [from, to] of ranges) {
    for (let at = from; at < to; at += 1) {
      if (text[at] === '?' || text[at] === '？') marks.add(at);
    }
  }
  return marks;
}

/** Where mdast sees text; the text of a bare address is its address. */
function readMdastProse(text: string): readonly (readonly [number, number])[] {
  const tree = fromMarkdown(text, {
    extensions: [gfm(), frontmatter(), math()],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(), mathFromMarkdown()],
  });
  // mdast counts offsets without a byte order mark.
  const shift = text.startsWith('\ufeff') ? 1 : 0;
  const ranges: (readonly [number, number])[] = [];
  const visit = (node: Nodes): void => {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (node.type === 'text' && from !== undefined && to !== undefined) {
      ranges.push([from + shift, to + shift]);
    }
    if (node.type === 'link' && isAddress(node)) return;
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return ranges;
}

function isAddress(node: Extract<Nodes, { type: 'link' }>): boolean {
  const [child] = node.children;
  return child?.type === 'text' && /^(?:\w+:\/\/|www\.|mailto:)/.test(child.value);
}

/**
 * The tags in a note's text, as Obsidian's metadata cache has them: outside code, maths, HTML comments, links and
 * addresses; those in a comment `%%…%%` within a line count, those in one of several paragraphs do not, since
 * blocks tell nothing of what is in it.
 */
import { readBlocks } from './block';
import { readInline } from './inline';
import { SPACED_TAGS } from '../text/tag-name';

const DIGITS = /^\d+$/;

/** Without `#`, each once, in their order. */
export function readNoteTags(text: string): readonly string[] {
  const tags = new Set<string>();
  const add = (tag: string): void => {
    if (!DIGITS.test(tag)) tags.add(tag);
  };
  // Most notes have none.
  if (!text.includes('#')) return [];
  readBlocks(text, ({ kind, lines }) => {
    if (kind === 'opaque' || kind === 'rule') return;
    // A cell's syntax does not cross the rows of a table.
    const rows =
      kind === 'table'
        ? Array.from({ length: lines.count }, (_, at) => lines.slice(at, at + 1))
        : [lines];
    for (const { start, end } of rows) addTags(text, start, end, add);
  });
  return [...tags];
}

function addTags(text: string, from: number, to: number, add: (tag: string) => void): void {
  let linkEnd = from;
  for (const span of readInline(text, from, to, [])) {
    if (span.kind === 'link') linkEnd = Math.max(linkEnd, span.end);
    const isTag = span.kind === 'opaque' && text[span.from] === '#';
    if (isTag && span.from >= linkEnd) add(text.slice(span.from + 1, span.to));
    if (span.kind === 'hidden' && text.startsWith('%%', span.from)) {
      const inside = text.slice(span.from + 2, span.to - 2);
      for (const [, tag = ''] of inside.matchAll(SPACED_TAGS)) add(tag);
    }
  }
}

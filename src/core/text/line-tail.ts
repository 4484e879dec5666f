/**
 * What may stand behind a sentence in its line without being text of it: tags, comments, references, the fields
 * of Tasks, Dataview and Kanban, links by themselves, embeds, block ids. A mark behind these is still the
 * sentence's own, and a mark that is put behind a sentence goes before them.
 */
import { CHARACTER, CLASS_OF, classAt, skipSpacesInLine } from './character';
import { TAG } from './tag-name';
import { hasAsk } from './terminator';

const DATE_EMOJI = '\u{1f4c5}\u{1f4c6}\u{1f5d3}\u23f3\u231b\u{1f6eb}\u2795\u2705\u274c';
const PRIORITY_EMOJI = '\u{1f53a}\u23eb\u{1f53c}\u{1f53d}\u23ec';
const WORD_EMOJI = '\u{1f194}\u26d4\u{1f3c1}';
const EVERY = '\u{1f501}';

/** A field of Tasks in the emoji format: an emoji, and a date, a name or a rule of repetition where it has one. */
const TASKS_FIELD = new RegExp(
  `(?:[${DATE_EMOJI}]\\ufe0f?(?:[ \\t]*\\d{4}-\\d{2}-\\d{2})?|[${PRIORITY_EMOJI}]\\ufe0f?|` +
    `[${WORD_EMOJI}]\\ufe0f?(?:[ \\t]*[\\w,-]+)?|${EVERY}\\ufe0f?(?:[ \\t]*every\\b[ \\w,]*)?)`,
  'uy',
);
/** `[due:: 2025-01-01]`, `(due:: [[2025-01-01]])`. */
const DATAVIEW_FIELD =
  /\[[^\][()\n\r]+::(?:[^\][\n\r]|\[\[[^\][\n\r]*\]\])*\]|\([^\][()\n\r]+::(?:[^()\n\r]|\([^()\n\r]*\))*\)/y;
/** Dates of Kanban and of Reminder: `@{2025-01-01}`, `@@{12:00}`, `(@2025-01-01)`. */
const DATE = /@@?\{[^}\n\r]*\}|@\[\[[^\][\n\r]*\]\]|\(@\d[^()\n\r]*\)/y;
const COMMENT = /%%(?:(?!%%)[^\n\r]){0,500}%%|<!--(?:(?!-->)[^\n\r]){0,500}-->/y;
/** `[^1]` */
export const FOOTNOTE = /\[\^[^\]\s]{1,200}\]/y;
const LINK =
  /!?(?:\[\[[^\][\n\r]+\]\]|\[[^\][\n\r]*\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|\[[^\][\n\r]*\]))/y;
const BLOCK_ID = /\^[A-Za-z0-9-]+(?=[^\S\n\r]*(?:$|[\n\r#%]))/y;

/** What belongs to its line wherever it stands; a tag and a block id need a space before them. */
const TIGHT = [COMMENT, FOOTNOTE, DATAVIEW_FIELD, DATE, TASKS_FIELD];
const SPACED = [...TIGHT, TAG, BLOCK_ID];

/** Just after the element of a line's tail that starts at `at`; `at` itself where none does. */
export function skipTailElement(text: string, at: number): number {
  // Nothing of a tail starts with a letter, and mostly a letter follows.
  if (CLASS_OF[text.charCodeAt(at)] === CHARACTER.word) return at;
  const isSpaced = at === 0 || classAt(text, at - 1) === CHARACTER.space;
  for (const pattern of isSpaced ? SPACED : TIGHT) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  LINK.lastIndex = at;
  // A link that asks is the next question.
  if (LINK.test(text) && !hasAsk(shownText(text, at, LINK.lastIndex), 0, 500))
    return LINK.lastIndex;
  return at;
}

/** What of the link between `from` and `to` may ask. An embed and a plain note's name never do. */
function shownText(text: string, from: number, to: number): string {
  const link = text.slice(from, to);
  if (link.startsWith('!')) return '';
  return link.startsWith('[[')
    ? link.slice(link.indexOf('|') + 1 || link.length)
    : link.slice(1, link.indexOf(']'));
}

/** Just after everything of a line's tail that stands at `at`, the white space between and behind it among it. */
export function skipTail(text: string, at: number, to: number = text.length): number {
  let end = skipSpacesInLine(text, at);
  while (end < to) {
    const next = skipTailElement(text, end);
    if (next === end) break;
    end = skipSpacesInLine(text, next);
  }
  return end;
}

/**
 * Where the fields and the block id at the end of `line` start, behind which no plugin would find its fields any
 * more; the end of the line's text where it has none.
 */
export function fieldsStart(line: string): number {
  const end = line.trimEnd().length;
  for (let at = 1; at < end; at += 1) {
    if (classAt(line, at - 1) !== CHARACTER.space) continue;
    if (startsField(line, at) && skipTail(line, at) >= end) return at;
  }
  return end;
}

function startsField(line: string, at: number): boolean {
  return [DATAVIEW_FIELD, DATE, TASKS_FIELD, BLOCK_ID].some((pattern) => {
    pattern.lastIndex = at;
    return pattern.test(line);
  });
}

/**
 * A query as the text that `readQuery` reads back: its filter words in the first line, then an instruction a line. What
 * no words can say (a line end in a value) becomes a space.
 */
import type { Filter } from './condition';
import { formatName, readInstruction } from './instruction';
import { formatFilter, quoted } from './parse';
import { instructionsIn } from './search-line';
import type { NoteChoiceWords, Ordering, Query } from './statement';

export function formatQuery(query: Query): string {
  const { notes, groups, sorts, limit, limitGroups, view, show, hide, explain } = query;
  const words = formatFilterLine(query.filter);
  // A backslash would go on in the next line.
  const isLast = words.endsWith('\\');
  const lines = [
    !isLast && words,
    notes && formatScope(notes),
    ...groups.map((group) => `group by ${formatOrdering(group)}`),
    ...sorts.map((sort) => `sort by ${formatOrdering(sort)}`),
    limit !== undefined && `limit ${String(limit)}`,
    limitGroups !== undefined && `limit groups ${String(limitGroups)}`,
    view && `view ${view}`,
    show.length > 0 && `show ${show.join(', ')}`,
    hide.length > 0 && `hide ${hide.join(', ')}`,
    explain && 'explain',
    isLast && words,
  ];
  return lines.filter((line) => line !== undefined && line !== false && line !== '').join('\n');
}

/**
 * The filter in words of one line, which stay filter words also where queries are read: what begins like an instruction
 * or a comment begins with a quoted word, and so does what a search box would carry out.
 */
export function formatFilterLine(filter: Filter): string {
  let words = formatFilter(filter).replace(/[\r\n]+/g, ' ');
  // Words of a text that a search box would take for an instruction.
  for (const at of [...instructionsIn(words)].reverse()) {
    words = words.slice(0, at) + words.slice(at).replace(/^\S+/, quoted);
  }
  return words.startsWith('#') || readInstruction(words) ? words.replace(/^\S+/, quoted) : words;
}

function formatScope({ kind, path }: NoteChoiceWords): string {
  return path === null ? `scope ${kind}` : `scope ${kind} ${formatName(path)}`;
}

function formatOrdering({ by, reverse }: Ordering<string>): string {
  return reverse ? `${by} reverse` : by;
}

/** Questions as a Markdown outline, for an article or a plan: a heading for each group, a bullet for each question. */
import { markOf } from '../../../core/model/question';
import { type Grouping, groupRows, type Row } from '../../../core/query';
import { markPath } from '../../parts/stance-chip';
import type { Wording } from '../../parts/wording';
import { groupName } from './term-label';

export interface OutlineOptions {
  /** The outermost groups; null where there are none. */
  readonly by: Grouping | null;
  /** The key of a row's group. */
  readonly keyOf: (row: Row) => string | null;
  readonly words: Wording;
  /** A link to the note of this path, as the vault writes its links. */
  readonly linkTo: (path: string) => string;
}

/**
 * The stance stands in words, and not as a tag: pasted into a note, a tag would say that the note asks this itself.
 * Each question leads to its note, by its own link or by the heading above.
 */
export function outlineOf(rows: readonly Row[], options: OutlineOptions): string {
  const { by, keyOf, words, linkTo } = options;
  if (by === null) {
    return `${rows.map((row) => itemOf(row, by, words, linkTo)).join('\n')}\n`;
  }
  const groups = groupRows(rows, by, words.taxonomy, keyOf).map(({ key, rows: members }) => {
    const title = by === 'note' ? linkTo(key ?? '') : groupName(key, by, words);
    const items = members.map((row) => itemOf(row, by, words, linkTo));
    return [`## ${title}`, '', ...items].join('\n');
  });
  return `${groups.join('\n\n')}\n`;
}

function itemOf(
  { entry, question }: Row,
  by: Grouping | null,
  { taxonomy, language, strings }: Wording,
  linkTo: OutlineOptions['linkTo'],
): string {
  const mark = markOf(question);
  const tag = mark && by !== 'stage' ? ` *${markPath(mark, taxonomy, language, strings)}*` : '';
  const link = by === 'note' ? '' : ` ${linkTo(entry.path)}`;
  return `- ${question.text}${tag}${link}`;
}

/** Questions as a Markdown outline, in the interface's words and with the vault's links. */
import { type OutlineStyle, writeRows } from '../../../core/export';
import {
  type AnswerGroup,
  answerRow,
  type Grouping,
  groupRows,
  noteName,
  type Row,
} from '../../../core/query';
import { markPath } from '../../parts/stance-chip';
import type { Wording } from '../../parts/wording';
import { groupName } from './term-label';

export interface OutlineOptions {
  /** The outermost groups; null where there are none: then each note is one. */
  readonly by: Grouping | null;
  /** The key of a row's group. */
  readonly keyOf: (row: Row) => string | null;
  readonly words: Wording;
  readonly linkTo: LinkTo;
}

/** A link to the note of this path, to a heading in it where one is given, as the vault writes its links. */
export type LinkTo = (path: string, heading?: string | null, shown?: string) => string;

export function outlineOf(rows: readonly Row[], options: OutlineOptions): string {
  const { by, keyOf, words, linkTo } = options;
  const { taxonomy } = words;
  const groups =
    by === null
      ? []
      : groupRows(rows, by, taxonomy, keyOf).map(({ key, rows: members }): AnswerGroup => ({
          field: by,
          key,
          size: members.length,
          groups: [],
          rows: members.map((row) => answerRow(row)),
        }));
  const outline = outlineStyle(words, linkTo);
  const told = by === null ? rows.map((row) => answerRow(row)) : [];
  return [...writeRows('md', told, { taxonomies: [taxonomy], groups, outline })].join('');
}

/** How outlines read in the interface's language. */
export function outlineStyle(words: Wording, linkTo: LinkTo): OutlineStyle {
  const { taxonomy, language, strings } = words;
  return {
    markName: (mark) => markPath(mark, taxonomy, language, strings),
    groupName: (field, key) => groupName(key, field, words),
    noteLink: (path) => linkTo(path),
    placeLink: ({ path, line, section }, under) => {
      const place = strings.common.line(line);
      const shown = under === 'its-note' ? place : `${noteName(path)} · ${place}`;
      return linkTo(path, section.at(-1) ?? null, shown);
    },
  };
}

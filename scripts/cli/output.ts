/** Answers → pieces of output. */
import stringWidth from 'string-width';
import {
  type Cell,
  columnTable,
  type NoteProperties,
  plainOutlineStyle,
  questionTable,
  recordTable,
  STAGE_COUNT_HEADINGS,
  stageCountRecords,
  stageCounts,
  type Terminal,
  writeRecords,
  writeRows,
} from '../../src/core/export';
import { SKIP } from '../../src/core/model/question';
import type { Taxonomy } from '../../src/core/model/taxonomy';
import { type Answer, formatQuery, type Query } from '../../src/core/query';
import type { MatrixCommand, ScanCommand } from './arguments';
import type { PrintedAnswer } from './printed-answer';

type ScanOutput = Pick<ScanCommand, 'format' | 'columns' | 'byteOrderMark'>;

/** `columns`: how wide the terminal is; null where the output goes elsewhere. */
export function scanOutput(
  answer: PrintedAnswer,
  { format, columns, byteOrderMark }: ScanOutput,
  taxonomies: readonly Taxonomy[],
  properties: NoteProperties,
  width: number | null,
): Iterable<string> {
  const { rows } = answer;
  if (format !== 'table') {
    const chosen = columns === null ? {} : { columns };
    const grouped = format === 'md' ? { groups: answer.groups } : {};
    const outline = plainOutlineStyle(taxonomies);
    const options = { taxonomies, properties, byteOrderMark, outline, ...chosen, ...grouped };
    return writeRows(format, rows, options);
  }
  if (columns === null && properties.names.length === 0)
    return questionTable(rows, terminal(width));
  return columnTable(rows, columns ?? TABLE_COLUMNS, terminal(width), properties);
}

/** What a table has beside properties where no columns are chosen. */
const TABLE_COLUMNS = ['path', 'line', 'stance', 'stage', 'text'] as const;

export function matrixOutput(
  { total, matched, counts }: Pick<Answer, 'total' | 'matched' | 'counts'>,
  { format, byteOrderMark }: Pick<MatrixCommand, 'format' | 'byteOrderMark'>,
  taxonomy: Taxonomy,
  width: number | null,
): Iterable<string> {
  const stages = stageCounts(counts, taxonomy);
  const records = stageCountRecords(stages);
  switch (format) {
    case 'json': {
      const { notes, tagged, untagged, skipped } = counts;
      const sums = { total, matched, notes, tagged, untagged, skipped };
      return [`${JSON.stringify({ ...sums, stages }, null, 2)}\n`];
    }
    case 'csv':
    case 'tsv':
      return writeRecords(format, [STAGE_COUNT_HEADINGS, ...records], { byteOrderMark });
    case 'table':
      return recordTable(STAGE_COUNT_HEADINGS, records.map(namedRecord), terminal(width));
  }
}

/** How many questions are looked at, each part of the filter with the number that fits it alone, and how many fit all. */
export function explanation({ total, matched, explained, query }: Answer): readonly string[] {
  const parts = (explained ?? []).map(({ words, depth, matched: alone }) => {
    return `${'  '.repeat(depth + 1)}${words}: ${alone}`;
  });
  return [
    `questions looked at: ${total}`,
    ...parts,
    ...instructionsOf(query),
    `questions that fit: ${matched}`,
  ];
}

/** All but the filter, as it would be written. */
function instructionsOf(query: Query): readonly string[] {
  const written = formatQuery({ ...query, filter: [], explain: false });
  return written
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `  ${line}`);
}

/** What has no stage is named for people. */
function namedRecord([stance, ...rest]: readonly Cell[]): readonly Cell[] {
  if (stance === null) return ['(untagged)', ...rest];
  return [stance === SKIP ? '(not a question)' : (stance ?? null), ...rest];
}

function terminal(columns: number | null): Terminal {
  return { columns, widthOf: stringWidth };
}

/** The formats questions are printed in: printed questions in, pieces of output out. One file each. */
import type { PrintedQuestion } from './printed-question';
import { csv } from './csv';
import { json, ndjson } from './json';
import { table } from './table';

/** `columns`: how wide a terminal is; null where the output goes elsewhere and lines may be long. */
export type Formatter = (
  questions: readonly PrintedQuestion[],
  columns: number | null,
) => Iterable<string>;

export const FORMATS = ['json', 'ndjson', 'csv', 'table'] as const;
export type Format = (typeof FORMATS)[number];

export const FORMATTERS: { readonly [format in Format]: Formatter } = { json, ndjson, csv, table };

export function isFormat(name: string): name is Format {
  return FORMATS.some((format) => format === name);
}

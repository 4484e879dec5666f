/** What the command line can print in. */
import { FILE_FORMATS } from '../../src/core/export';

/** The formats of files, and a table for people. */
export const SCAN_FORMATS = [...FILE_FORMATS, 'table'] as const;
export type ScanFormat = (typeof SCAN_FORMATS)[number];

export const MATRIX_FORMATS = ['table', 'csv', 'tsv', 'json'] as const;
export type MatrixFormat = (typeof MATRIX_FORMATS)[number];

/** Those that may begin with a byte order mark. */
const WITH_BYTE_ORDER_MARK: readonly string[] = ['csv', 'tsv', 'wide', 'sequence'];
/** Those whose columns can be chosen. */
const WITH_COLUMNS: readonly string[] = ['csv', 'tsv', 'json', 'ndjson', 'table', 'wide'];

export function isScanFormat(name: string): name is ScanFormat {
  return SCAN_FORMATS.some((format) => format === name);
}

export function isMatrixFormat(name: string): name is MatrixFormat {
  return MATRIX_FORMATS.some((format) => format === name);
}

export function takesByteOrderMark(format: ScanFormat | MatrixFormat): boolean {
  return WITH_BYTE_ORDER_MARK.includes(format);
}

export function takesColumns(format: ScanFormat): boolean {
  return WITH_COLUMNS.includes(format);
}

/** All but the outline. */
export function takesProperties(format: ScanFormat): boolean {
  return format !== 'md';
}

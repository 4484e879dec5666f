/** CSV by the letter of RFC 4180, and TSV, read back without any of the code that writes them. */
export type Records = readonly (readonly string[])[];

export function readCsv(text: string): Records {
  const records: string[][] = [];
  let cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) throw new Error('not CSV');
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    records.push(cells);
    cells = [];
  }
  if (cells.length > 0) throw new Error('not CSV: the last record has no end');
  return records;
}

export function readTsv(text: string): Records {
  if (!text.endsWith('\n')) throw new Error('not TSV: the last record has no end');
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => line.split('\t'));
}

/** The records as one object each, by the names in the first. */
export function byHeading([headings = [], ...records]: Records): readonly Record<string, string>[] {
  return records.map((cells) => {
    if (cells.length !== headings.length) throw new Error(`a record of ${cells.length} cells`);
    return Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? '']));
  });
}

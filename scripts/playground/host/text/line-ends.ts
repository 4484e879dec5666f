// A note's line ends between disk and editor. The editor knows `\n` alone; what is written back has
// the note's own. In a note of mixed line ends the lines above the first and below the last changed
// one keep theirs, and what lies between gets the note's most frequent one.

export function toEditorText(disk: string): string {
  return disk.replace(/\r\n?/g, '\n');
}

function mostFrequentEnd(disk: string): string {
  const count = (pattern: RegExp): number => disk.match(pattern)?.length ?? 0;
  const windows = count(/\r\n/g);
  const unix = count(/(?:^|[^\r])\n/g);
  const old = count(/\r(?!\n)/g);
  if (windows > unix && windows >= old) return '\r\n';
  return old > unix ? '\r' : '\n';
}

/** `edited` with the line ends of `disk`, the text it came from. */
export function toDiskText(edited: string, disk: string): string {
  const ends = disk.match(/\r\n|\r|\n/g) ?? [];
  const usual = mostFrequentEnd(disk);
  if (new Set(ends).size <= 1) return usual === '\n' ? edited : edited.replaceAll('\n', usual);

  const before = disk.split(/\r\n|\r|\n/);
  const after = edited.split('\n');
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < most - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  return after
    .map((line, at) => {
      const fromEnd = after.length - at;
      if (fromEnd === 1) return line;
      if (at < head) return line + (ends[at] ?? usual);
      // The end of the last changed line belongs to it, not to the lines kept below.
      if (fromEnd <= tail + 1) return line + (ends[before.length - fromEnd] ?? usual);
      return line + usual;
    })
    .join('');
}

/** Which ranges of a note are prose: what blocks and inline syntax leave over. */
import { readBlocks } from '../../../src/core/markdown/block';
import { cutPieces } from '../../../src/core/reading/passage/passage';
import { readInline } from '../../../src/core/markdown/inline';
import type { ReadonlyLines } from '../../../src/core/text/lines';

export interface ProseRange {
  readonly from: number;
  readonly to: number;
}

/** The ranges of `text` in which a question can end, in order. Marks under `roots` are no prose. */
export function readProse(
  text: string,
  roots: readonly string[] = ['question'],
): readonly ProseRange[] {
  const ranges: ProseRange[] = [];
  readBlocks(text, ({ kind, lines }) => {
    if (kind === 'opaque' || kind === 'rule') return;
    // Inline syntax crosses the lines of a block, not the rows of a table.
    if (kind !== 'table') addProse(text, lines, roots, ranges);
    else
      for (let index = 0; index < lines.count; index += 1)
        addProse(text, lines.slice(index, index + 1), roots, ranges);
  });
  return ranges;
}

function addProse(
  text: string,
  lines: ReadonlyLines,
  roots: readonly string[],
  ranges: ProseRange[],
): void {
  const spans = readInline(text, lines.start, lines.end, roots);
  for (const { from, to, span } of cutPieces({ lines, spans })) {
    if (span === null) ranges.push({ from, to });
  }
}

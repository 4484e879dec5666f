// The fenced `base` block of a note that a changed option is written back into.
const FENCE = /^ {0,3}(`{3,}|~{3,})\s*(\S*)\s*$/;

interface Line {
  readonly text: string;
  /** Where it starts, and its line end does: offsets. */
  readonly from: number;
  readonly end: string;
}

/** What stands between two fences; both by their numbers of line from 0. */
interface Block {
  readonly opening: number;
  readonly closing: number;
}

function linesOf(note: string): readonly Line[] {
  return Array.from(note.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g), ({ index, 1: text, 2: end }) => ({
    text: text ?? '',
    from: index,
    end: end ?? '',
  }));
}

function blocksOf(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, sign = '', language] = FENCE.exec(lines[at]?.text ?? '') ?? [];
    if (sign === '') continue;
    let closing = at + 1;
    while (closing < lines.length && !lines[closing]?.text.trim().startsWith(sign)) closing++;
    if (language === 'base' && closing < lines.length) blocks.push({ opening: at, closing });
    at = closing;
  }
  return blocks;
}

/**
 * The note with `next` in place of `text` between the fences of a `base` block: of the one that reads so and stands
 * nearest to `line`, counted from 0. Null where none reads so any more. No other byte changes.
 */
export function replaceBaseBlock(
  note: string,
  text: string,
  next: string,
  line: number,
): string | null {
  const lines = linesOf(note);
  const within = ({ opening, closing }: Block): string =>
    lines
      .slice(opening + 1, closing)
      .map((each) => each.text)
      .join('\n');
  const [nearest] = blocksOf(lines)
    .filter((block) => within(block) === text.replace(/\n$/, ''))
    .sort((one, other) => Math.abs(one.opening - line) - Math.abs(other.opening - line));
  const after = nearest && lines[nearest.opening + 1];
  const closing = nearest && lines[nearest.closing];
  if (!after || !closing) return null;
  const end = lines[nearest.opening]?.end ?? '\n';
  const fresh = next.replace(/\n$/, '').split('\n').join(end) + end;
  return note.slice(0, after.from) + fresh + note.slice(closing.from);
}

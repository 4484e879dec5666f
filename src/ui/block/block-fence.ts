/**
 * A query block in the text of its note: where its lines stand between the fences, and the text with other lines in
 * their place. Blocks in quotes and callouts have the quote's `>` before each line.
 */
import type { TextEdit } from '../../core/model/text-edit';

/** The word behind the fence. */
export const BLOCK_LANGUAGE = 'question-stance';

/** The line that begins a block: what stands before the fence, and the fence. */
export const OPENING = /^([ \t]*(?:>[ \t]?)*)(`{3,}|~{3,})[ \t]*question-stance[ \t]*$/;

/** Lines, 0-based; `to` is that of the last. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * What makes `source`, which a block within `lines` of `text` holds, `replacement`. Null where no block there holds
 * it (it was changed meanwhile), or more than one: then nobody knows which is meant.
 */
export function blockEdit(
  text: string,
  lines: LineRange,
  source: string,
  replacement: string,
): TextEdit | null {
  const found: TextEdit[] = [];
  const all = splitLines(text);
  for (let at = lines.from; at <= Math.min(lines.to, all.length - 1); at += 1) {
    const opening = OPENING.exec(all[at]?.text ?? '');
    const [, prefix = '', fence = ''] = opening ?? [];
    if (!opening) continue;
    const end = closingLine(all, at + 1, prefix, fence);
    if (end === null) continue;
    const inside = all.slice(at + 1, end);
    const held = inside.map((line) => withoutPrefix(line.text, prefix)).join('\n');
    if (held.trimEnd() === source.trimEnd()) {
      const from = all[at + 1]?.from ?? text.length;
      const to = all[end]?.from ?? text.length;
      const lineEnd = all[at]?.lineEnd ?? '\n';
      const written = replacement.split('\n').map((line) => `${prefix}${line}${lineEnd}`);
      found.push({ from, to, expected: text.slice(from, to), insert: written.join('') });
    }
    at = end;
  }
  const [only, second] = found;
  return only && !second ? only : null;
}

interface Line {
  readonly text: string;
  readonly from: number;
  readonly lineEnd: string;
}

function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const { 0: lineEnd, index } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ text: text.slice(from, index), from, lineEnd });
    from = index + lineEnd.length;
  }
  lines.push({ text: text.slice(from), from, lineEnd: '' });
  return lines;
}

function closingLine(
  lines: readonly Line[],
  from: number,
  prefix: string,
  fence: string,
): number | null {
  for (let at = from; at < lines.length; at += 1) {
    if (closes(withoutPrefix(lines[at]?.text ?? '', prefix), fence)) return at;
  }
  return null;
}

/** Whether a line, without what stands before the block's, ends the block that `fence` began. */
export function closes(line: string, fence: string): boolean {
  const text = line.trim();
  return text.startsWith(fence) && text.replaceAll(fence.charAt(0), '') === '';
}

function withoutPrefix(line: string, prefix: string): string {
  return line.slice(prefixIn(line, prefix));
}

/** How much of a line is the quote's: all of an empty one that lacks the space behind its `>`. */
export function prefixIn(line: string, prefix: string): number {
  if (line.startsWith(prefix)) return prefix.length;
  return prefix.startsWith(line) ? line.length : 0;
}

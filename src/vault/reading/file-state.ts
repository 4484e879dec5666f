/** Which state of a file a text is, told by its length in bytes. */
import type { TFile } from 'obsidian';
import type { FileState } from '../../core/index/question-index';

/** The state of the file that has this text; none where its size says that the file has moved on. */
export function stateOf(
  { stat: { mtime, size } }: Pick<TFile, 'stat'>,
  text: string,
): FileState | null {
  const bytes = utf8Length(text);
  // A byte order mark is not part of the text.
  return size === bytes || size === bytes + 3 ? { mtime, size } : null;
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Each half of a pair takes two of its four bytes.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

/** A note's text, of a file or of standard input. */
import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { FoundNote, Report } from './find-notes';
import { reasonOf } from './read-failure';

/** The text with its byte order mark, which counts in offsets; null where the file can't be read. */
export async function readNote(
  { path, isFile }: Pick<FoundNote, 'path' | 'isFile'>,
  report: Report,
): Promise<string | null> {
  let bytes: Uint8Array;
  try {
    bytes = isFile ? await readFile(path) : await buffer(process.stdin);
  } catch (error) {
    report({ kind: 'unreadable', path, reason: reasonOf(error) });
    return null;
  }
  const other = otherThanText(bytes);
  if (other !== null) {
    report({ kind: 'unreadable', path, reason: other });
    return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    report({ kind: 'not-utf-8', path });
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }
}

/** What the bytes are instead of text in an encoding that ASCII is part of; null where they may be such text. */
function otherThanText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) return 'written in UTF-16; notes are read as UTF-8';
  return bytes.includes(0) ? 'not text: it has zero bytes' : null;
}

/** Null where the note is no file, or is gone by now. */
export async function statsOf({
  path,
  isFile,
}: Pick<FoundNote, 'path' | 'isFile'>): Promise<Stats | null> {
  return isFile ? await stat(path).catch(() => null) : null;
}

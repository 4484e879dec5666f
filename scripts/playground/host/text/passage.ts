// What an embed of a note shows of it (help, «Embed files»): all of it, a heading with what is below it up to the
// next of its level, or a block.
import { resolveSubpath } from './link-text.ts';
import { readMetadata } from './markdown-metadata.ts';

/** `subpath` begins with `#`, or is empty. Null where the note has no such heading or block. */
export function passageOf(text: string, subpath: string): string | null {
  if (subpath === '') return text;
  const target = resolveSubpath(readMetadata(text), subpath);
  return target && text.slice(target.start.offset, target.end?.offset ?? text.length);
}

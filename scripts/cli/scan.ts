/**
 * Files and folders → the questions of their notes, in the order given and, within a folder, of paths.
 * What can't be read is reported and left out; nothing here stops at it.
 */
import { readFile } from 'node:fs/promises';
import { extractQuestions } from '../../src/core/reading/extract';
import { NoteQuestions } from '../../src/core/index/note-questions';
import type { NoteEntry } from '../../src/core/index/question-index';
import { checkboxOf, DEFAULT_SCOPE, judgeScope } from '../../src/core/model/scope';
import { findNotes, reasonOf, type Report } from './find-notes';
import { readFrontmatter } from './frontmatter';

export interface ScannedNote {
  /** As printed: the path given, and what lies below it joined with `/`. */
  readonly path: string;
  /** Its path counts from the folder given, as a vault's would, so that filters by folder mean the same. */
  readonly entry: NoteEntry;
}

/** Reads all notes at `paths`. `roots` are the first segments of the tags that are marks. */
export async function* scan(
  paths: readonly string[],
  roots: readonly string[],
  report: Report,
): AsyncGenerator<ScannedNote> {
  for await (const { path, pathInVault } of findNotes(paths, report)) {
    const text = await readNote(path, report);
    if (text === null) continue;
    const frontmatter = readFrontmatter(text);
    const entry: NoteEntry = {
      path: pathInVault,
      scope: judgeScope(frontmatter, DEFAULT_SCOPE),
      checkbox: checkboxOf(frontmatter, DEFAULT_SCOPE.checkbox),
      questions: NoteQuestions.of(extractQuestions(text, { roots })),
    };
    yield { path, entry };
  }
}

/** The text with its byte order mark, which counts in offsets; null where the file can't be read. */
async function readNote(path: string, report: Report): Promise<string | null> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
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

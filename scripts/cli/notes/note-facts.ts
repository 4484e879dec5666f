/**
 * What queries ask of a note beside its questions, from its text and its file; in the app the metadata cache knows.
 */
import type { Stats } from 'node:fs';
import { readNoteTags } from '../../../src/core/markdown/note-tags';
import { localDay } from '../../../src/core/model/local-day';
import { frontmatterTags, type Frontmatter } from '../../../src/core/model/scope';
import type { NoteFacts } from '../../../src/core/query';

/** `file` is null where the text has no file, as standard input has none. */
export function noteFactsOf(
  text: string,
  frontmatter: Frontmatter,
  file: Pick<Stats, 'birthtimeMs' | 'mtimeMs'> | null,
): NoteFacts {
  return {
    // They take a pass over the text, which most queries do not ask for.
    get tags() {
      return [...frontmatterTags(frontmatter), ...readNoteTags(text)];
    },
    properties: frontmatter ?? {},
    created: file && localDay(madeAt(file)),
  };
}

/** Some file systems do not know when a file was made; no file was changed before it was made. */
function madeAt({ birthtimeMs, mtimeMs }: Pick<Stats, 'birthtimeMs' | 'mtimeMs'>): number {
  return birthtimeMs > 0 ? birthtimeMs : mtimeMs;
}

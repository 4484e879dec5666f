/** How outlines of questions read in the interface's words, with the vault's links. */
import type { OutlineStyle } from '../../../core/export';
import { noteName } from '../../../core/query';
import { markPath } from '../../parts/stance-chip';
import type { Wording } from '../../parts/wording';
import { groupName } from './term-label';

/** A link to the note of this path, to a heading in it where one is given, as the vault writes its links. */
export type LinkTo = (path: string, heading?: string | null, shown?: string) => string;

export function outlineStyle(words: Wording, linkTo: LinkTo): OutlineStyle {
  const { taxonomy, language, strings } = words;
  return {
    markName: (mark) => markPath(mark, taxonomy, language, strings),
    groupName: (field, key) => groupName(key, field, words),
    noteLink: (path) => linkTo(path),
    placeLink: ({ path, line, section }, under) => {
      const place = strings.common.line(line);
      const shown = under === 'its-note' ? place : `${noteName(path)} · ${place}`;
      return linkTo(path, section.at(-1) ?? null, shown);
    },
  };
}

/** What is said of links to headings once these have another text. */
import type { Strings } from '../../i18n';
import type { LinkOutcome } from '../../vault/writing/write';

/**
 * What became of the links that lead to headings whose text was changed; nothing where there are none. Where they can
 * be changed still, a button says so.
 */
export function linkLines(
  { tagging: { links: words }, bulk }: Strings,
  links: LinkOutcome | undefined,
): readonly string[] {
  if (!links || links.leading === 0) return [];
  const left = links.leading - links.changed;
  return [
    ...(links.changed > 0 ? [words.changed(links.changed, links.notes)] : []),
    ...(left > 0 ? [words.left(left)] : []),
    ...(left > 0 && links.changed === 0 && !links.offer ? [words.bySetting] : []),
    ...(links.notes > 0 ? [words.undoAlone(bulk.commands.undo)] : []),
  ];
}

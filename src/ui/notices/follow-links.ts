/** Whether links to tagged headings are changed with them: the choice that previews offer, kept in the settings. */
import { Notice } from 'obsidian';
import type { NoteChanges } from '../../vault/writing/write';
import type { UiContext } from '../context';
import type { LinkChoiceOptions } from '../parts/link-choice';

/** `notes` is asked for what would be written whenever the links are counted. */
export function followChoice(
  { settings, strings, writer }: Pick<UiContext, 'settings' | 'strings' | 'writer'>,
  notes: () => readonly NoteChanges[],
): LinkChoiceOptions {
  return {
    count: () => writer.countLinks(notes()),
    isFollowed: () => settings.get().notes.followLinks,
    follow: (followLinks) => {
      settings
        .update({ notes: { ...settings.get().notes, followLinks } })
        .catch((error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error);
          new Notice(strings.settings.faults.saveFailed(reason));
        });
    },
  };
}

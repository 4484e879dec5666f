/** Whether links to tagged headings are changed with them: the choice that is offered, kept in the settings. */
import { Notice } from 'obsidian';
import type { UiContext } from '../context';
import type { LinkChoiceOptions } from '../parts/link-choice';

type SettingsContext = Pick<UiContext, 'settings' | 'strings'>;

/** For a preview; `count` is asked whenever what would be written is another. */
export function followChoice(
  context: SettingsContext,
  count: () => Promise<number>,
): LinkChoiceOptions {
  return {
    count,
    isFollowed: () => context.settings.get().notes.followLinks,
    follow: (isFollowed) => followFromNowOn(context, isFollowed),
  };
}

/** Remembers the choice. */
export function followFromNowOn(
  { settings, strings }: SettingsContext,
  followLinks: boolean,
): void {
  settings.update({ notes: { ...settings.get().notes, followLinks } }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    new Notice(strings.settings.faults.saveFailed(reason));
  });
}

/** Whether links to tagged headings are changed with them: the choice that is offered, kept in the settings. */
import type { UiContext } from '../context';
import type { LinkChoiceOptions } from '../parts/link-choice';
import { tellNotSaved } from './save-failed';

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
    tellNotSaved(strings, error);
  });
}

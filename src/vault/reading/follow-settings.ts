/**
 * When the index hears of changed settings: at once, but for the first word of the tags. While that is typed,
 * each beginning of it is a word by which the whole vault would be read anew and what is kept of it forgotten.
 */
import { debounce } from 'obsidian';
import { areSameRoots } from '../../core/model/roots';
import type { SettingsStore } from '../../settings/store';
import { rootsOf } from '../../settings/taxonomies';

/** How long the first word must stay the same, in milliseconds. */
const SETTLED = 1000;

/** Calls `changed` when it is time to; returns the way to stop it, after which it is not called. */
export function followSettings(
  settings: Pick<SettingsStore, 'get' | 'subscribe'>,
  changed: () => void,
): () => void {
  let roots = rootsOf(settings.get());
  const tell = () => {
    roots = rootsOf(settings.get());
    changed();
  };
  const tellLater = debounce(tell, SETTLED, true);
  const stop = settings.subscribe(() => {
    if (!areSameRoots(rootsOf(settings.get()), roots)) {
      tellLater();
      return;
    }
    tellLater.cancel();
    tell();
  });
  return () => {
    stop();
    tellLater.cancel();
  };
}

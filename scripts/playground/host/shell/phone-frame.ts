// On a wide screen a phone is shown as one: the page stands in a frame of a phone's width, so that
// media queries and fixed positions inside it are a phone's.
import { preferences } from '../ground/preferences.ts';
import { translate } from '../ground/shell-text.ts';

const WIDE = 600;

/** Draws the frame where it is wanted, and says whether it did. */
export function showPhoneFrame(): boolean {
  const isInside = new URLSearchParams(location.search).has('frame');
  if (preferences.width !== 'phone' || isInside || innerWidth < WIDE) return false;
  const url = new URL(location.href);
  url.searchParams.set('frame', '1');
  document.body.addClass('playground-phone-stage', `theme-${preferences.theme}`);
  document.body.toggleClass('theme-light', preferences.theme === 'light');
  document.body.createEl('iframe', {
    cls: 'playground-phone',
    attr: { src: url.href, title: translate('phone') },
  });
  return true;
}

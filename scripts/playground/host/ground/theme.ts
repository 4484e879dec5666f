// The theme, light or dark, as a class of the page's body.
import type { Preferences } from './preferences.ts';

/** Gives the page a theme's colours. */
export function setThemeClass(theme: Preferences['theme']): void {
  document.body.toggleClass('theme-dark', theme === 'dark');
  document.body.toggleClass('theme-light', theme === 'light');
}

/**
 * The accessible names of settings' controls. Obsidian draws a row's name and its control from one definition, but
 * does not tie them together: a screen reader would say «checkbox» and nothing else. By `aria-labelledby`, since
 * Obsidian shows an `aria-label` as a tooltip. What has a name already keeps it.
 */

const CONTROLS = '.setting-item-control :is(input, select, textarea)';
const NAMED = '[aria-label], [aria-labelledby]';

/** Names the controls within `container` by the names of their rows. `idOf` makes the names' ids. */
export function nameControls(container: HTMLElement, idOf: () => string): void {
  for (const control of container.querySelectorAll(CONTROLS)) {
    if (control.matches(NAMED) || control.closest('label')) continue;
    const name = control.closest('.setting-item')?.querySelector('.setting-item-name');
    if (!name) continue;
    if (name.id === '') name.id = idOf();
    control.setAttribute('aria-labelledby', name.id);
  }
}

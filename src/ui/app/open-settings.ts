/** Opens Obsidian's settings at this plugin's tab. The typings do not name the way; where it is missing, nothing opens. */
import type { App } from 'obsidian';

interface SettingsWindow {
  open(): void;
  openTabById(id: string): unknown;
}

export function openSettings(app: App, pluginId: string): void {
  const settings: unknown = 'setting' in app ? app.setting : null;
  if (!isSettingsWindow(settings)) return;
  settings.open();
  settings.openTabById(pluginId);
}

function isSettingsWindow(value: unknown): value is SettingsWindow {
  return (
    typeof value === 'object' &&
    value !== null &&
    'open' in value &&
    typeof value.open === 'function' &&
    'openTabById' in value &&
    typeof value.openTabById === 'function'
  );
}

// What the visitor chose for the playground itself: theme, language, width, how settings open. The address's query
// wins (tests set it), then what this browser remembers, then what the browser asks for.
export type Theme = 'light' | 'dark';
export type Language = 'en' | 'zh-TW' | 'zh';
export type Width = 'desktop' | 'phone';
/** A window of their own is what Obsidian 1.13 begins with; a modal is the choice beside it, and a phone's. */
export type SettingsPlace = 'window' | 'modal';

export interface Preferences {
  readonly theme: Theme;
  readonly lang: Language;
  readonly width: Width;
  readonly settings: SettingsPlace;
  /** The core plugin Bases. */
  readonly bases: 'on' | 'off';
  /** The playground's own line at the page's foot. */
  readonly foot: 'shown' | 'hidden';
}

const CHOICES: { readonly [K in keyof Preferences]: readonly Preferences[K][] } = {
  theme: ['light', 'dark'],
  lang: ['en', 'zh-TW', 'zh'],
  width: ['desktop', 'phone'],
  settings: ['window', 'modal'],
  bases: ['on', 'off'],
  foot: ['shown', 'hidden'],
};

function preferredLanguage(): Language {
  const wanted = navigator.language.toLowerCase();
  if (/^zh-(?:tw|hk|mo|hant)/.test(wanted)) return 'zh-TW';
  return wanted.startsWith('zh') ? 'zh' : 'en';
}

function read<K extends keyof Preferences>(name: K, fallback: Preferences[K]): Preferences[K] {
  const given = new URLSearchParams(location.search).get(name);
  const remembered = localStorage.getItem(`playground-${name}`);
  const found = [given, remembered].map((value) =>
    CHOICES[name].find((choice) => choice === value),
  );
  return found[0] ?? found[1] ?? fallback;
}

export const preferences: Preferences = {
  theme: read('theme', matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
  lang: read('lang', preferredLanguage()),
  width: read('width', 'desktop'),
  settings: read('settings', 'window'),
  bases: read('bases', 'on'),
  foot: read('foot', 'shown'),
};

/** Remembers a choice and puts it into the address, so that a reload keeps it. */
export function remember<K extends keyof Preferences>(name: K, value: Preferences[K]): void {
  localStorage.setItem(`playground-${name}`, value);
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  history.replaceState(null, '', url);
}

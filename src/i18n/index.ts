/** The interface's strings in the language that Obsidian is set to. English is the shape of all others. */
import { LANGUAGES, type Language } from '../core/model/taxonomy';
import { en } from './en';
import type { Strings } from './en/strings';
import { zh } from './zh';
import { zhTw } from './zh-tw';

export type { Strings };

/** Each language's strings are made when they are first asked for: whoever starts the app reads one. */
const MAKERS: { readonly [language in Language]: () => Strings } = { en, 'zh-TW': zhTw, zh };

const made = new Map<Language, Strings>();

/** The codes of each language, as Obsidian's `getLanguage` gives them. */
const CODES: { readonly [language in Language]: RegExp } = {
  en: /^en/i,
  'zh-TW': /^zh-(tw|hk|mo|hant)/i,
  zh: /^zh(?!-(tw|hk|mo|hant))/i,
};

/** The interface's language for a code; English for one that it has no strings in. */
export function languageOf(code: string): Language {
  return LANGUAGES.find((language) => CODES[language].test(code)) ?? 'en';
}

export function stringsFor(language: Language): Strings {
  const strings = made.get(language) ?? MAKERS[language]();
  made.set(language, strings);
  return strings;
}

/** How names and texts are sorted in a language: as its readers look them up, numbers by their size. */

/** Made at the first comparison: whoever sorts by nothing pays for nothing. `code` as Obsidian's `getLanguage` gives it. */
export function comparison(code: string): (a: string, b: string) => number {
  let collator: Intl.Collator | null = null;
  return (a, b) => {
    collator ??= new Intl.Collator(knownLocale(code), { numeric: true });
    return collator.compare(a, b);
  };
}

/** A code that is no locale sorts as the system does. */
function knownLocale(code: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined;
  }
}

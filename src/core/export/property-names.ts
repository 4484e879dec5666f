/** The properties that some notes have, and what stands in them, for columns of their own. */
import { propertyKey } from '../model/scope';
import type { NoteFactsSource } from '../query';
import type { NoteProperties } from './column';

/** Counts which properties notes have, note by note. */
export class PropertyNames {
  readonly #counts = new Map<string, { readonly name: string; count: number }>();

  add(properties: Readonly<Record<string, unknown>>): void {
    for (const name of Object.keys(properties)) {
      const key = name.toLowerCase();
      const known = this.#counts.get(key);
      if (known) known.count += 1;
      else this.#counts.set(key, { name, count: 1 });
    }
  }

  /** As they were first met, the commonest first, then by name. */
  commonest(): readonly string[] {
    return [...this.#counts.values()]
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
      .map(({ name }) => name);
  }
}

/** The named properties of notes, in whatever case each note writes them. */
export function noteProperties(names: readonly string[], factsOf: NoteFactsSource): NoteProperties {
  return {
    names,
    valueOf: (path, name) => {
      const properties = factsOf(path)?.properties ?? null;
      const key = propertyKey(properties, name);
      return key === null ? null : properties?.[key];
    },
  };
}

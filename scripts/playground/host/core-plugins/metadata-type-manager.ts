// `app.metadataTypeManager`, which is not documented: the types of properties. Plugins give their own a type, and
// list what properties there are. Kept for as long as the page; what types the notes' values suggest is not told.
interface PropertyInfo {
  readonly name: string;
  readonly type: string;
}

export class MetadataTypeManager {
  readonly registeredTypeWidgets: Record<string, object> = {};
  readonly #types = new Map<string, string>();

  readonly #names: () => Iterable<string>;

  constructor(names: () => Iterable<string>) {
    this.#names = names;
  }

  getAllProperties(): Record<string, PropertyInfo> {
    const all: Record<string, PropertyInfo> = {};
    for (const name of [...this.#names(), ...this.#types.keys()]) {
      all[name.toLowerCase()] ??= { name, type: this.getAssignedType(name) ?? 'text' };
    }
    return all;
  }

  getAssignedType(name: string): string | null {
    return this.#types.get(name.toLowerCase()) ?? null;
  }

  setType(name: string, type: string): Promise<void> {
    this.#types.set(name.toLowerCase(), type);
    return Promise.resolve();
  }
}

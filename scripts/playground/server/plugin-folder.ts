// The folder of a built plugin: `main.js` and `styles.css` in it or, where its build puts them there, in `dist`;
// `manifest.json` beside either. Throws, in a sentence, where one of the two that must be there is missing.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  'main.js': 'text/javascript; charset=utf-8',
  'styles.css': 'text/css; charset=utf-8',
  'manifest.json': 'application/json; charset=utf-8',
};

export class PluginFolder {
  readonly #places: readonly string[];

  private constructor(
    places: readonly string[],
    readonly id: string,
  ) {
    this.#places = places;
  }

  static async open(folder: string): Promise<PluginFolder> {
    const places = [folder, join(folder, 'dist')];
    const find = (name: string): string => {
      const found = places.map((place) => join(place, name)).find((file) => existsSync(file));
      if (found === undefined) {
        throw new Error(`${join(folder, name)} is missing. Build first: npm run build`);
      }
      return found;
    };
    find('main.js');
    const { id } = JSON.parse(await readFile(find('manifest.json'), 'utf8')) as { id: string };
    return new PluginFolder(places, id);
  }

  /** One of the plugin's three files, with its type; null for any other. A missing style sheet is an empty one. */
  async read(name: string): Promise<{ bytes: Buffer; type: string } | null> {
    const type = TYPES[name];
    if (type === undefined) return null;
    const file = this.#places.map((place) => join(place, name)).find((each) => existsSync(each));
    return { bytes: file === undefined ? Buffer.alloc(0) : await readFile(file), type };
  }
}

// `app.embedRegistry`, which is not documented: what shows a file where it is embedded, by its extension. The notes'
// own embeds and the cards of a canvas are made by it.
import type { TFile } from '../vault/abstract-file.ts';
import type { Component } from '../ground/component.ts';

export interface EmbedPlace {
  readonly containerEl: HTMLElement;
  /** False where post processors are not told of lines, as in the cards of a canvas. */
  readonly hasSections: boolean;
}

/** What is shown of a file, for as long as it is loaded. */
export interface Embed extends Component {
  /** Shows the file; resolves once all that is in it stands there. */
  loadFile(): Promise<void>;
}

/** `subpath` begins with `#`, or is empty. */
export type EmbedCreator = (place: EmbedPlace, file: TFile, subpath: string) => Embed;

export class EmbedRegistry {
  readonly embedByExtension = new Map<string, EmbedCreator>();

  registerExtension(extension: string, creator: EmbedCreator): void {
    this.embedByExtension.set(extension, creator);
  }

  getEmbedCreator(file: TFile): EmbedCreator | null {
    return this.embedByExtension.get(file.extension) ?? null;
  }
}

// A note as it is shown in another note or in a card of a canvas: rendered, with the post processors, and anew as
// the note changes. Post processors are told lines only where the whole note is shown, and not on a canvas; in which
// embeds Obsidian tells them is documented nowhere, so plugins have to do without. What is said where a heading or
// block is not there is the playground's own sentence.
import type { TFile } from '../vault/abstract-file.ts';
import type { AppParts } from '../parts/app-parts.ts';
import { followLinks } from './markdown-renderer.ts';
import { MarkdownRenderChild } from './post-processors.ts';
import { RenderedSections } from './rendered-sections.ts';
import type { Embed, EmbedPlace } from '../parts/embed-registry.ts';
import { passageOf } from '../text/passage.ts';

export class NoteEmbed extends MarkdownRenderChild implements Embed {
  readonly #sections: RenderedSections;
  readonly #missingEl: HTMLElement;
  #shown: string | null = null;

  readonly #app: AppParts;
  readonly #file: TFile;
  readonly #subpath: string;

  constructor(
    app: AppParts,
    { containerEl, hasSections }: EmbedPlace,
    file: TFile,
    subpath: string,
  ) {
    super(containerEl);
    this.#app = app;
    this.#file = file;
    this.#subpath = subpath;
    containerEl.addClass('markdown-embed', 'is-loaded');
    const content = containerEl.createDiv('markdown-embed-content');
    const preview = content.createDiv('markdown-preview-view markdown-rendered');
    const sizer = preview.createDiv('markdown-preview-sizer markdown-preview-section');
    this.#sections = new RenderedSections(
      sizer.createDiv('markdown-preview-pusher'),
      hasSections && subpath === '',
    );
    this.#missingEl = sizer.createDiv('markdown-embed-missing');
    // The note that has the embed follows its own links.
    if (!containerEl.parentElement?.closest('.markdown-preview-view'))
      followLinks(app, content, () => file.path);
  }

  override onload(): void {
    this.registerEvent(
      this.#app.metadataCache.on('changed', (file: TFile) => {
        if (file === this.#file) this.loadFile().catch(reportError);
      }),
    );
  }

  override onunload(): void {
    this.#sections.clear();
  }

  async loadFile(): Promise<void> {
    const passage = passageOf(await this.#app.vault.cachedRead(this.#file), this.#subpath);
    if (passage !== null && passage === this.#shown) return;
    this.#shown = passage;
    this.#missingEl.setText(
      passage === null ? `${this.#file.basename} has no ${this.#subpath}.` : '',
    );
    await this.#sections.show(passage ?? '', this.#file.path);
  }
}

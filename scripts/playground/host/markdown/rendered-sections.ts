// The sections of a reading view. As in Obsidian, a section whose HTML is the same as before keeps its
// elements when the note changes, and no post processor sees it again; a full rerendering makes all anew.
import type { MarkdownSectionInformation } from 'obsidian';
import { Component } from '../ground/component.ts';
import { contextOf, fillEmbeds, renderSections } from './markdown-renderer.ts';
import { postProcess } from './post-processors.ts';

interface Section {
  /** As Markdown alone makes it, before any post processor. */
  readonly html: string;
  readonly el: HTMLElement;
  readonly owner: Component;
  place: MarkdownSectionInformation;
}

export class RenderedSections {
  #shown: Section[] = [];
  #path = '';

  readonly #lead: HTMLElement;
  readonly #arePlacesTold: boolean;

  /** The sections stand behind `lead`. Post processors learn each one's lines, if `arePlacesTold`. */
  constructor(lead: HTMLElement, arePlacesTold = true) {
    this.#lead = lead;
    this.#arePlacesTold = arePlacesTold;
  }

  async show(text: string, path: string): Promise<void> {
    if (path !== this.#path) this.clear();
    this.#path = path;
    const before = this.#shown;
    const fresh: Section[] = [];
    this.#shown = renderSections(text).map(({ el, lineStart, lineEnd }) => {
      const html = el.innerHTML;
      const place = { text, lineStart, lineEnd };
      const at = before.findIndex((section) => section.html === html);
      const [kept] = at < 0 ? [] : before.splice(at, 1);
      const section = kept ?? { html, el, owner: new Component(), place };
      if (!kept) fresh.push(section);
      section.place = place;
      section.el.dataset.line = String(lineStart);
      return section;
    });
    for (const section of before) remove(section);
    this.#arrange();
    await Promise.all(fresh.flatMap((section) => this.#process(section)));
  }

  clear(): void {
    for (const section of this.#shown) remove(section);
    this.#shown = [];
  }

  /** Brings the elements into the text's order, and leaves those where they are that stand right. */
  #arrange(): void {
    let last = this.#lead;
    for (const { el } of this.#shown) {
      if (last.nextSibling !== el) last.after(el);
      last = el;
    }
  }

  #process(section: Section): Promise<unknown>[] {
    const { el, owner } = section;
    owner.load();
    const context = contextOf(section.place.text, this.#path, owner);
    return [
      fillEmbeds(el, this.#path, owner),
      ...postProcess(el, {
        ...context,
        getSectionInfo: (inner) =>
          this.#arePlacesTold && el.contains(inner) ? section.place : null,
      }),
    ];
  }
}

function remove({ el, owner }: Section): void {
  owner.unload();
  el.remove();
}

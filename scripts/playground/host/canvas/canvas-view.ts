// The core plugin Canvas, to be looked at: cards where the file has them, those with text rendered as Markdown and
// those of files as embeds, post processors included: text cards take all that a note does, plugins' code blocks too
// (github.com/obsidianmd/obsidian-help/pull/345). Without lines, edges, zoom and editing. The classes are read off
// style sheets made for the app; that no post processor is told lines is reported of it, and that a card whose text
// stays keeps its elements is inferred.
import type { AllCanvasNodeData, CanvasFileData } from 'obsidian/canvas';
import type { TFile } from '../vault/abstract-file.ts';
import { Component } from '../ground/component.ts';
import { followLinks } from '../markdown/markdown-renderer.ts';
import { RenderedSections } from '../markdown/rendered-sections.ts';
import { TextFileView } from '../views/text-file-view.ts';
import { readCanvas } from './canvas-data.ts';

interface Card {
  readonly el: HTMLElement;
  readonly contentEl: HTMLElement;
  readonly owner: Component;
  /** What it shows, to tell whether that changed. */
  readonly source: string;
}

const MARGIN = 40;

export class CanvasView extends TextFileView {
  override icon = 'layout-dashboard';
  readonly #canvasEl: HTMLElement;
  #cards = new Map<string, Card>();

  constructor(...[leaf]: ConstructorParameters<typeof TextFileView>) {
    super(leaf);
    this.#canvasEl = this.contentEl.createDiv('canvas-wrapper').createDiv('canvas');
    const redraw = (): void => {
      this.#draw(this.data);
    };
    // A card's file may come and go.
    for (const name of ['create', 'delete', 'rename'])
      this.registerEvent(this.app.vault.on(name, redraw));
  }

  getViewType(): string {
    return 'canvas';
  }

  override canAcceptExtension(extension: string): boolean {
    return extension === 'canvas';
  }

  getViewData(): string {
    return this.data;
  }

  setViewData(data: string, clear: boolean): void {
    if (clear) this.clear();
    this.data = data;
    this.#draw(data);
  }

  clear(): void {
    this.data = '';
    for (const card of this.#cards.values()) this.#remove(card);
    this.#cards.clear();
    this.#canvasEl.empty();
  }

  protected override async onClose(): Promise<void> {
    await super.onClose();
    this.clear();
  }

  #draw(text: string): void {
    const nodes = readCanvas(text);
    this.#canvasEl.toggleClass('is-broken', nodes === null);
    const left = Math.min(...(nodes ?? []).map(({ x }) => x));
    const top = Math.min(...(nodes ?? []).map(({ y }) => y));
    const before = this.#cards;
    this.#cards = new Map();
    for (const node of nodes ?? []) {
      const kept = before.get(node.id);
      const card = kept?.source === this.#sourceOf(node) ? kept : this.#make(node);
      if (card === kept) before.delete(node.id);
      this.#cards.set(node.id, card);
      card.el.setCssStyles({
        left: `${node.x - left + MARGIN}px`,
        top: `${node.y - top + MARGIN}px`,
        width: `${node.width}px`,
        height: `${node.height}px`,
      });
    }
    for (const card of before.values()) this.#remove(card);
  }

  #remove({ el, owner }: Card): void {
    this.removeChild(owner);
    el.remove();
  }

  #fileOf({ file }: CanvasFileData): TFile | null {
    return this.app.vault.getFileByPath(file);
  }

  #sourceOf(node: AllCanvasNodeData): string {
    if (node.type === 'text') return `text ${node.text}`;
    if (node.type === 'link') return `link ${node.url}`;
    if (node.type === 'group') return `group ${node.label ?? ''}`;
    return `file ${node.file}${node.subpath ?? ''} ${this.#fileOf(node) ? 'there' : 'missing'}`;
  }

  #make(node: AllCanvasNodeData): Card {
    const el = this.#canvasEl.createDiv(`canvas-node canvas-node-${node.type}`);
    const containerEl = el.createDiv('canvas-node-container');
    const contentEl = containerEl.createDiv('canvas-node-content');
    const owner = this.addChild(new Component());
    const card: Card = { el, contentEl, owner, source: this.#sourceOf(node) };
    if (node.type === 'text') this.#showText(card, node.text).catch(reportError);
    else if (node.type === 'file') this.#showFile(card, node).catch(reportError);
    else if (node.type === 'link') contentEl.createDiv({ cls: 'canvas-link', text: node.url });
    else el.createDiv({ cls: 'canvas-group-label', text: node.label ?? '' });
    return card;
  }

  async #showText({ contentEl, owner }: Card, text: string): Promise<void> {
    contentEl.addClass('markdown-embed');
    const content = contentEl.createDiv('markdown-embed-content');
    const preview = content.createDiv('markdown-preview-view markdown-rendered');
    const path = (): string => this.file?.path ?? '';
    const sections = new RenderedSections(preview.createDiv('markdown-preview-pusher'), false);
    followLinks(this.app, content, path);
    owner.register(() => {
      sections.clear();
    });
    await sections.show(text, path());
  }

  async #showFile({ el, contentEl, owner }: Card, node: CanvasFileData): Promise<void> {
    const subpath = node.subpath ?? '';
    const file = this.#fileOf(node);
    el.createDiv({ cls: 'canvas-node-label', text: (file?.basename ?? node.file) + subpath });
    const create = file && this.app.embedRegistry.getEmbedCreator(file);
    if (!create) return;
    await owner
      .addChild(create({ containerEl: contentEl, hasSections: false }, file, subpath))
      .loadFile();
  }
}

// Markdown → HTML, as the reading view, previews and plugins use it. Text is split into its top-level
// blocks; each is rendered into an element of its own, on which the post processors run (`rendered-sections.ts`) or, where
// a plugin or an export asks for the rendering, they run once on the whole.
import MarkdownIt from 'markdown-it';
import type { TFile } from '../vault/abstract-file.ts';
import type { AppParts } from '../parts/app-parts.ts';
import type { Component } from '../ground/component.ts';
import { getFrontMatterInfo, parseYaml } from '../text/frontmatter.ts';
import type { HoverPopover } from '../popups/hover-popover.ts';
import { parseLinktext } from '../text/link-text.ts';
import { readMetadata } from '../text/markdown-metadata.ts';
import { Notice } from '../ground/notice.ts';
import { MarkdownRenderChild, postProcess, type PostProcessorContext } from './post-processors.ts';
import { translate } from '../ground/shell-text.ts';
import { elementOf } from '../dom/windows.ts';

const markdown = new MarkdownIt({ html: true, breaks: true, linkify: false });
const TAG = /(^|\s)#([^\s!"#$%&'()*+,.:;<=>?@^`{|}~[\]\\\u2000-\u206F\u2E00-\u2E7F]+)/gu;

/** Obsidian's own inline marks inside one text node. */
function renderInline(node: Text): void {
  const text = node.data;
  const pattern = /!?\[\[([^\]|\n]+)(?:\|([^\]\n]*))?\]\]|==([^=\n]+)==|\[\^([^\]\s]+)\]/g;
  const fragment = createFragment();
  let at = 0;
  const plain = (upTo: number): void => {
    const part = text.slice(at, upTo);
    let done = 0;
    for (const match of part.matchAll(TAG)) {
      const name = match[2] ?? '';
      if (/^\d+$/.test(name)) continue;
      const start = match.index + (match[1] ?? '').length;
      // Inside a text node's middle, only a node's own start may stand for a line's start.
      if (start === 0 && node.previousSibling?.instanceOf(HTMLBRElement) === false) continue;
      fragment.appendText(part.slice(done, start));
      fragment.createEl('a', { cls: 'tag', text: `#${name}`, href: `#${name}` });
      done = start + 1 + name.length;
    }
    fragment.appendText(part.slice(done));
  };
  for (const match of text.matchAll(pattern)) {
    plain(match.index);
    at = match.index + match[0].length;
    const target = match[1];
    const note = match[4];
    if (note !== undefined) {
      const ref = fragment.createEl('sup', { cls: 'footnote-ref' });
      ref.createEl('a', { cls: 'footnote-link', text: `[${note}]`, href: `#fn-${note}` });
    } else if (target === undefined) fragment.createEl('mark', { text: match[3] ?? '' });
    else if (match[0].startsWith('!')) {
      fragment.createSpan({ cls: 'internal-embed', attr: { src: target } });
    } else {
      fragment.createEl('a', {
        cls: 'internal-link',
        text: match[2] ?? target,
        href: target,
        attr: { 'data-href': target },
      });
    }
  }
  plain(text.length);
  node.replaceWith(fragment);
}

function renderTasks(root: HTMLElement): void {
  for (const item of root.findAll('li')) {
    const holder = item.firstElementChild?.matches('p') ? item.firstElementChild : item;
    const first = holder.firstChild;
    const mark = first?.instanceOf(Text) ? /^\[(.)\]\s/.exec(first.data) : null;
    if (!mark || !first?.instanceOf(Text)) continue;
    first.data = first.data.slice(mark[0].length);
    item.addClass('task-list-item');
    item.setAttr('data-task', mark[1] ?? ' ');
    const box = createEl('input', { cls: 'task-list-item-checkbox', type: 'checkbox' });
    box.checked = mark[1] !== ' ';
    holder.prepend(box);
  }
}

function renderCallouts(root: HTMLElement): void {
  for (const quote of root.findAll('blockquote')) {
    const first = quote.querySelector('p')?.firstChild;
    const mark = first?.instanceOf(Text) ? /^\[!(\w+)\][+-]?[ \t]*([^\n]*)/.exec(first.data) : null;
    if (!mark || !first?.instanceOf(Text)) continue;
    first.data = first.data.slice(mark[0].length);
    const next = first.nextSibling;
    if (next?.instanceOf(HTMLBRElement)) next.remove();
    const kind = (mark[1] ?? '').toLowerCase();
    const callout = createDiv({ cls: 'callout', attr: { 'data-callout': kind } });
    const title = mark[2] === undefined || mark[2] === '' ? kind : mark[2];
    callout.createDiv('callout-title').createDiv({ cls: 'callout-title-inner', text: title });
    callout.createDiv('callout-content').append(...Array.from(quote.childNodes));
    quote.replaceWith(callout);
  }
}

/** HTML without anything that runs. */
export function sanitizeHTMLToDom(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const el of parsed.querySelectorAll(
    'script, style, iframe, object, embed, link, meta, base, form',
  ))
    el.remove();
  for (const el of parsed.querySelectorAll('*')) {
    for (const { name, value } of Array.from(el.attributes)) {
      if (/^on/i.test(name) || /^\s*(?:javascript|vbscript):/i.test(value))
        el.removeAttribute(name);
    }
  }
  const fragment = createFragment();
  fragment.append(...Array.from(parsed.body.childNodes, (node) => document.importNode(node, true)));
  return fragment;
}

function renderBlock(source: string, el: HTMLElement): void {
  el.append(sanitizeHTMLToDom(markdown.render(source.replace(/%%[\s\S]*?%%/g, ''))));
  renderCallouts(el);
  renderTasks(el);
  const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.instanceOf(Text) && !node.parentElement?.closest('code, pre, a')) nodes.push(node);
  }
  for (const node of nodes) renderInline(node);
  for (const link of el.findAll('a[href]:not(.internal-link, .tag)')) {
    const href = link.getAttr('href') ?? '';
    if (/^[a-z][a-z+.-]*:/i.test(href)) {
      link.addClass('external-link');
      link.setAttrs({ target: '_blank', rel: 'noopener nofollow' });
    } else {
      link.addClass('internal-link');
      link.setAttr('data-href', decodeURI(href));
    }
  }
}

/** A footnote's text stands in a list of its own, as Obsidian puts it. */
function renderFootnote(source: string, el: HTMLElement): boolean {
  const lead = /^\[\^([^\]\s]+)\]:\s*/.exec(source);
  if (!lead) return false;
  const list = el.createEl('section', 'footnotes').createEl('ol');
  renderBlock(
    source.slice(lead[0].length),
    list.createEl('li', { attr: { id: `fn-${lead[1] ?? ''}` } }),
  );
  return true;
}

const MAX_EMBEDS = 4;

/** Fills the places of embedded files; a note that embeds itself is shown a few times only. */
export async function fillEmbeds(
  el: HTMLElement,
  sourcePath: string,
  owner: Component,
): Promise<void> {
  const { app } = window;
  for (const place of el.findAll('.internal-embed')) {
    const { path, subpath } = parseLinktext(place.getAttr('src') ?? '');
    const file = app?.metadataCache.getFirstLinkpathDest(path, sourcePath);
    const create = file && app?.embedRegistry.getEmbedCreator(file);
    const depth = Number(el.closest<HTMLElement>('[data-embed-depth]')?.dataset.embedDepth ?? 0);
    if (!create || depth >= MAX_EMBEDS) continue;
    place.dataset.embedDepth = String(depth + 1);
    await owner
      .addChild(create({ containerEl: place, hasSections: true }, file, subpath))
      .loadFile();
  }
}

let lastDocument = 0;

/** What the post processors of a note are told, but for sections. */
export function contextOf(
  text: string,
  sourcePath: string,
  owner: Component,
): PostProcessorContext {
  const info = getFrontMatterInfo(text);
  let frontmatter: unknown = null;
  try {
    frontmatter = info.exists ? parseYaml(info.frontmatter) : null;
  } catch {
    // Broken YAML renders as a note without properties.
  }
  lastDocument++;
  return {
    docId: String(lastDocument),
    sourcePath,
    frontmatter,
    addChild: (child) => {
      owner.addChild(child);
    },
    getSectionInfo: () => null,
  };
}

interface RenderedSection {
  readonly el: HTMLElement;
  readonly lineStart: number;
  readonly lineEnd: number;
}

/** Block ids are not rendered: the last word of a block, and of each item of a list. */
function withoutBlockIds(source: string, type: string): string {
  if (type === 'code') return source;
  return source.replace(type === 'list' ? /[ \t]\^[\w-]+[ \t]*$/gm : /[ \t]\^[\w-]+\s*$/, '');
}

/** The text's top-level blocks, each in an element of its own, before any post processor. */
export function renderSections(text: string): RenderedSection[] {
  const sections = (readMetadata(text).sections ?? []).filter(({ type }) => type !== 'yaml');
  return sections.map(({ type, position: { start, end } }) => {
    const el = createDiv(`el-${type === 'heading' ? 'h' : 'p'}`);
    el.dataset.line = String(start.line);
    const source = withoutBlockIds(text.slice(start.offset - start.col, end.offset), type);
    if (!renderFootnote(source, el)) renderBlock(source, el);
    return { el, lineStart: start.line, lineEnd: end.line };
  });
}

/**
 * Renders a text as a plugin or an export asks for it: its blocks stand in the element itself, and the post processors
 * see it whole. Their children live as long as `owner`.
 */
async function renderMarkdown(
  text: string,
  el: HTMLElement,
  sourcePath: string,
  owner: Component,
): Promise<void> {
  for (const { el: block } of renderSections(text)) el.append(...Array.from(block.childNodes));
  const context = contextOf(text, sourcePath, owner);
  await Promise.all([fillEmbeds(el, sourcePath, owner), ...postProcess(el, context)]);
}

/** Follows internal links inside `el`. */
export function followLinks(app: AppParts, el: HTMLElement, sourcePath: () => string): void {
  el.addEventListener('click', (event) => {
    const link = elementOf(event)?.closest('a');
    if (!link) return;
    const target = link.getAttr('data-href');
    if (link.hasClass('internal-link') && target !== null) {
      event.preventDefault();
      app.workspace.openLinkText(target, sourcePath(), app.paneOf(event)).catch(reportError);
    } else if (link.hasClass('tag')) {
      event.preventDefault();
      // This host has no search; it says what Obsidian would search for.
      new Notice(`${translate('search')}: tag:${link.getText()}`);
    }
  });
}

export abstract class MarkdownRenderer extends MarkdownRenderChild {
  abstract readonly app: AppParts;
  abstract hoverPopover: HoverPopover | null;
  abstract get file(): TFile | null;

  static async render(
    _app: AppParts,
    text: string,
    el: HTMLElement,
    sourcePath: string,
    component: Component,
  ): Promise<void> {
    await renderMarkdown(text, el, sourcePath, component);
  }

  static async renderMarkdown(
    text: string,
    el: HTMLElement,
    sourcePath: string,
    component: Component,
  ): Promise<void> {
    await renderMarkdown(text, el, sourcePath, component);
  }
}

/**
 * Marks in rendered notes: every tag link that is a mark looks like a chip. The link stays Obsidian's own,
 * with its text, so that copying gives the tag and a click searches for it unless `open` is given. Marks in
 * comments, which Obsidian does not render, get such a link of their own where that is asked for and their
 * place is certain. Everything is taken back when the block goes, or the plugin.
 */
import {
  Keymap,
  MarkdownRenderChild,
  type MarkdownPostProcessorContext,
  type MarkdownSectionInformation,
} from 'obsidian';
import { readMarkAt } from '../core/model/mark-reading';
import type { MarkValue } from '../core/model/question';
import { commentMarks } from './comment-marks';
import type { EditorOptions } from './editor-options';
import { HIDDEN_TAG, removeHiddenMarks, showHiddenMarks } from './hidden-marks';

export interface ReadingOptions extends Pick<EditorOptions, 'roots' | 'look' | 'conflictTitle'> {
  /** Whether marks in comments show. */
  readonly comments: boolean;
  /** The text of the note at `path`; empty where it can't be read. */
  source(path: string): Promise<string>;
  /** What a click on a chip does; null leaves it to Obsidian, which searches for the tag. */
  readonly open: ((mark: MarkValue) => void) | null;
}

/** What Obsidian renders a note into that it prints or exports. */
const EXPORTED = '.print';

const CHIP = 'question-stance-tag-chip';

/** The post processor of rendered notes, and what it has done. `options` are asked at each block and click. */
export class RenderedMarks {
  readonly #blocks = new Set<MarkedBlock>();
  /** Sections that are shown, where marks in comments show. */
  readonly #sections = new Set<DressedSection>();
  readonly #lines = new LineCache();

  readonly #options: () => ReadingOptions;

  constructor(options: () => ReadingOptions) {
    this.#options = options;
  }

  /** Dresses the marks in a rendered block. Everything else is left as Obsidian made it. */
  dress(el: HTMLElement, context: MarkdownPostProcessorContext): Promise<void> | undefined {
    const options = this.#options();
    const section = options.comments ? context.getSectionInfo(el) : null;
    if (section) {
      const source = this.#sourceOf(section);
      const block = this.#dress(el, context, source, options);
      const dressed = { el, context, source, block };
      this.#sections.add(dressed);
      context.addChild(new Followed(el, () => this.#sections.delete(dressed)));
    } else if (options.comments && el.closest(EXPORTED)) {
      // An exported note is rendered as one, without sections; Obsidian waits for it.
      return options
        .source(context.sourcePath)
        .then((text) => void this.#dress(el, context, text, options));
    } else {
      this.#dress(el, context, '', options);
    }
    return undefined;
  }

  /**
   * Dresses those sections anew in which nothing has changed but marks in comments. Obsidian renders nothing of
   * these, keeps the section's elements, and does not ask for them again.
   */
  followComments(): void {
    const options = this.#options();
    for (const dressed of this.#sections) {
      const section = dressed.context.getSectionInfo(dressed.el);
      const source = section && this.#sourceOf(section);
      if (source === null || source === dressed.source) continue;
      const before = commentMarks(dressed.source, options.roots);
      dressed.source = source;
      if (commentMarks(source, options.roots) === before) continue;
      dressed.block?.unload();
      dressed.block = this.#dress(dressed.el, dressed.context, source, options);
    }
  }

  /**
   * Whether the marks that stand rendered in `el` are dressed, and, where the note's comments have some, any of
   * those shows. They are not where the note was rendered before there was a post processor.
   */
  hasDressed(el: HTMLElement, hasHidden: boolean): boolean {
    const { roots } = this.#options();
    if (hasHidden && !el.querySelector(`.${HIDDEN_TAG}`)) return false;
    return !el.findAll(`a.tag:not(.${CHIP})`).some((link) => markOfLink(link, roots));
  }

  /** Takes back what was done to all blocks that are still shown. */
  clear(): void {
    for (const block of [...this.#blocks]) block.unload();
    this.#sections.clear();
  }

  #sourceOf({ text, lineStart, lineEnd }: MarkdownSectionInformation): string {
    return this.#lines.slice(text, lineStart, lineEnd + 1);
  }

  /** `source` is the Markdown in which marks are hidden; empty where hidden marks do not show. */
  #dress(
    el: HTMLElement,
    context: MarkdownPostProcessorContext,
    source: string,
    options: ReadingOptions,
  ): MarkedBlock | null {
    const added = showHiddenMarks(el, source, options.roots);
    const chips = el.findAll('a.tag').filter((link) => dressLink(link, options));
    if (chips.length === 0) return null;
    markConflicts(chips, options);
    const block = new MarkedBlock(el, () => {
      this.#blocks.delete(block);
      removeHiddenMarks(added);
      for (const link of chips) undressLink(link);
    });
    block.registerDomEvent(el, 'click', (event) => this.#click(event), { capture: true });
    this.#blocks.add(block);
    context.addChild(block);
    return block;
  }

  #click(event: MouseEvent): void {
    const target = event.targetNode;
    const link = target?.instanceOf(Element) ? target.closest(`.${CHIP}`) : null;
    const { open, roots } = this.#options();
    // With a modifier, Obsidian's own search is at hand whatever the setting.
    if (!link || !open || Keymap.isModEvent(event)) return;
    const mark = readMarkAt(link.textContent, 0, roots);
    if (!mark) return;
    event.preventDefault();
    event.stopPropagation();
    open(mark);
  }
}

interface DressedSection {
  readonly el: HTMLElement;
  readonly context: MarkdownPostProcessorContext;
  /** What it was dressed by. */
  source: string;
  block: MarkedBlock | null;
}

/** Tells when the rendered block goes. */
class Followed extends MarkdownRenderChild {
  readonly #gone: () => void;

  constructor(el: HTMLElement, gone: () => void) {
    super(el);
    this.#gone = gone;
  }

  override onunload(): void {
    this.#gone();
  }
}

/** A block with marks; unloaded, it is as Obsidian rendered it. */
class MarkedBlock extends Followed {}

/** Lines of a note's text. Sections of one note come one after another, and share their reading. */
class LineCache {
  #text = '';
  #starts: readonly number[] = [0];

  /** The lines from `first` up to, not including, `end`, counted from 0. */
  slice(text: string, first: number, end: number): string {
    if (text !== this.#text) {
      this.#text = text;
      this.#starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    }
    return text.slice(this.#starts[first] ?? text.length, this.#starts[end] ?? text.length);
  }
}

/** The mark that the whole of the link is. */
function markOfLink({ textContent }: HTMLElement, roots: readonly string[]): MarkValue | null {
  const mark = readMarkAt(textContent, 0, roots);
  return mark?.to === textContent.length ? mark : null;
}

function dressLink(link: HTMLElement, { roots, look }: ReadingOptions): boolean {
  const mark = markOfLink(link, roots);
  if (!mark) return false;
  const { label, title, color } = look(mark);
  link.addClass('question-stance-chip', CHIP, `question-stance-color-${color ?? 'none'}`);
  // The style sheet shows this in place of the text.
  link.setAttribute('data-label', label);
  link.setAttribute('aria-label', title);
  return true;
}

function undressLink(link: HTMLElement): void {
  const ours = [...link.classList].filter((name) => name.startsWith('question-stance-'));
  link.removeClass(...ours);
  link.removeAttribute('data-label');
  link.removeAttribute('aria-label');
}

/** Marks that follow each other stand behind one question, and contradict each other. */
function markConflicts(chips: readonly HTMLElement[], { conflictTitle }: ReadingOptions): void {
  const contested = new Set(
    chips.flatMap((chip) => {
      let before = chip.previousSibling;
      while (before?.nodeType === Node.TEXT_NODE && before.textContent?.trim() === '') {
        before = before.previousSibling;
      }
      return before?.instanceOf(HTMLElement) && before.hasClass(CHIP) ? [before, chip] : [];
    }),
  );
  for (const chip of contested) {
    chip.addClass('is-conflict');
    chip.setAttribute('aria-label', conflictTitle(chip.getAttribute('aria-label') ?? ''));
  }
}

// The post processors of rendered Markdown: what plugins register, and how it is run.
import type { MarkdownSectionInformation } from 'obsidian';
import { Component } from '../ground/component.ts';

export interface PostProcessorContext {
  readonly docId: string;
  readonly sourcePath: string;
  readonly frontmatter: unknown;
  addChild(child: MarkdownRenderChild): void;
  getSectionInfo(el: HTMLElement): MarkdownSectionInformation | null;
}

export type CodeBlockHandler = (
  source: string,
  el: HTMLElement,
  context: PostProcessorContext,
) => unknown;

export interface PostProcessor {
  (el: HTMLElement, context: PostProcessorContext): unknown;
  sortOrder?: number;
  /** What it renders where it renders fenced blocks of one language. */
  codeBlock?: { readonly language: string; readonly handler: CodeBlockHandler };
}

export class MarkdownRenderChild extends Component {
  constructor(public containerEl: HTMLElement) {
    super();
  }
}

const processors: PostProcessor[] = [];
const followers = new Set<() => void>();

/** Calls when there are other processors of fenced blocks; answers with what ends that. */
export function followCodeBlocks(follower: () => void): () => void {
  followers.add(follower);
  return () => followers.delete(follower);
}

/** What renders fenced blocks of a language: what was registered first. */
export function codeBlockHandler(language: string): CodeBlockHandler | null {
  const found = processors.find(({ codeBlock }) => codeBlock?.language === language);
  return found?.codeBlock?.handler ?? null;
}

export const MarkdownPreviewRenderer = {
  registerPostProcessor(processor: PostProcessor, sortOrder = 0): void {
    processor.sortOrder ??= sortOrder;
    processors.push(processor);
    processors.sort((one, other) => (one.sortOrder ?? 0) - (other.sortOrder ?? 0));
    if (processor.codeBlock) for (const follower of followers) follower();
  },
  unregisterPostProcessor(processor: PostProcessor): void {
    processors.remove(processor);
    if (processor.codeBlock) for (const follower of followers) follower();
  },
  createCodeBlockPostProcessor(language: string, handler: CodeBlockHandler): PostProcessor {
    const processor: PostProcessor = (el, context) => {
      for (const code of el.findAll(`pre > code.language-${CSS.escape(language)}`)) {
        const target = createDiv(`block-language-${language}`);
        code.parentElement?.replaceWith(target);
        const work = handler(code.getText().replace(/\n$/, ''), target, context);
        if (work instanceof Promise) work.catch(reportError);
      }
    };
    processor.codeBlock = { language, handler };
    return processor;
  },
};

/** Runs all of them on `el`. Answers with what those are still at that take their time. */
export function postProcess(el: HTMLElement, context: PostProcessorContext): Promise<unknown>[] {
  const waiting: Promise<unknown>[] = [];
  for (const processor of processors) {
    try {
      const work = processor(el, context);
      if (work instanceof Promise) waiting.push(work);
    } catch (error) {
      reportError(error);
    }
  }
  return waiting;
}

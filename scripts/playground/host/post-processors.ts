// The post processors of rendered Markdown: what plugins register, and how it is run.
import type { MarkdownSectionInformation } from 'obsidian';
import { Component } from './component.ts';

export interface PostProcessorContext {
  readonly docId: string;
  readonly sourcePath: string;
  readonly frontmatter: unknown;
  addChild(child: MarkdownRenderChild): void;
  getSectionInfo(el: HTMLElement): MarkdownSectionInformation | null;
}

export interface PostProcessor {
  (el: HTMLElement, context: PostProcessorContext): unknown;
  sortOrder?: number;
}

export class MarkdownRenderChild extends Component {
  constructor(public containerEl: HTMLElement) {
    super();
  }
}

const processors: PostProcessor[] = [];

export const MarkdownPreviewRenderer = {
  registerPostProcessor(processor: PostProcessor, sortOrder = 0): void {
    processor.sortOrder ??= sortOrder;
    processors.push(processor);
    processors.sort((one, other) => (one.sortOrder ?? 0) - (other.sortOrder ?? 0));
  },
  unregisterPostProcessor(processor: PostProcessor): void {
    processors.remove(processor);
  },
  createCodeBlockPostProcessor(
    language: string,
    handler: (source: string, el: HTMLElement, context: PostProcessorContext) => unknown,
  ): PostProcessor {
    return (el, context) => {
      for (const code of el.findAll(`pre > code.language-${CSS.escape(language)}`)) {
        const target = createDiv(`block-language-${language}`);
        code.parentElement?.replaceWith(target);
        const work = handler(code.getText().replace(/\n$/, ''), target, context);
        if (work instanceof Promise) work.catch(reportError);
      }
    };
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

/**
 * Marks in comments, which Obsidian does not render, as tag links in rendered text: behind their questions
 * where the place is certain, and in the order of the source, also among marks that are rendered.
 */
import { extractQuestions } from '../core/reading/extract';
import { formatMark, sameMark } from '../core/model/mark';
import { readMarkAt } from '../core/model/mark-reading';
import type { PlacedMark } from '../core/model/question';
import { placeHiddenMarks } from './rendered-place';

/** The class of such links. */
export const HIDDEN_TAG = 'question-stance-hidden-tag';

/** Takes such links away, and joins the texts that were cut for them. */
export function removeHiddenMarks(links: readonly HTMLElement[]): void {
  for (const link of links) {
    const { parentNode } = link;
    link.remove();
    parentNode?.normalize();
  }
}

/** Puts a link where a comment of `source` hides a mark, and returns those that were put. */
export function showHiddenMarks(
  el: HTMLElement,
  source: string,
  roots: readonly string[],
): readonly HTMLElement[] {
  if (!source.includes('%%')) return [];
  const { text, nodes } = readRendered(el);
  // From the last to the first, so that cutting a text does not move the places before it.
  const places = [...placeHiddenMarks(text, extractQuestions(source, { roots }))].reverse();
  return places.flatMap(({ at, marks }) => {
    const found = nodes.find(({ from, node }) => from < at && at <= from + node.length);
    if (!found) return [];
    if (at < found.from + found.node.length) found.node.splitText(at - found.from);
    const links: HTMLElement[] = [];
    let last = outOfDressing(found.node, el);
    for (const mark of marks) {
      if (mark.style === 'tag') {
        last = tagBehind(last, el, mark, roots) ?? last;
      } else {
        const link = createTag(mark);
        last.after(link);
        last = link;
        links.push(link);
      }
    }
    return links;
  });
}

interface RenderedText {
  readonly text: string;
  readonly nodes: readonly { readonly node: Text; readonly from: number }[];
}

/** What in a block may not be taken for the words of its questions. */
const NO_PROSE = 'pre, .math, .footnote-ref, a.tag, .internal-embed';

function readRendered(el: HTMLElement): RenderedText {
  const nodes: { node: Text; from: number }[] = [];
  let text = '';
  const walker = el.doc.createTreeWalker(el, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.instanceOf(Text) || node.parentElement?.closest(NO_PROSE)) continue;
    nodes.push({ node, from: text.length });
    text += node.data;
  }
  return { text, nodes };
}

const DRESSING = 'a, b, code, del, em, i, mark, q, s, span, strong, sub, sup, u';

/** A mark stands behind what closes its question: not in a link, nor in bold, that ends where it begins. */
function outOfDressing(node: ChildNode, el: HTMLElement): ChildNode {
  const { parentElement } = node;
  const isLast = node.nextSibling === null;
  if (!isLast || !parentElement || parentElement === el) return node;
  return parentElement.matches(DRESSING) ? outOfDressing(parentElement, el) : node;
}

/** The rendered tag of `mark`, where nothing but white space is between `node` and it. */
function tagBehind(
  node: ChildNode,
  el: HTMLElement,
  mark: PlacedMark,
  roots: readonly string[],
): HTMLElement | null {
  const walker = el.doc.createTreeWalker(el);
  // The walk goes on behind what the node holds.
  walker.currentNode = deepestLast(node);
  for (let next = walker.nextNode(); next; next = walker.nextNode()) {
    if (next.instanceOf(HTMLElement)) {
      const read = next.matches('a.tag') ? readMarkAt(next.textContent, 0, roots) : null;
      return read?.root === mark.root && sameMark(read, mark) ? next : null;
    }
    if (next.textContent?.trim() !== '') return null;
  }
  return null;
}

function deepestLast(node: Node): Node {
  return node.lastChild ? deepestLast(node.lastChild) : node;
}

/** A tag link as Obsidian renders them, so that clicks on it do what clicks on tags do. */
function createTag(mark: PlacedMark): HTMLElement {
  const tag = formatMark(mark, { root: mark.root, style: 'tag' });
  return createEl('a', { cls: `tag ${HIDDEN_TAG}`, text: tag, href: tag });
}

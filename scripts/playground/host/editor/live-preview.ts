// How Markdown looks in the editor: classes for headings, quotes, code, frontmatter and tags, named
// as Obsidian names them. In live preview the marks of headings, emphasis and links are dimmed away
// on every line but the cursor's; that is all this host's live preview does.
import { syntaxTree } from '@codemirror/language';
import { RangeSetBuilder, type Extension } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';
import { editorLivePreviewField } from './editor-fields.ts';
import { getFrontMatterInfo } from '../text/frontmatter.ts';

const LINE_CLASSES: Readonly<Record<string, string>> = {
  ATXHeading1: 'HyperMD-header HyperMD-header-1',
  ATXHeading2: 'HyperMD-header HyperMD-header-2',
  ATXHeading3: 'HyperMD-header HyperMD-header-3',
  ATXHeading4: 'HyperMD-header HyperMD-header-4',
  ATXHeading5: 'HyperMD-header HyperMD-header-5',
  ATXHeading6: 'HyperMD-header HyperMD-header-6',
  Blockquote: 'HyperMD-quote',
  FencedCode: 'HyperMD-codeblock',
};

const MARK_CLASSES: Readonly<Record<string, string>> = {
  StrongEmphasis: 'cm-strong',
  Emphasis: 'cm-em',
  Strikethrough: 'cm-strikethrough',
  Link: 'cm-link',
  URL: 'cm-url',
  InlineCode: 'cm-inline-code',
  HorizontalRule: 'cm-hr',
  HeaderMark: 'cm-formatting',
  EmphasisMark: 'cm-formatting',
  StrikethroughMark: 'cm-formatting',
  CodeMark: 'cm-formatting',
  LinkMark: 'cm-formatting',
  ListMark: 'cm-formatting cm-formatting-list',
  QuoteMark: 'cm-formatting',
};

/** Marks that live preview hides where the cursor is elsewhere. */
const HIDDEN = new Set(['HeaderMark', 'EmphasisMark', 'StrikethroughMark']);
const TAG = /(^|\s)(#[^\s!"#$%&'()*+,.:;<=>?@^`{|}~[\]\\\u2000-\u206F\u2E00-\u2E7F]+)/gu;
const hashtag = Decoration.mark({ class: 'cm-hashtag' });
const comment = Decoration.mark({ class: 'cm-comment' });
const hidden = Decoration.replace({});

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly decoration: Decoration;
}

function piecesOf(view: EditorView): Piece[] {
  const { state } = view;
  const isLive = state.field(editorLivePreviewField);
  const head = state.selection.main.head;
  const cursorLine = view.hasFocus ? state.doc.lineAt(head).number : 0;
  const yamlEnd = getFrontMatterInfo(state.sliceDoc(0, 20_000)).contentStart;
  const active = state.doc.lineAt(head).from;
  const pieces: Piece[] = [
    { from: active, to: active, decoration: Decoration.line({ class: 'cm-active' }) },
  ];
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at);
      if (line.from < yamlEnd) {
        pieces.push({
          from: line.from,
          to: line.from,
          decoration: Decoration.line({ class: 'cm-hmd-frontmatter' }),
        });
      } else {
        for (const match of line.text.matchAll(TAG)) {
          const start = line.from + match.index + (match[1] ?? '').length;
          const tag = match[2] ?? '';
          if (/^#\d+$/.test(tag)) continue;
          const node = syntaxTree(state).resolveInner(start, 1);
          if (/Code|URL|HTML/.test(node.name)) continue;
          pieces.push({ from: start, to: start + tag.length, decoration: hashtag });
        }
        for (const match of line.text.matchAll(/%%.*?%%/g)) {
          const start = line.from + match.index;
          pieces.push({ from: start, to: start + match[0].length, decoration: comment });
        }
      }
      at = line.to + 1;
    }
    syntaxTree(state).iterate({
      from: Math.max(from, yamlEnd),
      to,
      enter(node) {
        if (node.from < yamlEnd) return;
        const lineClass = LINE_CLASSES[node.name];
        if (lineClass !== undefined) {
          const last = state.doc.lineAt(node.to).number;
          for (let number = state.doc.lineAt(node.from).number; number <= last; number++) {
            const start = state.doc.line(number).from;
            pieces.push({
              from: start,
              to: start,
              decoration: Decoration.line({ class: lineClass }),
            });
          }
        }
        const markClass = MARK_CLASSES[node.name];
        if (markClass !== undefined && node.to > node.from) {
          const decoration = Decoration.mark({ class: markClass });
          pieces.push({ from: node.from, to: node.to, decoration });
        }
        if (!isLive || !HIDDEN.has(node.name)) return;
        const line = state.doc.lineAt(node.from);
        if (line.number === cursorLine) return;
        const after =
          node.name === 'HeaderMark' && state.sliceDoc(node.to, node.to + 1) === ' ' ? 1 : 0;
        pieces.push({ from: node.from, to: node.to + after, decoration: hidden });
      },
    });
  }
  return pieces;
}

function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const pieces = piecesOf(view).sort(
    (one, other) => one.from - other.from || one.decoration.startSide - other.decoration.startSide,
  );
  for (const { from, to, decoration } of pieces) builder.add(from, to, decoration);
  return builder.finish();
}

const looks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate): void {
      const modeChanged =
        update.startState.field(editorLivePreviewField) !==
        update.state.field(editorLivePreviewField);
      const treeChanged = syntaxTree(update.startState) !== syntaxTree(update.state);
      if (
        update.docChanged ||
        update.viewportChanged ||
        update.selectionSet ||
        update.focusChanged ||
        modeChanged ||
        treeChanged
      ) {
        this.decorations = decorate(update.view);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

export const markdownLooks: Extension = looks;

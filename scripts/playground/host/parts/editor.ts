// Obsidian's `Editor` over a CodeMirror 6 view. Lines and columns count from 0; offsets are those of
// the editor's text, in which a line break is one character.
import * as commands from '@codemirror/commands';
import { foldAll, toggleFold, unfoldAll } from '@codemirror/language';
import { EditorSelection, type SelectionRange, type Text } from '@codemirror/state';
import { EditorView, type Command } from '@codemirror/view';
import type {
  EditorChange,
  EditorCommandName,
  EditorPosition,
  EditorRange,
  EditorRangeOrCaret,
  EditorSelection as SelectedRange,
  EditorSelectionOrCaret,
  EditorTransaction,
} from 'obsidian';

const COMMANDS: Readonly<Record<EditorCommandName, Command>> = {
  goUp: commands.cursorLineUp,
  goDown: commands.cursorLineDown,
  goLeft: commands.cursorCharLeft,
  goRight: commands.cursorCharRight,
  goStart: commands.cursorDocStart,
  goEnd: commands.cursorDocEnd,
  goWordLeft: commands.cursorGroupLeft,
  goWordRight: commands.cursorGroupRight,
  indentMore: commands.indentMore,
  indentLess: commands.indentLess,
  newlineAndIndent: commands.insertNewlineAndIndent,
  swapLineUp: commands.moveLineUp,
  swapLineDown: commands.moveLineDown,
  deleteLine: commands.deleteLine,
  toggleFold,
  foldAll,
  unfoldAll,
};

export interface ClickableToken {
  readonly type: 'tag' | 'internal-link';
  readonly text: string;
  readonly start: EditorPosition;
  readonly end: EditorPosition;
}

const CLICKABLE = [
  ['internal-link', /\[\[([^\]|\n]+)[^\]\n]*\]\]/g],
  ['tag', /(?:^|\s)(#[^\s!"#$%&'()*+,.:;<=>?@^`{|}~[\]\\]+)/g],
] as const;

function offsetIn(doc: Text, position: EditorPosition): number {
  if (position.line < 0) return 0;
  if (position.line >= doc.lines) return doc.length;
  const line = doc.line(position.line + 1);
  return line.from + Math.clamp(position.ch, 0, line.length);
}

function positionIn(doc: Text, offset: number): EditorPosition {
  const line = doc.lineAt(Math.clamp(offset, 0, doc.length));
  return { line: line.number - 1, ch: Math.clamp(offset, 0, doc.length) - line.from };
}

export class Editor {
  constructor(readonly cm: EditorView) {}

  get #doc(): Text {
    return this.cm.state.doc;
  }

  get #main(): SelectionRange {
    return this.cm.state.selection.main;
  }

  getDoc(): this {
    return this;
  }

  refresh(): void {
    this.cm.requestMeasure();
  }

  getValue(): string {
    return this.#doc.toString();
  }

  setValue(content: string): void {
    this.cm.dispatch({ changes: { from: 0, to: this.#doc.length, insert: content } });
  }

  getLine(line: number): string {
    return line >= 0 && line < this.#doc.lines ? this.#doc.line(line + 1).text : '';
  }

  setLine(line: number, text: string): void {
    this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
  }

  lineCount(): number {
    return this.#doc.lines;
  }

  lastLine(): number {
    return this.#doc.lines - 1;
  }

  getSelection(): string {
    return this.#doc.sliceString(this.#main.from, this.#main.to);
  }

  somethingSelected(): boolean {
    return this.cm.state.selection.ranges.some((range) => !range.empty);
  }

  getRange(from: EditorPosition, to: EditorPosition): string {
    return this.#doc.sliceString(this.posToOffset(from), this.posToOffset(to));
  }

  replaceSelection(replacement: string, origin?: string): void {
    this.cm.dispatch({
      ...this.cm.state.replaceSelection(replacement),
      ...(origin !== undefined && { userEvent: origin }),
    });
  }

  replaceRange(
    replacement: string,
    from: EditorPosition,
    to?: EditorPosition,
    origin?: string,
  ): void {
    const start = this.posToOffset(from);
    this.cm.dispatch({
      changes: { from: start, to: to ? this.posToOffset(to) : start, insert: replacement },
      ...(origin !== undefined && { userEvent: origin }),
    });
  }

  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
    return this.offsetToPos(this.#main[side]);
  }

  listSelections(): SelectedRange[] {
    return this.cm.state.selection.ranges.map((range) => ({
      anchor: this.offsetToPos(range.anchor),
      head: this.offsetToPos(range.head),
    }));
  }

  setCursor(position: EditorPosition | number, ch = 0): void {
    this.setSelection(typeof position === 'number' ? { line: position, ch } : position);
  }

  setSelection(anchor: EditorPosition, head: EditorPosition = anchor): void {
    this.setSelections([{ anchor, head }]);
  }

  setSelections(ranges: EditorSelectionOrCaret[], main = 0): void {
    const made = ranges.map(({ anchor, head }) =>
      EditorSelection.range(this.posToOffset(anchor), this.posToOffset(head ?? anchor)),
    );
    this.cm.dispatch({ selection: EditorSelection.create(made, main), userEvent: 'select' });
  }

  focus(): void {
    this.cm.focus();
  }

  blur(): void {
    this.cm.contentDOM.blur();
  }

  hasFocus(): boolean {
    return this.cm.hasFocus;
  }

  getScrollInfo(): { top: number; left: number } {
    const { scrollTop, scrollLeft } = this.cm.scrollDOM;
    return { top: scrollTop, left: scrollLeft };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    if (typeof x === 'number') this.cm.scrollDOM.scrollLeft = x;
    if (typeof y === 'number') this.cm.scrollDOM.scrollTop = y;
  }

  scrollIntoView(range: EditorRange, center = false): void {
    const selected = EditorSelection.range(
      this.posToOffset(range.from),
      this.posToOffset(range.to),
    );
    this.cm.dispatch({
      effects: EditorView.scrollIntoView(selected, { y: center ? 'center' : 'nearest' }),
    });
  }

  undo(): void {
    commands.undo(this.cm);
  }

  redo(): void {
    commands.redo(this.cm);
  }

  exec(command: EditorCommandName): void {
    COMMANDS[command](this.cm);
  }

  /**
   * All changes at once: one step to undo. Changes are placed in the text as it is; selections in
   * the text that comes out.
   */
  transaction(transaction: EditorTransaction, origin?: string): void {
    const { state } = this.cm;
    const changes = (transaction.changes ?? []).map((change: EditorChange) => {
      const from = this.posToOffset(change.from);
      return { from, to: change.to ? this.posToOffset(change.to) : from, insert: change.text };
    });
    if (transaction.replaceSelection !== undefined) {
      const insert = transaction.replaceSelection;
      for (const { from, to } of state.selection.ranges) changes.push({ from, to, insert });
    }
    const set = state.changes(changes);
    const after = set.apply(state.doc);
    const selections =
      transaction.selections ?? (transaction.selection ? [transaction.selection] : []);
    const ranges = selections.map(({ from, to }: EditorRangeOrCaret) =>
      EditorSelection.range(offsetIn(after, from), offsetIn(after, to ?? from)),
    );
    this.cm.dispatch({
      changes: set,
      ...(ranges.length > 0 && { selection: EditorSelection.create(ranges) }),
      ...(origin !== undefined && { userEvent: origin }),
    });
  }

  /** The tag or link at a place, as a click on it takes it; not documented, its shape read off plugins that use it. */
  getClickableTokenAt({ line, ch }: EditorPosition): ClickableToken | null {
    for (const [type, pattern] of CLICKABLE) {
      for (const { index, 0: whole, 1: text = '' } of this.getLine(line).matchAll(pattern)) {
        const [from, to] = [index + whole.indexOf(text), index + whole.indexOf(text) + text.length];
        if (from <= ch && ch <= to)
          return { type, text, start: { line, ch: from }, end: { line, ch: to } };
      }
    }
    return null;
  }

  wordAt(position: EditorPosition): EditorRange | null {
    const word = this.cm.state.wordAt(this.posToOffset(position));
    return word && { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
  }

  posToOffset(position: EditorPosition): number {
    return offsetIn(this.#doc, position);
  }

  offsetToPos(offset: number): EditorPosition {
    return positionIn(this.#doc, offset);
  }

  processLines<T>(
    read: (line: number, text: string) => T | null,
    write: (line: number, text: string, value: T | null) => EditorChange | undefined,
    ignoreEmpty = true,
  ): void {
    const lines = new Set<number>();
    for (const { from, to } of this.cm.state.selection.ranges) {
      const last = this.offsetToPos(to).line;
      for (let line = this.offsetToPos(from).line; line <= last; line++) {
        if (!ignoreEmpty || from === to || this.getLine(line).trim() !== '') lines.add(line);
      }
    }
    const values = [...lines].map((line) => ({ line, value: read(line, this.getLine(line)) }));
    const changes: EditorChange[] = [];
    for (const { line, value } of values) {
      const change = write(line, this.getLine(line), value);
      if (change) changes.push(change);
    }
    if (changes.length > 0) this.transaction({ changes });
  }
}

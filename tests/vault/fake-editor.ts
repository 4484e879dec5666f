/** Obsidian's `Editor` over CodeMirror's own state and history, without a screen. */
import { history, redo, undo } from '@codemirror/commands';
import { EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import type { EditorChange, EditorPosition, EditorTransaction } from 'obsidian';

export interface FakeEditorOptions {
  readonly readOnly?: boolean;
  /** The text of a table cell in which no change stands while the cursor is in it. */
  readonly cell?: string;
  /** Whether the cell stays as it is also once the cursor has left it. */
  readonly cellStays?: boolean;
  /** What becomes of the text once the cursor is put elsewhere. */
  readonly whenLeft?: { readonly from: number; readonly to: number; readonly insert: string };
}

export class FakeEditor {
  #state: EditorState;
  readonly #whenLeft: FakeEditorOptions['whenLeft'];
  /** The origins of the transactions so far. */
  readonly transactions: (string | undefined)[] = [];

  constructor(
    text: string,
    { readOnly = false, cell, cellStays = false, whenLeft }: FakeEditorOptions = {},
  ) {
    const refuse = EditorState.transactionFilter.of(() => []);
    const lock = EditorState.changeFilter.of(({ startState: { doc, selection } }) => {
      const at = cell === undefined ? -1 : doc.toString().indexOf(cell);
      const to = at + (cell?.length ?? 0);
      const hasCursor = at <= selection.main.head && selection.main.head <= to;
      return at !== -1 && (hasCursor || cellStays) ? [at, to] : true;
    });
    this.#whenLeft = whenLeft;
    this.#state = EditorState.create({
      doc: text,
      extensions: [history(), readOnly ? refuse : lock],
    });
  }

  /** Line ends are LF, whatever the file has. */
  getValue(): string {
    return this.#state.doc.toString();
  }

  get cursor(): number {
    return this.#state.selection.main.head;
  }

  set cursor(at: number) {
    this.#state = this.#state.update({ selection: { anchor: at } }).state;
  }

  getCursor(): EditorPosition {
    const { doc } = this.#state;
    const { number, from } = doc.lineAt(this.cursor);
    return { line: number - 1, ch: this.cursor - from };
  }

  setCursor(position: EditorPosition): void {
    this.cursor = this.#offset(position);
    if (this.#whenLeft) this.#dispatch({ changes: this.#whenLeft });
  }

  /** The user types. */
  type(at: number, text: string): void {
    this.#dispatch({ changes: { from: at, insert: text }, userEvent: 'input.type' });
  }

  transaction({ changes = [] }: EditorTransaction, origin?: string): void {
    this.transactions.push(origin);
    const annotations = origin === undefined ? [] : [Transaction.userEvent.of(origin)];
    this.#dispatch({ changes: changes.map((change) => this.#offsets(change)), annotations });
  }

  undo(): void {
    undo({ state: this.#state, dispatch: (transaction) => (this.#state = transaction.state) });
  }

  redo(): void {
    redo({ state: this.#state, dispatch: (transaction) => (this.#state = transaction.state) });
  }

  #dispatch(spec: TransactionSpec): void {
    this.#state = this.#state.update(spec).state;
  }

  #offsets({ from, to = from, text }: EditorChange) {
    return { from: this.#offset(from), to: this.#offset(to), insert: text };
  }

  #offset({ line, ch }: EditorPosition): number {
    const { from, to } = this.#state.doc.line(line + 1);
    if (from + ch > to) throw new RangeError(`no column ${ch} in line ${line}`);
    return from + ch;
  }
}

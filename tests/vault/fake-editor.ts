/** Obsidian's `Editor` over CodeMirror's own state and history, without a screen. */
import { history, redo, undo } from '@codemirror/commands';
import { EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import type { EditorChange, EditorPosition, EditorTransaction } from 'obsidian';

export class FakeEditor {
  #state: EditorState;
  /** The origins of the transactions so far. */
  readonly transactions: (string | undefined)[] = [];

  constructor(text: string, options: { readonly readOnly?: boolean } = {}) {
    const refuse = EditorState.transactionFilter.of(() => []);
    this.#state = EditorState.create({
      doc: text,
      extensions: [history(), ...(options.readOnly === true ? [refuse] : [])],
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

/** The journal's contract in memory, with a pause before each answer as a database has. */
import type { OperationLog } from '../../src/vault/writing/journal';
import type { Operation, OperationNote, OperationState } from '../../src/vault/writing/journal';

export class MemoryLog implements OperationLog {
  readonly #operations = new Map<number, Operation>();
  readonly #notes = new Map<string, OperationNote>();

  constructor(private readonly pause: (label: string) => Promise<void> = () => Promise.resolve()) {}

  async begin(task: Operation['task']): Promise<number> {
    await this.pause('begin');
    const id = Math.max(0, ...this.#operations.keys()) + 1;
    this.#operations.set(id, { id, startedAt: 0, state: 'running', task });
    return id;
  }

  async record(note: OperationNote): Promise<boolean> {
    await this.pause('record');
    this.#notes.set(`${note.operation} ${note.path}`, note);
    return true;
  }

  async discard(operation: number, path: string): Promise<void> {
    await this.pause('discard');
    this.#notes.delete(`${operation} ${path}`);
  }

  async finish(id: number): Promise<boolean> {
    await this.pause('finish');
    if (this.#notesIn(id).length === 0) {
      this.#drop(id);
      return true;
    }
    this.#set(id, 'done');
    for (const undone of this.#in('undone')) this.#drop(undone.id);
    return true;
  }

  async setState(id: number, state: OperationState): Promise<void> {
    await this.pause('state');
    this.#set(id, state);
  }

  lastDone(): Promise<Operation | null> {
    return Promise.resolve(this.#in('done').at(-1) ?? null);
  }

  firstUndone(): Promise<Operation | null> {
    return Promise.resolve(this.#in('undone')[0] ?? null);
  }

  unfinished(): Promise<readonly Operation[]> {
    return Promise.resolve(this.#in('running'));
  }

  async notesOf(id: number): Promise<readonly OperationNote[]> {
    await this.pause('notes');
    return this.#notesIn(id);
  }

  rename(from: string, to: string): void {
    for (const [key, note] of [...this.#notes]) {
      if (note.path !== from) continue;
      this.#notes.delete(key);
      this.#notes.set(`${note.operation} ${to}`, { ...note, path: to });
    }
  }

  #in(state: OperationState): readonly Operation[] {
    return [...this.#operations.values()].filter((operation) => operation.state === state);
  }

  #notesIn(id: number): readonly OperationNote[] {
    return [...this.#notes.values()].filter(({ operation }) => operation === id);
  }

  #set(id: number, state: OperationState): void {
    const operation = this.#operations.get(id);
    if (operation) this.#operations.set(id, { ...operation, state });
  }

  #drop(id: number): void {
    this.#operations.delete(id);
    for (const [key, { operation }] of this.#notes) if (operation === id) this.#notes.delete(key);
  }
}

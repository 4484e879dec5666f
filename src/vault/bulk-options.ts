/** How work on many notes tells how far it is, and how it is stopped. */
export interface BulkOptions {
  /** Told the operation's id in the journal, where one is kept. */
  readonly onBegin?: (operation: number) => void;
  /** Called after each note. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops before the next note; notes already written stay so. */
  readonly signal?: AbortSignal;
}

/** What everything that carries out operations works with. */
import type { App } from 'obsidian';
import type { OperationLog } from './journal';
import type { OperationQueue } from './operation-queue';
import type { UndoReach } from './undo-boundary';

export interface OperationParts {
  readonly app: App;
  readonly journal: OperationLog;
  readonly queue: OperationQueue;
  readonly reach: UndoReach;
}

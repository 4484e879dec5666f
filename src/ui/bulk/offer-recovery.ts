/** Offers to finish or to take back what a crash left half-done. */
import { ConfirmationModal } from 'obsidian';
import type { BulkOptions } from '../../vault/bulk-options';
import type { Interrupted } from '../../vault/writing/recovery';
import { outcomeOf } from '../../vault/writing/write-outcome';
import type { UiContext } from '../context';
import type { BulkReport } from './bulk-job';
import { nameDialog } from '../parts/dialog-name';
import { returnKeyboard } from '../parts/return-focus';
import { keepFormat } from './keep-format';
import { reportRewriting, reportWriting } from './bulk-report';
import { showProgress, runReplay } from './undo-actions';

/** To be called once the vault is there. */
export async function offerRecovery(context: UiContext): Promise<void> {
  for (const interrupted of await context.operations.recovery.interrupted()) {
    if (context.operations.stopped.aborted) return;
    const choice = await ask(context, interrupted);
    const { recovery } = context.strings.bulk;
    if (choice === 'finish') {
      showProgress(context, recovery.finish, (options) => finish(context, interrupted, options));
    } else if (choice === 'take-back') {
      showProgress(context, recovery.takeBack, (options) =>
        runReplay(
          context,
          'undo',
          (of) => context.operations.recovery.takeBack(interrupted.operation, of),
          options,
        ),
      );
    }
  }
}

function ask(
  { app, operations: { stopped }, strings }: UiContext,
  { reached, total }: Interrupted,
): Promise<'finish' | 'take-back' | 'later'> {
  const { recovery } = strings.bulk;
  return new Promise((resolve) => {
    const question = new ConfirmationModal(app);
    returnKeyboard(question);
    const closing = new AbortController();
    question.setTitle(recovery.title);
    nameDialog(question, 'question-stance-recovery-name');
    question.setContent(recovery.text(reached, total));
    question.addButton((button) =>
      button
        .setButtonText(recovery.finish)
        .setCta()
        .setInitialFocus()
        .onClick(() => resolve('finish')),
    );
    question.addButton((button) =>
      button.setButtonText(recovery.takeBack).onClick(() => resolve('take-back')),
    );
    question.addCancelButton(recovery.later);
    // Runs after the buttons' own handlers, whose answer then stands.
    question.setCloseCallback(() => {
      closing.abort();
      resolve('later');
    });
    stopped.addEventListener('abort', () => question.close(), { signal: closing.signal });
    question.open();
  });
}

async function finish(
  context: UiContext,
  { operation, total }: Interrupted,
  options: BulkOptions,
): Promise<BulkReport> {
  const { operations, strings } = context;
  const { task } = operation;
  if (task.kind === 'rewrite') await keepFormat(context, task.to);
  const outcomes = await operations.recovery.resume(operation, options);
  const written = outcomes.map(({ path, edit }) => ({ path, ...outcomeOf(edit) }));
  return task.kind === 'rewrite'
    ? reportRewriting(strings, written, total, task)
    : reportWriting(strings, written, total, strings.bulk.summary.changed);
}

/** The command «Review untagged questions»: looks for notes that have some, and opens the way through them. */
import { Notice, type TFile } from 'obsidian';
import { EventLoopYields } from '../../vault/reading/event-loop-yields';
import { TimeSlices } from '../../vault/reading/time-slices';
import { activeTaxonomy } from '../../settings/taxonomies';
import type { CommandHost } from '../app/commands';
import type { UiContext } from '../context';
import { activeNote } from '../parts/active-note';
import { closeWithPlugin } from '../parts/close-with-plugin';
import { followPath } from '../parts/follow-renames';
import { QueueFollower } from './queue-follower';
import { keptOrder } from './review-order';
import { ReviewPicker } from './review-picker';
import { ReviewQueue, untaggedOf } from './review-queue';

export function registerReview(host: CommandHost, context: UiContext): void {
  let isStarting = false;
  host.addCommand({
    id: 'review-untagged',
    name: context.strings.editor.commands.review,
    icon: 'list-checks',
    callback: () => {
      if (isStarting) return;
      isStarting = true;
      void startReview(context).finally(() => (isStarting = false));
    },
  });
}

async function startReview(context: UiContext): Promise<void> {
  const { app, index, operations, settings, strings } = context;
  const { notices } = strings.editor;
  const { root } = activeTaxonomy(settings.get());
  const yields = new EventLoopYields();
  const slices = new TimeSlices(yields.yieldToEventLoop);
  const entries = index.entries();
  const articles = [...entries].filter(({ scope }) => scope.inScope);
  const notes: FoundNote[] = [];
  // To count 200,000 questions takes half a second.
  for (const { path, questions } of articles) {
    if (slices.isOver) await slices.next();
    const untagged = slices.work(() => untaggedOf(questions.read(), root).length);
    if (untagged > 0) notes.push({ path, untagged });
  }
  if (notes.length > 0 && !operations.stopped.aborted) {
    const queue = inOrder(notes, activeNote(context)).map(({ path, untagged }) => ({
      now: followPath(app, path),
      untagged,
    }));
    const review = new ReviewQueue(queue, root, keptOrder(app));
    const picker = new ReviewPicker(context, review, slices, () => {
      follower.close();
      yields.close();
    });
    const follower = new QueueFollower(
      {
        index,
        queue: review,
        root,
        slices,
        follow: (path) => followPath(app, path),
        onNote: (note) => picker.noteChanged(note),
      },
      entries.chunks,
    );
    closeWithPlugin(context, picker);
    picker.open();
    return;
  }
  yields.close();
  const isReading = index.progress.phase === 'indexing';
  if (operations.stopped.aborted) return;
  if (notes.length === 0 && isReading) new Notice(strings.dashboard.indexing);
  else if (articles.length === 0) new Notice(notices.noArticles);
  else new Notice(notices.reviewDone);
}

/** An article with questions that are untagged. */
interface FoundNote {
  readonly path: string;
  readonly untagged: number;
}

/** By path, the note that is open first. */
function inOrder(notes: readonly FoundNote[], open: TFile | null): readonly FoundNote[] {
  const rank = ({ path }: FoundNote) => (path === open?.path ? 0 : 1);
  return [...notes].sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
}

/** Strings of what stands in the editor and in the status bar, and of the commands that walk the questions. */
import { counted, formatted, plural } from './count';

export const editor = () => ({
  untagged: 'Tag this question',
  conflict: (tag: string) => `Several tags: ${tag}`,
  status: (tagged: number, all: number) =>
    `${formatted(tagged)} / ${counted(all, 'question', 'questions')} tagged`,
  statusTip: 'Tag questions in this note',
  suggest: {
    choose: 'tag the question',
  },
  commands: {
    next: 'Go to next question',
    previous: 'Go to previous question',
    nextUntagged: 'Go to next untagged question',
    review: 'Review untagged questions',
    showOnDashboard: 'Show the tag at the cursor on the dashboard',
  },
  menu: {
    change: 'Change tag',
    dashboard: 'Show on dashboard',
  },
  review: {
    /** By how sure the likeliest stage is. */
    orders: { notes: 'In the notes’ order', surest: 'Surest first', unsure: 'Least sure first' },
    ordered: (order: string) => `Order: ${order}`,
    keys: { tag: 'tag', leave: 'leave untagged', stop: 'stop', order: 'order' },
    leave: 'Leave untagged',
    previous: 'Previous',
    goTo: 'Go to note',
    stop: 'Stop',
  },
  notices: {
    noArticles: 'No note is one of your articles yet. Settings say which notes are.',
    noMore: 'No further question in this note.',
    noUntagged: 'Every question in this note is tagged.',
    reviewDone: 'Every question of your articles is tagged.',
    reviewStopped: (left: number) =>
      `${counted(left, 'untagged question is', 'untagged questions are')} left.`,
  },
  reviewLeft: (left: number) =>
    plural(left, 'the last untagged question', `${formatted(left)} untagged questions left`),
});

/** Strings of changes to many questions: preview, progress, summary, undo and redo; and of copying without tags. */
import { counted, formatted, plural } from './count';

const notes = (count: number) => counted(count, 'note', 'notes');
const questions = (count: number) => counted(count, 'question', 'questions');
const tags = (count: number) => counted(count, 'tag', 'tags');
const changes = (count: number) => counted(count, 'tag change', 'tag changes');

export const bulk = () => ({
  commands: {
    undo: 'Undo last tagging',
    redo: 'Redo tagging',
    format: 'Change how tags are written',
    copyNote: 'Copy note without question tags',
    copySelection: 'Copy selection without question tags',
    changeLinks: 'Change links to the heading tagged last',
  },
  title: { change: 'Change tags', clear: 'Clear tags', format: 'Change how tags are written' },
  preview: {
    change: (count: number, inNotes: number) =>
      `${questions(count)} in ${notes(inNotes)} will change.`,
    tag: (count: number, inNotes: number, tag: string) =>
      `${questions(count)} in ${notes(inNotes)} will be tagged “${tag}”.`,
    skip: (count: number, inNotes: number) =>
      `${questions(count)} in ${notes(inNotes)} will be marked as not a question.`,
    clear: (count: number, inNotes: number) =>
      `${questions(count)} in ${notes(inNotes)} will lose ${plural(count, 'its tag', 'their tags')}.`,
    overwritten: (count: number, of: number) =>
      count === of
        ? `${plural(of, 'It has', 'All of them have')} another tag now, which will be replaced.`
        : `${formatted(count)} of them ${plural(count, 'has', 'have')} another tag now, which will be replaced.`,
    format: (count: number, inNotes: number) =>
      `${tags(count)} in ${notes(inNotes)} will be written differently.`,
    spared: (count: number) =>
      `${formatted(count)} of the selected questions ${plural(count, 'stays as it is', 'stay as they are')}.`,
    list: 'Notes that change',
    expandAll: 'Expand all',
    collapseAll: 'Collapse all',
    inNote: (count: number) => counted(count, 'change', 'changes'),
    becomes: 'becomes',
    start: (inNotes: number) => `Change ${notes(inNotes)}`,
  },
  running: {
    progress: (done: number, total: number) => `${formatted(done)} of ${notes(total)}`,
    stop: 'Stop',
    stopping: 'Stopping…',
    reading: 'Reading notes…',
  },
  summary: {
    changed: (count: number, inNotes: number) =>
      `Changed ${questions(count)} in ${notes(inNotes)}.`,
    one: {
      tagged: (text: string, tag: string) => `Tagged “${text}” as ${tag}.`,
      skipped: (text: string) => `Marked “${text}” as not a question.`,
      cleared: (text: string) => `Cleared the tag of “${text}”.`,
    },
    rewritten: (count: number, inNotes: number) =>
      `Wrote ${tags(count)} in ${notes(inNotes)} differently.`,
    undone: (count: number, inNotes: number) => `Undid ${changes(count)} in ${notes(inNotes)}.`,
    redone: (count: number, inNotes: number) => `Redid ${changes(count)} in ${notes(inNotes)}.`,
    nothing: 'Nothing was changed.',
    stopped: (left: number) => `Stopped; ${counted(left, 'note was', 'notes were')} not reached.`,
    unwritten: 'Left as is',
    unread: (root: string) =>
      `Tags that still begin with “#${root}/” are not read. To reach them, change how tags are written once more, with “${root}” as the first word so far.`,
    lost: (text: string) => `“${text}” has changed since.`,
    done: 'Done',
    undo: 'Undo',
  },
  andMore: (count: number) => `… and ${formatted(count)} more`,
  nothingToUndo: 'There is no tagging to undo on this device.',
  nothingToRedo: 'There is no tagging to redo on this device.',
  superseded: 'Other tags were changed since, so this was not undone.',
  unrecorded:
    'The last tagging could not be put on record on this device, so it cannot be undone here.',
  allUndone: 'That tagging was already undone.',
  allRedone: 'That tagging was already redone.',
  journalFault: (reason: string) =>
    `Undo for tagging is not available at the moment; tagging works as before. (${reason})`,
  recovery: {
    title: 'A change was interrupted',
    text: (reached: number, total: number) =>
      `Tags were being changed in ${notes(total)} when that was cut short; ${formatted(reached)} had been reached. No note is half-written.`,
    finish: 'Finish',
    takeBack: 'Take back',
    later: 'Decide later',
  },
  format: {
    text: 'Rewrites the tags that stand in your notes, and writes new ones the same way from now on.',
    style: 'Style',
    root: 'First word of the tag',
    where: 'Where',
    wholeVault: 'Whole vault',
    articles: 'My articles',
    oldRoot: 'First word so far',
    oldRootDesc: 'Another word, if your notes hold tags from an earlier setting.',
    left: 'Tags outside your articles keep the old word and will no longer be read.',
    same: 'That is how tags are written already.',
    none: 'No note holds a tag to rewrite. New tags will be written this way.',
    preview: 'Preview',
    button: 'Rewrite…',
    setting: 'Rewrite existing tags',
    settingDesc: 'Changes style or first word in the notes themselves, with a preview and undo.',
  },
  resolve: {
    keep: (tag: string) => `Keep tag “${tag}”`,
    keepFirst: 'Keep first tag',
  },
  copied: {
    note: (name: string) => `Copied “${name}” without question tags.`,
    selection: 'Copied the selection without question tags.',
    failed: (reason: string) => `The text could not be copied: ${reason}`,
  },
});

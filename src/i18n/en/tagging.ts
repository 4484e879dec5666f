/** Strings of the tag modal, the stance picker, the commands and their notices. */
import { counted, formatted, plural } from './count';

export const tagging = () => ({
  commands: {
    tagNote: 'Tag questions in this note',
    setAskers: 'Set who asks in this note',
    tagAtCursor: 'Tag question at cursor',
    tagSelection: 'Tag selection as question',
    clearAtCursor: 'Clear tag at cursor',
    makeArticle: 'Make this note an article',
    openQuery: 'Open saved query …',
    openDashboard: 'Open dashboard',
  },
  summary: (note: string, listed: number, tagged: number) =>
    `${note} · ${counted(listed, 'question', 'questions')}, ${formatted(tagged)} tagged`,
  list: 'Questions of this note',
  filter: 'Filter questions…',
  clearFilter: 'Clear filter',
  show: {
    embedded: (count: number) => `Embedded (${formatted(count)})`,
    unmarked: (count: number) => `Without a question mark (${formatted(count)})`,
    skipped: (count: number) => `Not questions (${formatted(count)})`,
  },
  kinds: { embedded: 'embedded', unmarked: 'no question mark', skipped: 'not a question' },
  selectBelow: 'Select all below',
  chosen: (count: number, tag: string) =>
    `${counted(count, 'question', 'questions')}: ${tag}, not written yet`,
  becomes: (before: string, after: string) => `${before}, will become ${after}`,
  tags: (tags: string) => `Several tags: ${tags}`,
  choose: 'Choose a tag',
  forOne: 'For this question',
  forMany: (count: number) =>
    plural(count, 'For the selected question', `For ${formatted(count)} selected questions`),
  stagesOf: (stance: string) => `Stages of ${stance}`,
  clear: 'Clear tag',
  write: (count: number) => `Write ${counted(count, 'change', 'changes')}`,
  undo: 'Undo choice',
  redo: 'Redo choice',
  hints: {
    move: 'move',
    extend: 'extend',
    select: 'select',
    widen: 'select group',
    propose: 'suggestions',
    answer: 'accept, reject',
    skip: 'not a question',
    clear: 'clear',
    untagged: 'next untagged',
    filter: 'filter',
    undo: 'undo',
    askedBy: 'asked by',
    open: 'go to note',
  },
  suggest: {
    /** For screen readers: a row's proposals, each with its key. */
    proposed: (proposals: string, why: string) => `Suggested: ${proposals}. ${why}`,
    betweenProposals: '; ',
    proposal: (key: string, stage: string, likely: string) => `${key}, ${stage}, ${likely}`,
    likely: {
      sure: 'very likely',
      probable: 'likely',
      possible: 'possible',
      faint: 'less likely',
    },
    accept: 'Accept',
    reject: 'Reject suggestion',
    rejected: (stage: string) => `Not suggested any more: ${stage}`,
    acceptAll: (count: number) =>
      plural(count, 'Accept the suggestion', `Accept all ${formatted(count)} suggestions`),
    offer: (count: number, reasons: string) =>
      `${counted(count, 'suggestion', 'suggestions')}: ${reasons}.`,
    back: 'Back',
    reasons: {
      same: (count: number) =>
        counted(count, 'same or similar question', 'same or similar questions'),
      label: (count: number, name: string) => `${formatted(count)} as under “${name}”`,
      section: (count: number, name: string) =>
        `${formatted(count)} as below the heading “${name}”`,
      asker: (count: number, name: string) => `${formatted(count)} as asked by ${name}`,
      before: (count: number) => `${formatted(count)} by the stage before`,
      wording: (count: number) => `${formatted(count)} by the wording`,
      own: (count: number) => `${formatted(count)} by the words of your tagged questions`,
      others: (count: number) => counted(count, 'other', 'others'),
    },
  },
  empty: {
    title: 'No questions in this note',
    help: 'A question ends in ? or ？. To tag a sentence without one, select it in the note and run “Tag selection as question”.',
    hidden: 'The ones found here are hidden; show them with the buttons above.',
    noMatch: (filter: string) => `No question matches “${filter}”`,
  },
  unwritten: {
    title: 'Not written:',
    gone: 'no longer in the note',
    ambiguous: 'stands in the note more than once',
    unread: 'a tag would not be read there',
    disturbs: 'a tag there would change how something else reads',
  },
  leave: {
    title: 'Leave without writing?',
    text: (count: number) =>
      `${counted(count, 'chosen tag has', 'chosen tags have')} not been written.`,
    discard: 'Discard',
    stay: 'Keep tagging',
    pluginGone: (count: number) =>
      `The plugin was switched off or updated: ${counted(count, 'chosen tag has', 'chosen tags have')} not been written.`,
  },
  picker: {
    placeholder: 'Choose a stance and stage…',
    nothing: 'No stance or stage matches.',
    current: 'current tag',
  },
  notices: {
    tagged: (tag: string) => `Tagged: ${tag}`,
    skipped: 'Marked as not a question.',
    cleared: 'Tag cleared.',
    unchanged: 'Nothing to change: it has that tag already.',
    wrote: (count: number) =>
      `Changed the ${plural(count, 'tag', 'tags')} of ${counted(count, 'question', 'questions')}.`,
    gone: (text: string) => `Not written: “${text}” is no longer in the note.`,
    ambiguous: (text: string) =>
      `Not written: “${text}” stands in the note more than once. Tag it at the cursor instead.`,
    unread: (text: string) =>
      `Not written: behind “${text}” a tag would not be read. Of the questions in one link only the last can have one.`,
    disturbs: (text: string) =>
      `Not written: a tag behind “${text}” would change how something else in the note reads.`,
    andMore: (count: number) => `… and ${formatted(count)} more.`,
    unreadable: (note: string, reason: string) => `“${note}” could not be read: ${reason}`,
    noNote: 'Open a note first.',
    noQuestionHere: 'No question at the cursor or before it.',
    nothingToClear: (text: string) => `“${text}” has no tag.`,
    selection: {
      changed: 'The selected text has changed since; nothing was written.',
      empty: 'Select the sentence to tag first.',
      'not-prose': 'This selection cannot be tagged: no sentence stands there.',
      unread:
        'This can’t be tagged: a tag would not be read there. Of the questions in one link only the last can have one.',
      disturbs:
        'This can’t be tagged: a tag there would change how something else in the note reads.',
    },
  },
  askers: {
    title: (note: string) => `Who asks in “${note}”`,
    help: (property: string) =>
      `Below a heading that holds one of these names, whole or in part, that person asks; where there is one name only, everywhere in the note. Speakers ask what they say. The names become the note’s property “${property}”.`,
    nobody: 'Nobody',
    other: 'Another name',
    add: 'Add',
    write: 'Write',
    menu: 'Asked by …',
    inSection: (heading: string, counts: string) => `Below “${heading}”: ${counts}.`,
    notHeld:
      'No ticked name stands in this heading or one above it. To make one ask here, write the name into the heading too.',
    written: (note: string) => `Wrote who asks in “${note}”.`,
    changed: (note: string) =>
      `Who asks in “${note}” has been changed meanwhile; nothing was written.`,
    unwritable: (note: string) =>
      `The properties of “${note}” are written in a way that can’t be added to; nothing was written.`,
  },
  strays: {
    found: (count: number) =>
      `${counted(count, 'tag belongs', 'tags belong')} to no question, as in a link’s text`,
    /** Where they are; `hasMore` where these are not all of the lines. */
    where: (found: string, lines: string, hasMore: boolean) =>
      `${found}: ${lines}${hasMore ? '…' : ''}`,
    clear: 'Clear',
    cleared: (count: number) =>
      `Cleared ${counted(count, 'tag', 'tags')} that belonged to no question.`,
    left: (count: number) =>
      `${counted(count, 'tag stays', 'tags stay')}: something else in the note would read differently otherwise.`,
  },
  links: {
    lead: (count: number) =>
      `${counted(count, 'link leads', 'links lead')} to headings whose text this changes.`,
    follow: 'Change the links too, in other notes as well',
    left: (count: number) =>
      `${counted(count, 'link leads', 'links lead')} to a heading by its old text, and nowhere now.`,
    bySetting: 'A setting changes such links too.',
    changeNow: 'Change links, from now on too',
    overtaken: 'The heading or other tags were changed since, so the links were left alone.',
    changed: (links: number, notes: number) =>
      `Changed ${counted(links, 'link', 'links')} to the heading too, in ${counted(notes, 'other note', 'other notes')}.`,
    undoAlone: (undo: string) =>
      `The editor’s own undo takes back its note alone; “${undo}” takes back all of it.`,
  },
  failures: {
    missing: (note: string, _detail: string) => `“${note}” is not there any more.`,
    'read-only': (note: string, _detail: string) => `“${note}” is read-only; nothing was written.`,
    frontmatter: (note: string, _detail: string) =>
      `The properties of “${note}” can’t be read; check them in source mode.`,
    'conflicted-copy': (note: string, _detail: string) =>
      `“${note}” is a conflicted copy and was left as it is.`,
    'not-written': (note: string, _detail: string) =>
      `“${note}” did not take the change; nothing was written.`,
    'partly-written': (note: string, _detail: string) =>
      `“${note}” took only part of the change; run it again, or undo it.`,
    'not-saved': (note: string, detail: string) =>
      `“${note}” is changed in its editor, but could not be saved: ${detail}`,
    failed: (note: string, detail: string) => `“${note}” could not be written: ${detail}`,
  },
});

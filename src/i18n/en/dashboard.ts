/** Strings of the dashboard part. */
import { counted, formatted, plural } from './count';

export const dashboard = () => ({
  title: 'Question dashboard',
  hoverSource: 'Question Stance',
  number: formatted,

  notesToShow: 'Notes to show',
  choiceArticles: 'My articles',
  choiceNote: 'This note',
  choiceVault: 'Whole vault',

  view: 'View',
  views: {
    list: 'List',
    compare: 'Compare',
    transitions: 'Transitions',
    timeline: 'Timeline',
    matrix: 'Matrix',
    path: 'Paths',
    table: 'Table',
  },
  shownParts: 'What to show',
  parts: { header: 'Totals and matrix', count: 'Number of questions', path: 'Path of stages' },
  /** The heading over a query in words; and what holds several of its parts together. */
  explanation: 'What is asked',
  explain: 'Explain what is asked',
  stopExplaining: 'Close the explanation',
  shownPart: 'Shown',
  hiddenPart: 'Hidden',
  anyOf: 'any of these',
  allOf: 'all of these',
  fitsAll: 'In all',

  totalNotes: (count: number): string => plural(count, 'note', 'notes'),
  totalQuestions: (count: number): string => plural(count, 'question', 'questions'),
  totalTagged: 'tagged',
  totalUntagged: 'untagged',
  strays: (count: number): string =>
    plural(count, 'tag without a question', 'tags without a question'),
  straysIn: (note: string, count: number): string => `${note} (${formatted(count)})`,

  matrix: 'Questions by stance and stage',
  matrixHint: 'Click to filter; hold Shift to add',
  cell: (name: string, count: number) => `${name}: ${counted(count, 'question', 'questions')}`,
  showQuestions: (count: number) => `Show ${counted(count, 'question', 'questions')}`,
  noStage: 'no stage',
  otherTags: 'Other tags',

  search: 'Search questions…',
  clearSearch: 'Clear search',
  filter: 'Filter',
  carryOut: (instructions: string) => `Enter: ${instructions}`,
  firstOnly: (count: number) => `First ${formatted(count)} only`,
  firstOfEach: (count: number) => `First ${formatted(count)} of each group`,
  savedQueries: 'Saved queries',
  saveView: 'Save this view …',
  editSaved: 'Edit saved queries',
  filterPlaceholder: 'Filter by stance, label, note…',
  filterNothing: 'Nothing to filter by.',
  removeFilter: (name: string) => `Remove filter: ${name}`,
  clearAll: 'Clear all',
  /** What questions are found, grouped and sorted by, and the columns of files are called. */
  fields: {
    stance: 'Stance',
    stage: 'Stage',
    label: 'Label',
    speaker: 'Speaker',
    is: 'Tag',
    note: 'Note',
    folder: 'Folder',
    asker: 'Asker',
    section: 'Section',
    kind: 'Kind',
    has: 'Has',
    missing: 'Lacks',
    lacks: 'Never asked by them',
    after: 'After',
    path: 'Path',
    tag: 'Note tag',
    prop: 'Property',
    date: 'Date',
    text: 'Text',
    line: 'Line',
    month: 'Month',
    quarter: 'Quarter',
    year: 'Year',
    coverage: 'Coverage',
  },
  /** What the field `after` finds within a note, a section, or all that one asker asks in a note. */
  afterWithin: {
    note: (stage: string) => stage,
    section: (stage: string) => `${stage}, in the same section`,
    run: (stage: string) => `${stage}, by the same asker`,
  },
  /** What the field `kind` has for values. */
  kindNames: {
    body: 'in a sentence',
    heading: 'in a heading',
    quoted: 'quoted',
    embedded: 'embedded',
    unmarked: 'no question mark',
  },
  not: (term: string) => `not ${term}`,
  term: (field: string, value: string) => `${field}: ${value}`,
  textTerm: (text: string) => `“${text}”`,
  tagged: 'Tagged',
  dateProperty: 'Date property',
  vaultRoot: 'Top level of the vault',

  by: (field: string) => `By${` ${field}`.toLowerCase()}`,
  groupedBy: (field: string) => `Grouped${` by ${field}`.toLowerCase()}`,
  sortedBy: (field: string) => `Sorted${` by ${field}`.toLowerCase()}`,
  thenBy: (field: string) => `Then${` by ${field}`.toLowerCase()}`,
  ungrouped: 'Not grouped',
  /** A group within a group. */
  groupingWithin: (outer: string, inner: string) => `${outer} › ${inner}`,
  thenByMore: 'Then by…',
  thenNothing: 'Nothing more',
  reverse: 'Reverse',
  unsorted: 'Not sorted',
  preparing: 'Preparing…',
  noSection: 'Above every heading',
  noSpeaker: 'No speaker',
  noAsker: 'No asker',
  noDate: 'No date',
  noLabel: 'No label',
  collapseAll: 'Collapse all groups',
  expandAll: 'Expand all groups',
  collapse: 'Collapse',
  expand: 'Expand',

  list: 'Questions',
  selectGroup: 'Select all questions of this group',
  changeTag: (tag: string) => `Change tag: ${tag}`,
  rejected: (tag: string) => `“${tag}” will not be suggested for this question again.`,
  stageAsked: (stage: string, count: number) =>
    `${stage}: ${counted(count, 'question', 'questions')}`,
  /** In front of the names of stages. */
  missing: 'missing:',
  stageMissing: (stage: string) => `${stage}: missing`,
  stagePath: (asked: number, total: number) =>
    `${formatted(asked)} of ${counted(total, 'stage', 'stages')} asked`,
  noteStagePath: (note: string, asked: string) => `${note}: ${asked}`,
  checkbox: (name: string, note: string) => `Property “${name}” of “${note}”`,
  ticked: {
    article: (note: string) => `“${note}” is now one of your articles.`,
    noArticle: (note: string) =>
      `“${note}” is no longer one of your articles. Its questions are still under “Whole vault”.`,
    tagMissing: (note: string, tag: string) =>
      `“${note}” is not an article yet: it still lacks the tag ${tag}.`,
  },

  selected: (count: number) => `${formatted(count)} selected`,
  tag: 'Tag…',
  clearTag: 'Clear tag',
  notAQuestion: 'Not a question',
  unselect: 'Clear selection',
  refusal: {
    gone: (text: string) => `“${text}” is no longer in its note.`,
    ambiguous: (text: string) => `“${text}” stands in its note more than once.`,
    unread: (text: string) =>
      `Behind “${text}” a tag would not be read; of the questions in one link only the last can have one.`,
    disturbs: (text: string) =>
      `A tag behind “${text}” would change how something else in its note reads.`,
  },

  open: 'Open',
  openTab: 'Open in new tab',
  openSplit: 'Open to the right',
  openWindow: 'Open in new window',
  filterBy: (name: string) => `Show only ${name}`,
  copyLink: 'Copy link',
  copyText: 'Copy question',
  copyOutline: (count: number) => `Copy ${counted(count, 'question', 'questions')} as Markdown`,
  outlineCopied: (count: number) => `Copied ${counted(count, 'question', 'questions')}.`,

  indexing: 'Reading notes…',
  indexed: (done: number, total: number) => `${formatted(done)} of ${formatted(total)}`,
  stopped: 'Reading was stopped',
  stopReading: 'Stop',
  resumeReading: 'Go on',
  noArticles: 'No articles yet',
  noArticlesRule: {
    both: (tag: string, checkbox: string) =>
      `A note is an article when it has the tag ${tag} and its property “${checkbox}” is ticked.`,
    bothUnticked: (tag: string, checkbox: string) =>
      `A note is an article when it has the tag ${tag} and its property “${checkbox}” is not ticked.`,
    tag: (tag: string) => `A note is an article when it has the tag ${tag}.`,
    checkbox: (checkbox: string) =>
      `A note is an article when its property “${checkbox}” is ticked.`,
    checkboxUnticked: (checkbox: string) =>
      `A note is an article when its property “${checkbox}” is not ticked.`,
    vault: 'Every note in this vault is an article, but there are none yet.',
  },
  tagOr: ' or ',
  notesTagOnly: (count: number) =>
    `${counted(count, 'note has', 'notes have')} the tag, but not the right checkbox.`,
  notesCheckboxOnly: (count: number) =>
    `${counted(count, 'note has', 'notes have')} the right checkbox, but not the tag.`,
  notesNeither: (count: number) => `${counted(count, 'note has', 'notes have')} neither.`,
  /** Beside a note that lacks no more than that. */
  tickIt: (name: string) => `Tick “${name}”`,
  untickIt: (name: string) => `Untick “${name}”`,
  makeArticle: 'Make it an article',
  openSettings: 'Change what counts as an article',
  showVault: 'Look at the whole vault',
  tagThisNote: (note: string) => `Tag the questions in “${note}”`,
  noQuestions: 'No questions here',
  noQuestionsArticles: 'None of your articles asks anything yet.',
  noQuestionsNote: (note: string) => `“${note}” asks nothing yet.`,
  noQuestionsVault: 'No note in this vault asks anything yet.',
  noMatch: 'No question fits this filter',
  noMatchHint: (count: number) =>
    `${counted(count, 'question is', 'questions are')} hidden by the filter.`,
  clearFilter: 'Clear filter',
  noNote: 'No note is open',
  noNoteHint: 'Open a note, and its questions will show here.',
});

/** What `fields` has names for. */
export type FieldName = keyof ReturnType<typeof dashboard>['fields'];

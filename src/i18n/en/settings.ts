/** Strings of the settings tab, and of notices about settings. */
export const settings = () => ({
  scope: {
    heading: 'Your articles',
    mode: 'Which notes are your articles',
    modeDesc:
      'The dashboard looks at these first. Tagging works in any note, and a tag in another note still counts.',
    modes: { rule: 'By tag and checkbox', vault: 'Every note in the vault' },
    tags: 'Tags',
    tagsDesc:
      'Any one of these in a note’s properties, or a tag nested below it. Separate several with commas; leave empty to ask for none.',
    wantCheckbox: 'Ask for a checkbox property',
    wantCheckboxDesc: 'A note then counts only when its checkbox stands as wanted.',
    checkbox: 'Checkbox property',
    checkboxDesc: 'The name as it stands in the note’s properties, spaces included.',
    checkboxEmpty: 'Give the property’s name, or turn the checkbox off above.',
    checkboxValue: 'Wanted',
    ticked: 'Ticked',
    notTicked: 'Not ticked',
    tagsInvalid: (tag: string) =>
      /\s/.test(tag)
        ? `“${tag}” is not a tag: a tag has no spaces. Separate several tags with commas.`
        : `“${tag}” is not a tag.`,
  },
  marks: {
    heading: 'How tags are written',
    root: 'First word of the tag',
    rootDesc:
      'Tags are read under this word only. Notes tagged under another word keep their tags, but the plugin no longer sees them.',
    rootInvalid: 'Use letters, digits, - or _; no spaces or slashes, not digits alone.',
    style: 'Style',
    styleDesc: 'Both styles are always read; this one is written from now on.',
    styles: {
      tag: 'Tag, seen while reading',
      comment: 'Tag in a comment, hidden while reading',
    },
    followLinks: 'Change links to a tagged heading',
    followLinksDesc:
      'A tag changes a heading’s text, and links by that text lead nowhere. Turned on, they are changed with it, in other notes too, and changed back when the tagging is undone.',
    example: 'Example',
    exampleQuestion: 'Why does it need so much data?',
  },
  taxonomy: {
    heading: 'Stances and stages',
    label: 'Name',
    color: 'Colour',
    stages: 'Stages, in order',
    asks: 'What the stages ask',
    asksHint: 'What a question of this stage asks',
    stems: 'Stems',
    stemsDesc: 'One a line, nine at most. Two low lines (__) are a gap to fill.',
    stemsHint: 'Empty: the original stems',
    order: 'Order',
    orderDesc:
      'The first line is the stance’s place among the stances, the others are its stages’.',
    place: (place: string) => `Place ${place}`,
    labelHint: 'Empty: the original name',
    id: (id: string) => `Written as ${id}`,
    stanceTaken: 'Another stance has this name already.',
    stageTaken: 'Another stage of this stance has this name already.',
    stance: 'The stance',
    firstStage: 'Its first stage',
    addStance: 'Add a stance',
    addStage: 'Add a stage',
    word: 'Word in the tag',
    wordDesc: 'It stands in notes from then on, and does not change with the name.',
    wordFaults: {
      invalid: 'Begin with a small letter; then small letters, digits, - or _.',
      taken: 'This word is taken.',
    },
    tag: 'Written as',
    add: 'Add',
    cancel: 'Cancel',
    removeTitle: (name: string) => `Remove “${name}”?`,
    remove: 'Remove',
    tagsStay:
      'No note is changed. Tags that stand in notes stay there, and are shown by their words from then on.',
    restore: 'Restore the original stances',
    restoreDesc: 'With their stages, names and colours.',
    restoreTitle: 'Restore the original stances and stages?',
    colors: {
      red: 'Red',
      orange: 'Orange',
      yellow: 'Yellow',
      green: 'Green',
      cyan: 'Cyan',
      blue: 'Blue',
      purple: 'Purple',
      pink: 'Pink',
    },
  },
  queries: {
    heading: 'Saved queries',
    none: 'None yet. Save a view on the dashboard, or add one here.',
    called: (name: string) => `Saved query “${name}”`,
    add: 'Add a query',
    edit: (name: string) => `Edit “${name}”`,
    name: 'Name',
    nameTaken: 'Another query has this name already.',
    text: 'Query',
    textDesc:
      'Filter words in any line; instructions such as “group by asker” in one of their own.',
    save: 'Save',
    cancel: 'Cancel',
    removeTitle: (name: string) => `Delete “${name}”?`,
    remove: 'Delete',
    removeDesc: 'No note is changed. Queries that name it will say that it is missing.',
    place: 'Place',
    choose: 'Choose a saved query…',
  },
  lists: {
    heading: 'What the lists show',
    embedded: 'Embedded questions',
    embeddedDesc: 'Reported questions, and those in parentheses or carried on by a comma.',
    unmarked: 'Questions without a question mark',
    unmarkedDesc: 'Headings and sentences that ask by their words alone. Some will be wrong.',
    excluded: 'Excluded files stay out',
    excludedDesc:
      'Notes that Obsidian’s “Excluded files” name are neither listed nor counted; under “This note”, each still is.',
    dateProperties: 'Properties with a note’s day',
    datePropertiesDesc:
      'The first of these that says a day is the note’s, in any case of letters. Separate several with commas. A note with none has the day on which its file was created.',
    askersProperty: 'Property with a note’s askers',
    askersPropertyDesc:
      'One name or a list of names. A speaker asks what they say; below a heading that holds one of the names, whole or in part, that person asks.',
  },
  editor: {
    heading: 'In the editor and the reading view',
    sign: 'Sign on untagged questions',
    signDesc: 'A small ring behind the question; click it to tag.',
    signs: { off: 'None', hover: 'Under the pointer or cursor', always: 'Always' },
    trigger: 'Keys that offer tags',
    triggerDesc:
      'Type them right behind a question to choose a tag for it. Empty: only the beginning of the tag itself does.',
    triggerInvalid: 'Up to eight characters, without spaces.',
    readingClick: 'A click on a tag in the reading view',
    readingClickDesc: 'With a modifier key, it searches the vault either way.',
    readingClicks: {
      dashboard: 'Shows its questions on the dashboard',
      search: 'Searches the vault',
    },
    readingComments: 'Show tags in comments while reading',
    readingCommentsDesc: 'Otherwise a tag in a comment leaves no trace in the reading view.',
  },
  faults: {
    unreadable:
      'The settings file could not be read. Default settings are in use; the file stays as it is until you change a setting.',
    newer:
      'The settings were saved by a newer version. What this version knows is in use; the file stays as it is until you change a setting.',
    'not-settings':
      'The settings file holds no settings. Defaults are in use; the file stays as it is until you change a setting.',
    faulty: (parts: string) =>
      `Not all of these settings could be read; defaults stand in for the rest: ${parts}. The file stays as it is until you change a setting.`,
    'changed-unreadable':
      'The settings file was changed, and not all of it could be read. What could not be read stays as it was.',
    overruled: (lines: string) =>
      `These settings were changed on another device too. What you chose here is kept; there it was:\n${lines}`,
    there: (name: string, value: string) => `${name}: ${value}`,
    thereGone: 'removed',
    thereOrder: 'another order',
    thereOn: 'on',
    thereOff: 'off',
    thereNone: 'none',
    /** A setting of a stance or stage. */
    thereOf: (name: string, setting: string) => `${name}, ${setting}`,
    thereAsks: 'What it asks',
    saveFailed: (reason: string) => `The settings could not be saved: ${reason}`,
  },
});

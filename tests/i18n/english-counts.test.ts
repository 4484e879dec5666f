/** Every English string with a count, at none, one and two: the type fails where a string has no line here. */
import { describe, expect, it } from 'vitest';
import { stringsFor, type Strings } from '../../src/i18n';

/** The paths of the strings that are told a number. */
type CountedPath<T> = {
  [K in keyof T & string]: T[K] extends string
    ? never
    : T[K] extends (...args: infer Args) => string
      ? number extends Args[number]
        ? K
        : never
      : `${K}.${CountedPath<T[K]>}`;
}[keyof T & string];

/** Told a number that is no count of things: the word beside it never changes. */
type PlainNumber =
  | 'common.line'
  | 'compare.share'
  | 'dashboard.number'
  | 'query.line'
  | `suggest.settings.${'proposed' | 'right'}`
  | `timeline.${'count' | 'month' | 'monthTick' | 'part' | 'quarter'}`;

type Said = readonly [say: (n: number) => string, none: string, one: string, two: string];

const {
  bases,
  block,
  common,
  compare,
  tagging,
  dashboard,
  bulk,
  editor,
  learning,
  outside,
  saving,
  suggest,
  timeline,
  transitions,
} = stringsFor('en');

const SAID: { readonly [path in Exclude<CountedPath<Strings>, PlainNumber>]: Said } = {
  'learning.found': [
    (n) => learning.found(n, n),
    '0 questions in 0 notes, one of each',
    '1 question in 1 note, one of each',
    '2 questions in 2 notes, one of each',
  ],
  'learning.missingCount': [
    learning.missingCount,
    '0 stages missing',
    '1 stage missing',
    '2 stages missing',
  ],
  'learning.stage': [
    (n) => learning.stage('Limits', n),
    'Limits: missing',
    'Limits: 1 question',
    'Limits: 2 questions',
  ],
  'suggest.why.shared': [
    (n) => suggest.why.shared(n, 9, 'under “Key”', 'in this note', 'Limits'),
    '0 of 9 under “Key” in this note were Limits',
    '1 of 9 under “Key” in this note was Limits',
    '2 of 9 under “Key” in this note were Limits',
  ],
  'suggest.why.after': [
    (n) => suggest.why.after(n, 9, 'Definition', 'Limits'),
    '0 of 9 after Definition were Limits',
    '1 of 9 after Definition was Limits',
    '2 of 9 after Definition were Limits',
  ],
  'suggest.why.afterInGroup': [
    (n) => suggest.why.afterInGroup(n, 9, 'Definition', 'Limits'),
    'Right after Definition: 0 of 9 were Limits',
    'Right after Definition: 1 of 9 was Limits',
    'Right after Definition: 2 of 9 were Limits',
  ],
  'suggest.why.same': [
    (n) => suggest.why.same(n, 9, 'Limits'),
    'The same question elsewhere: 0 of 9 were Limits',
    'The same question elsewhere: 1 of 9 was Limits',
    'The same question elsewhere: 2 of 9 were Limits',
  ],
  'suggest.why.like': [
    (n) => suggest.why.like('Why?', n, 9, 'Limits'),
    'Like “Why?”: 0 of 9 were Limits',
    'Like “Why?”: 1 of 9 was Limits',
    'Like “Why?”: 2 of 9 were Limits',
  ],
  'suggest.settings.forgetText': [
    (n) => suggest.settings.forgetText(n, n),
    'The numbers of 0 sources and 0 rejected suggestions go, on this device. Notes and tags stay as they are.',
    'The numbers of 1 source and 1 rejected suggestion go, on this device. Notes and tags stay as they are.',
    'The numbers of 2 sources and 2 rejected suggestions go, on this device. Notes and tags stay as they are.',
  ],
  'suggest.why.own': [
    suggest.why.own,
    'The words of your 0 tagged questions',
    'The words of your 1 tagged question',
    'The words of your 2 tagged questions',
  ],
  'saving.shown': [saving.shown, 'Shown (0)', 'Shown (1)', 'Shown (2)'],
  'saving.selected': [saving.selected, 'Selected (0)', 'Selected (1)', 'Selected (2)'],
  'saving.chosen': [(n) => saving.chosen(n, 9), '0 of 9', '1 of 9', '2 of 9'],
  'saving.saved': [
    (n) => saving.saved(n, 'a.csv'),
    'Saved 0 questions as “a.csv”.',
    'Saved 1 question as “a.csv”.',
    'Saved 2 questions as “a.csv”.',
  ],
  'saving.copied': [
    saving.copied,
    'Copied 0 questions.',
    'Copied 1 question.',
    'Copied 2 questions.',
  ],
  'outside.wouldTag': [
    outside.wouldTag,
    '0 questions would be changed. Add “write” to do it.',
    '1 question would be changed. Add “write” to do it.',
    '2 questions would be changed. Add “write” to do it.',
  ],
  'outside.tagged': [
    outside.tagged,
    '0 questions changed.',
    '1 question changed.',
    '2 questions changed.',
  ],
  'transitions.ofSteps': [
    (n) => transitions.ofSteps(n, n),
    '0 of the 0 steps from there',
    '1 of the 1 step from there',
    '2 of the 2 steps from there',
  ],
  'transitions.sum': [
    (n) => transitions.sum(n, n),
    '0 tagged questions: 0 steps.',
    '1 tagged question: 1 step.',
    '2 tagged questions: 2 steps.',
  ],
  'transitions.begins': [
    transitions.begins,
    'Before 0 nothing was asked there.',
    'Before 1 nothing was asked there.',
    'Before 2 nothing was asked there.',
  ],
  'transitions.nobody': [
    transitions.nobody,
    '0 questions are nobody’s, and in no run.',
    '1 question is nobody’s, and in no run.',
    '2 questions are nobody’s, and in no run.',
  ],
  'transitions.others': [
    transitions.others,
    'Not counted: 0 questions with a tag of no stage, or right after one.',
    'Not counted: 1 question with a tag of no stage, or right after one.',
    'Not counted: 2 questions with a tag of no stage, or right after one.',
  ],
  'transitions.judged': [
    transitions.judged,
    'What can be judged comes first: ▲ and ▼ stand only where 0 or more are expected; «few» means fewer.',
    'What can be judged comes first: ▲ and ▼ stand only where 1 or more are expected; «few» means fewer.',
    'What can be judged comes first: ▲ and ▼ stand only where 2 or more are expected; «few» means fewer.',
  ],
  'transitions.shown': [
    (n) => transitions.shown(n, n, n, n),
    'The map shows 0 of 0 pairs, 0 of 0 steps; the table has all.',
    'The map shows 1 of 1 pair, 1 of 1 step; the table has all.',
    'The map shows 2 of 2 pairs, 2 of 2 steps; the table has all.',
  ],
  'timeline.bucket': [
    (n) => timeline.bucket('2025', n),
    '2025: 0 questions',
    '2025: 1 question',
    '2025: 2 questions',
  ],
  'timeline.byFile': [
    timeline.byFile,
    '0 questions have only the day of the file',
    '1 question has only the day of the file',
    '2 questions have only the day of the file',
  ],
  'timeline.figures': [
    (n) => timeline.figures('50%', n, 4),
    '50% (0 of 4)',
    '50% (1 of 4)',
    '50% (2 of 4)',
  ],
  'timeline.few': [
    timeline.few,
    'fewer than 0, too few to read',
    'fewer than 1, too few to read',
    'fewer than 2, too few to read',
  ],
  'timeline.fewToCompare': [
    timeline.fewToCompare,
    'Fewer than 0 questions say little.',
    'Fewer than 1 question says little.',
    'Fewer than 2 questions say little.',
  ],
  'timeline.total': [timeline.total, '0 questions.', '1 question.', '2 questions.'],
  'timeline.inAll': [
    timeline.inAll,
    '0 questions in all',
    '1 question in all',
    '2 questions in all',
  ],
  'compare.cell': [
    (n) => compare.cell('5%', n),
    '5% of 0 questions',
    '5% of 1 question',
    '5% of 2 questions',
  ],
  'compare.expected': [
    compare.expected,
    'If all asked alike: about 0',
    'If all asked alike: about 1',
    'If all asked alike: about 2',
  ],
  'compare.scaleOfCount': [
    compare.scaleOfCount,
    'Questions, 0 to 0',
    'Questions, 0 to 1',
    'Questions, 0 to 2',
  ],
  'compare.fromFive': [
    compare.fromFive,
    'marked where 0 or more would be expected',
    'marked where 1 or more would be expected',
    'marked where 2 or more would be expected',
  ],
  'compare.others': [
    compare.others,
    '0 questions have tags of no stage, and no place here',
    '1 question has a tag of no stage, and no place here',
    '2 questions have tags of no stage, and no place here',
  ],
  'saving.moreProperties': [saving.moreProperties, 'and 0 more', 'and 1 more', 'and 2 more'],
  'common.andMore': [common.andMore, 'and 0 more', 'and 1 more', 'and 2 more'],
  'common.questions': [common.questions, '0 questions', '1 question', '2 questions'],
  'tagging.summary': [
    (n) => tagging.summary('A', n, n),
    'A · 0 questions, 0 tagged',
    'A · 1 question, 1 tagged',
    'A · 2 questions, 2 tagged',
  ],
  'tagging.show.embedded': [tagging.show.embedded, 'Embedded (0)', 'Embedded (1)', 'Embedded (2)'],
  'tagging.show.unmarked': [
    tagging.show.unmarked,
    'Without a question mark (0)',
    'Without a question mark (1)',
    'Without a question mark (2)',
  ],
  'tagging.show.skipped': [
    tagging.show.skipped,
    'Not questions (0)',
    'Not questions (1)',
    'Not questions (2)',
  ],
  'tagging.forMany': [
    tagging.forMany,
    'For 0 selected questions',
    'For the selected question',
    'For 2 selected questions',
  ],
  'tagging.chosen': [
    (n) => tagging.chosen(n, 'Limits'),
    '0 questions: Limits, not written yet',
    '1 question: Limits, not written yet',
    '2 questions: Limits, not written yet',
  ],
  'tagging.write': [tagging.write, 'Write 0 changes', 'Write 1 change', 'Write 2 changes'],
  'tagging.leave.text': [
    tagging.leave.text,
    '0 chosen tags have not been written.',
    '1 chosen tag has not been written.',
    '2 chosen tags have not been written.',
  ],
  'tagging.leave.pluginGone': [
    tagging.leave.pluginGone,
    'The plugin was switched off or updated: 0 chosen tags have not been written.',
    'The plugin was switched off or updated: 1 chosen tag has not been written.',
    'The plugin was switched off or updated: 2 chosen tags have not been written.',
  ],
  'tagging.suggest.acceptAll': [
    tagging.suggest.acceptAll,
    'Accept all 0 suggestions',
    'Accept the suggestion',
    'Accept all 2 suggestions',
  ],
  'tagging.suggest.offer': [
    (n) => tagging.suggest.offer(n, 'A'),
    '0 suggestions: A.',
    '1 suggestion: A.',
    '2 suggestions: A.',
  ],
  'tagging.suggest.reasons.same': [
    tagging.suggest.reasons.same,
    '0 same or similar questions',
    '1 same or similar question',
    '2 same or similar questions',
  ],
  'tagging.suggest.reasons.label': [
    (n) => tagging.suggest.reasons.label(n, 'A'),
    '0 as under “A”',
    '1 as under “A”',
    '2 as under “A”',
  ],
  'tagging.suggest.reasons.section': [
    (n) => tagging.suggest.reasons.section(n, 'A'),
    '0 as below the heading “A”',
    '1 as below the heading “A”',
    '2 as below the heading “A”',
  ],
  'tagging.suggest.reasons.asker': [
    (n) => tagging.suggest.reasons.asker(n, 'A'),
    '0 as asked by A',
    '1 as asked by A',
    '2 as asked by A',
  ],
  'tagging.suggest.reasons.before': [
    tagging.suggest.reasons.before,
    '0 by the stage before',
    '1 by the stage before',
    '2 by the stage before',
  ],
  'tagging.suggest.reasons.wording': [
    tagging.suggest.reasons.wording,
    '0 by the wording',
    '1 by the wording',
    '2 by the wording',
  ],
  'tagging.suggest.reasons.own': [
    tagging.suggest.reasons.own,
    '0 by the words of your tagged questions',
    '1 by the words of your tagged questions',
    '2 by the words of your tagged questions',
  ],
  'tagging.suggest.reasons.others': [
    tagging.suggest.reasons.others,
    '0 others',
    '1 other',
    '2 others',
  ],
  'tagging.strays.found': [
    tagging.strays.found,
    '0 tags belong to no question, as in a link’s text',
    '1 tag belongs to no question, as in a link’s text',
    '2 tags belong to no question, as in a link’s text',
  ],
  'tagging.strays.cleared': [
    tagging.strays.cleared,
    'Cleared 0 tags that belonged to no question.',
    'Cleared 1 tag that belonged to no question.',
    'Cleared 2 tags that belonged to no question.',
  ],
  'tagging.strays.left': [
    tagging.strays.left,
    '0 tags stay: something else in the note would read differently otherwise.',
    '1 tag stays: something else in the note would read differently otherwise.',
    '2 tags stay: something else in the note would read differently otherwise.',
  ],
  'tagging.links.lead': [
    tagging.links.lead,
    '0 links lead to headings whose text this changes.',
    '1 link leads to headings whose text this changes.',
    '2 links lead to headings whose text this changes.',
  ],
  'tagging.links.left': [
    tagging.links.left,
    '0 links lead to a heading by its old text, and nowhere now.',
    '1 link leads to a heading by its old text, and nowhere now.',
    '2 links lead to a heading by its old text, and nowhere now.',
  ],
  'tagging.links.changed': [
    (n) => tagging.links.changed(n, n),
    'Changed 0 links to the heading too, in 0 other notes.',
    'Changed 1 link to the heading too, in 1 other note.',
    'Changed 2 links to the heading too, in 2 other notes.',
  ],
  'tagging.notices.wrote': [
    tagging.notices.wrote,
    'Changed the tags of 0 questions.',
    'Changed the tag of 1 question.',
    'Changed the tags of 2 questions.',
  ],
  'tagging.notices.andMore': [
    tagging.notices.andMore,
    '… and 0 more.',
    '… and 1 more.',
    '… and 2 more.',
  ],
  'dashboard.strays': [
    dashboard.strays,
    'tags without a question',
    'tag without a question',
    'tags without a question',
  ],
  'dashboard.firstOnly': [dashboard.firstOnly, 'First 0 only', 'First 1 only', 'First 2 only'],
  'dashboard.firstOfEach': [
    dashboard.firstOfEach,
    'First 0 of each group',
    'First 1 of each group',
    'First 2 of each group',
  ],
  'dashboard.straysIn': [(n) => dashboard.straysIn('A', n), 'A (0)', 'A (1)', 'A (2)'],
  'dashboard.totalNotes': [dashboard.totalNotes, 'notes', 'note', 'notes'],
  'dashboard.totalQuestions': [dashboard.totalQuestions, 'questions', 'question', 'questions'],
  'dashboard.cell': [
    (n) => dashboard.cell('Limits', n),
    'Limits: 0 questions',
    'Limits: 1 question',
    'Limits: 2 questions',
  ],
  'dashboard.stageAsked': [
    (n) => dashboard.stageAsked('Limits', n),
    'Limits: 0 questions',
    'Limits: 1 question',
    'Limits: 2 questions',
  ],
  'dashboard.stagePath': [
    (n) => dashboard.stagePath(n, n),
    '0 of 0 stages asked',
    '1 of 1 stage asked',
    '2 of 2 stages asked',
  ],
  'dashboard.selected': [dashboard.selected, '0 selected', '1 selected', '2 selected'],
  'dashboard.showQuestions': [
    dashboard.showQuestions,
    'Show 0 questions',
    'Show 1 question',
    'Show 2 questions',
  ],
  'dashboard.copyOutline': [
    dashboard.copyOutline,
    'Copy 0 questions as Markdown',
    'Copy 1 question as Markdown',
    'Copy 2 questions as Markdown',
  ],
  'dashboard.outlineCopied': [
    dashboard.outlineCopied,
    'Copied 0 questions.',
    'Copied 1 question.',
    'Copied 2 questions.',
  ],
  'dashboard.indexed': [(n) => dashboard.indexed(n, n), '0 of 0', '1 of 1', '2 of 2'],
  'dashboard.notesTagOnly': [
    dashboard.notesTagOnly,
    '0 notes have the tag, but not the right checkbox.',
    '1 note has the tag, but not the right checkbox.',
    '2 notes have the tag, but not the right checkbox.',
  ],
  'dashboard.notesCheckboxOnly': [
    dashboard.notesCheckboxOnly,
    '0 notes have the right checkbox, but not the tag.',
    '1 note has the right checkbox, but not the tag.',
    '2 notes have the right checkbox, but not the tag.',
  ],
  'dashboard.notesNeither': [
    dashboard.notesNeither,
    '0 notes have neither.',
    '1 note has neither.',
    '2 notes have neither.',
  ],
  'dashboard.noMatchHint': [
    dashboard.noMatchHint,
    '0 questions are hidden by the filter.',
    '1 question is hidden by the filter.',
    '2 questions are hidden by the filter.',
  ],
  'bases.nothing': [
    bases.nothing,
    'None of its 0 notes asks anything yet.',
    'Its one note asks nothing yet.',
    'None of its 2 notes asks anything yet.',
  ],
  'bulk.preview.change': [
    (n) => bulk.preview.change(n, n),
    '0 questions in 0 notes will change.',
    '1 question in 1 note will change.',
    '2 questions in 2 notes will change.',
  ],
  'bulk.preview.tag': [
    (n) => bulk.preview.tag(n, n, 'Limits'),
    '0 questions in 0 notes will be tagged “Limits”.',
    '1 question in 1 note will be tagged “Limits”.',
    '2 questions in 2 notes will be tagged “Limits”.',
  ],
  'bulk.preview.skip': [
    (n) => bulk.preview.skip(n, n),
    '0 questions in 0 notes will be marked as not a question.',
    '1 question in 1 note will be marked as not a question.',
    '2 questions in 2 notes will be marked as not a question.',
  ],
  'bulk.preview.clear': [
    (n) => bulk.preview.clear(n, n),
    '0 questions in 0 notes will lose their tags.',
    '1 question in 1 note will lose its tag.',
    '2 questions in 2 notes will lose their tags.',
  ],
  'bulk.preview.overwritten': [
    (n) => bulk.preview.overwritten(n, 3),
    '0 of them have another tag now, which will be replaced.',
    '1 of them has another tag now, which will be replaced.',
    '2 of them have another tag now, which will be replaced.',
  ],
  'bulk.preview.format': [
    (n) => bulk.preview.format(n, n),
    '0 tags in 0 notes will be written differently.',
    '1 tag in 1 note will be written differently.',
    '2 tags in 2 notes will be written differently.',
  ],
  'bulk.preview.spared': [
    bulk.preview.spared,
    '0 of the selected questions stay as they are.',
    '1 of the selected questions stays as it is.',
    '2 of the selected questions stay as they are.',
  ],
  'bulk.preview.inNote': [bulk.preview.inNote, '0 changes', '1 change', '2 changes'],
  'bulk.preview.start': [bulk.preview.start, 'Change 0 notes', 'Change 1 note', 'Change 2 notes'],
  'bulk.running.progress': [
    (n) => bulk.running.progress(n, n),
    '0 of 0 notes',
    '1 of 1 note',
    '2 of 2 notes',
  ],
  'bulk.summary.changed': [
    (n) => bulk.summary.changed(n, n),
    'Changed 0 questions in 0 notes.',
    'Changed 1 question in 1 note.',
    'Changed 2 questions in 2 notes.',
  ],
  'bulk.summary.rewritten': [
    (n) => bulk.summary.rewritten(n, n),
    'Wrote 0 tags in 0 notes differently.',
    'Wrote 1 tag in 1 note differently.',
    'Wrote 2 tags in 2 notes differently.',
  ],
  'bulk.summary.undone': [
    (n) => bulk.summary.undone(n, n),
    'Undid 0 tag changes in 0 notes.',
    'Undid 1 tag change in 1 note.',
    'Undid 2 tag changes in 2 notes.',
  ],
  'bulk.summary.redone': [
    (n) => bulk.summary.redone(n, n),
    'Redid 0 tag changes in 0 notes.',
    'Redid 1 tag change in 1 note.',
    'Redid 2 tag changes in 2 notes.',
  ],
  'bulk.summary.stopped': [
    bulk.summary.stopped,
    'Stopped; 0 notes were not reached.',
    'Stopped; 1 note was not reached.',
    'Stopped; 2 notes were not reached.',
  ],
  'block.more': [
    block.more,
    '0 more questions on the dashboard',
    '1 more question on the dashboard',
    '2 more questions on the dashboard',
  ],
  'bulk.andMore': [bulk.andMore, '… and 0 more', '… and 1 more', '… and 2 more'],
  'bulk.recovery.text': [
    (n) => bulk.recovery.text(0, n),
    'Tags were being changed in 0 notes when that was cut short; 0 had been reached. No note is half-written.',
    'Tags were being changed in 1 note when that was cut short; 0 had been reached. No note is half-written.',
    'Tags were being changed in 2 notes when that was cut short; 0 had been reached. No note is half-written.',
  ],
  'editor.status': [
    (n) => editor.status(0, n),
    '0 / 0 questions tagged',
    '0 / 1 question tagged',
    '0 / 2 questions tagged',
  ],
  'editor.notices.reviewStopped': [
    editor.notices.reviewStopped,
    '0 untagged questions are left.',
    '1 untagged question is left.',
    '2 untagged questions are left.',
  ],
  'editor.reviewLeft': [
    editor.reviewLeft,
    '0 untagged questions left',
    'the last untagged question',
    '2 untagged questions left',
  ],
};

describe('an English string with a count', () => {
  it.each(Object.entries(SAID))('%s agrees with none, one and two', (_path, [say, ...said]) => {
    expect([0, 1, 2].map(say)).toEqual(said);
  });

  it('says “it” of a single question whose tag is replaced', () => {
    expect(bulk.preview.overwritten(1, 1)).toBe('It has another tag now, which will be replaced.');
    expect(bulk.preview.overwritten(2, 2)).toBe(
      'All of them have another tag now, which will be replaced.',
    );
  });

  it('parts long numbers', () => {
    expect(tagging.forMany(1200)).toBe('For 1,200 selected questions');
  });
});

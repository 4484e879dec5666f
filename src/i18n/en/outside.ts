/** Strings of the app's command line, of links into the plugin, and of what other plugins are told. */
import { counted } from './count';

export const outside = () => ({
  error: 'Error',
  values: { query: 'words', path: 'path', name: 'name' },
  commands: {
    counts: 'Counts questions: how many there are, fit, are tagged',
    list: 'Lists the questions that fit a query',
    matrix: 'Counts the questions of each stage',
    explain: 'Says what each part of a query finds alone, between all questions and those that fit',
    tag: 'Tags the questions that fit; says what it would do unless “write” is there',
  },
  flags: {
    query: 'Words and instructions as in the dashboard’s search; \\n between lines',
    scope: 'Which notes are looked at; articles unless it is said',
    path: 'One note, by its path',
    file: 'One note, as links name it',
    format: 'How it is written; tsv unless it is said',
    total: 'Only how many fit',
    mark: 'The tag to give, without its first word',
    line: 'Only the questions that begin in this line',
    write: 'Write the tags; one undo takes them back',
  },
  tagWhat: 'Say which questions: query=, path= or file=.',
  wouldTag: (count: number) =>
    `${counted(count, 'question', 'questions')} would be changed. Add “write” to do it.`,
  tagged: (count: number) => `${counted(count, 'question', 'questions')} changed.`,
  unknownMark: (mark: string) => `There is no stage “${mark}”.`,
  didYouMean: (mark: string) => `Did you mean “${mark}”?`,
  noFormat: (formats: string) => `Formats are ${formats}.`,
  noNote: (path: string) => `There is no note “${path}”.`,
  noCommand: (command: string) => `A link can’t do “${command}”.`,
  longLink: 'The link is too long.',
});

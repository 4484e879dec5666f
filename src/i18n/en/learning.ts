/** Strings of learning to ask: how others asked, and what a note does not ask yet. */
import { counted } from './count';

export const learning = () => ({
  commands: { others: 'How others asked a stage …', missing: 'Ask what is missing' },
  others: 'How others asked this',
  othersHint: 'O: how others asked this',
  othersOf: (stage: string) => `How others asked: ${stage}`,
  pickStage: 'Choose a stage…',
  search: 'Search these questions…',
  nobody: 'No other note asks this yet.',
  found: (questions: number, notes: number) =>
    `${counted(questions, 'question', 'questions')} in ${counted(notes, 'note', 'notes')}, one of each`,
  noAsker: 'no asker',
  keys: {
    open: 'open',
    close: 'close',
    others: 'how others asked',
    write: 'write',
    stem: 'choose a stem',
    example: 'open example',
    next: 'next stage',
  },
  noNote: 'Open a note to see what it does not ask yet.',
  allAsked: 'This note asks every stage.',
  stages: 'The note’s stages',
  stage: (stage: string, count: number) =>
    count > 0 ? `${stage}: ${counted(count, 'question', 'questions')}` : `${stage}: missing`,
  missing: 'missing',
  missingCount: (count: number) => `${counted(count, 'stage', 'stages')} missing`,
  examples: 'How others asked',
  seeAll: 'See all',
  stems: 'Start from here',
  noStems: 'This stage has no stems. You can write some in the settings.',
  choices: (stage: string) => `Examples and stems: ${stage}`,
  gap: 'gap',
  write: 'Write at the cursor',
  preview: 'Preview: Enter writes it, Escape drops it, one undo takes it back.',
  notEditing: 'Open this note for editing to write in it.',
  notHere:
    'A question can’t be written at the cursor: it would not be read there, or something else would read otherwise.',
});

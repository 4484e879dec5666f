/** Strings that several parts show. */
import { counted } from './count';

export const common = () => ({
  untagged: 'Untagged',
  skip: 'Not a question',
  conflict: 'Several tags',
  noStage: 'No stage',
  cancel: 'Cancel',
  close: 'Close',
  line: (line: number) => `line ${line}`,
  questions: (count: number) => counted(count, 'question', 'questions'),
});

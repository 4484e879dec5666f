/** Strings that several parts show. */
import { counted, formatted } from './count';

export const common = () => ({
  untagged: 'Untagged',
  begun: (tag: string) => `${tag}, with a gap to fill`,
  /** As screen readers say a chip that only suggests. */
  suggested: (tag: string) => `suggested: ${tag}`,
  skip: 'Not a question',
  conflict: 'Several tags',
  noStage: 'No stage',
  cancel: 'Cancel',
  close: 'Close',
  line: (line: number) => `line ${line}`,
  questions: (count: number) => counted(count, 'question', 'questions'),
  /** Between things that stand in a line one after the other. */
  listed: ', ',
  andMore: (count: number) => `and ${formatted(count)} more`,
});

/** Strings that several parts show. */
export const common = {
  untagged: 'Untagged',
  skip: 'Not a question',
  conflict: 'Several tags',
  noStage: 'No stage',
  cancel: 'Cancel',
  close: 'Close',
  line: (line: number) => `line ${line}`,
  questions: (count: number) => (count === 1 ? '1 question' : `${count} questions`),
};

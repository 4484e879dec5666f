/** The values of the field `after`: `stance/stage`, and within what the question before is looked for. */

/** A note, a section of it, or all that one asker asks in it. */
export const WITHINS = ['note', 'section', 'run'] as const;
export type Within = (typeof WITHINS)[number];

export interface AfterValue {
  /** `stance/stage`, as it is written. */
  readonly stage: string;
  readonly within: Within;
}

export function readAfter(value: string): AfterValue {
  const [, stage = value, named = ''] = /^(.*\S)\s+within\s+(\w+)\s*$/i.exec(value) ?? [];
  const within = WITHINS.find((each) => each === named.toLowerCase());
  return within ? { stage, within } : { stage: value, within: 'note' };
}

/** A note goes without saying. */
export function formatAfter({ stage, within }: AfterValue): string {
  return within === 'note' ? stage : `${stage} within ${within}`;
}

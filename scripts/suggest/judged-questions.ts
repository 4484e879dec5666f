/** Questions judged by stage, as JSON Lines: what the model of wordings is taught and measured with. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { CLASSES, type StageClass } from '../../src/core/suggest/wording/stage-classes';

const stage = v.picklist(CLASSES);
const name = v.nullish(v.string());

const judged = v.object({
  doc: v.union([v.number(), v.string()]),
  lang: v.string(),
  text: v.string(),
  before: v.nullish(v.string(), ''),
  after: v.nullish(v.string(), ''),
  speaker: name,
  label: name,
  stage,
  /** A second stage that a reasonable reader could choose. */
  alt: v.nullish(stage),
});

export interface JudgedQuestion extends v.InferOutput<typeof judged> {
  readonly stage: StageClass;
}

/** Throws where a line can't be read, and says which. */
export function readJudged(file: string): readonly JudgedQuestion[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [read(line, `${file}:${at + 1}`)]));
}

function read(line: string, place: string): JudgedQuestion {
  const result = v.safeParse(judged, JSON.parse(line));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${place}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
}

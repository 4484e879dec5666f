/** What a change of marks will do and has done, as sentences that name the tag, and the question where it is one. */
import type { MarkChange } from '../../core/marks/change';
import { sameMark } from '../../core/model/mark';
import { marksUnder, SKIP } from '../../core/model/question';
import { markPath } from '../parts/stance-chip';
import type { Wording } from '../parts/wording';
import { shortText } from '../notices/short-text';

/** What the questions will have, and how many tags go for it. */
export function changeSentences(
  { taxonomy, language, strings }: Wording,
  changes: readonly MarkChange[],
  notes: number,
): readonly string[] {
  const { preview } = strings.bulk;
  const count = changes.length;
  const [first] = changes;
  if (!first || !changes.every(({ value }) => sameMark(value, first.value))) {
    return [preview.change(count, notes)];
  }
  const { value } = first;
  if (value === null) return [preview.clear(count, notes)];
  const tag = markPath(value, taxonomy, language, strings);
  const overwritten = changes.filter(
    ({ question }) => marksUnder(question, taxonomy.root).length > 0,
  );
  return [
    value.stance === SKIP ? preview.skip(count, notes) : preview.tag(count, notes, tag),
    ...(overwritten.length > 0 ? [preview.overwritten(overwritten.length, count)] : []),
  ];
}

/** What was done, by the number of questions and notes; a single question is named. */
export function doneSentence(
  { taxonomy, language, strings }: Wording,
  changes: readonly MarkChange[],
): (count: number, notes: number) => string {
  const { changed, one } = strings.bulk.summary;
  const [only, second] = changes;
  if (!only || second) return changed;
  const text = shortText(only.question.text);
  const { value } = only;
  if (value === null) return () => one.cleared(text);
  if (value.stance === SKIP) return () => one.skipped(text);
  const tag = markPath(value, taxonomy, language, strings);
  return () => one.tagged(text, tag);
}

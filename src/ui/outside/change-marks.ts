/**
 * Marks that are asked for from outside the interface: each question is looked up in its note as it is now, and what
 * can be written goes through the journal. Nothing is thrown for what stands in the way: it is told in the words that
 * notices have.
 */
import type { TFile } from 'obsidian';
import type { TagChange, TagReport } from '../../api';
import type { MarkChange } from '../../core/marks/change';
import { type MarkValue, type Question, SKIP } from '../../core/model/question';
import { tagPath } from '../../core/model/stage-key';
import { findStage, findStance, type Taxonomy } from '../../core/model/taxonomy';
import { noteName } from '../../core/query';
import { activeTaxonomy } from '../../settings/taxonomies';
import type { UiContext } from '../context';
import { failureLine } from '../notices/failure-line';
import type { VaultQuery } from './vault-query';

/** Whether the taxonomy has the mark: a stance, a stage of it, or «not a question». */
export function knowsMark(taxonomy: Taxonomy, { stance, stage }: MarkValue): boolean {
  if (stance === SKIP) return stage === null;
  const found = findStance(taxonomy, stance);
  return found !== null && (stage === null || findStage(found, stage) !== null);
}

/** Rejects only where the plugin is switched off meanwhile. */
export async function changeMarks(
  context: UiContext,
  queries: VaultQuery,
  changes: readonly TagChange[],
): Promise<TagReport> {
  const refused: TagReport['refused'][number][] = [];
  const refuse = (change: TagChange, reason: string) => refused.push({ ...change, reason });
  const planned = new Map<TFile, Map<Question, TagChange>>();
  for (const path of new Set(changes.map((change) => change.path))) {
    const asked = changes.filter((change) => change.path === path);
    const file = context.app.vault.getFileByPath(path);
    if (file) planned.set(file, await findQuestions(context, queries, file, asked, refuse));
    else for (const change of asked) refuse(change, failureOf(context, path, 'missing'));
  }
  const notes = Array.from(planned, ([file, found]) => ({
    file,
    changes: Array.from(found, ([question, { mark }]): MarkChange => ({ question, value: mark })),
  }));
  if (notes.length === 0) return { written: 0, refused };
  const outcomes = await context.writer.writeAll(notes);
  let written = 0;
  for (const [at, { file }] of notes.entries()) {
    const found = planned.get(file);
    const outcome = outcomes[at];
    const askedFor = (question: Question): TagChange | undefined => found?.get(question);
    const { failure = null } = outcome ?? {};
    written += outcome?.written ?? 0;
    if (!outcome || failure) {
      const code = failure?.code ?? 'not-written';
      const reason = failureOf(context, file.path, code, failure?.detail);
      for (const change of found?.values() ?? []) refuse(change, reason);
      continue;
    }
    for (const { change, code } of outcome.refused) {
      const asked = askedFor(change.question);
      const { refusal } = context.strings.dashboard;
      if (asked) refuse(asked, refusal[code](change.question.text));
    }
  }
  return { written, refused };
}

type Refuse = (change: TagChange, reason: string) => void;

/** The questions of a note that are meant, each with the last that is asked of it. */
async function findQuestions(
  context: UiContext,
  queries: VaultQuery,
  file: TFile,
  asked: readonly TagChange[],
  refuse: Refuse,
): Promise<Map<Question, TagChange>> {
  const { settings, strings } = context;
  const { gone } = strings.dashboard.refusal;
  const taxonomy = activeTaxonomy(settings.get());
  const questions = (await queries.entryOf(file)).questions.all();
  const found = new Map<Question, TagChange>();
  for (const change of asked) {
    const { mark, start, text } = change;
    const question = questions.find((each) => each.start === start && each.text === text);
    const unknown = mark && !knowsMark(taxonomy, mark);
    if (unknown) refuse(change, strings.outside.unknownMark(tagPath(mark)));
    else if (question) found.set(question, change);
    else refuse(change, gone(text));
  }
  return found;
}

function failureOf(
  { strings }: UiContext,
  path: string,
  code: Parameters<typeof failureLine>[2]['code'],
  detail = path,
): string {
  return failureLine(strings, noteName(path), { code, detail });
}

/**
 * Writes into notes as one operation, with the links to their headings where these are followed: first the notes with
 * the headings, then the others that links stand in.
 */
import type { TFile } from 'obsidian';
import type { BulkOptions } from '../bulk-options';
import { FollowedLinks, type PlannedText } from './followed-links';
import type { HeadingLinks } from './heading-links';
import type { PlannedNote, Task } from './journal';
import type { Operations } from './operations';
import { NO_MARKS, noteTaskOf, type NoteTask } from './task-plan';
import { outcomeOf, type NoteOutcome } from './write-outcome';
import type { ChangePlan } from '../../core/marks/change';

/** The links that are to be changed in a note, where there are any. */
export type LinksIn = (path: string) => Pick<PlannedNote, 'links'>;

/** What is set out to be done in the notes at some paths. */
export type TaskOf = (paths: readonly string[], linksIn: LinksIn) => Task;

/** Among more notes than one, copies that a sync set aside are left alone. */
export const SEVERAL = 2;

/** Outcomes are in the order of `texts`, those before a stop only; `links` is null where none are followed. */
export async function writeLinked(
  operations: Pick<Operations, 'run'>,
  links: HeadingLinks | null,
  texts: readonly PlannedText[],
  taskOf: TaskOf,
  options: BulkOptions,
): Promise<readonly NoteOutcome[]> {
  const following = links && (await FollowedLinks.find(links, texts));
  const asked = new Set(texts.map(({ file }) => file.path));
  const others = following?.sourcesBeside(asked) ?? [];
  const task = taskOf([...asked, ...others], (path) => {
    const changes = following?.linksIn(path) ?? [];
    return changes.length > 0 ? { links: changes } : {};
  });
  const tasks = [
    ...texts.map(({ file, plan }) => followedTask(following, file, texts.length, plan)),
    ...others.flatMap((path) => {
      const file = links?.fileAt(path);
      if (!file) return [];
      return [{ ...followedTask(following, file, SEVERAL, () => NO_MARKS), onlyOnRecord: true }];
    }),
  ];
  let operation: number | null = null;
  const onBegin = (id: number): void => {
    operation = id;
    options.onBegin?.(id);
  };
  const paths = tasks.map(({ file }) => file.path);
  const outcomes = await operations.run(task, tasks, { ...options, onBegin });
  return outcomes.slice(0, texts.length).map(({ path, edit }, at) => ({
    path,
    ...outcomeOf(edit),
    ...following?.outcomeOf(paths[at] ?? path, operation),
  }));
}

function followedTask(
  following: FollowedLinks | null,
  file: TFile,
  among: number,
  plan: (text: string) => ChangePlan,
): NoteTask<ChangePlan> {
  if (!following) return noteTaskOf(file, among, plan);
  const { path } = file;
  return {
    ...noteTaskOf(file, among, (text) => following.plan(path, text, plan(text))),
    onOutcome: (edit) => following.settle(path, edit),
  };
}

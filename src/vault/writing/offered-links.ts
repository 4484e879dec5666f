/** Links to a heading that an operation left alone, changed behind it as part of it. */
import { planLinkEdits } from '../../core/marks/heading-link';
import { countLinks, type HeadingLinks } from './heading-links';
import { SEVERAL } from './linked-writing';
import type { Operations } from './operations';
import { NO_MARKS, noteTaskOf } from './task-plan';
import type { LinkOffer, LinkOutcome } from './write-outcome';
import type { ChangePlan } from '../../core/marks/change';

/**
 * One undo takes back both. Null where another operation has come since, or the heading reads otherwise by now; then
 * nothing is written.
 */
export async function changeOfferedLinks(
  operations: Pick<Operations, 'extend'>,
  all: HeadingLinks,
  { operation, file, links }: LinkOffer,
): Promise<LinkOutcome | null> {
  const text = await all.read(file);
  if (text === null) return null;
  const found = all.leading(links, text);
  if (found.size === 0) return null;
  const tasks = [...found].flatMap(([path, changes]) => {
    const source = all.fileAt(path);
    const plan = (now: string): ChangePlan => ({ ...NO_MARKS, edits: planLinkEdits(now, changes) });
    const among = path === file.path ? 1 : SEVERAL;
    return source ? [{ ...noteTaskOf(source, among, plan), onlyOnRecord: true }] : [];
  });
  const outcomes = await operations.extend(operation, tasks);
  if (!outcomes) return null;
  const changed = outcomes.flatMap(({ path, edit }) =>
    edit.ok && edit.plan.edits.length > 0 ? [{ path, count: edit.plan.edits.length }] : [],
  );
  return {
    leading: countLinks(links),
    changed: changed.reduce((sum, { count }) => sum + count, 0),
    notes: changed.filter(({ path }) => path !== file.path).length,
  };
}

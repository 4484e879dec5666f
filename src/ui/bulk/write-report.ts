/** Tells the user what came of writing marks into a note: what was written, what was not, and why. */
import { Notice, type TFile } from 'obsidian';
import { noteName } from '../../core/query';
import type { Strings } from '../../i18n';
import type { WriteOutcome } from '../../vault/writing/write';
import { failureLine } from '../notices/failure-line';
import { linkLines } from '../notices/link-lines';
import { offerNotice } from './link-offer';
import { LONG_NOTICE } from '../notices/notice-time';

/** How many refused questions a notice names; the others are counted. */
const NAMED = 3;

/**
 * Shows one notice for `outcome`, with a button where links can be changed still. `success` is what to say where all went well; without it,
 * the notice counts the questions.
 */
export function reportOutcome(
  context: Parameters<typeof offerNotice>[0],
  file: TFile,
  outcome: WriteOutcome,
  success?: string,
): void {
  const lines = outcomeLines(context.strings, noteName(file.path), outcome, success);
  const { failure, refused, links } = outcome;
  if (links?.offer) {
    offerNotice(context, lines, links.offer);
    return;
  }
  const wentWell = failure === null && refused.length === 0 && links === undefined;
  new Notice(lines.join('\n'), wentWell ? undefined : LONG_NOTICE);
}

/** The notice's lines. */
export function outcomeLines(
  strings: Strings,
  note: string,
  { written, refused, failure, links }: WriteOutcome,
  success?: string,
): readonly string[] {
  const { notices } = strings.tagging;
  if (failure !== null) return [failureLine(strings, note, failure)];
  const unwritten = refused
    .slice(0, NAMED)
    .map(({ change, code }) => notices[code](change.question.text));
  const more = refused.length > NAMED ? [notices.andMore(refused.length - NAMED)] : [];
  if (written > 0) {
    const done = success ?? notices.wrote(written);
    return [done, ...unwritten, ...more, ...linkLines(strings, links)];
  }
  return refused.length > 0 ? [...unwritten, ...more] : [notices.unchanged];
}

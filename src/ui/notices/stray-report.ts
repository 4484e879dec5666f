/** Tells the user what became of tags that belong to no question. */
import { Notice, type TFile } from 'obsidian';
import { noteName } from '../../core/query';
import type { Strings } from '../../i18n';
import type { WriteOutcome } from '../../vault/writing/write';
import { failureLine } from './failure-line';
import { LONG_NOTICE } from './notice-time';

export function reportStrays(
  strings: Strings,
  file: TFile,
  { written, refused, failure }: WriteOutcome<number>,
): void {
  const words = strings.tagging.strays;
  const lines = failure
    ? [failureLine(strings, noteName(file.path), failure)]
    : [
        ...(written > 0 ? [words.cleared(written)] : []),
        ...(refused > 0 ? [words.left(refused)] : []),
      ];
  new Notice(lines.join('\n'), refused > 0 || failure ? LONG_NOTICE : undefined);
}

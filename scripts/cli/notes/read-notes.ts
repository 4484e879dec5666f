/** All notes of a command, each under a path of its own. */
import type { NoteEntry } from '../../../src/core/index/question-index';
import {
  factNeedsOf,
  type Filter,
  type NoteFacts,
  type NoteFactsSource,
} from '../../../src/core/query';
import { rootsOf } from '../../../src/settings/taxonomies';
import type { Trouble } from './find-notes';
import { scan } from './scan';
import type { VaultSettings } from './vault-settings';

export interface ReadNotes {
  /** In the order in which they were found. */
  readonly entries: readonly NoteEntry[];
  /** What is printed for a path of `entries`. */
  readonly printedPath: (path: string) => string;
  /** By a path of `entries`. */
  readonly factsOf: NoteFactsSource;
  /** By the path that is printed. */
  readonly factsOfPrinted: NoteFactsSource;
  /** Whether something could not be read. */
  readonly hasFailed: boolean;
}

/** `filter` says what is asked of notes beside their questions. */
export async function readNotes(
  { paths, vault }: { readonly paths: readonly string[]; readonly vault: string | null },
  { settings, excluded }: VaultSettings,
  filter: Filter,
  say: (message: string) => void,
): Promise<ReadNotes> {
  let hasFailed = false;
  const report = (trouble: Trouble): void => {
    say(`${trouble.path}: ${sentenceOf(trouble)}`);
    if (trouble.kind === 'unreadable') hasFailed = true;
  };
  const options = {
    roots: rootsOf(settings),
    scope: settings.scope,
    unmarked: settings.lists.showUnmarked,
    vault,
    excluded,
    withTags: factNeedsOf(filter).some(({ kind }) => kind === 'tags'),
  };
  const entries: NoteEntry[] = [];
  const printedPaths = new Map<string, string>();
  const facts = new Map<string, NoteFacts>();
  const factsByPrinted = new Map<string, NoteFacts>();
  const given = paths.length === 0 && vault !== null ? [vault] : paths;
  for await (const { path: printed, entry, facts: known } of scan(given, options, report)) {
    // Two folders that are given may each have a note of this path; then the later one's counts from where we are.
    const path = printedPaths.has(entry.path) ? printed : entry.path;
    entries.push(path === entry.path ? entry : { ...entry, path });
    printedPaths.set(path, printed);
    facts.set(path, known);
    factsByPrinted.set(printed, known);
  }
  return {
    entries,
    printedPath: (path) => printedPaths.get(path) ?? path,
    factsOf: (path) => facts.get(path) ?? null,
    factsOfPrinted: (printed) => factsByPrinted.get(printed) ?? null,
    hasFailed,
  };
}

function sentenceOf(trouble: Trouble): string {
  return trouble.kind === 'unreadable'
    ? trouble.reason
    : 'not all of it is UTF-8; what is not was read as U+FFFD';
}

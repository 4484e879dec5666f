/**
 * Files and folders → the questions of their notes, in the order given and, within a folder, of paths.
 * What can't be read is reported and left out; nothing here stops at it.
 */
import { resolve, relative, sep } from 'node:path';
import { extractQuestions } from '../../../src/core/reading/extract';
import { NoteQuestions } from '../../../src/core/index/note-questions';
import type { NoteEntry } from '../../../src/core/index/question-index';
import { excludedPaths } from '../../../src/core/model/excluded-path';
import {
  checkboxOf,
  DEFAULT_SCOPE,
  judgeScope,
  type ScopeRule,
} from '../../../src/core/model/scope';
import type { NoteFacts } from '../../../src/core/query';
import { findNotes, type FoundNote, type Report } from './find-notes';
import { readFrontmatter } from './frontmatter';
import { noteFactsOf } from './note-facts';
import { readNote, statsOf } from './read-note';

export interface ScannedNote {
  /** As printed: the path given, and what lies below it joined with `/`; in a vault, the vault's own. */
  readonly path: string;
  /** Its path counts from the folder given, as a vault's would, so that filters by folder mean the same. */
  readonly entry: NoteEntry;
  readonly facts: NoteFacts;
}

export interface ScanOptions {
  /** The first segments of the tags that are marks. */
  readonly roots: readonly string[];
  readonly scope?: ScopeRule;
  /** Whether questions without an asking sign are found, too. */
  readonly unmarked?: boolean;
  /** Whether somebody asks for the notes' tags. */
  readonly withTags?: boolean;
  /** The vault's folder: paths count from it. */
  readonly vault?: string | null;
  /** Entries of «Excluded files»: such notes are read only where they are given themselves. */
  readonly excluded?: readonly string[];
}

export async function* scan(
  paths: readonly string[],
  options: ScanOptions,
  report: Report,
): AsyncGenerator<ScannedNote> {
  const { roots, scope = DEFAULT_SCOPE, unmarked = false, vault = null, withTags = true } = options;
  const isExcluded = excludedPaths(options.excluded ?? []);
  for await (const found of findNotes(paths, report)) {
    const inVault = vault === null ? null : pathIn(vault, found);
    const pathInVault = inVault ?? found.pathInVault;
    if (!found.isGiven && isExcluded(pathInVault)) continue;
    const text = await readNote(found, report);
    if (text === null) continue;
    const frontmatter = readFrontmatter(text);
    const questions = extractQuestions(text, { roots, unmarked });
    const entry: NoteEntry = {
      path: pathInVault,
      scope: judgeScope(frontmatter, scope),
      checkbox: checkboxOf(frontmatter, scope.checkbox),
      questions: NoteQuestions.of(questions),
    };
    // Nobody asks when a note was made that asks nothing.
    const stats = questions.length === 0 ? null : await statsOf(found);
    const facts = noteFactsOf(text, frontmatter, stats);
    // Tags are read from the text when they are asked for; the texts of all notes are too much to be kept for that.
    const { properties, created } = facts;
    const kept = { tags: withTags ? facts.tags : [], properties, created };
    yield { path: inVault ?? found.path, entry, facts: kept };
  }
}

/** The path as the vault knows it; null where the note is not in it. */
function pathIn(vault: string, { path, isFile }: FoundNote): string | null {
  if (!isFile) return null;
  const below = relative(resolve(vault), resolve(path));
  const parts = below.split(sep);
  return below === '' || parts[0] === '..' || resolve(below) === below ? null : parts.join('/');
}

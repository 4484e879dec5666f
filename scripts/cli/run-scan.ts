/** A scan carried out: settings, notes, filter, output. */
import type { NoteProperties } from '../../src/core/export';
import { localDay } from '../../src/core/model/local-day';
import { propertyKey } from '../../src/core/model/scope';
import {
  type AnswerRow,
  applyFilter,
  type FactContext,
  isWithin,
  type NoteFactsSource,
  parseFilter,
} from '../../src/core/query';
import type { Settings } from '../../src/settings/schema';
import { activeTaxonomy, editActive } from '../../src/settings/taxonomies';
import { answerRow } from './answer-row';
import type { ScanCommand } from './arguments';
import { NoFit } from './no-fit';
import { scanOutput } from './output';
import { print, terminalWidth } from './print';
import { describeProblem } from './query-problem';
import { readNotes, type ReadNotes } from './read-notes';
import { NO_VAULT, readVaultSettings, type VaultSettings } from './vault-settings';

/** Says something beside the output. */
export type Say = (message: string) => void;

/** Returns the exit status. */
export async function runScan(command: ScanCommand, say: Say): Promise<number> {
  const found = await settingsFor(command, say);
  const { settings } = found;
  // Read with the taxonomies, the words may have slips that they had not without.
  for (const problem of parseFilter(command.filterWords, settings).problems) {
    say(describeProblem(command.filterWords, problem, '--filter'));
  }
  const notes = await readNotes(command, found, command.filter, say);
  const rows = rowsOf(command, notes, found);
  if (rows.length === 0 && command.filter.length > 0) sayWhatThereIs(command, notes, found, say);
  const answer = { rows, groups: [] };
  const properties = propertiesOf(command, notes);
  await print(scanOutput(answer, command, settings.taxonomies, properties, terminalWidth()));
  return notes.hasFailed ? 1 : 0;
}

async function settingsFor(
  { vault, root }: Pick<ScanCommand, 'vault' | 'root'>,
  say: Say,
): Promise<VaultSettings> {
  const found =
    vault === null
      ? NO_VAULT
      : await readVaultSettings(vault, (path, reason) => say(`${path}: ${reason}`));
  if (root === null) return found;
  const renamed = editActive(found.settings, (taxonomy) => ({ ...taxonomy, root }));
  return { ...found, settings: { ...found.settings, ...renamed } };
}

function rowsOf(
  { filter, notes: choice }: ScanCommand,
  { entries, factsOf, printedPath }: ReadNotes,
  { settings }: VaultSettings,
): readonly AnswerRow[] {
  const { dateProperties } = settings.notes;
  const { root } = activeTaxonomy(settings);
  const facts = factContext(factsOf, settings);
  const today = { today: localDay() };
  return entries
    .filter((entry) => isWithin(entry, { kind: choice }))
    .flatMap((entry) => {
      const rows = entry.questions.all().map((question) => ({ entry, question }));
      return applyFilter(rows, filter, today, facts).map(({ question }) =>
        answerRow(printedPath(entry.path), question, root, factsOf(entry.path), dateProperties),
      );
    });
}

function factContext(factsOf: NoteFactsSource, { notes }: Settings): FactContext {
  return { factsOf, dateProperties: () => notes.dateProperties };
}

function sayWhatThereIs(
  { notes: choice, filter }: ScanCommand,
  { entries, factsOf }: ReadNotes,
  { settings }: VaultSettings,
  say: Say,
): void {
  const noFit = new NoFit(filter, factContext(factsOf, settings));
  for (const entry of entries) {
    if (!isWithin(entry, { kind: choice })) continue;
    noFit.look(entry.questions.all().map((question) => ({ entry, question })));
  }
  for (const line of noFit.lines()) say(line);
}

function propertiesOf(
  { properties: names }: ScanCommand,
  { factsOfPrinted }: ReadNotes,
): NoteProperties {
  return {
    names,
    valueOf: (path, name) => {
      const properties = factsOfPrinted(path)?.properties ?? null;
      const key = propertyKey(properties, name);
      return key === null ? null : properties?.[key];
    },
  };
}

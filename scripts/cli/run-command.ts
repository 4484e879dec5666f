/** A command carried out: settings, query, notes, answer, output. */
import { noteProperties } from '../../src/core/export';
import type { Taxonomy } from '../../src/core/model/taxonomy';
import { type Answer, type FactContext, isWithin, type Query } from '../../src/core/query';
import type { Settings } from '../../src/settings/schema';
import { activeTaxonomy, editActive } from '../../src/settings/taxonomies';
import { answerTo } from './answer';
import type { ExplainCommand, MatrixCommand, ScanCommand } from './arguments';
import { NoFit } from './no-fit';
import { readNotes, type ReadNotes } from './notes/read-notes';
import { NO_VAULT, readVaultSettings, type VaultSettings } from './notes/vault-settings';
import { explanation, matrixOutput, scanOutput } from './output';
import { print, terminalWidth } from './print';
import { withPrintedPaths } from './printed-answer';
import { readQueryText } from './query-text';

/** Says something beside the output. */
export type Say = (message: string) => void;

type AskingCommand = ScanCommand | MatrixCommand | ExplainCommand;

/** Returns the exit status. */
export async function runCommand(command: AskingCommand, say: Say): Promise<number> {
  const found = await settingsFor(command, say);
  const { settings } = found;
  const understood = await readQueryText(command, {
    taxonomies: settings.taxonomies,
    presets: settings.queries,
  });
  if (understood.kind === 'wrong') {
    for (const error of understood.errors) say(error);
    return 2;
  }
  for (const warning of understood.warnings) say(warning);
  const query =
    command.kind === 'explain' ? { ...understood.query, explain: true } : understood.query;
  const notes = await readNotes(command, found, query.filter, say);
  const facts = factsFor(notes, settings);
  const answer = answerTo(query, {
    entries: notes.entries,
    facts,
    taxonomies: activeFirst(settings),
    notes: { kind: command.notes },
  });
  if (answer.matched === 0 && query.filter.length > 0)
    sayWhatThereIs(command, query, notes, facts, say);
  // Beside the output of a scan or matrix, where it can be read apart.
  if (command.kind !== 'explain' && answer.explained)
    for (const line of explanation(answer)) say(line);
  await print(outputOf(command, answer, notes, settings));
  return notes.hasFailed ? 1 : 0;
}

async function settingsFor(
  { vault, root }: Pick<AskingCommand, 'vault' | 'root'>,
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

function factsFor({ factsOf }: ReadNotes, { notes }: Settings): FactContext {
  return {
    factsOf,
    dateProperties: () => notes.dateProperties,
    askersProperty: () => notes.askersProperty,
  };
}

function activeFirst(settings: Settings): readonly Taxonomy[] {
  const active = activeTaxonomy(settings);
  return [active, ...settings.taxonomies.filter((taxonomy) => taxonomy !== active)];
}

function outputOf(
  command: AskingCommand,
  answer: Answer,
  notes: ReadNotes,
  settings: Settings,
): Iterable<string> {
  switch (command.kind) {
    case 'scan':
      return scanOutput(
        withPrintedPaths(answer, notes.printedPath),
        command,
        settings.taxonomies,
        noteProperties(command.properties, notes.factsOfPrinted),
        terminalWidth(),
      );
    case 'matrix':
      return matrixOutput(answer, command, activeTaxonomy(settings), terminalWidth());
    case 'explain':
      return explanation(answer).map((line) => `${line}\n`);
  }
}

function sayWhatThereIs(
  { notes: choice }: AskingCommand,
  { filter }: Query,
  { entries }: ReadNotes,
  facts: FactContext,
  say: Say,
): void {
  const noFit = new NoFit(filter, facts);
  for (const entry of entries) {
    if (!isWithin(entry, { kind: choice })) continue;
    noFit.look(entry.questions.all().map((question) => ({ entry, question })));
  }
  for (const line of noFit.lines()) say(line);
}

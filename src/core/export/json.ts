/**
 * JSON: one array with a row a line, and the same without the array (`ndjson`). A row is an `AnswerRow`: offsets are
 * UTF-16 offsets, lines 1-based, the mark an object or null. Where columns are chosen, only their members stand there.
 */
import type { AnswerRow } from '../query';
import { type ColumnId, jsonOf, type NoteProperties } from './column';
import type { RootedMark } from '../model/question';

/** The members in their order, and the columns that ask for each. */
const MEMBERS: readonly (readonly [
  name: string,
  columns: readonly ColumnId[],
  read: (row: AnswerRow) => unknown,
])[] = [
  ['path', ['path', 'note'], ({ path }) => path],
  ['start', ['start'], ({ start }) => start],
  ['end', ['end'], ({ end }) => end],
  ['line', ['line'], ({ line }) => line],
  ['text', ['text'], ({ text }) => text],
  ['kind', ['kind'], ({ kind }) => kind],
  ['section', ['section'], ({ section }) => section],
  ['label', ['label'], ({ label }) => label],
  ['speaker', ['speaker'], ({ speaker }) => speaker],
  ['asker', ['asker'], ({ asker }) => asker],
  ['group', ['group'], ({ group }) => group],
  ['date', ['date'], ({ date }) => date],
  ['mark', ['root', 'stance', 'stage'], ({ mark }) => mark && plainMark(mark)],
  ['otherMarks', ['otherMarks'], ({ otherMarks }) => otherMarks.map(plainMark)],
];

export function* jsonLines(
  rows: Iterable<AnswerRow>,
  columns: readonly ColumnId[],
  properties: NoteProperties,
): Generator<string> {
  const members = MEMBERS.filter(([, asking]) => asking.some((id) => columns.includes(id)));
  for (const row of rows) {
    const parts = members.map(([name, , read]) => member(name, read(row)));
    if (properties.names.length > 0) parts.push(propertiesOf(row.path, properties));
    yield `{${parts.join(',')}}`;
  }
}

export function* jsonArray(lines: Iterable<string>): Generator<string> {
  let isEmpty = true;
  yield '[';
  for (const line of lines) {
    yield `${isEmpty ? '' : ','}\n${line}`;
    isEmpty = false;
  }
  yield isEmpty ? ']\n' : '\n]\n';
}

function member(name: string, value: unknown): string {
  return `${JSON.stringify(name)}:${jsonOf(value) ?? 'null'}`;
}

/** Written member by member: in an object, a property called `__proto__` would be none. */
function propertiesOf(path: string, { names, valueOf }: NoteProperties): string {
  return `"properties":{${names.map((name) => member(name, valueOf(path, name))).join(',')}}`;
}

function plainMark({ root, stance, stage }: RootedMark): RootedMark {
  return { root, stance, stage };
}

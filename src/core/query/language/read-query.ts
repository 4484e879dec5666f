/**
 * The text of a query → the query as data. One instruction a line; every other line is filter words, and the
 * lines narrow each other. Presets are read where they are named. What can't be read is reported where it
 * stands and the rest counts.
 */
import { foldText } from '../../text/fold-text';
import type { Condition, Filter } from './condition';
import { isTerm } from './condition';
import { readInstruction, type Instruction } from './instruction';
import { lineCounter, queryLines } from './query-lines';
import { nearestOf } from './nearest';
import { LIMITS, parseFilter } from './parse';
import { problemAt, type LocatedProblem, type QueryProblem } from './problem';
import {
  EMPTY_QUERY,
  MOST_GROUPINGS,
  type NoteChoiceWords,
  type Preset,
  type Query,
} from './statement';
import type { ValueContext } from './term';

export interface ReadContext extends ValueContext {
  readonly presets?: readonly Preset[];
  /** The note that the query stands in, null for none; absent where that is seen when it is run. */
  readonly here?: string | null;
}

export interface QueryReading {
  readonly query: Query;
  readonly problems: readonly QueryProblem[];
}

export function readQuery(text: string, context: ReadContext = {}): QueryReading {
  const within = withinLimit(text);
  const reader = new QueryReader(context, { left: MOST_PRESETS });
  reader.read(within, []);
  if (reader.astray) reader.problems.push(reader.astray);
  if (within.length < text.length) {
    reader.problems.push(problemAt('too-long', within.length, text.length));
  }
  const lineAt = lineCounter(text);
  const problems = reader.problems
    .sort((a, b) => a.from - b.from)
    .map((problem) => ({ ...problem, line: lineAt(problem.from) }));
  return { query: reader.query, problems };
}

/** As many whole lines as are read; of a single line that is too long, its beginning. */
function withinLimit(text: string): string {
  if (text.length <= LIMITS.characters) return text;
  const end = text.lastIndexOf('\n', LIMITS.characters);
  return text.slice(0, end < 0 ? LIMITS.characters : end);
}

/** Presets may name presets, each of them several; together no more than this are read. */
const MOST_PRESETS = 200;

class QueryReader {
  readonly #context: ReadContext;
  readonly #presets: { left: number };

  /** All but the filter. */
  #rest: Query = EMPTY_QUERY;
  readonly #filter: Condition[] = [];
  /** The fields that terms of the filter name so far. */
  readonly #fields = new Set<string>();
  readonly problems: LocatedProblem[] = [];
  /** Of the notes that `scope` says, the last one that counts: that there is no note it could mean. */
  astray: LocatedProblem | null = null;

  constructor(context: ReadContext, presets: { left: number }) {
    this.#context = context;
    this.#presets = presets;
  }

  get query(): Query {
    return { ...this.#rest, filter: this.#filter };
  }

  /** `names`: the presets that are being read, from the outermost in. */
  read(text: string, names: readonly string[]): void {
    for (const { from, text: line } of queryLines(text)) {
      const reading = readInstruction(line);
      if (reading) {
        this.#report(reading.problems, from);
        if (reading.instruction) {
          this.#follow(reading.instruction, from, [from, from + line.length], names);
        }
        continue;
      }
      const { filter, problems } = parseFilter(line, this.#context);
      this.#report(problems, from);
      this.#narrow(filter);
    }
  }

  #report(problems: readonly LocatedProblem[], offset: number): void {
    for (const problem of problems) {
      this.problems.push({ ...problem, from: problem.from + offset, to: problem.to + offset });
    }
  }

  /** Lines narrow each other, also where they name one field. */
  #narrow(filter: Filter): void {
    if (filter.length === 0) return;
    const named = filter.filter(isTerm).map(({ field }) => field);
    if (named.some((field) => this.#fields.has(field))) {
      this.#filter.push({ any: [filter] });
      return;
    }
    this.#filter.push(...filter);
    for (const field of named) this.#fields.add(field);
  }

  #follow(
    instruction: Instruction,
    offset: number,
    stretch: readonly [from: number, to: number],
    names: readonly string[],
  ): void {
    const query = this.#rest;
    switch (instruction.kind) {
      case 'scope':
        this.#rest = { ...query, notes: instruction.notes };
        this.astray = this.#astrayOf(instruction.notes, stretch);
        return;
      case 'group':
        if (query.groups.length < MOST_GROUPINGS) {
          this.#rest = { ...query, groups: [...query.groups, instruction.group] };
        } else {
          this.problems.push(problemAt('too-many-groupings', ...stretch));
        }
        return;
      case 'sort':
        // What is sorted by a field already is not sorted by it again.
        if (query.sorts.some(({ by }) => by === instruction.sort.by)) return;
        this.#rest = { ...query, sorts: [...query.sorts, instruction.sort] };
        return;
      case 'limit':
        this.#rest = { ...query, limit: instruction.limit };
        return;
      case 'limit-groups':
        this.#rest = { ...query, limitGroups: instruction.limit };
        return;
      case 'view':
        this.#rest = { ...query, view: instruction.view };
        return;
      case 'show':
      case 'hide': {
        const { parts } = instruction;
        const others = (list: Query['show']): Query['show'] =>
          list.filter((part) => !parts.includes(part));
        this.#rest = {
          ...query,
          show:
            instruction.kind === 'show' ? [...others(query.show), ...parts] : others(query.show),
          hide:
            instruction.kind === 'hide' ? [...others(query.hide), ...parts] : others(query.hide),
        };
        return;
      }
      case 'preset':
        this.#readPreset(instruction, offset, names);
        return;
      case 'explain':
        this.#rest = { ...query, explain: true };
    }
  }

  #astrayOf(
    { kind, path }: NoteChoiceWords,
    stretch: readonly [from: number, to: number],
  ): LocatedProblem | null {
    const isSaid = path !== null || kind === 'articles' || kind === 'vault';
    if (isSaid || this.#context.here !== null) return null;
    return problemAt('no-note', ...stretch, { word: `scope ${kind}` });
  }

  #readPreset(
    { name, from, to }: Extract<Instruction, { readonly kind: 'preset' }>,
    offset: number,
    names: readonly string[],
  ): void {
    const { presets = [] } = this.#context;
    const wanted = nameKey(name);
    const preset = findPreset(presets, name);
    const known = presets.map((each) => each.name);
    const stretch = [offset + from, offset + to] as const;
    if (!preset) {
      const nearest = nearestOf(name, known);
      this.problems.push(problemAt('unknown-preset', ...stretch, { word: name, nearest, known }));
    } else if (names.includes(wanted)) {
      const way = [...names.slice(names.indexOf(wanted)), wanted];
      this.problems.push(problemAt('preset-in-itself', ...stretch, { word: name, known: way }));
    } else if (this.#presets.left === 0) {
      this.problems.push(problemAt('too-many-terms', ...stretch, { word: name }));
    } else {
      this.#presets.left -= 1;
      // What is wrong inside is told where the preset is named: that is what the reader can see.
      const inside = new QueryReader(this.#context, this.#presets);
      inside.#rest = this.#rest;
      inside.read(preset.text.slice(0, LIMITS.characters), [...names, wanted]);
      if (inside.#rest.notes !== this.#rest.notes) {
        this.astray = inside.astray && { ...inside.astray, from: stretch[0], to: stretch[1] };
      }
      this.#rest = inside.#rest;
      this.#narrow(inside.#filter);
      for (const problem of inside.problems) {
        this.problems.push({ ...problem, from: stretch[0], to: stretch[1] });
      }
    }
  }
}

export function findPreset(presets: readonly Preset[], name: string): Preset | undefined {
  const wanted = nameKey(name);
  return presets.find((each) => nameKey(each.name) === wanted);
}

/** Names compare as people write them. */
function nameKey(name: string): string {
  return foldText(name.trim());
}

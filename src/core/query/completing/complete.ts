/**
 * Completes a query where somebody is typing it: instructions, fields, values, the names of saved queries. A
 * suggestion brings nothing wrong into the query; one that `opens` still needs what stands behind it. A saved
 * query brings what is wrong in itself.
 */
import { foldText } from '../../text/fold-text';
import {
  MOST_COMPLETIONS,
  type CompletionContext,
  type CompletionItem,
  type QueryCompletion,
} from './completion';
import {
  completionPlace,
  INSTRUCTIONS,
  instructionTyped,
  type CompletionPlace,
} from './completion-place';
import { FIELDS, type Field } from '../language/fields';
import { isSayable, known, knownValues, listedValues } from './field-values';
import { formatName } from '../language/instruction';
import { lineAt } from '../language/query-lines';
import { formatValue, quoted } from '../language/parse';
import { readQuery } from '../language/read-query';
import { MOST_GROUPINGS } from '../language/statement';

/** The likeliest first; none where what stands there is whole already. */
export function completeQuery(
  query: string,
  offset: number,
  context: CompletionContext,
): readonly QueryCompletion[] {
  const place = completionPlace(query, offset);
  return place ? completionsAt(place, query, context) : [];
}

export function completionsAt(
  place: CompletionPlace,
  query: string,
  context: CompletionContext,
): readonly QueryCompletion[] {
  const { from, to } = place;
  return choicesAt(place, query, context)
    .slice(0, MOST_COMPLETIONS)
    .map(({ insert, opens, item }) => ({ from, to, insert, opens, ...item }));
}

interface Choice {
  readonly insert: string;
  readonly opens: boolean;
  readonly item: CompletionItem;
}

function choicesAt(
  place: CompletionPlace,
  query: string,
  context: CompletionContext,
): readonly Choice[] {
  switch (place.kind) {
    case 'line':
      return [...instructions(place, query, context), ...fields(place, context)];
    case 'field':
      return fields(place, context);
    case 'value':
      return values(place, place.field, context);
    case 'word': {
      const { list } = place;
      const items = place.words.map((word) => ({ kind: 'word', list, word }) as const);
      const choice = (item: CompletionItem, insert: string) => ({ insert, opens: false, item });
      return fitting(place, items, ({ word }) => word, context).map((item) =>
        choice(item, item.word),
      );
    }
    case 'path': {
      const paths = context.valuesOf(place.of === 'note' ? 'path' : 'folder');
      return known(place, paths).map(({ value: path, count }) => ({
        insert: formatName(path),
        opens: false,
        item: { kind: 'path', path, count },
      }));
    }
    case 'preset': {
      const items = context.presets
        .filter(({ name }) => isSayable(name))
        .map(({ name }) => ({ kind: 'preset', name }) as const);
      return fitting(place, items, ({ name }) => name, context).map((item) => ({
        insert: formatName(item.name.trim()),
        opens: false,
        item,
      }));
    }
  }
}

function instructions(
  place: CompletionPlace,
  query: string,
  context: CompletionContext,
): readonly Choice[] {
  const typed = foldText(instructionTyped(place.typed));
  return INSTRUCTIONS.flatMap((words): readonly Choice[] => {
    const item = { kind: 'instruction', words } as const;
    const isMeant =
      words.startsWith(typed) || (typed !== '' && foldText(context.nameOf(item)).startsWith(typed));
    // What is there already needs no choosing.
    if (!isMeant || words === typed) return [];
    if (words === 'group by ' && !canGroup(place, query, context)) return [];
    return [{ insert: words, opens: words.endsWith(' '), item }];
  });
}

function canGroup({ from }: CompletionPlace, query: string, context: CompletionContext): boolean {
  const line = lineAt(query, from);
  const others = query.slice(0, line.from) + query.slice(line.from + line.text.length);
  return readQuery(others, context).query.groups.length < MOST_GROUPINGS;
}

/** By the beginning of their name alone: most words of a query are text. */
function fields({ typed }: CompletionPlace, { nameOf }: CompletionContext): readonly Choice[] {
  const wanted = foldText(typed);
  return FIELDS.flatMap((field): readonly Choice[] => {
    const item = { kind: 'field', field } as const;
    // Text needs no field.
    if (field === 'text') return [];
    const isMeant =
      field.startsWith(wanted) || (wanted !== '' && foldText(nameOf(item)).startsWith(wanted));
    return isMeant ? [{ insert: `${field}:`, opens: true, item }] : [];
  });
}

function values(
  place: CompletionPlace,
  field: Field,
  context: CompletionContext,
): readonly Choice[] {
  const listed = listedValues(field, context);
  if (listed) {
    const items = listed.map(
      (value) => ({ kind: 'value', term: { field, value }, count: null }) as const,
    );
    return fitting(place, items, ({ term }) => term.value, context).map((item) =>
      valueChoice(item),
    );
  }
  const { from, found } = knownValues(place, field, context);
  return found.map(({ value, count }) =>
    valueChoice({ kind: 'value', term: { field, value: from + value }, count }),
  );
}

function valueChoice(item: Extract<CompletionItem, { readonly kind: 'value' }>): Choice {
  const { value } = item.term;
  const written = formatValue(value, false);
  // At a line's end a backslash would go on in the next.
  return { insert: written.endsWith('\\') ? quoted(value) : written, opens: false, item };
}

/** Those that what is typed stands in, in their words or their names; first those that begin with it. */
function fitting<Item extends CompletionItem>(
  { typed, isAtEnd }: CompletionPlace,
  items: readonly Item[],
  wordsOf: (item: Item) => string,
  { nameOf }: CompletionContext,
): readonly Item[] {
  const wanted = foldText(typed);
  const begin: Item[] = [];
  const within: Item[] = [];
  for (const item of items) {
    const words = foldText(wordsOf(item));
    if (isAtEnd && words === wanted) return [];
    const name = wanted === '' ? '' : foldText(nameOf(item));
    if (words.startsWith(wanted)) begin.push(item);
    else if (words.includes(wanted) || name.includes(wanted)) within.push(item);
  }
  return [...begin, ...within];
}

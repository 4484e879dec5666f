/**
 * The plugin in the app's own command line (`registerCliHandler`), by the conventions of the commands that are built in:
 * `key=value` and bare words, tab-separated values unless another format is asked for, an error as one line. Nothing is
 * written unless `write` says so.
 */
import type { CliData, CliFlags, Plugin } from 'obsidian';
import {
  STAGE_COUNT_HEADINGS,
  markdownTable,
  stageCountRecords,
  stageCounts,
  writeRecords,
  writeRows,
  type FileFormat,
} from '../../core/export';
import { stageKeysOf } from '../../core/model/taxonomy';
import { markOfKey, tagPath } from '../../core/model/stage-key';
import { type Answer, type AnswerRow, nearestOf, type Query } from '../../core/query';
import { problemSentence } from '../../i18n/query-problem';
import { activeTaxonomy, inWorkOrder } from '../../settings/taxonomies';
import { reasonOf } from '../../vault/failure';
import type { UiContext } from '../context';
import { outlineStyle, vaultLinks } from '../dashboard';
import { joinPieces } from '../export/join-pieces';
import { changeMarks, knowsMark } from './change-marks';
import type { VaultQuery } from './vault-query';

/** `text` is a line a question, as search tools print what they find. */
const FORMATS = ['tsv', 'csv', 'json', 'ndjson', 'md', 'text'] as const satisfies readonly (
  FileFormat | 'text'
)[];
type Format = (typeof FORMATS)[number];

/** What a mark is called that takes marks away. */
const NO_MARK = 'none';

/** Told to the reader as one line. */
class Refusal extends Error {}

export function registerAppCommands(
  plugin: Pick<Plugin, 'registerCliHandler'>,
  context: UiContext,
  queries: VaultQuery,
): void {
  const words = context.strings.outside;
  const choosing: CliFlags = {
    query: { value: `<${words.values.query}>`, description: words.flags.query },
    scope: { value: 'articles|vault|folder <path>', description: words.flags.scope },
    path: { value: `<${words.values.path}>`, description: words.flags.path },
    file: { value: `<${words.values.name}>`, description: words.flags.file },
  };
  const format = { value: FORMATS.join('|'), description: words.flags.format };
  const total = { description: words.flags.total };
  const door = new CommandLine(context, queries);
  const commands: readonly [
    action: string,
    description: string,
    flags: CliFlags,
    run: (data: CliData) => Promise<string>,
  ][] = [
    ['', words.commands.counts, { ...choosing, format }, (data) => door.counts(data)],
    [':list', words.commands.list, { ...choosing, format, total }, (data) => door.list(data)],
    [':matrix', words.commands.matrix, { ...choosing, format }, (data) => door.matrix(data)],
    [':explain', words.commands.explain, choosing, (data) => door.explain(data)],
    [
      ':tag',
      words.commands.tag,
      {
        ...choosing,
        mark: {
          value: `stance/stage|skip|${NO_MARK}`,
          description: words.flags.mark,
          required: true,
        },
        line: { value: '<n>', description: words.flags.line },
        write: { description: words.flags.write },
      },
      (data) => door.tag(data),
    ],
  ];
  for (const [action, description, flags, run] of commands) {
    try {
      plugin.registerCliHandler(`question-stance${action}`, description, flags, async (data) => {
        try {
          return await run(data);
        } catch (error) {
          return `${words.error}: ${reasonOf(error).replaceAll(/\s*\n\s*/g, ' ')}`;
        }
      });
    } catch (error) {
      // Another plugin has taken the id, or a copy of this one.
      console.warn(`The command line has no question-stance${action}.`, error);
    }
  }
}

class CommandLine {
  readonly #context: UiContext;
  readonly #queries: VaultQuery;

  constructor(context: UiContext, queries: VaultQuery) {
    this.#context = context;
    this.#queries = queries;
  }

  async counts(data: CliData): Promise<string> {
    const { total, matched, counts } = await this.#answer(data);
    const { notes, tagged, untagged, skipped } = counts;
    const sums = { total, matched, notes, tagged, untagged, skipped };
    return this.#records(data, ['count', 'questions'], Object.entries(sums), sums);
  }

  async list(data: CliData): Promise<string> {
    const answer = await this.#answer(data);
    if (data.total !== undefined) return String(answer.matched);
    const { app, language, operations, settings, strings } = this.#context;
    const format = this.#format(data);
    if (format === 'text') return answer.rows.map(lineOf).join('\n');
    const now = settings.get();
    const pieces = writeRows(format, answer.rows, {
      taxonomies: inWorkOrder(now),
      groups: answer.groups,
      outline: outlineStyle({ taxonomy: activeTaxonomy(now), language, strings }, vaultLinks(app)),
    });
    return (await joinPieces(pieces, operations.stopped)).trimEnd();
  }

  async matrix(data: CliData): Promise<string> {
    const { counts } = await this.#answer(data);
    const stages = stageCounts(counts, activeTaxonomy(this.#context.settings.get()));
    return this.#records(data, STAGE_COUNT_HEADINGS, stageCountRecords(stages), stages);
  }

  async explain(data: CliData): Promise<string> {
    const { total, matched, explained } = await this.#answer(data, { explain: true });
    const parts = explained ?? [];
    return [
      `${total}`,
      ...parts.map((part) => `${'  '.repeat(part.depth)}${part.words}: ${part.matched}`),
      `${matched}`,
    ].join('\n');
  }

  async tag(data: CliData): Promise<string> {
    const words = this.#context.strings.outside;
    const mark = this.#mark(data.mark ?? '');
    const line = data.line;
    if (!['query', 'path', 'file'].some((name) => data[name] !== undefined)) {
      throw new Refusal(words.tagWhat);
    }
    const { rows } = await this.#answer(data);
    const meant = line === undefined ? rows : rows.filter((row) => row.line === Number(line));
    const name = mark ? tagPath(mark) : NO_MARK;
    const changes = meant
      .filter((row) => (row.mark ? tagPath(row.mark) : NO_MARK) !== name)
      .map(({ path, start, text }) => ({ path, start, text, mark }));
    if (data.write === undefined) {
      const lines = meant.map((row) => {
        const before = row.mark ? tagPath(row.mark) : NO_MARK;
        return `${lineOf(row)}\t${before === name ? '=' : `${before} → ${name}`}`;
      });
      return [...lines, words.wouldTag(changes.length)].join('\n');
    }
    const { written, refused } = await changeMarks(this.#context, this.#queries, changes);
    return [words.tagged(written), ...refused.map(({ reason }) => reason)].join('\n');
  }

  async #answer(data: CliData, more: Partial<Query> = {}): Promise<Answer> {
    const { query, problems } = this.#queries.read(textOf(data));
    const [problem] = problems;
    if (problem) throw new Refusal(problemSentence(problem, this.#context.strings.query));
    const path = this.#path(data);
    const notes = path === null ? {} : { notes: { kind: 'note', path } as const };
    return this.#queries.answer({ ...query, ...notes, ...more });
  }

  /** The note that is named, by its path or as links name it; null where none is. */
  #path({ path, file }: CliData): string | null {
    const { app, strings } = this.#context;
    const named = path ?? file;
    if (named === undefined) return null;
    const { vault, metadataCache } = app;
    const found =
      path === undefined
        ? metadataCache.getFirstLinkpathDest(named, '')
        : vault.getFileByPath(path);
    if (!found) throw new Refusal(strings.outside.noNote(named));
    return found.path;
  }

  #mark(name: string): { readonly stance: string; readonly stage: string | null } | null {
    if (name === NO_MARK) return null;
    const taxonomy = activeTaxonomy(this.#context.settings.get());
    const mark = markOfKey(name);
    if (knowsMark(taxonomy, mark)) return mark;
    const { unknownMark, didYouMean } = this.#context.strings.outside;
    const nearest = nearestOf(name, stageKeysOf(taxonomy));
    throw new Refusal(
      [unknownMark(name), ...(nearest === null ? [] : [didYouMean(nearest)])].join(' '),
    );
  }

  #format({ format = 'tsv' }: CliData): Format {
    const found = FORMATS.find((each) => each === format);
    const { common, outside } = this.#context.strings;
    if (!found) throw new Refusal(outside.noFormat(FORMATS.join(common.listed)));
    return found;
  }

  /** A small table in the format that is asked for; `whole` is what JSON has of it. */
  #records(
    data: CliData,
    headings: readonly string[],
    records: readonly (readonly (string | number | null)[])[],
    whole: object,
  ): string {
    const format = this.#format(data);
    switch (format) {
      case 'json':
        return JSON.stringify(whole, null, 2);
      case 'ndjson':
        return (Array.isArray(whole) ? whole : [whole])
          .map((each) => JSON.stringify(each))
          .join('\n');
      case 'text':
        return records
          .map((cells) => `${cells.slice(0, -1).join('/')}: ${cells.at(-1)}`)
          .join('\n');
      case 'md':
        return markdownTable([headings, ...records], headings.length - 1).trimEnd();
      case 'csv':
      case 'tsv':
        return [...writeRecords(format, [headings, ...records])].join('').trimEnd();
    }
  }
}

/** Filter words and instructions, and `scope=` as one of them. */
function textOf({ query = '', scope }: CliData): string {
  return scope === undefined ? query : `${query}\nscope ${scope}`;
}

function lineOf({ path, line, text }: AnswerRow): string {
  return `${path}:${line}: ${text}`;
}

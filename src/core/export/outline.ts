/**
 * Rows as a Markdown outline for an article or a plan: a heading for each group, an item for each question with its
 * mark in words, its asker, its label and a link to its place. The mark is no tag: pasted into a note, a tag would say
 * that the note asks this itself. Words and links are given, so that every language and every host has its own.
 */
import { type MarkValue, SKIP } from '../model/question';
import { markOfKey } from '../model/stage-key';
import { findStage, findStance, localized, type Taxonomy } from '../model/taxonomy';
import { type AnswerRow, type ListedField, noteName, type RowGroup, titlesOf } from '../query';
import { escapeMarkdown, markdownLink } from './markdown-text';
import { rowsByNote } from './note-order';
import type { RootedMark } from '../model/question';

export interface OutlineStyle {
  /** What the mark is called; plain text. */
  readonly markName: (mark: RootedMark) => string;
  /** What a group is called that is no note's; plain text. The key is null where its rows have no such part. */
  readonly groupName: (field: ListedField, key: string | null) => string;
  /** Markdown: a link to the note. */
  readonly noteLink: (path: string) => string;
  /** Markdown: a link to the question's place. `under`: whether the note stands in a heading above. */
  readonly placeLink: (row: AnswerRow, under: Under) => string;
}

type Under = 'its-note' | 'other';

const FIRST_LEVEL = 2;

/** By what the headings above group: an item does not say that again. */
type Said = ReadonlySet<ListedField>;

const NOTHING_SAID: Said = new Set();
const NOTE_SAID: Said = new Set(['note']);

/** The groups of the answer; without any, one for each note. Groups in groups have headings one level lower. */
export function* outline(
  rows: Iterable<AnswerRow>,
  groups: readonly RowGroup[],
  style: OutlineStyle,
): Generator<string | undefined> {
  if (groups.length > 0) yield* outlineOfGroups(groups, style, NOTHING_SAID, FIRST_LEVEL);
  else yield* outlineOfNotes(rows, style);
}

function* outlineOfGroups(
  groups: readonly RowGroup[],
  style: OutlineStyle,
  above: Said,
  level: number,
): Generator<string> {
  for (const [at, { field, key, groups: within, rows }] of groups.entries()) {
    const said = new Set([...above, field]);
    const isNote = field === 'note' && key !== null;
    const title = isNote ? style.noteLink(key) : escapeMarkdown(style.groupName(field, key));
    yield headingOf(title, level, at === 0);
    if (within.length > 0) yield* outlineOfGroups(within, style, said, level + 1);
    else yield* itemsOf(rows, said, style);
  }
}

function* outlineOfNotes(
  rows: Iterable<AnswerRow>,
  style: OutlineStyle,
): Generator<string | undefined> {
  let isFirst = true;
  for (const [path, members] of yield* rowsByNote(rows)) {
    yield headingOf(style.noteLink(path), FIRST_LEVEL, isFirst);
    isFirst = false;
    yield* itemsOf(members, NOTE_SAID, style);
  }
}

function headingOf(title: string, level: number, isFirst: boolean): string {
  return `${isFirst ? '' : '\n'}${'#'.repeat(level)} ${title}\n\n`;
}

function* itemsOf(rows: Iterable<AnswerRow>, said: Said, style: OutlineStyle): Generator<string> {
  for (const row of rows) yield `${itemOf(row, said, style)}\n`;
}

function itemOf(row: AnswerRow, said: Said, style: OutlineStyle): string {
  const mark =
    row.mark && !said.has('stage') ? ` *${escapeMarkdown(style.markName(row.mark))}*` : '';
  const asker = said.has('asker') || said.has('speaker') ? null : row.asker;
  const label = said.has('label') ? null : row.label;
  const known = [asker, label].flatMap((text) =>
    text === null || text === '' ? [] : [escapeMarkdown(text)],
  );
  const place = style.placeLink(row, said.has('note') ? 'its-note' : 'other');
  return `- ${[escapeMarkdown(row.text) + mark, ...known, place].join(' · ')}`;
}

/** For a host without links and languages of its own: English words, relative links with the heading above. */
export function plainOutlineStyle(taxonomies: readonly Taxonomy[]): OutlineStyle {
  const markName = (mark: MarkValue): string => englishName(mark, taxonomies);
  return {
    markName,
    groupName: (field, key) => {
      if (key === null) return field === 'stance' || field === 'stage' ? 'untagged' : `no ${field}`;
      if (field === 'section') return titlesOf(key).join(' › ');
      return field === 'stance' || field === 'stage' ? markName(markOfKey(key)) : key;
    },
    noteLink: (path) => markdownLink(escapeMarkdown(noteName(path)), path),
    placeLink: ({ path, line, section }, under) => {
      const place = under === 'its-note' ? '' : `${escapeMarkdown(noteName(path))}, `;
      return markdownLink(`${place}line ${line}`, path, section.at(-1) ?? null);
    },
  };
}

/** «Stance › stage», each by its id where no taxonomy knows it. */
function englishName({ stance, stage }: MarkValue, taxonomies: readonly Taxonomy[]): string {
  if (stance === SKIP) return 'not a question';
  const found = findIn(taxonomies, (each) => findStance(each, stance));
  const first = found ? localized(found.label, 'en') : stance;
  if (stage === null) return first;
  const foundStage = found ? findStage(found, stage) : null;
  return `${first} › ${foundStage ? localized(foundStage.label, 'en') : stage}`;
}

function findIn<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | null,
): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

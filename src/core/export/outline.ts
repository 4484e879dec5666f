/**
 * Rows as a Markdown outline for an article or a plan: a heading for each group, an item for each question with its
 * mark in words, its asker, its label and a link to its place. The mark is no tag: pasted into a note, a tag would say
 * that the note asks this itself. Words and links are given, so that every language and every host has its own.
 */
import { SKIP } from '../model/question';
import { findStage, findStance, localized, type Taxonomy } from '../model/taxonomy';
import { type AnswerMark, type AnswerRow, noteName } from '../query';
import { escapeMarkdown, markdownLink } from './markdown-text';
import { byNote } from './note-order';

export interface OutlineStyle {
  /** What the mark is called; plain text. */
  readonly markName: (mark: AnswerMark) => string;
  /** Markdown: a link to the note. */
  readonly noteLink: (path: string) => string;
  /** Markdown: a link to the question's place. `under`: whether the note stands in a heading above. */
  readonly placeLink: (row: AnswerRow, under: 'its-note' | 'other') => string;
}

export interface OutlineGroup {
  /** Markdown. */
  readonly title: string;
  readonly under: 'its-note' | 'other';
  readonly rows: Iterable<AnswerRow>;
  /** Groups within, in place of rows. */
  readonly groups?: readonly OutlineGroup[];
}

const FIRST_LEVEL = 2;

export function outline(rows: Iterable<AnswerRow>, style: OutlineStyle): Generator<string> {
  return outlineOfGroups(groupsByNote(rows, style), style);
}

/** Groups in groups have headings one level lower. */
export function* outlineOfGroups(
  groups: Iterable<OutlineGroup>,
  style: OutlineStyle,
  level = FIRST_LEVEL,
): Generator<string> {
  let isFirst = true;
  for (const { title, under, rows, groups: within } of groups) {
    yield `${isFirst ? '' : '\n'}${'#'.repeat(level)} ${title}\n\n`;
    isFirst = false;
    if (within) yield* outlineOfGroups(within, style, level + 1);
    else for (const row of rows) yield `${itemOf(row, under, style)}\n`;
  }
}

function* groupsByNote(
  rows: Iterable<AnswerRow>,
  { noteLink }: OutlineStyle,
): Generator<OutlineGroup> {
  for (const [path, members] of byNote(rows)) {
    yield { title: noteLink(path), under: 'its-note', rows: members };
  }
}

function itemOf(row: AnswerRow, under: OutlineGroup['under'], style: OutlineStyle): string {
  const mark = row.mark ? ` *${escapeMarkdown(style.markName(row.mark))}*` : '';
  const known = [row.asker, row.label].flatMap((text) =>
    text === null || text === '' ? [] : [escapeMarkdown(text)],
  );
  const parts = [escapeMarkdown(row.text) + mark, ...known, style.placeLink(row, under)];
  return `- ${parts.join(' · ')}`;
}

/** For a host without links and languages of its own: English words, relative links with the heading above. */
export function plainOutlineStyle(taxonomies: readonly Taxonomy[]): OutlineStyle {
  return {
    markName: (mark) => englishName(mark, taxonomies),
    noteLink: (path) => markdownLink(escapeMarkdown(noteName(path)), path),
    placeLink: ({ path, line, section }, under) => {
      const place = under === 'its-note' ? '' : `${escapeMarkdown(noteName(path))}, `;
      return markdownLink(`${place}line ${line}`, path, section.at(-1) ?? null);
    },
  };
}

/** «Stance › stage», each by its id where the taxonomy does not know it. */
function englishName({ root, stance, stage }: AnswerMark, taxonomies: readonly Taxonomy[]): string {
  if (stance === SKIP) return 'not a question';
  const taxonomy = taxonomies.find((each) => each.root === root);
  const found = taxonomy ? findStance(taxonomy, stance) : null;
  const first = found ? localized(found.label, 'en') : stance;
  if (stage === null) return first;
  const foundStage = found ? findStage(found, stage) : null;
  return `${first} › ${foundStage ? localized(foundStage.label, 'en') : stage}`;
}

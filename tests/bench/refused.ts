/**
 * `npx tsx tests/bench/refused.ts <folder>…`: of the questions in the Markdown files of these folders, how many
 * would be refused a tag because the note would not read as it should, in each style, and how many get a plain tag
 * where comments are asked for. Changes nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { planChanges } from '../../src/core/marks/change';
import { extractQuestions } from '../../src/core/reading/extract';
import type { MarkStyle } from '../../src/core/model/question';

const VALUE = { stance: 'inward', stage: 'difference' };

interface Count {
  questions: number;
  unread: number;
  disturbs: number;
  lost: number;
  asTags: number;
}

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('Name a folder of notes.');
const notes = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8')),
);
for (const style of ['tag', 'comment'] as const) print(style, countIn(notes, style));

function countIn(texts: readonly string[], style: MarkStyle): Count {
  const count: Count = { questions: 0, unread: 0, disturbs: 0, lost: 0, asTags: 0 };
  for (const text of texts) {
    const questions = extractQuestions(text).filter(({ marks }) => marks.length === 0);
    const changes = questions.map((question) => ({ question, value: VALUE }));
    const { edits, refused } = planChanges(text, changes, { root: 'question', style });
    count.questions += changes.length;
    for (const { code } of refused) {
      if (code === 'unread' || code === 'disturbs') count[code] += 1;
      else count.lost += 1;
    }
    if (style === 'comment') {
      count.asTags += edits.filter(({ insert }) => !insert.includes('%%')).length;
    }
  }
  return count;
}

function print(style: MarkStyle, { questions, unread, disturbs, lost, asTags }: Count): void {
  const refused = unread + disturbs + lost;
  const share = questions === 0 ? 0 : (refused / questions) * 10_000;
  console.log(
    `${style}: ${questions} questions in ${notes.length} notes, ${refused} refused ` +
      `(${share.toFixed(1)} of 10,000; ${unread} unread, ${disturbs} disturbing, ${lost} not found), ` +
      `${asTags} as tags instead`,
  );
}

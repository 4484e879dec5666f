// The page «Queries in notes» in both languages: its examples run over the sample vault, and what it says of numbers,
// menus and messages is what the plugin has.
import { beforeAll, describe, expect, it } from 'vitest';
import { query, readQuery, type QueryContext } from '../src/core/query';
import { stringsFor } from '../src/i18n';
import { problemSentence } from '../src/i18n/query-problem';
import { MOST_COMPLETIONS } from '../src/core/query/completing/completion';
import { MOST_ROWS, USUAL_ROWS } from '../src/ui/block/block-state';
import { examplesOf, pageOf, sampleVault } from './sample-vault';

const PAGES = [
  ['docs/queries-in-notes.md', 'en', 'fifty'],
  ['docs/queries-in-notes.zh-TW.md', 'zh-TW', '五十'],
] as const;

let context: QueryContext;
/** A note of the sample vault that asks something which has no tag. */
let here = '';

beforeAll(async () => {
  context = await sampleVault();
  here = query('is:untagged', context).rows[0]?.path ?? '';
});

describe.each(PAGES)('%s', (page, language, fifty) => {
  const text = pageOf(page);
  const strings = stringsFor(language);

  it('has examples, the same in each language', () => {
    expect(examplesOf(page).length).toBeGreaterThan(3);
    expect(examplesOf(page)).toEqual(examplesOf(PAGES[0][0]));
  });

  it.each(examplesOf(page))('%s', (lines) => {
    const answer = query(lines, { ...context, here });
    expect(answer.errors).toEqual([]);
    expect(answer.matched).toBeGreaterThan(0);
  });

  it('names the command and the items of the menu as they are called', () => {
    const { block, bulk, dashboard, saving } = strings;
    // The one that counts is named with an ellipsis in the number's place.
    const copied = dashboard.copyOutline(7).split(/\s*7\s*/)[0] ?? '';
    const names = [
      block.insert,
      block.edit,
      block.write,
      block.openDashboard,
      saving.menu,
      dashboard.saveView,
      bulk.commands.undo,
      copied,
    ];
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });

  it('says how many questions a block has, and how many values are offered', () => {
    expect(text).toContain(` ${String(USUAL_ROWS)} `);
    expect(text).toContain(` ${String(MOST_ROWS)} `);
    expect(text).toContain(fifty);
    expect(MOST_COMPLETIONS).toBe(50);
  });

  it('shows a message as it is', () => {
    const [problem] = readQuery('is:untaged').problems;
    if (!problem) throw new Error('There is no such value.');
    const sentence = problemSentence(problem, strings.query);
    expect(text).toContain(`> ${strings.query.line(1, sentence)}`);
  });
});

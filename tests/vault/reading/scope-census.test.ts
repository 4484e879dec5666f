import type { App } from 'obsidian';
import { expect, it, vi } from 'vitest';
import { DEFAULT_SCOPE } from '../../../src/core/model/scope';
import { countScope, MOST_NAMED } from '../../../src/vault/reading/scope-census';

/** A vault of notes with these frontmatters. */
function appWith(frontmatters: readonly (object | null)[]): App {
  const files = frontmatters.map((frontmatter, at) => ({ path: `${at}.md`, frontmatter }));
  const app = {
    vault: { getMarkdownFiles: () => files },
    metadataCache: {
      getFileCache: ({ frontmatter }: (typeof files)[number]) => frontmatter && { frontmatter },
    },
  };
  return app as unknown as App;
}

const RULE = { ...DEFAULT_SCOPE, tags: ['essay'], checkbox: 'Done' };

it('notes are counted by which part of the rule they fulfil; excluded ones are not', async () => {
  const app = appWith([
    { tags: ['essay'], Done: true },
    { tags: ['essay'], Done: true },
    { tags: ['essay'] },
    { Done: true },
    {},
    null,
    { tags: ['essay'], Done: true },
  ]);
  const census = await countScope(
    app,
    RULE,
    () => Promise.resolve(),
    (path) => path === '6.md',
  );
  expect(census).toEqual({
    inScope: 2,
    tagOnly: 1,
    checkboxOnly: 1,
    neither: 2,
    paths: { tagOnly: ['2.md'], checkboxOnly: ['3.md'], neither: ['4.md', '5.md'] },
  });
});

it.each([
  [499, 0],
  [500, 1],
  [999, 1],
  [1250, 2],
])('of %i notes, the event loop has its turn %i times', async (notes, turns) => {
  const yieldToEventLoop = vi.fn(() => Promise.resolve());
  const app = appWith(Array.from({ length: notes }, () => ({})));
  const census = await countScope(app, RULE, yieldToEventLoop);
  expect(census.neither).toBe(notes);
  expect(yieldToEventLoop).toHaveBeenCalledTimes(turns);
});

it('of the notes that lack something the first are named', async () => {
  const census = await countScope(
    appWith(Array.from({ length: 45 }, () => ({ tags: ['essay'] }))),
    RULE,
    () => Promise.resolve(),
  );
  expect(census.tagOnly).toBe(45);
  expect(census.paths.tagOnly).toHaveLength(MOST_NAMED);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_CASES } from '../reading/extract-cases/all';
import { parseMarked } from '../reading/extract-cases/notation';
import { compareProse } from './compare-prose';

/** Markdown that both read alike: no syntax of Obsidian's, no maths, no HTML, no bare addresses. */
const PIECES =
  '? ？ 。 ， a b 為什麼 ** * _ ~~ ` `` ``` ~~~ [ ] ( ) ](a?b) ![a?](b?) <http://a.b?c> | \\ \\? # ## > - + 1. [^1] [^1]: === --- *** - [ ] '
    .split(' ')
    .concat([' ', ' ', '\n', '\n', '\n\n', '\n\n', '    ', '\t', '| a? | b? |\n|---|---|\n']);

function unexplained(text: string): readonly string[] {
  return compareProse(text)
    .filter(({ reason }) => reason === null)
    .map(({ at, seenBy }) => `${seenBy}: ${text.slice(Math.max(0, at - 20), at + 10)}`);
}

describe('what is prose', () => {
  it.each(ALL_CASES)('agrees with mdast in %s', (marked) => {
    expect(unexplained(parseMarked(marked).text)).toEqual([]);
  });

  it('agrees with mdast on Markdown made at random', () => {
    const note = fc
      .array(fc.constantFrom(...PIECES), { maxLength: 25 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(note, (text) => {
        expect(unexplained(text)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  const shared = path.resolve(import.meta.dirname, '../../../../shared');
  const files = existsSync(shared)
    ? readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.md'),
      )
    : [];

  it.runIf(files.length > 0)('agrees with mdast in the documents beside the project', () => {
    const differences = files.flatMap((name) =>
      unexplained(readFileSync(path.join(shared, name), 'utf8')),
    );
    expect(differences).toEqual([]);
  });
});

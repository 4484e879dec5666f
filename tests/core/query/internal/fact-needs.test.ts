import { expect, it } from 'vitest';
import { factNeedsOf } from '../../../../src/core/query/internal/fact-needs';
import type { FactNeed } from '../../../../src/core/query/columns/note-facts';
import { parseFilter } from '../../../../src/core/query/language/parse';

const DAYS: FactNeed = { kind: 'days' };
const ASKERS: FactNeed = { kind: 'askers' };
const TAGS: FactNeed = { kind: 'tags' };

it.each<[words: string, needs: readonly FactNeed[]]>([
  ['', []],
  ['why label:x has:label', []],
  ['tag:a tag:b', [TAGS]],
  ['date:2026 has:date missing:date', [DAYS]],
  ['-(a OR (tag:x date:2026))', [TAGS, DAYS]],
  ['after:a/b after:"a/b within section"', []],
  ['-after:"a/b within run" asker:x', [ASKERS]],
  ['prop:status=a=b prop:status', [{ kind: 'property', name: 'status' }]],
])('%j asks of notes %j', (words, needs) => {
  expect(factNeedsOf(parseFilter(words).filter)).toEqual(needs);
});
